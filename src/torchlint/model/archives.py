"""Which archives apt asks: those of the image, and those that a build adds."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Command

KNOWN = ("distribution", "cuda", "python")
"""Kinds of images whose archives are those of their distribution, and NVIDIA's."""


def added(build: Build, command: Command) -> tuple[Command, ...] | None:
    """The commands before one that add an archive by its name; None when others may be added in another way."""
    base = command.before.base
    if (base.os is None and not base.newest) or base.kind not in KNOWN:
        return None
    found: list[Command] = []
    for stage in reversed(build.lineage(command.stage)):
        for step in stage.steps:
            if (step.stage, step.index) > (command.stage, command.step):
                break
            if step.copied is not None and (step.copied.target is None or "apt" in step.copied.target):
                return None
            for one in step.commands:
                if one.words is command.words:
                    break
                if one.name == "add-apt-repository":
                    found.append(one)
                elif _elsewhere(one):
                    return None
    # `apt-get install -t testing` and its like choose among archives.
    options = ("-t", "--target", "-o", "-c", "./")
    return None if any((value or "-o").startswith(options) for value in command.values) else tuple(found)


def _elsewhere(command: Command) -> bool:
    """Whether it may add an archive: what is unknown, and what has to do with apt's settings."""
    words = [*command.values, *(redirect.target.value for redirect in command.redirects)]
    return (
        command.unknown
        or command.name == "dpkg"
        or any(word is None or "/apt" in word or ".deb" in word for word in words)
    )
