from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Severity, Span, rule


@rule(Entry, Severity.ERROR, Outcome.START, when=("not root",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    obstacle = entry.obstacle("root")
    if obstacle is None or obstacle.at is None:
        return
    name = (entry.state.user.value or "").partition(":")[0]
    yield Problem(
        entry.at,
        f"the container cannot start: {obstacle.said}",
        f"keep it elsewhere, in /opt or /home/{name}, or set UV_PYTHON_INSTALL_DIR, HOME or --prefix for what made it",
        _fix(entry, on, obstacle.what),
        related=(Related(obstacle.at, "this user"),),
    )


def _fix(entry: Entry, on: Context, hidden: str) -> Fix | None:
    """A folder for uv's Pythons that everybody may look into, named above the RUN that brings this one."""
    owner, build = entry.environment, on.build
    made = owner.at if owner is not None else None
    if build is None or made is None or "/uv/python/" not in hidden or entry.state.variable("UV_PYTHON_INSTALL_DIR"):
        return None
    steps = [step for stage in build.lineage(entry.stage) for step in stage.steps]
    step = next((one for one in steps if one.at.source is made.source and one.at.span.contains(made.span)), None)
    if step is None or step.instruction.keyword != "RUN" or step.at.source is not build.source:
        return None
    source, (start, _) = step.at
    edit = Edit(source, Span(start, start), f"ENV UV_PYTHON_INSTALL_DIR=/opt/python{source.newline}")
    return Fix("let uv keep its Python in /opt/python", (edit,))
