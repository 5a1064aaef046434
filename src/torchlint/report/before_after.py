"""What fixes did to images: the evidence before and after, and what was taken back."""

from __future__ import annotations

from torchlint.report.styled import Piece, brief, shown
from torchlint.verify.before_after import Turn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from torchlint.report.styled import Layout
    from torchlint.verify.before_after import Compared, Dropped, Judged
    from torchlint.verify.evidence import Evidence
    from torchlint.verify.port import Image
    from torchlint.verify.verifying import Verdict

_SHOWN_LINES = 15


def render(compared: Compared, tool: str, level: Evidence, layout: Layout) -> Iterator[Piece]:
    """The evidence as text. `tool`: the name and version of what gave it."""
    harmful = list({id(one.judged): one.judged for one in compared.dropped if one.judged is not None}.values())
    if not compared.judged and not harmful:
        return
    yield Piece(f"Evidence by {shown(tool)} (asked for: {level.word}):\n", "strong")
    for one in compared.judged:
        yield from _one(one, "", layout)
    for one in harmful:
        yield from _one(one, " with fixes that were therefore not made", layout)
    yield Piece("\n")


def _one(one: Judged, which: str, layout: Layout) -> Iterator[Piece]:
    before, after = one.before, one.after
    built = after.built
    line = built.line if built is not None and built.image is None else None
    yield Piece("  ")
    yield Piece(f"{shown(one.path)}{'' if line is None else f':{line}'}", "place")
    yield Piece(f": {_TURNS[one.turn]}: {before.reached.word} before, {after.reached.word} after{which}\n")
    for said in _details(one):
        yield Piece(f"    {shown(brief(said, layout.cut))}\n")
    if built is not None and built.image is None and built.log:
        yield Piece("    the last that this step said:\n")
        for text in built.log[-_SHOWN_LINES:]:
            yield Piece(f"      {shown(brief(text, layout.cut))}\n", "gutter")


_TURNS = {
    Turn.MENDED: "mended",
    Turn.KEPT: "works as before",
    Turn.FAILING: "still fails",
    Turn.BROKEN: "would break",
    Turn.UNKNOWN: "cannot be told",
}


def _details(one: Judged) -> Iterator[str]:
    before, after = one.before, one.after
    if one.turn is Turn.FAILING and one.same_step:
        yield f"at the same step as before: {after.why}"
        return
    if before.why:
        yield f"before: {before.why}"
    if after.why:
        yield f"after: {after.why}"
    sizes = [_size(verdict.image) for verdict in (before, after)]
    if any(sizes):
        yield f"image: {sizes[0] or 'none'} before, {sizes[1] or 'none'} after"


def _size(image: Image | None) -> str:
    return "" if image is None or not image.size else f"{image.size / 1e6:,.1f} MB in {image.layers} layers"


def as_object(compared: Compared, tool: tuple[str, str], level: Evidence) -> dict[str, Any]:
    """The evidence for programs."""
    return {
        "asked": level.word,
        "tool": {"name": tool[0], "version": tool[1]},
        "dockerfiles": [_judged(one) for one in compared.judged],
        "taken_back": [_dropped(one) for one in compared.dropped],
    }


def _judged(one: Judged) -> dict[str, Any]:
    return {
        "path": one.path,
        "turn": one.turn.value,
        "same_step": one.same_step if one.turn is Turn.FAILING else None,
        "before": _verdict(one.before),
        "after": _verdict(one.after),
    }


def _dropped(one: Dropped) -> dict[str, Any]:
    told, fault = one.refused
    return {
        "path": told.path,
        "line": told.line,
        "rule": told.rule,
        "title": told.title,
        "why": fault.why,
        "judged": None if one.judged is None else _judged(one.judged),
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    built, image = verdict.built, verdict.image
    failed = built if built is not None and built.image is None else None
    return {
        "reached": verdict.reached.word,
        "proven": verdict.proven,
        "why": verdict.why or None,
        "step": None if failed is None else failed.step or None,
        "line": None if failed is None else failed.line,
        "log": [] if failed is None else list(failed.log),
        "size_bytes": None if image is None else image.size,
        "layers": None if image is None else image.layers,
    }
