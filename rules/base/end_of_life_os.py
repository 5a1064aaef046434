from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Fix, Outcome, Problem, Related, Severity, Stage, rule

# Of other images the system comes with what is in them: who makes them chooses it.
CHOSEN = ("python", "cuda", "distribution")


@rule(Stage, Severity.WARNING, Outcome.RISK, when=("ended-system",), by_date=True)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    # An image that is gone needs a new tag anyway, and another rule says so.
    gone = base.cuda is not None and base.cuda.status in ("removed", "never-published")
    if stage.parent is not None or base.os is None or gone:
        return
    last = on.world.system_ended(base.os)
    if last is None:
        return
    distro = on.world.distro_of(base.os)
    apt = first_apt(stage, on) if distro is not None and distro.apt_works is False and distro.apt_sure else None
    system = called(base.os)
    named = base.name if base.argument is None else f"{base.name} (the default of ARG {base.argument})"
    what = f"{named} ended" if base.name == system.replace(" ", ":") else f"{named} is {system}, which ended"
    if apt is not None:
        yield Problem(
            base.at,
            f"{what} on {last} and has left the package archive: {apt.name} fails and the build stops",
            _mend(stage, on),
            _fix(stage, on),
            related=(Related(apt.at, "asks for what is no longer there"),),
            severity=Severity.ERROR,
            outcome=Outcome.BUILD,
        )
        return
    python = base.python_tag and on.world.end_of_life("python", base.python_tag)
    # Of a Python that has ended end-of-life-python asks for another tag already.
    if base.kind not in CHOSEN or (python and python.ended):
        return
    yield Problem(
        base.at,
        f"{what} on {last}: no security fixes, and its packages may vanish from the archive",
        _mend(stage, on),
        _fix(stage, on),
    )


def called(os: str) -> str:
    """A system in words: "debian10" is debian 10."""
    family = os.rstrip("0123456789.")
    return f"{family} {os[len(family) :]}"


def first_apt(stage: Stage, on: Context) -> Command | None:
    """The first command that asks apt's archive, if it surely asks the one that the image names and must succeed."""
    for step in stage.steps:
        for command in step.commands:
            if command.name in ("apt-get", "apt") and "install" in command.values:
                return None  # without lists no archive is asked
            if command.name in ("apt-get", "apt") and "update" in command.values:
                sure = command.fatal and command.certain
                return command if sure and on.build is not None and on.build.archives_before(command) == () else None
    return None


def _mend(stage: Stage, on: Context) -> str:
    """The next release that is kept up, in the words of the FROM line where that is known."""
    base, found = stage.base, _tag(stage, on)
    if found is not None and base.name is not None:
        return f"begin from {base.name.rpartition(':')[0]}:{found[1]}"
    if base.kind not in CHOSEN or base.os is None:
        return "begin from a newer release of this image"
    later = newer(base.os, on)
    return f"begin from {called(later[0])} or newer" if later else f"begin from a newer {base.os.rstrip('0123456789.')}"


def _tag(stage: Stage, on: Context) -> tuple[str, str] | None:
    """The system and the tag of the same image on the next system that is kept up."""
    base = stage.base
    old = base.reference.tag if base.reference is not None and base.reference.digest is None else None
    if old is None or base.os is None or base.kind not in ("python", "cuda"):
        return None
    version, _, rest = old.partition("-")
    line, flavour = ".".join(version.split(".")[:2]), "slim-" if rest.startswith("slim") else ""
    for system in newer(base.os, on):
        distro = on.world.distro_of(system)
        code = distro.codename if distro is not None and "." in line else None
        tags = [f"{one}-{flavour}{code}" for one in (version, line) if code]
        for tag in [old.removesuffix(base.os) + system] if base.kind == "cuda" else tags:
            image = on.world.cuda_image(tag) if base.kind == "cuda" else None
            if image.status == "present" if image is not None else on.world.python_tag_exists(tag):
                return system, tag
    return None


def _fix(stage: Stage, on: Context) -> Fix | None:
    """That tag, where no Python of the system itself is used."""
    found, build = _tag(stage, on), on.build
    above = [one.final for one in build.stages if stage in build.lineage(one.index)] if build is not None else []
    edit = stage.base.retagged(found[1]) if found is not None else None
    if found is None or edit is None or not all(state.environments for state in above):
        return None
    own = any(one.kind == "system" for state in above for one in state.environments.values())
    return None if own else Fix(f"begin from {called(found[0])}", (edit,))


def newer(os: str, on: Context) -> list[str]:
    """The releases of the same family after it that are kept up, the next one first."""
    family = os.rstrip("0123456789.")
    end, step = (".04", 2) if family == "ubuntu" else ("", 1)
    number = int(os[len(family) :].partition(".")[0] or 0) // step * step
    later = [f"{family}{one}{end}" for one in range(number + step, number + 12, step)]
    return [one for one in later if on.world.distro_of(one) is not None and on.world.system_ended(one) is None]
