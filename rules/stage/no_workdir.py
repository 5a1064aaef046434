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
    found = [(step, target) for step in stage.steps if (target := _relative(step)) is not None]
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


def _relative(step: Step) -> tuple[str, Place] | None:
    """What the step is given as the place of its files, where that is relative to the base image's folder."""
    if step.before.workdir.at is not None or (target := step.target_written) is None:
        return None
    word = target[0]
    return None if not word or word[0] in "/$~" or "\\" in word or word[1:2] == ":" else target


def _fix(step: Step, word: str, at: Place) -> Fix | None:
    """The folder written out, where that is all."""
    source, span = at
    if step.instruction.keyword != "WORKDIR" or source.text[span.start : span.end] != word:
        return None
    path = f"/{word.removeprefix('./')}"
    return Fix(f"write {path}", (Edit(source, span, path),), Safety.SAFE)
