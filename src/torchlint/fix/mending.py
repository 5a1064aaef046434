"""All files: which belong together, and what becomes of them."""

from __future__ import annotations

from torchlint.fix.choice import allowed
from torchlint.fix.novelty import news
from torchlint.fix.passes import settle
from torchlint.fix.shapes import Mended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.findings import Finding
    from torchlint.fix.passes import Settled
    from torchlint.fix.shapes import Changed, Look, Seen, Wishes


def mend(look: Look, wishes: Wishes) -> Mended:
    """Make all fixes that the user allows in everything that `look` reads."""
    first = look({}, None)
    islands = _islands(first, wishes)
    settled = [settle(look, wishes, paths) for paths in islands]
    texts = {path: one.text for island in settled for path, one in island.files.items()}
    last = look(texts, None) if texts else first
    if len(islands) > 1 and _beyond(first, last, set(texts)):
        # What is mended in one place shows in another, so all must be judged together.
        settled = [settle(look, wishes, None)]
        last = settled[0].last
    return Mended(
        first,
        last,
        tuple(group for island in settled for group in _groups(island)),
        tuple(sorted(told for island in settled for told in island.fixed)),
        tuple(refused for island in settled for refused in island.refused),
        tuple(circle for island in settled for circle in island.circles),
        tuple(sorted({rule for island in settled for rule in island.restless})),
    )


def _islands(first: Seen, wishes: Wishes) -> list[tuple[str, ...] | None]:
    """The files in which there is something to fix, each with all that belong to it; None stands for all files."""
    bonds = _Bonds()
    project, report = first.project, first.report
    own = [one.source.path for one in project.dockerfiles]
    own += [source.path for source in (*project.requirements, *project.environments)]
    for path in own:
        bonds.tie((path,))
    for build in report.builds:
        bonds.tie((build.source.path, *(file.source.path for file in build.requirements)))
    for finding in (*report.findings, *first.guard.findings):
        bonds.tie(paths_of(finding))
    wanted = {bonds.root(finding.at.source.path) for finding in report.findings if allowed(finding, wishes) is not None}
    found: dict[str, list[str]] = {}
    for path in dict.fromkeys(own):
        found.setdefault(bonds.root(path), []).append(path)
    if len(found) == 1 and wanted:
        return [None]
    return [tuple(paths) for root, paths in found.items() if root in wanted]


def _beyond(first: Seen, last: Seen, touched: set[str]) -> bool:
    """True if something is said of files that no fix touched that was not said before."""

    def others(findings: Iterable[Finding]) -> list[Finding]:
        return [one for one in findings if one.at.source.path not in touched]

    return any(
        news(others(was.findings), others(now.findings), {})
        for was, now in ((first.report, last.report), (first.guard, last.guard))
    )


def _groups(island: Settled) -> list[tuple[Changed, ...]]:
    bonds = _Bonds()
    for paths in island.ties:
        bonds.tie(paths)
    groups: dict[str, list[Changed]] = {}
    for path, one in island.files.items():
        if one.text != one.source.text:
            groups.setdefault(bonds.root(path), []).append(one)
    return [tuple(group) for group in groups.values()]


class _Bonds:
    """Which names belong together."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def root(self, name: str) -> str:
        """One name that stands for all that belong to this one."""
        while (above := self.above.setdefault(name, name)) != name:
            self.above[name] = self.above.setdefault(above, above)
            name = above
        return name

    def tie(self, names: Iterable[str]) -> None:
        first, *others = map(self.root, names)
        for other in others:
            self.above[self.root(other)] = self.root(first)


def paths_of(finding: Finding) -> list[str]:
    """The files that a finding and its fixes name, by path as shown."""
    edits = [edit.source.path for fix in finding.fixes for edit in fix.edits]
    return [finding.at.source.path, *(related.at.source.path for related in finding.related), *edits]
