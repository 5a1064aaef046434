from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Safety, Severity, Span, Step, rule


@rule(Entry, Severity.ERROR, Outcome.START, when=("made",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    obstacle, main = entry.obstacle("mode"), entry.main
    if obstacle is None or obstacle.at is None or main is None or on.build is None:
        return
    where = entry.state.where(main.words[0].value or "", cwd=main.cwd)
    copied, made = "COPY" in obstacle.what, obstacle.at
    steps = (step for stage in on.build.lineage(entry.stage) for step in stage.steps)
    step = next((one for one in steps if one.at.source is made.source and one.at.span.contains(made.span)), None)
    yield Problem(
        entry.at,
        f"the container cannot start: {obstacle.said}",
        "write COPY --chmod=755" if copied else f"add && chmod +x {where}",
        _fix(step) if copied and step is not None else None,
        related=(Related(made, "this makes the file"),),
    )


def _fix(step: Step) -> Fix:
    """The COPY with a mode that lets everybody run what it brings."""
    source, mode = step.at.source, step.instruction.flag("chmod")
    end = step.instruction.keyword_span.end
    edit = Edit(source, Span(end, end), " --chmod=755") if mode is None else Edit(source, mode.span, "--chmod=755")
    return Fix("copy it with mode 755", (edit,), Safety.SAFE)
