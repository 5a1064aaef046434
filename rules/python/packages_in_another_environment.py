from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Install, Outcome, Problem, Related, Severity, Span, rule

TOOLS = frozenset({"pip", "setuptools", "wheel", "build", "uv", "poetry", "pipenv", "pdm", "virtualenv", "pipx"})

PLAIN = ("pip", "pip3", "python", "python3")


@rule(Entry, Severity.ERROR, Outcome.IMPORT, when=("all packages known",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    build, environment, main = on.build, entry.environment, entry.main
    if build is None or environment is None or main is None or not main.certain or not environment.complete:
        return
    if not TOOLS.issuperset(environment.packages) or entry.state.variable("PYTHONPATH") is not None:
        return
    others = [one for one in main.before.environments.values() if one.prefix != environment.prefix]
    if any(one.kind == "user" for one in others) or (entry.script is None and entry.module is None):
        return
    needed = entry.imports()
    if needed is not None and not needed:
        return
    own = {stage.index for stage in build.lineage(entry.stage)}
    there = {one.prefix: one for one in others if not TOOLS.issuperset(one.packages)}
    made = [one for one in build.installs() if one.stage in own and _wanted(one) and _prefix(one) in there]
    # What a lock's install brought stands in its environment only.
    brought = [
        (one, package.at)
        for one in there.values()
        for name, package in one.packages.items()
        if package.source == "lock" and name in (needed or ())
    ]
    if not brought and (not made or (needed is None and not any(install.files for install in made))):
        return
    other, by = brought[-1] if brought else (there[_prefix(made[-1])], made[-1].at)
    own_name = _called(environment.prefix, environment.python.value, environment.kind)
    name = _called(other.prefix, other.python.value, other.kind)
    what = f"importing {', '.join(sorted(needed)[:4])} fails" if needed else "what they bring cannot be imported"
    yield Problem(
        main.words[0].at,
        f"{main.name} runs in {own_name}, which is empty: the packages are in {name}, and {what}",
        f"start the Python of {name}, or install with the one of {own_name}",
        _fix(entry, other.prefix, made, on),
        related=() if by is None else (Related(by, f"installs into {name}"),),
        severity=None if needed else Severity.WARNING,
    )


def _wanted(install: Install) -> bool:
    return any(one.requirement.name not in TOOLS and not one.constraint for one in install.requested)


def _prefix(install: Install) -> str:
    return install.environment.prefix if install.environment is not None else ""


def _called(prefix: str, python: str | None, kind: str) -> str:
    """Pythons of a distribution share a folder and differ by version: "/usr@3.11" is python3.11 of /usr."""
    folder, _, version = prefix.partition("@")
    version = version or (python or "" if kind == "system" else "")
    return f"python{version} of {folder}" if version else folder


def _fix(entry: Entry, there: str, made: list[Install], on: Context) -> Fix | None:
    """The environment on PATH where it is needed: for the start, or for the installs that were meant for it."""
    main, own = entry.main, entry.environment
    if main is None or own is None or on.build is None:
        return None
    places, prefix = [], ""
    if entry.state.environments[there].kind == "venv" and "/" not in (main.words[0].value or "/"):
        places, prefix = [entry.at], there
    elif own.kind == "venv" and all(one.command.words[0].value in PLAIN for one in made) and own.at is not None:
        steps = [on.build.stages[one.stage].steps[one.command.step] for one in made]
        earlier = steps[0].before.environments
        places, prefix = ([steps[0].at], own.prefix) if own.prefix in earlier else ([], "")
    if not places or places[0].source is not on.build.source or " " in prefix:
        return None
    source, (start, _) = places[0]
    variable = "" if entry.state.variable("VIRTUAL_ENV") else f"ENV VIRTUAL_ENV={prefix}{source.newline}"
    text = f'{variable}ENV PATH="{prefix}/bin:$PATH"{source.newline}'
    return Fix(f"put {prefix}/bin on PATH", (Edit(source, Span(start, start), text),))
