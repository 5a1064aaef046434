from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Related, Safety, Severity, Span, Step, rule


@rule(Step, Severity.WARNING, Outcome.RISK, when=("CMD again", "ENTRYPOINT again", "HEALTHCHECK again"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    keyword, stage = step.instruction.keyword, on.stage_of(step)
    later = [one for one in stage.steps[step.index + 1 :] if one.instruction.keyword == keyword]
    if not later or keyword not in ("CMD", "ENTRYPOINT", "HEALTHCHECK"):
        return
    last = later[-1]
    yield Problem(
        Place(step.at.source, step.instruction.keyword_span),
        f"this {keyword} does nothing: of several in one stage only the last counts",
        f"remove it, or write one {keyword} that does both",
        _fix(step, on) if alike(step, last) else None,
        related=(Related(Place(last.at.source, last.instruction.keyword_span), "this one counts"),),
    )


def alike(step: Step, last: Step) -> bool:
    """Whether the last one surely stands for this one: it starts the same program, or this one starts but a shell.

    Something else, `CMD pip install` for instance, may have been meant to happen too.
    """
    if step.instruction.keyword == "HEALTHCHECK":
        return True
    first, second = started(step), started(last)
    name = first[0].rpartition("/")[2]
    return (
        bool(first[0])
        and "install" not in first
        and (name in ("sh", "bash") and len(first) == 1 or first[0] == second[0])
    )


def started(step: Step) -> list[str]:
    """The words of a CMD or ENTRYPOINT, one at least."""
    launch = step.after.cmd if step.instruction.keyword == "CMD" else step.after.entrypoint
    if launch is None:
        return [""]
    if launch.words is not None:
        return [word.value or "" for word in launch.words] or [""]
    return (launch.text.text if launch.text is not None else "").strip(" \t").split(" ")


def _fix(step: Step, on: Context) -> Fix | None:
    """The lines of the instruction away."""
    source, (start, end) = step.at
    if on.build is None or not any(one is step.instruction for one in on.build.dockerfile.instructions):
        return None
    line, last = source.line_span(source.line_at(start)), source.line_span(source.line_at(max(start, end - 1)))
    stop = source.text.find("\n", last.end) + 1
    if not stop or source.text[line.start : start].strip(" \t"):
        return None
    edit = Edit(source, Span(line.start, stop), "")
    return Fix(f"remove the {step.instruction.keyword} that does nothing", (edit,), Safety.SAFE)
