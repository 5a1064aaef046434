from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, rule


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("apt-get & a Python", "apt & a Python"), by_date=True)
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked, base, build = command.asked, command.before.base, on.build
    if build is None or asked is None or asked.verb != "install":
        return
    if base.os is None:
        yield from _of_newest(command, on)
        return
    known, distro = on.world.archive_pythons(base.os), on.world.distro_of(base.os)
    if not known or not (command.fatal and command.certain) or (distro is not None and distro.apt_works is False):
        return
    missing = _missing(command, known)
    added = build.archives_before(command) if missing else None
    if added is None or (added and not (on.world.deadsnakes_left(base.os) and all(map(_deadsnakes, added)))):
        return
    earlier = [one for stage in build.lineage(command.stage) for step in stage.steps for one in step.commands]
    if any(_missing(one, known) and one.at.span.start < command.at.span.start for one in earlier):
        return
    minor, system = _minor(missing[0]), _called(base.os)
    what = f"{system} has Python {' and '.join(known)}"
    if added:
        what += ", and the deadsnakes PPA has deleted its packages for this release"
    yield Problem(
        next(word.at for word in asked.packages if word.value == missing[0]),
        f"apt finds no {missing[0]} and the build stops: {what}",
        f"begin from python:{minor}-slim, or let uv bring it: uv python install {minor}",
        related=tuple(Related(one.at, f"nothing is left here for {system}") for one in added[:1]),
    )


def _of_newest(command: Command, on: Context) -> Iterator[Problem]:
    """Of an image that is now this release and then that one: what is too old for all of them."""
    asked, base, build = command.asked, command.before.base, on.build
    if build is None or asked is None or base.reference is None or not base.newest:
        return
    family = base.reference.familiar
    known = on.world.current_pythons(family)
    if not known or not (command.fatal and command.certain) or build.archives_before(command) != ():
        return
    oldest = min(int(minor[2:]) for minor in known)
    word = next((one for one in asked.packages if (minor := _minor(one.value or "")) and int(minor[2:]) < oldest), None)
    if word is None:
        return
    minor = _minor(word.value or "")
    yield Problem(
        word.at,
        f"apt finds no {word.value} and the build stops: no {family.capitalize()} that is still supported has "
        f"Python {minor}, whichever {base.name} is",
        f"begin from python:{minor}-slim, or let uv bring it: uv python install {minor}",
    )


def _missing(command: Command, known: tuple[str, ...]) -> list[str]:
    """What it asks for that belongs to a Python which the release does not have."""
    asked = command.asked
    words = asked.packages if asked is not None and asked.verb == "install" else ()
    return [word.value for word in words if word.value and (minor := _minor(word.value)) and minor not in known]


def _minor(package: str) -> str | None:
    """The version in `python3.11`, `python3.11-dev` and their kin."""
    name = package.partition("=")[0]
    minor = name.removeprefix("python").partition("-")[0]
    return minor if name.startswith("python3.") and minor[2:].isdigit() else None


def _deadsnakes(command: Command) -> bool:
    return any(value in ("ppa:deadsnakes/ppa", "ppa:deadsnakes") for value in command.values)


def _called(os: str) -> str:
    family = os.rstrip("0123456789.")
    return f"{family.capitalize()} {os[len(family) :]}"
