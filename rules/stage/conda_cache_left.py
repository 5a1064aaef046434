from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Fix, Outcome, Problem, Related, Safety, Severity, Stage, Step, rule

MANAGERS = ("conda", "mamba", "micromamba")
LARGE = (
    "pytorch",
    "pytorch-gpu",
    "pytorch-cuda",
    "cudatoolkit",
    "cuda",
    "cuda-toolkit",
    "tensorflow",
    "tensorflow-gpu",
)
"""Packages whose archives are some hundred megabytes and more."""

FOLDERS = ("CONDA_PKGS_DIRS", "MAMBA_PKGS_DIRS")
"""Variables that say where the archives are."""


@rule(Stage, Severity.WARNING, Outcome.WASTE, when=MANAGERS)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(stage.index):
        return
    left = [command for step in stage.steps if not _elsewhere(step) for command in _left(step)]
    if not left:
        return
    first, *others = left
    yield Problem(
        first.at,
        f"{first.name} keeps the archives of all it installs in its folder pkgs, and the image ships them",
        f"end this RUN with && {_clean(first, on)}; a later RUN frees nothing",
        _fix(left, on),
        severity=None if any(_large(command, on) for command in left) else Severity.INFO,
        related=tuple(Related(command.at, "and here") for command in others[:5]),
    )


def _left(step: Step) -> list[Command]:
    """The last command that fetches packages, if nothing that follows in the same RUN may remove them."""
    fetching = [number for number, command in enumerate(step.commands) if _fetches(command)]
    if not fetching or any(_cleans(command) for command in step.commands[fetching[-1] + 1 :]):
        return []
    return [step.commands[fetching[-1]]]


def _fetches(command: Command) -> bool:
    if command.name not in MANAGERS or not command.certain or command.has("--dry-run", "-d", "--help", "-h"):
        return False
    words = [value for value in command.values if value and not value.startswith("-")]
    verb = " ".join(words[:2]) if words[:1] == ["env"] else "".join(words[:1])
    return verb in ("install", "create", "update", "upgrade", "env create", "env update")


def _cleans(command: Command) -> bool:
    # As written: the folder may come out of a $( ... ).
    words = " ".join(word.value or word.written for word in command.arguments)
    tidies = command.name in ("rm", "find") and any(name in words for name in ("pkgs", "conda", "mamba"))
    return command.unknown or tidies or (command.name in MANAGERS and "clean" in words)


def _elsewhere(step: Step) -> bool:
    """Whether a mount, a variable or a setting puts the archives elsewhere."""
    moved = any(step.before.variable(name) for name in FOLDERS)
    told = any(name in step.instruction.rest.text for name in (*FOLDERS, "pkgs_dirs"))
    return moved or told or any(flag.name == "mount" for flag in step.instruction.flags)


def _large(command: Command, on: Context) -> bool:
    asked = on.conda_asked(command)
    return asked is not None and any(one.name in LARGE for one, _ in asked.specs)


def _clean(command: Command, on: Context) -> str:
    """The command that removes the archives, of the program as it is called there, with the options that the file has
    for it elsewhere."""
    program = command.words[0].written or command.name or ""
    own = "--all --yes" if command.name == "micromamba" else "-ay"
    if on.build is None:
        return f"{program} clean {own}"
    for one in (one for stage in on.build.stages for step in stage.steps for one in step.commands):
        options = one.values[1:]
        same = (one.name == "micromamba") == (command.name == "micromamba")
        if one.name in MANAGERS and one.values[:1] == ("clean",) and same and _removes(options):
            return f"{program} clean {' '.join(value or '' for value in options)}"
    return f"{program} clean {own}"


def _removes(options: tuple[str | None, ...]) -> bool:
    """Whether these, all of them options, make `clean` remove the archives without a question."""
    if not options or any(value is None or not value.startswith("-") for value in options):
        return False
    long = {value for value in options if value is not None and value.startswith("--")}
    letters = "".join(value or "" for value in options if value not in long)
    archives = {"--all", "--tarballs"} & long or {"a", "t"} & set(letters)
    return bool(archives) and ("--yes" in long or "y" in letters)


def _fix(left: list[Command], on: Context) -> Fix | None:
    edits = [on.behind(command, _clean(command, on)) for command in left]
    done = [edit for edit in edits if edit is not None]
    return Fix("remove the archives in the same RUN", tuple(done), Safety.SAFE) if len(done) == len(edits) else None
