"""Exact versions for what is open: what is found today is written behind each name, and nothing else changes."""

from __future__ import annotations

from torchlint.findings import Confidence, Finding, Fix, Outcome, Safety, Severity
from torchlint.fix.moves import Change, Moves, by_path, changed
from torchlint.fix.shapes import Candidate, Changed, Fault, Need, Refused, Told
from torchlint.fix.trial import fault
from torchlint.record import NamedTuple
from torchlint.syntax.requirements import parse_requirement
from torchlint.text import Edit, Place, Span, decoded
from torchlint.verify.resolve import resolved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from torchlint.fix.shapes import Look, Mended, Seen
    from torchlint.model.command import Install, Requested
    from torchlint.syntax.reference import Reference
    from torchlint.verify.resolve import Asking, Resolved
    from torchlint.verify.uv import Uv

PIN = "pin"
"""How these fixes are called where a rule's name would stand."""


class Pin(NamedTuple):
    """One place where a version, digest or commit is to be written. `title`: in the imperative."""

    at: Place
    edit: Edit
    title: str


class Left(NamedTuple):
    """What stays open, and why."""

    at: Place
    title: str
    why: str


def packages(seen: Seen, uv: Uv, asking: Asking) -> Iterator[Pin | Left]:
    """Pins for what installs ask for without an upper bound."""
    found: dict[tuple[str, int], tuple[Requested, set[str | None]]] = {}
    for build in seen.report.builds:
        for one in resolved(build, seen.world, uv, asking, every_stage=True):
            if one.install is None:
                continue
            wanted = [item for item in one.install.requested if _open(one.install, item)]
            if wanted and one.versions is None:
                names = ", ".join(dict.fromkeys(item.requirement.name for item in wanted))
                yield Left(one.install.at, f"write a version for {names}", one.why)
                continue
            for item in wanted:
                key = item.at.source.path, item.at.span.start
                found.setdefault(key, (item, set()))[1].add(_version(one, item))
    for item, versions in found.values():
        yield from _pin(item, versions)
    yield from _of_no_image(seen)


def _open(install: Install, one: Requested) -> bool:
    requirement = one.requirement
    if one.constraint or one.declared or not requirement.open or install.applies(one) is False:
        return False
    # What another line or a constraint bounds is not open, and a file for a resolver is meant to be.
    bounded = any(
        other.requirement.name == requirement.name and not other.requirement.open for other in install.requested
    )
    return not bounded and not one.at.source.path.endswith(".in")


def _version(one: Resolved, item: Requested) -> str | None:
    return None if one.versions is None else one.versions.get(item.requirement.name)


def _pin(item: Requested, versions: set[str | None]) -> Iterator[Pin | Left]:
    name = item.requirement.name
    if len(versions) > 1:
        said = " and ".join(sorted(version or "none" for version in versions))
        yield Left(item.at, f"write a version for {name}", f"installs that read it would take different ones: {said}")
        return
    (version,) = versions
    if version is None:
        yield Left(item.at, f"write a version for {name}", "uv takes none: its marker does not hold there")
        return
    span = _specifier(item)
    if span is None:
        yield Left(item.at, f"write a version for {name}", "it is put together from pieces; write it as one word")
        return
    yield Pin(item.at, Edit(item.at.source, span, f"=={version}"), f"write {name}=={version}")


def _specifier(item: Requested) -> Span | None:
    """The bytes that `==version` replaces; None if what is written is not what is read."""
    requirement, shift = item.requirement, _shift(item)
    behind = (requirement.extras_span or requirement.name_span).end
    start, end = requirement.specifier_span or (behind, behind)
    return None if shift is None else Span(shift + start, shift + end)


def _shift(item: Requested) -> int | None:
    """What to add to a requirement's places for those of its file; None if what is written is not what is read."""
    (source, span), requirement = item.at, item.requirement
    if requirement.span == span:
        return 0
    # Words of a command are read on their own: places count from the word's begin, after its quote.
    written = source.text[span.start : span.end]
    quoted = written[:1] in ("'", '"') and written[-1:] == written[:1]
    inner = written[1:-1] if quoted else written
    same = parse_requirement(inner, editable=requirement.editable) == requirement
    return span.start + quoted if same else None


def _of_no_image(seen: Seen) -> Iterator[Left]:
    """Requirements files that no Dockerfile installs: nothing says for which Python they are."""
    from torchlint.syntax.requirements import Requirement, parse

    read = {file.source.path for build in seen.report.builds for file in build.requirements}
    for source in seen.project.requirements:
        if source.path in read or source.path.endswith(".in"):
            continue
        lines = [one for one in parse(source).lines if isinstance(one, Requirement) and one.open]
        if lines:
            why = "no Dockerfile here installs it, so nobody says for which Python and platform"
            yield Left(Place(source, lines[0].span), "write versions", why)


def images(seen: Seen, digest_of: Callable[[Reference], str]) -> Iterator[Pin | Left]:
    """Digests behind the tags of base images. `digest_of` raises Unknown of the registry's module."""
    from torchlint.verify.registry import Unknown

    for build in seen.report.builds:
        for stage in build.stages:
            base = stage.base
            reference = base.reference
            if stage.parent is not None or reference is None or base.name == "scratch" or reference.digest is not None:
                continue
            title = f"add the digest of {base.name}"
            if base.at.source.show(base.at.span) != base.name:
                yield Left(base.at, title, "a variable names it; write the digest into its default")
                continue
            try:
                digest = digest_of(reference)
            except Unknown as error:
                yield Left(base.at, title, str(error))
                continue
            end = base.at.span.end
            text = f"@{digest}" if reference.tag is not None else f":latest@{digest}"
            yield Pin(base.at, Edit(base.at.source, Span(end, end), text), f"{title}, {digest[:19]}")


def repositories(seen: Seen, commit_of: Callable[[str, str | None], str]) -> Iterator[Pin | Left]:
    """Commits in the place of the branches and tags of repositories. `commit_of` raises Unknown of its module."""
    from torchlint.syntax.link import path_end
    from torchlint.verify.remotes import Unknown

    places: dict[tuple[str, int], Requested] = {}
    for build in seen.report.builds:
        for install in build.installs():
            for one in install.requested:
                if one.requirement.kind == "vcs" and not _is_commit(one.requirement.ref):
                    places.setdefault((one.at.source.path, one.at.span.start), one)
    for one in places.values():
        requirement, shift = one.requirement, _shift(one)
        url = decoded(requirement.url or "")
        name = url.removeprefix("git+")
        title = f"write the commit of {name.partition('#')[0]}"
        end = path_end(url)
        if shift is None or requirement.url_span is None or "$" in url or not url.isprintable():
            yield Left(one.at, title, "it is put together from pieces")
        elif not url.startswith("git+"):
            yield Left(one.at, title, "only git is asked")
        else:
            ref = requirement.ref
            repository = url[4 : end - len(ref) - 1] if ref is not None else url[4:end]
            try:
                commit = commit_of(repository, ref)
            except Unknown as error:
                yield Left(one.at, title, str(error))
                continue
            start = shift + requirement.url_span.start
            span = Span(start + end - (len(ref) + 1 if ref is not None else 0), start + end)
            yield Pin(one.at, Edit(one.at.source, span, f"@{commit}"), f"{title}, {commit[:12]}")


def _is_commit(ref: str | None) -> bool:
    return ref is not None and len(ref) in (40, 64) and not ref.strip("0123456789abcdef")


def pinned(look: Look, mended: Mended, found: Iterable[Pin | Left], wanted: Callable[[Finding], bool]) -> Mended:
    """`mended` with the pins that keep the laws of fixes; the others and what was left are refused in it."""
    every = list(dict.fromkeys(found))
    pins = [one for one in every if isinstance(one, Pin)]
    left = [one for one in every if isinstance(one, Left)]
    candidates = [one for one in map(_candidate, pins) if wanted(one.finding)]
    work = _Work(look, mended)
    accepted = work.attempt([], candidates)
    return work.merged(accepted, [refused(one) for one in left])


class _Work:
    def __init__(self, look: Look, mended: Mended) -> None:
        self.look = look
        self.mended = mended
        self.begun = {one.source.path: one.text for group in mended.groups for one in group}
        self.last = mended.last
        self.refused: list[Refused] = []

    def attempt(self, accepted: list[Candidate], batch: list[Candidate]) -> list[Candidate]:
        """`accepted` with as many of `batch` as keep the laws."""
        if not batch:
            return accepted
        seen = self.tried([*accepted, *batch])
        if not isinstance(seen, Fault):
            self.last = seen
            return [*accepted, *batch]
        if len(batch) == 1:
            self.refused.append(Refused(Told.of(batch[0].finding, batch[0].fix), seen))
            return accepted
        middle = len(batch) // 2
        return self.attempt(self.attempt(accepted, batch[:middle]), batch[middle:])

    def tried(self, batch: Sequence[Candidate]) -> Seen | Fault:
        changes = by_path(dict.fromkeys(change for one in batch for change in one.changes))
        olds = {edit.source.path: edit.source.text for one in batch for edit in one.fix.edits}
        texts = {path: (olds[path], changed(olds[path], mine)) for path, mine in changes.items()}
        after = self.look({**self.begun, **{path: new for path, (_, new) in texts.items()}}, None)
        moved = {path: Moves(mine) for path, mine in changes.items()}
        return fault(batch, texts, moved, self.mended.last, after) or after

    def merged(self, accepted: Sequence[Candidate], left: Sequence[Refused]) -> Mended:
        changes = by_path(dict.fromkeys(change for one in accepted for change in one.changes))
        sources = {edit.source.path: edit.source for one in accepted for edit in one.fix.edits}
        new = {path: changed(sources[path].text, mine) for path, mine in changes.items()}
        groups = [
            tuple(one._replace(text=new.pop(one.source.path, one.text)) for one in group)
            for group in self.mended.groups
        ]
        groups += [(Changed(sources[path], text),) for path, text in new.items()]
        told = [Told.of(one.finding, one.fix) for one in accepted]
        return self.mended._replace(
            last=self.last,
            groups=tuple(groups),
            fixed=tuple(sorted((*self.mended.fixed, *told))),
            refused=(*self.mended.refused, *self.refused, *left),
        )


def _candidate(pin: Pin) -> Candidate:
    # Today's build would take the same: nothing changes but what later ones take.
    fix = Fix(pin.title, (pin.edit,), Safety.SAFE)
    change = Change(pin.edit.source.path, pin.edit.span, pin.edit.text)
    return Candidate(_finding(pin.at, pin.title, fix), fix, (change,), Need.NOTHING)


def refused(left: Left) -> Refused:
    """What stays open, as a fix that was not made."""
    fix = Fix(left.title, (), Safety.SAFE)
    return Refused(Told.of(_finding(left.at, left.title, fix), fix), Fault(left.why))


def _finding(at: Place, title: str, fix: Fix) -> Finding:
    return Finding(
        PIN, PIN, Severity.ERROR, Confidence.HIGH, Outcome.RISK, title, "", at, (), None, (fix,), None, None, "", None
    )
