"""poetry, pipenv, pdm and their kin: they fill an environment with what the project's lock file says."""

from __future__ import annotations

from torchlint.model.effects import unknown_program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after a project manager ran: environments may have come to be and hold anything."""
    return run.state if command.program() is False else unknown_program(run.state)
