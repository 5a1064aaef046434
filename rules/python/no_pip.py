from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Severity, rule


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("pip", "pip3"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not (command.fatal and command.certain) or command.program() is not False:
        return
    state = command.before
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
    if environment is not None and environment.kind == "venv":
        mend = "create the environment with pip (uv venv --seed), or install with uv pip install"
    elif state.base.libc == "musl":
        mend = "add it first: apk add py3-pip"
    else:
        mend = "install it first: apt-get install -y --no-install-recommends python3-pip"
    yield Problem(
        word, f"{name} is not found and the build stops: there is a {found[0]}, but nothing brings its pip", mend
    )
