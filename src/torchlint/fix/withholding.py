"""Unsafe fixes that wait for the user's word: what each may change."""

from __future__ import annotations

from torchlint.findings import Safety
from torchlint.fix.choice import allowed, candidate
from torchlint.fix.mending import paths_of
from torchlint.fix.moves import Moves, by_path, changed
from torchlint.fix.sameness import compare
from torchlint.fix.shapes import Fault, Refused, Told, Withheld
from torchlint.fix.trial import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.findings import Finding
    from torchlint.fix.shapes import Look, Mended, Seen, Wishes


def withheld(look: Look, wishes: Wishes, mended: Mended) -> tuple[tuple[Withheld, ...], tuple[Refused, ...]]:
    """The unsafe fixes that are left and that the user did not allow, each with what it may change; and those that
    would be refused all the same."""
    texts = {one.source.path: one.text for group in mended.groups for one in group}
    daring = wishes._replace(unsafe=lambda _finding: True)
    waiting: list[Withheld] = []
    refused: list[Refused] = []
    seen: dict[tuple[str, ...] | None, Seen] = {}
    for finding in mended.last.report.findings:
        fix = None if allowed(finding, wishes) else allowed(finding, daring)
        if fix is None or fix.safety is Safety.SAFE:
            continue
        told = Told.of(finding, fix)
        made = candidate(finding, fix, daring)
        if isinstance(made, Fault):
            refused.append(Refused(told, made))
            continue
        mine = by_path(made.changes)
        both = {path: (text := _text(finding, path), changed(text, some)) for path, some in mine.items()}
        paths = _around(mended.last, finding)
        if paths not in seen:
            seen[paths] = look(texts, paths)
        before = seen[paths]
        after = look({**texts, **{path: new for path, (_, new) in both.items()}}, paths)
        why = fault([made], both, {path: Moves(some) for path, some in mine.items()}, before, after)
        if why is not None:
            refused.append(Refused(told, why))
            continue
        now = {build.source.path: build for build in after.report.builds}
        differences: list[str] = []
        for build in before.report.builds:
            if build.source.path in now:
                differences += compare(build, now[build.source.path], before.world, every_stage=True).differences
        dockerfiles = tuple(one.source.path for one in before.project.dockerfiles)
        waiting.append(Withheld(told, tuple(dict.fromkeys(differences)), dockerfiles))
    return tuple(waiting), tuple(refused)


def _text(finding: Finding, path: str) -> str:
    return next(edit.source.text for fix in finding.fixes for edit in fix.edits if edit.source.path == path)


def _around(seen: Seen, finding: Finding) -> tuple[str, ...] | None:
    """The files to look at for one finding: those that it and its fix name, and the Dockerfiles that lead to these;
    None for all."""
    named = set(paths_of(finding))
    project = seen.project
    leading = {
        build.source.path
        for build in seen.report.builds
        if build.source.path in named or any(file.source.path in named for file in build.requirements)
    }
    sources = (*(one.source for one in project.dockerfiles), *project.requirements, *project.environments)
    return tuple(source.path for source in sources if source.path in named or source.path in leading) or None
