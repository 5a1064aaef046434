from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Severity, rule


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("pip", "pip3", "python", "python3"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not (command.fatal and command.certain):
        return
    state = command.before
    if (command.name or "").startswith("python"):
        yield from _module(command)
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
            word, f"{name} is not found and the build stops: here pip is called {other[0]}", f"write {other[0]}"
        )
        return
    if not found:
        return
    environment = state.environment_of(state.which(found[0], path=path))
    yield Problem(
        word,
        f"{name} is not found and the build stops: there is a {found[0]}, but nothing brings its pip",
        _mend(command, environment is not None and environment.kind == "venv"),
    )


def _module(command: Command) -> Iterator[Problem]:
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
    )


def _mend(command: Command, venv: bool) -> str:
    if venv:
        return "create the environment with pip (uv venv --seed), or install with uv pip install"
    if command.before.base.libc == "musl":
        return "add it first: apk add py3-pip"
    return "install it first: apt-get install -y --no-install-recommends python3-pip"
