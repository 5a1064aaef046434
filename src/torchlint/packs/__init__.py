"""Rules that do not come with torchlint: in folders that the command line names, and in installed packages.

A pack is code. Nothing else makes torchlint run one: neither a configuration nor what lies in the folder it works in.
An installed pack is a package that an entry point of the group `torchlint.rules` names. importlib.metadata would tell,
but takes as long to import as a small check; each start asks this, so no more is opened than the one small file in
which an installer writes the entry points of a distribution.
"""

from __future__ import annotations

import os
import sys
from functools import cache

from torchlint import catalog
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torchlint.catalog import Entry

_HEADING = b"[torchlint.rules]"
_LIBRARIES = ("site-packages", "dist-packages")
_DISTRIBUTIONS = (".dist-info", ".egg-info")
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_MOST = 1 << 16


class Installed(NamedTuple):
    """An entry point: its name, the package it names, and the distribution that has it."""

    name: str
    package: str
    distribution: str


def rules(folders: Sequence[str] = (), *, with_installed: bool = True) -> tuple[Entry, ...]:
    """Every rule there is to ask: torchlint's own, those of installed packs, and those in these folders.

    They are read, and not run before they are asked. Raises CatalogError.
    """
    packs = installed() if with_installed else ()
    if not packs and not folders:
        return catalog.entries()
    from torchlint.packs.folder import joined

    return joined(packs, tuple(map(os.path.abspath, folders)))


def loaded(folders: Sequence[str] = ()) -> frozenset[str]:
    """What a configuration may call the packs in use: their folders without links, and names of installed ones."""
    names = (name for pack in installed() for name in (pack.name, pack.package, pack.distribution))
    return frozenset((*map(os.path.realpath, folders), *names))


@cache
def installed() -> tuple[Installed, ...]:
    """The packs of the Python that runs torchlint; a distribution that is there twice counts where Python finds it."""
    found: dict[str, tuple[Installed, ...]] = {}
    for folder in sys.path:
        if folder.endswith(_LIBRARIES):
            for name, text in _entry_points(folder):
                found.setdefault(name, tuple(_named(name, text)))
    return tuple(pack for packs in found.values() for pack in packs)


def _entry_points(folder: str) -> Iterator[tuple[str, bytes]]:
    """Each distribution in a folder of libraries that has our group, with the text of its entry points."""
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        if name.endswith(_DISTRIBUTIONS):
            try:
                file = os.open(f"{folder}{os.sep}{name}{os.sep}entry_points.txt", _READ)
            except OSError:  # Most have none.
                continue
            try:
                text = os.read(file, _MOST)
            except OSError:
                continue
            finally:
                os.close(file)
            if _HEADING in text:
                yield name.partition("-")[0].removesuffix(".egg"), text


def _named(distribution: str, text: bytes) -> Iterator[Installed]:
    ours = False
    for line in text.decode("utf-8", "replace").splitlines():
        name, equals, package = (part.strip() for part in line.partition("="))
        if name.startswith("["):
            ours = line.strip() == _HEADING.decode()
        elif ours and equals and not name.startswith(("#", ";")):
            yield Installed(name, package.partition("[")[0].strip(), distribution)
