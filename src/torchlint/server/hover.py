"""What the editor shows at a place: the prediction at that step, and the pages of rules that say something there."""

from __future__ import annotations

from torchlint import catalog, page
from torchlint.cli.outputs import page_of
from torchlint.model.build import predict
from torchlint.model.outlook import outlook
from torchlint.model.snapshot import SOMEWHERE
from torchlint.model.torch_held import changes
from torchlint.project import read
from torchlint.record import NamedTuple
from torchlint.text import Span, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.catalog import Entry
    from torchlint.findings import Finding
    from torchlint.model.build import Build, Step
    from torchlint.model.command import Install
    from torchlint.model.outlook import EntryOutlook, StageOutlook
    from torchlint.server.sights import Sight

_MOST_NAMED = 20
_LAUNCHERS = ("CMD", "ENTRYPOINT")


class Hint(NamedTuple):
    """Markdown, and the bytes that it is about."""

    text: str
    span: Span


def hint(sight: Sight, shown_path: str, offset: int, findings: Iterable[Finding]) -> Hint | None:
    """All there is to say of the byte at `offset` of a file, by its path as messages show it."""
    seen, view = sight.seen, sight.view
    if seen is None or view is None:
        return None
    texts: list[str] = []
    spans: list[Span] = []
    build = next((build for build in seen.report.builds if build.source.path == shown_path), None)
    if build is not None:
        for text, span in _predicted(sight, build, offset):
            texts.append(text)
            spans.append(span)
    found = list(findings)
    texts += _pages(found, view.rules.values())
    spans += [finding.at.span for finding in found]
    if not texts:
        return None
    return Hint("\n\n---\n\n".join(texts), min(spans, key=lambda span: span.end - span.start))


def _pages(findings: list[Finding], rules: Iterable[Entry]) -> list[str]:
    """A rule's whole page if it is one; of several what is said before their examples."""
    entries = {finding.rule: catalog.find(finding.rule, rules) for finding in findings}
    known = [entry for entry in entries.values() if entry is not None]
    if len(known) == 1:
        return [page_of(known[0]).rstrip("\n")]
    texts = []
    for entry in known:
        if not entry.module:
            texts.append(page_of(entry).rstrip("\n"))
            continue
        with open(catalog.page_path(entry), encoding="utf-8") as file:
            text = file.read()
        try:
            read = page.parse(text)
        except page.PageError:  # The examples of a pack need not be whole to be read.
            texts.append(page.shown(text).rstrip("\n"))
        else:
            texts.append(f"# {read.name}: {read.title}\n\n{read.prose}")
    return texts


def _predicted(sight: Sight, build: Build, offset: int) -> Iterator[tuple[str, Span]]:
    for stage in build.stages:
        if stage.instruction.span.start <= offset <= stage.instruction.span.end:
            rows = list(_of_stage(sight, build, stage.instruction.span, stage.index))
            if rows:
                title = f"After this `FROM` ({stage.title}):"
                yield _listed(title, rows), stage.instruction.span
    for step in (step for stage in build.stages for step in stage.steps):
        if not step.at.span.start <= offset <= step.at.span.end:
            continue
        installs = [one for one in step.installs if one.at.source is build.source]
        here = [one for one in installs if one.at.span.start <= offset <= one.at.span.end]
        if installs and (here or offset <= step.instruction.keyword_span.end):
            yield from _of_installs(sight, build, step, here or installs)
        elif step.instruction.keyword in _LAUNCHERS and build.stages:
            rows = list(_of_entry(sight, build, step))
            if rows:
                yield _listed("When a container starts:", rows), step.at.span


def _of_installs(sight: Sight, build: Build, step: Step, installs: list[Install]) -> Iterator[tuple[str, Span]]:
    assert sight.view is not None, "only what was seen is shown"
    torches = changes(build, sight.view.world)[1]
    for install in installs:
        rows = [("asks for", _asked(install))]
        if install.environment is not None:
            rows.append(("into", f"`{_readable(install.environment.root.removeprefix(f'{SOMEWHERE}/'))}`"))
        if install.refused:
            rows.append(("ends with", "an error: the distribution manages this Python"))
        change = torches.get(id(install))
        if change is not None and change.before.there and change.before != change.after:
            rows.append(("torch before it", _readable(change.before.told)))
        yield _listed(f"This `{install.tool}` install:", rows), install.at.span
    rows = list(_of_stage(sight, build, step.at.span, step.stage))
    if rows:
        yield _listed("After this step:", rows), step.at.span


def _asked(install: Install) -> str:
    names = [
        f"{one.requirement.name or one.requirement.url or '?'}{one.requirement.specifier}"
        for one in install.requested
        if not one.constraint
    ]
    told = ", ".join(f"`{_readable(name)}`" for name in names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    rest = "" if install.complete else " and what cannot be read here"
    return (told or "nothing that can be read") + more + (rest if told else "")


def _of_stage(sight: Sight, build: Build, upto: Span, index: int) -> Iterator[tuple[str, str]]:
    """What a stage holds after the instruction that ends where `upto` does: what it would hold if the file ended
    there."""
    view, seen = sight.view, sight.seen
    assert view is not None and seen is not None, "only what was seen is shown"
    path = seen.project.path_of(build.source.path)
    cut = f"{build.source.text[: upto.end]}\n".encode("latin-1")
    project = read((path,), settings_for=view.settings_for, overlay={**sight.state.overlay, path: cut})
    stages = [
        stage for one in project.dockerfiles for stage in outlook(predict(one, project, view.world), view.world).stages
    ]
    if index < len(stages):
        yield from _rows(stages[index])


def _rows(stage: StageOutlook) -> Iterator[tuple[str, str]]:
    base = f"`{_readable(stage.base)}`" if stage.base is not None else "unknown"
    yield "base", base + (f" ({stage.base_os})" if stage.base_os not in (None, "absent") else "")
    yield "`python` on PATH", stage.python or "unknown"
    yield "its torch", _torch(stage.torch, stage.torch_cuda)
    yield "CUDA toolkit", stage.cuda_toolkit or "unknown"
    yield "user", f"`{_readable(stage.user)}`" if stage.user is not None else "unknown"
    yield "workdir", f"`{_readable(stage.workdir)}`" if stage.workdir is not None else "unknown"
    for one in stage.environments:
        if one.packages:
            names = [f"`{_readable(package.name)} {_readable(package.version)}`" for package in one.packages]
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            python = f"Python {one.python or 'unknown'}, torch {_torch(one.torch, one.torch_cuda)}"
            yield f"`{_readable(one.prefix)}`", f"{python}; {', '.join(names[:_MOST_NAMED])}{more}"


def _torch(version: str | None, cuda: str | None) -> str:
    torch = "any version" if version == "*" else version or "unknown"
    if cuda is not None and cuda != version:
        torch += f" for {'CUDA ' if cuda[0].isdigit() else ''}{cuda}"
    return _readable(torch)


def _of_entry(sight: Sight, build: Build, step: Step) -> Iterator[tuple[str, str]]:
    assert sight.view is not None, "only what was seen is shown"
    final = outlook(build, sight.view.world).final
    if final.stage.number != step.stage:
        return
    yield from _of_program(final.entry)
    yield "Python", final.stage.python or "unknown"
    yield "torch", _torch(final.stage.torch, final.stage.torch_cuda)
    yield "user", f"`{_readable(final.stage.user)}`" if final.stage.user is not None else "unknown"


def _of_program(entry: EntryOutlook) -> Iterator[tuple[str, str]]:
    for label, value in (("program", entry.program), ("found at", entry.resolved_path), ("script", entry.script)):
        if value is not None:
            yield label, f"`{_readable(value)}`"
    starts = {True: "yes", False: "no", None: "unknown"}[entry.starts]
    yield "starts", starts + (f": {_readable(entry.why)}" if entry.why else "")


def _listed(title: str, rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join((f"**{title}**", "", *(f"- {label}: {value}" for label, value in rows)))


def _readable(text: str) -> str:
    """Words out of a file, between backticks: as a person reads them, on one line."""
    return " ".join(decoded(text).replace("`", "'").split())
