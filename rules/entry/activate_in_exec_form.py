from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, rule

SHELL_SIGNS = frozenset("'\"\\$&|;<>*?`(){}")


@rule(Entry, Severity.ERROR, Outcome.START, when=("exec-form & source", "exec-form & .", "exec-form & conda"))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    """The word that should activate is the whole of argv[0] (`". .venv/bin/activate"`), or follows `source` or `.`."""
    if entry.shell_form:
        return
    words = [word.value for word in entry.argv]
    if any(value is None for value in words[:2]):
        return
    first = (words[0] or "").split(" ")
    if first[0] not in ("source", ".", "conda"):
        return
    inline = len(first) > 1
    script = first[1] if inline else (words[1] or "" if len(words) > 1 else "")
    if script != "activate" if first[0] == "conda" else not script.endswith("activate"):
        return
    rest = [word.value or "" for word in (entry.argv[1:] if inline else entry.argv[2:])]
    rest = (first[2:] if inline else []) + rest
    prefix = _prefix(entry, script.removesuffix("/bin/activate")) if script.endswith("/bin/activate") else None
    if first[0] == "conda" and rest:
        prefix = _of_conda(entry, rest[0])
        rest = rest[1:]
    while rest and rest[0] in ("&&", ";"):
        rest = rest[1:]
    message = (
        f"the container cannot start: '{words[0]}' is looked up as a program, and activation is a matter of the shell "
        "that an exec form does not have"
    )
    if first[0] == "conda" and not inline:
        message = (
            "the container cannot start: conda activate works only in a shell that conda has prepared, "
            "and an exec form has none"
        )
    if prefix is None:
        yield Problem(entry.argv[0].at, message, "start the environment's own python by its path")
        return
    change = f'ENV PATH="{prefix}/bin:$PATH"'
    if any(SHELL_SIGNS & set(word) or not word for word in rest):
        rest = []
    plain = ", ".join(f'"{word}"' for word in rest)
    fix = None
    if prefix in entry.state.environments and plain and entry.argv[0].at.source is entry.at.source:
        source, span = entry.at
        keyword = source.text[span.start : span.end].split("[", 1)[0]
        known = entry.state.environments[prefix].kind == "conda" or entry.state.variable("VIRTUAL_ENV") or " " in prefix
        first_line = "" if known else f"ENV VIRTUAL_ENV={prefix}{source.newline}"
        edit = Edit(source, span, f"{first_line}{change}{source.newline}{keyword}[{plain}]")
        fix = Fix(
            f"put {prefix}/bin on PATH and start {rest[0]} directly",
            (edit,),
            Safety.UNSAFE if _goes_on(entry, on) else Safety.SAFE,
        )
    start = f"{_keyword(entry)} [{plain}]" if plain else "start the program directly"
    yield Problem(entry.argv[0].at, message, f"write {change} and {start}", fix)


def _prefix(entry: Entry, folder: str) -> str | None:
    """The environment that is meant: the one at that path, or the only one whose path ends so."""
    where = entry.state.spelled(folder)
    if where is None or where in entry.state.environments:
        return where
    name = folder.rsplit("/", 1)[-1]
    named = [prefix for prefix in entry.state.environments if prefix.endswith(f"/{name}")]
    return named[0] if len(named) == 1 else where


def _goes_on(entry: Entry, on: Context) -> bool:
    """Whether a RUN below the instruction would see its variables too."""
    stages = on.build.lineage(entry.stage) if on.build is not None else ()
    later = (step for stage in stages for step in stage.steps if step.at.span.start > entry.at.span.start)
    return any(step.instruction.keyword == "RUN" for step in later)


def _of_conda(entry: Entry, name: str) -> str | None:
    """The environment of conda that has that name or path; None when it is not there or unknown."""
    every = [one.prefix for one in entry.state.environments.values() if one.kind == "conda"]
    named = [prefix for prefix in every if prefix == name or prefix.endswith(f"/envs/{name}")]
    return named[0] if len(named) == 1 else None


def _keyword(entry: Entry) -> str:
    source, span = entry.at
    return source.text[span.start : span.end].split("[", 1)[0].rstrip(" \t")
