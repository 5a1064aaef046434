from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Severity, Span, Step, rule

MEANT = ("", ".", "..", "node_modules/.bin")
"""What is to be looked up from where one is."""


@rule(Step, Severity.WARNING, Outcome.RISK, when=("ENV & PATH relative",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    for one in step.declared:
        if step.instruction.keyword != "ENV" or one.name != "PATH":
            continue
        before = step.before.env.get("PATH")
        old = set((before.value or "").split(":")) if before is not None else set()
        for entry in (one.value or _written(step, one.at)).split(":"):
            if not entry or entry.startswith(("/", "$")) or entry.removeprefix("./") in MEANT or entry in old:
                continue
            if entry.startswith("~"):
                what = (
                    f"{entry} stays in PATH as it is: no shell reads ENV, and of what searches PATH only bash knows ~"
                )
                change = f"write the home folder out: /root{entry[1:]}"
            elif entry.startswith(('"', "'")):
                what, change = f"the quotes stay in PATH: no folder is called {entry}", "write it without these quotes"
            else:
                what = f"{entry} in PATH is looked up from wherever a program is started, not from the root"
                change = f"write /{entry}, or the folder that is meant"
            yield Problem(one.at, what, change, _fix(step, one.at, entry))
            break


def _written(step: Step, at: Place) -> str:
    """The entries that are known where another one is not: those before it, with the values of their variables."""
    text = at.source.text[at.span.start : at.span.end].removeprefix("PATH")[1:].strip("\"' \t")
    entries: list[str] = []
    # `${NAME:-word}` has a colon of its own.
    if any(entry.count("{") != entry.count("}") for entry in text.split(":")):
        return ""
    for entry in text.split(":"):
        name = entry[2:].partition("}")[0] if entry.startswith("${") else ""
        known = step.before.variable(name) if name.isidentifier() else None
        value = (
            entry
            if not name
            else None
            if known is None or known.value is None
            else known.value + entry[len(name) + 3 :]
        )
        if value is None or "$" in value or "\\" in value or '"' in value:
            continue
        entries.append(value)
    return ":".join(entries)


def _fix(step: Step, at: Place, entry: str) -> Fix | None:
    """The folder that is there: from the working directory, or from the root."""
    source, (start, end) = at
    if entry.startswith("~"):
        found = f"/root{entry[1:]}" if step.before.user.value in ("root", "0") else None
    else:
        meant = (step.before.spelled(entry), f"/{entry}")
        found = next((one for one in meant if one is not None and isinstance(step.before.find(one), tuple)), None)
    if found is None or source.text.count(entry, start, end) != 1:
        return None
    begin = source.text.index(entry, start, end)
    return Fix(f"write {found}", (Edit(source, Span(begin, begin + len(entry)), found),))
