from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Related, Safety, Severity, Stage, Step, rule


@rule(Stage, Severity.INFO, Outcome.RISK, when=("no WORKDIR",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(stage.index):
        return
    # An image of nothing has no other folder; in another one that an image brings files may well be meant to lie.
    if stage.base.kind == "scratch" or stage.initial.spelled(".") != "/":
        return
    found = [(step, target) for step in stage.steps if (target := step.placed_in_base_folder) is not None]
    if not found:
        return
    (step, (word, at)), *others = found
    yield Problem(
        at,
        f"there is no WORKDIR above, and {stage.base.name} has none: {word} is in /, among the system's own folders",
        "write WORKDIR /app above, or the whole path",
        _fix(step, word, at),
        related=tuple(Related(place, "this too") for _, (_, place) in others[:5]),
    )


def _fix(step: Step, word: str, at: Place) -> Fix | None:
    """The folder written out, where that is all."""
    source, span = at
    if step.instruction.keyword != "WORKDIR" or source.text[span.start : span.end] != word:
        return None
    path = f"/{word.removeprefix('./')}"
    return Fix(f"write {path}", (Edit(source, span, path),), Safety.SAFE)
