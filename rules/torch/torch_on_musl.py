from __future__ import annotations

from collections.abc import Container, Iterator

from torchlint import Command, Context, Fix, Install, Outcome, Problem, Related, Severity, Step, rule

MEND = "begin from an image with glibc: python:3.X-slim"
NAMES = ("torch", "torchvision", "torchaudio")


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("installs & musl", "uv & musl"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    for install in step.installs:
        yield from of_install(install, on)
    state = step.before
    if state.base.libc != "musl":
        return
    earlier = [command for one in on.stage_of(step).steps[: step.index] for command in one.commands]
    # Every later uv command would meet the same.
    if any(on.synced_torch(command, NAMES) for command in earlier):
        return
    for command in step.commands:
        found = on.synced_torch(command, NAMES) if command.fatal and command.certain else None
        if found is not None and not any(found.name in one.packages for one in state.environments.values()):
            message = f"{found.name} has no wheel for musl and no source archive: uv finds none and the build stops"
            outcome: Outcome | None = Outcome.BUILD
            if found.variant is not None:
                version = found.version or "" if found.name == "torch" else ""
                outcome = _of_index(version, (found.variant,), command, on)
                if outcome is None:
                    continue
                message = message if outcome is Outcome.BUILD else _told(version)
            yield Problem(
                command.at,
                message,
                MEND,
                outcome=outcome,
                related=(Related(found.at, "asked for here"), Related(state.base.at, "this image has musl, not glibc")),
            )
            return


def of_install(install: Install, on: Context) -> Iterator[Problem]:
    state, shelf, environment = install.command.before, install.shelf, install.environment
    own = on.build is not None and on.build.of_alpine(install)
    if state.base.libc != "musl" or shelf is None or (environment is None and not own):
        return
    name = next((name for name in NAMES if any(install.asks(name))), "torch")
    line = next(install.asks(name), None)
    # Alpine has a package of torch of its own, and a Python from another stage may have its libc with it.
    if line is None or line.requirement.marker or not install.stops_build:
        return
    wheel = line.requirement.wheel
    if line.requirement.kind != "named" and (wheel is None or on.misfit(install, line) is not None):
        return
    other = environment is not None and environment.kind not in ("image", "system", "venv")
    if other or any("torch" in package for package in state.packages):
        return
    # The last torchvision without compiled code is content with any torch that is there.
    if not own and (install.has(name) is not False or install.has("torch") is not False):
        return
    related, fix = (Related(state.base.at, "this image has musl, not glibc"),), _fix(install, on)
    if wheel is not None:
        # Others may build for musl.
        pytorch = "//download.pytorch.org/" in (line.requirement.url or "")
        known = pytorch and not _doubtful(wheel.version, state.packages)
        if known and all(tag.startswith("linux_") for tag in wheel.platform_tags):
            message = f"this wheel of {name} is for glibc and does not say so: on musl its import fails"
            yield Problem(line.at, message, MEND, fix, related, outcome=Outcome.IMPORT)
        return
    none = f"{name} has no wheel for musl and no source archive: {install.tool} finds none and the build stops"
    if shelf.only_public:
        yield Problem(line.at, none, MEND, fix, related)
        return
    pin = install.pin("torch")
    if pin is None:
        return
    outcome = _of_index(pin.version, shelf.variants if pin.label is None else (pin.label,), install.command, on)
    if outcome is Outcome.IMPORT:
        yield Problem(line.at, _told(pin.version), MEND, fix, related, outcome=outcome)
    elif outcome is Outcome.BUILD and name == "torch" and not shelf.everything:
        yield Problem(line.at, none, MEND, fix, related)


def _told(version: str) -> str:
    return (
        f"the PyTorch index calls torch {version} plain linux_x86_64, though it is made for glibc: it is installed, "
        "and on musl its import fails"
    )


def _of_index(version: str, variants: tuple[str, ...], command: Command, on: Context) -> Outcome | None:
    """What a torch from these folders of the PyTorch index comes to on musl; None where that is not known."""
    # How the index calls the wheels for other processors differs.
    if on.build is None or on.build.machine(command.stage) != "x86_64":
        return None
    wheels = [on.world.torch_wheels(version, variant) for variant in variants]
    if any(one is not None and one.any_libc for one in wheels):
        return None if _doubtful(version, command.before.packages) else Outcome.IMPORT
    sure = bool(wheels) and all(one is not None and one.any_libc is False for one in wheels)
    return Outcome.BUILD if sure else None


def _doubtful(version: str, packages: Container[str]) -> bool:
    """Whether glibc's names are there too and it is not known that this torch needs more: from 1.10 on it does."""
    numbers = [int(part) for part in version.partition("+")[0].split(".") if part.isascii() and part.isdigit()]
    return numbers[:2] < [1, 10] and any(name in packages for name in ("libc6-compat", "gcompat"))


def _fix(install: Install, on: Context) -> Fix | None:
    """The slim image of the same Python, where no step speaks to Alpine."""
    stage = on.stage_of(install)
    base, tag = stage.base, stage.base.reference.tag if stage.base.reference is not None else None
    alpine = {"apk", "adduser", "addgroup"} & {one.name for step in stage.steps for one in step.commands}
    if base.kind != "python" or tag is None or alpine or stage.parent is not None:
        return None
    version, _, variant = tag.partition("-")
    new = f"{version}-slim" if variant.startswith("alpine") else ""
    edit = base.retagged(new) if new and on.world.python_tag_exists(new) else None
    return None if edit is None else Fix(f"begin from python:{new}", (edit,))
