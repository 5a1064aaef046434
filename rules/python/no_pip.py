from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Safety, Severity, rule


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("no program", "python -m & python pip", "python3 -m & python3 pip"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not (command.fatal and command.certain):
        return
    state = command.before
    if (command.name or "").startswith("python"):
        yield from _module(command, on)
        return
    if command.program() is not False:
        return
    path = command.env.get("PATH", "")
    found = [word for word in ("python3", "python") if state.which(word, path=path)]
    other = [word for word in ("pip3", "pip") if word != command.name and state.which(word, path=path)]
    name = command.name or ""
    word = command.words[0].at
    if other:
        yield Problem(
            word,
            f"{name} is not found and the build stops: here pip is called {other[0]}",
            f"write {other[0]}",
            _renamed(command, other[0]),
        )
        return
    if not found:
        return
    environment = state.environment_of(state.which(found[0], path=path))
    yield Problem(
        word,
        f"{name} is not found and the build stops: there is a {found[0]}, but nothing brings its pip",
        _mend(command, environment is not None and environment.kind == "venv"),
        _with_pip(command, on),
    )


def _module(command: Command, on: Context) -> Iterator[Problem]:
    """`python -m pip` of an environment into which nothing put a pip, nor into any folder of PATH."""
    environment, path = command.before.environment_of(command.program()), command.env.get("PATH", "")
    if command.values[:2] != ("-m", "pip") or environment is None or not environment.complete:
        return
    names = [f"{folder}{name}" for folder in ("", f"{environment.prefix}/bin/") for name in ("pip", "pip3")]
    if "pip" in environment.packages or any(command.before.which(name, path=path) is not False for name in names):
        return
    yield Problem(
        command.words[0].at,
        f"No module named pip, and the build stops: there is a {command.name}, but nothing brings its pip",
        _mend(command, environment.kind == "venv"),
        _with_pip(command, on),
    )


def _mend(command: Command, venv: bool) -> str:
    if venv:
        return "create the environment with pip (uv venv --seed), or install with uv pip install"
    if command.before.base.libc == "musl":
        return "add it first: apk add py3-pip"
    return "install it first: apt-get install -y --no-install-recommends python3-pip"


def _renamed(command: Command, name: str) -> Fix | None:
    """The edit that calls pip as it is called here."""
    word = command.words[0]
    plain = word.written == word.value == command.name
    return Fix(f"write {name}", (Edit(*word.at, name),), Safety.SAFE) if plain else None


def _with_pip(command: Command, on: Context) -> Fix | None:
    """python3-pip beside the python3 that apt installs before, where pip may install into that."""
    state, steps = command.before, on.stage_of(command).steps[: command.step + 1]
    environment = state.environments.get("/usr")
    if environment is None or environment.kind != "system" or environment.managed is not False:
        return None
    for one in (one for step in steps for one in step.commands):
        asked = one.asked
        if (
            asked is None
            or asked.manager != "apt"
            or asked.verb != "install"
            or one.at.span.start > command.at.span.start
        ):
            continue
        for word in asked.packages:
            if word.value == "python3" == word.written:
                edit = on.added(word.at, "python3-pip")
                return None if edit is None else Fix("install python3-pip with python3", (edit,), Safety.SAFE)
    return None
