"""poetry, pipenv, pdm and their kin: they fill an environment with what the project's lock file says."""

from __future__ import annotations

from torchlint.model.effects import unknown_program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after a project manager ran; of some nothing is known but that they may do anything."""
    if command.program() is False:
        return run.state
    if command.name == "poetry":
        from torchlint.model.effects import poetry

        return poetry.follow(command, run)
    if command.name == "pipenv":
        from torchlint.model.effects import pipenv

        return pipenv.follow(command, run)
    if command.name == "pdm":
        from torchlint.model.effects import pdm

        return pdm.follow(command, run)
    return unknown_program(run.state)
