"""OpenMMLab's mim: `mim install` hands its words to pip, with pages of its own to look in."""

from __future__ import annotations

from torchlint.model.effects import pip, unknown_program
from torchlint.model.effects.words import PIP_VALUED, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

PLAIN = frozenset({"mmcv", "mmcv-full", "mmcv-lite", "mmengine"})
"""Packages of OpenMMLab with which mim installs no others than those that their metadata name."""


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `mim …`."""
    words = Words(command.arguments, PIP_VALUED)
    program = command.program()
    if program is False:
        return run.state
    if not words.plain or words.plain[0].value != "install":
        return unknown_program(run.state)
    words.plain = words.plain[1:]
    install = pip.read(command, run, words, "pip", program, run.state.environment_of(program), "PIP_")
    # Which pages it adds depends on the torch that it finds, and most packages name others in a list of their own.
    install.indexes = None
    names = {one.requirement.name for one in install.requested}
    install.complete = install.complete and not any(name.startswith("mm") for name in names - PLAIN)
    run.installs.append(install)
    return pip.installed(run, install)
