"""Which archives apt asks: those of the image, and those that a build adds."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Command

KNOWN = ("distribution", "cuda", "python")
"""Kinds of images whose archives are those of their distribution, and NVIDIA's."""

ON_DEBIAN = "tool"
"""The same of these, if they lie on Debian: those on Ubuntu may have more, as RunPod's has deadsnakes."""

SAYING = ("[", "[[", "echo", "printf", "sleep", "test")
"""Commands whose words add nothing, whatever they are."""


def added(build: Build, command: Command) -> tuple[Command, ...] | None:
    """The commands before one that add an archive by its name; None when others may be added in another way."""
    base = command.before.base
    if (base.os is None and not base.newest) or base.kind not in KNOWN:
        if base.kind != ON_DEBIAN or not (base.os or "").startswith("debian"):
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
                if one.dead is not None:
                    continue
                if one.name == "add-apt-repository":
                    found.append(one)
                elif _elsewhere(one):
                    return None
    # `apt-get install -t testing` and its like choose among archives.
    options = ("-t", "--target", "-o", "-c", "./")
    return None if any((value or "-o").startswith(options) for value in command.values) else tuple(found)


def _elsewhere(command: Command) -> bool:
    """Whether it may add an archive: what is unknown, and what has to do with apt's settings."""
    words = [redirect.target.value for redirect in command.redirects]
    if command.name == "rm":
        # To take a list away adds no archive; where the system's own is gone another has to come.
        words += [word for word in command.values if word is not None and word.endswith(("/apt", "/sources.list"))]
    elif command.name not in SAYING:
        words += command.values
    return (
        command.unknown
        or command.name == "dpkg"
        or any(word is None or "/apt" in word or ".deb" in word for word in words)
    )
