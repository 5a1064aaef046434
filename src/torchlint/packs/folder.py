"""The folders of packs: rules beside their pages, in folders of families or all in one."""

from __future__ import annotations

import os
import re
from functools import cache

from torchlint import catalog, scanning
from torchlint.catalog import CatalogError
from torchlint.project.files import Files, reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.catalog import Entry
    from torchlint.packs import Installed

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
_FAMILY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_DECLARED = re.compile(r"^@rule\b", re.MULTILINE | re.ASCII)
_FORM = "a rule is NAME.py with NAME.md beside it, in this folder or in one of its folders, which are families then"


@cache
def joined(packs: tuple[Installed, ...], folders: tuple[str, ...]) -> tuple[Entry, ...]:
    """torchlint's own rules, then those of these packs and of these folders, each folder once. Raises CatalogError."""
    own = catalog.entries()
    places = dict.fromkeys(map(os.path.realpath, (*map(lies, packs), *folders)))
    found = [entry for folder in places for entry in scan(folder)]
    _refuse_clashes(own, found)
    return (*own, *found)


def lies(pack: Installed) -> str:
    """The folder of an installed pack, found without importing it. Raises CatalogError."""
    from importlib.util import find_spec

    first, *inner = pack.package.split(".")
    try:
        spec = find_spec(first)
    except (ImportError, ValueError):
        spec = None
    for place in (spec.submodule_search_locations if spec is not None else None) or ():
        folder = os.path.join(place, *inner)
        if os.path.isdir(folder):
            return folder
    why = f"its entry point {pack.name} of torchlint.rules names {pack.package}, and there is no such package"
    raise CatalogError(pack.distribution, f"{why}; install it anew, or remove it")


def scan(folder: str) -> tuple[Entry, ...]:
    """The rules in a folder, by family and name: read with `ast`, not run. Raises CatalogError."""
    shown = Files().shown(folder)
    try:
        inside = sorted(os.listdir(folder))
        found = list(_family(folder, os.path.basename(folder), inside))
        for name in inside:
            path = os.path.join(folder, name)
            if not name.startswith((".", "_")) and os.path.isdir(path):
                found += _family(path, name, sorted(os.listdir(path)))
    except OSError as error:
        raise CatalogError(shown, reason(error, folder)) from error
    if not found:
        raise CatalogError(shown, f"holds no rules: {_FORM}")
    return tuple(found)


def _family(folder: str, name: str, inside: list[str]) -> Iterator[Entry]:
    """The rules that lie in one folder themselves. Other Python files may lie there, too, as tests of them do."""
    family = name.lower().replace("_", "-")
    for file in inside:
        path = os.path.join(folder, file)
        if file.endswith(".py") and not file.startswith(("_", ".")) and _is_rule(path, inside):
            shown = Files().shown(path)
            if not _FAMILY.fullmatch(family):
                why = f"its family is called like its folder, and that may not be {name}: letters, digits, hyphens"
                raise CatalogError(shown, why)
            if not _NAME.fullmatch(file[:-3]):
                raise CatalogError(shown, "a rule's file is named in lower-case letters, digits and underscores")
            yield scanning.read(path, family, f"torchlint_pack.{family}.{file[:-3]}", file=path, shown=shown)


def _is_rule(path: str, inside: list[str]) -> bool:
    """True if it has a page, or declares a rule and so should have one."""
    return f"{os.path.basename(path)[:-3]}.md" in inside or _DECLARED.search(scanning.text_of(path)) is not None


def _refuse_clashes(own: Iterable[Entry], found: Iterable[Entry]) -> None:
    """A name means one thing: in comments, configurations and baselines there is nothing else to go by."""
    shown = Files().shown
    whose: dict[str, str] = {"all": "a word for all rules"}
    families: dict[str, str] = {}
    for entry in own:
        whose.update(dict.fromkeys((entry.name, *entry.formerly), "a rule of torchlint's own"))
        families[entry.family] = "a family of torchlint's own"
    for entry in found:
        for name in (entry.name, *entry.formerly):
            taken = whose.get(name) or families.get(name)
            if taken is not None:
                raise CatalogError(shown(entry.file), f"the name {name} is taken by {taken}: choose another one")
            whose[name] = f"the rule in {shown(entry.file)}"
        families.setdefault(entry.family, f"the family of {shown(entry.file)}")
    for entry in found:
        taken = whose.get(entry.family)
        if taken is not None:
            why = f"its family, called like its folder, may not be {entry.family}: that is {taken}"
            raise CatalogError(shown(entry.file), why)
