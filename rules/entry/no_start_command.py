from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Stage, rule

PROMPTS = frozenset({"bash", "sh", "python", "python3"})


@rule(Stage, Severity.INFO, Outcome.START, strict=True)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    state = stage.final
    if not on.ships(stage) or stage.entry is not None or on.build is None or not stage.steps:
        return
    launch = state.cmd
    words = launch.words if launch is not None else ()
    if launch is not None and (launch.stage is not None or not words or len(words) != 1):
        return
    name = (words[0].value or "").rpartition("/")[2] if words else ""
    if words and name not in PROMPTS or state.entrypoint is not None and state.entrypoint.words is None:
        return
    if not words and state.entrypoint is not None:
        return
    said = f"{stage.base.name} starts {name}, which ends at once without a terminal" if name else "nothing says what"
    title = stage.title if len(on.build.stages) > 1 else "this image"
    yield Problem(
        stage.at,
        f"{title} starts no program of its own: {said}",
        'end it with CMD ["python", "serve.py"] or the like',
    )
