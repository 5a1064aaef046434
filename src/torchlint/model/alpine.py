"""Which installs go to the Python that Alpine's own packages bring."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Install


def of_alpine(install: Install, build: Build) -> bool:
    """Whether it surely goes there, no other Python can be meant and nothing above it asks for torch."""
    state, word = install.command.before, install.command.words[0].value
    if state.base.libc != "musl" or state.base.kind != "distribution" or "py3-pip" not in state.packages:
        return False
    if install.environment is not None or state.environments or word not in ("pip", "pip3", "python", "python3"):
        return False
    steps = [step for stage in build.lineage(install.stage) for step in stage.steps]
    commands = [one for step in steps for one in step.commands]
    earlier = commands[: commands.index(install.command)]
    if any(step.copied is not None and step.copied.from_elsewhere for step in steps):
        return False
    return not any(one.unknown or any("torch" in (value or "") for value in one.values) for one in earlier)
