"""`torchlint test`: from the words of the command line to what rules prove to be."""

from __future__ import annotations

import os
import sys

from torchlint import catalog, packs
from torchlint.catalog import CatalogError
from torchlint.cli.arguments import UsageError, meant
from torchlint.cli.configuring import names_of, rules_of
from torchlint.cli.streams import dress_of, save, show, write
from torchlint.harness.trying import tried
from torchlint.project.files import Files
from torchlint.report import trials
from torchlint.report.styled import plain
from torchlint.selection import precision

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torchlint.catalog import Entry
    from torchlint.cli.streams import Dress
    from torchlint.harness.trying import Tried
    from torchlint.report.styled import Piece

HOLDS, BROKEN = 0, 1


def run(
    paths: Sequence[str],
    *,
    select: Sequence[str] | None = None,
    output_format: str = "full",
    output_file: str | None = None,
    color: str = "auto",
    quiet: bool = False,
) -> int:
    """Try the rules, report, and give the exit code. Raises UsageError."""
    rules, chosen = _chosen(paths)
    if select is not None:
        known = ["all", *names_of(chosen)]
        for name in select:
            if name not in known:
                raise UsageError(f"--select: no rule or family {name} among those to try{meant(name, known)}")
        chosen = [entry for entry in chosen if precision(entry, select)]
    everything = list(_tried(chosen, rules))
    failures = [failure for one in everything for failure in one.failures]
    pieces: list[Piece] = []
    named = Files().shown
    dress = dress_of(sys.stdout if output_file is None else None, color)
    if output_format == "json":
        text = trials.as_json(everything, named)
    else:
        brief = output_format == "concise"
        pieces = list(trials.concise(failures, named) if brief else trials.full(failures, named, dress.layout))
        pieces += () if quiet else trials.summary(everything)
        text = plain(pieces)
    if output_file is not None:
        save(output_file, text)
    elif output_format == "json":
        write(text)
    else:
        show(pieces, dress)
    return BROKEN if failures else HOLDS


def _chosen(paths: Sequence[str]) -> tuple[tuple[Entry, ...], list[Entry]]:
    """All rules there are while these are tried, and those to try."""
    if not paths:
        rules = rules_of(())
        return rules, list(rules)
    wanted = [os.path.realpath(path) for path in paths]
    for path, real in zip(paths, wanted, strict=True):
        if not os.path.exists(real):
            raise UsageError(f"{path}: no such file or folder")
    own = os.path.realpath(catalog.folder())
    places = {_folder(real) for real in wanted if not _inside(real, own)}
    # One inside of another is one of its families.
    folders = [one for one in sorted(places) if not any(one != other and _inside(one, other) for other in places)]
    try:
        # An installed pack may be the older state of the one to try.
        rules = packs.rules(folders, with_installed=False)
    except CatalogError as error:
        raise UsageError(str(error)) from error
    files = {entry: os.path.realpath(catalog.page_path(entry))[:-3] for entry in rules}
    stems = [real[:-3] if real.endswith((".py", ".md")) else real for real in wanted]
    chosen = [entry for entry, file in files.items() if any(file == one or _inside(file, one) for one in stems)]
    for path, stem in zip(paths, stems, strict=True):
        if not any(file == stem or _inside(file, stem) for file in files.values()):
            raise UsageError(f"{path}: holds no rule")
    return rules, chosen


def _folder(path: str) -> str:
    return path if os.path.isdir(path) else os.path.dirname(path)


def _inside(path: str, folder: str) -> bool:
    return f"{path}{os.sep}".startswith(folder.rstrip(os.sep) + os.sep)


def _tried(chosen: Sequence[Entry], rules: Sequence[Entry]) -> Iterator[Tried]:
    """Each rule's outcome; where somebody watches a terminal, with the name of the one that is being tried."""
    watched: Dress | None = dress_of(sys.stderr) if sys.stderr is not None else None
    live = watched is not None and watched.terminal and len(chosen) > 1
    for number, entry in enumerate(chosen, 1):
        if live:
            sys.stderr.write(f"\r\033[K{number}/{len(chosen)} {entry.name}")
            sys.stderr.flush()
        yield tried(entry, rules)
    if live:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
