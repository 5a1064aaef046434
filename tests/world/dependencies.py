"""What the releases of a project need, as the metadata of their wheels and archives say.

Prints the rows of data/dependencies.json, for the packages that stand there and those that are named:

    python -m tests.world.dependencies [NAME ...] > rows.json
"""

from __future__ import annotations

import ast
import io
import json
import re
import sys
import tarfile
import zipfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)

from tests.world.package_index import addresses
from torchlint import world
from torchlint.world import KNOWLEDGE_DATE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from packaging.version import Version

DATA = Path(world.__file__).parent / "data" / "dependencies.json"
SERIES = 60
"""Of how many series X.Y the newest release is read at most: the newest of them."""
LARGEST = 20_000_000
"""Bytes of the largest source archive that is read."""
TAIL = 100_000
"""Bytes at the end of a wheel that are read at once: its table of contents, and mostly its metadata."""


class Needs(NamedTuple):
    """Names of distributions, "uvicorn[standard]" for those that are needed with extras of their own. `extras`: what
    each of its own extras needs besides. `since`: from which release on every series was read, "" if all were.
    `until`: the first release read that no longer needs something, nor any after it."""

    always: frozenset[str]
    extras: dict[str, frozenset[str]]
    releases: int
    since: str = ""
    until: dict[str, str] = {}


def needs(project: str) -> Needs | None:
    """The union over its releases, markers ignored; None if no release tells."""
    told = [(name, requirements(name, address)) for name, address in chosen(project)]
    read = {name: found for name, found in told if found is not None}
    every = [version for name in addresses(project) if (version := _version(name)) is not None]
    first = since(every, {version.release[:2] for name in read if (version := _version(name)) is not None})
    by_version = {version: found for name, found in read.items() if (version := _version(name)) is not None}
    return union(read.values())._replace(since=first, until=until(by_version)) if first is not None else None


def until(told: Mapping[Version, list[str]]) -> dict[str, str]:
    """By what is needed no longer: from which of these releases on."""
    found: dict[str, str] = {}
    needed: set[str] = set()
    for version in sorted(told):
        now = union([told[version]]).always
        found = {name: first for name, first in found.items() if name not in now}
        found |= {name: str(version) for name in needed - now if name not in found}
        needed |= now
    return found


def since(every: Iterable[Version], read: Collection[tuple[int, ...]]) -> str | None:
    """The first release from which on all series are among those that were read; "" for all that there are, None if
    not even the newest was."""
    first, lost = "", False
    for one in sorted(every):
        if one.release[:2] not in read:
            lost = lost or not one.is_prerelease
        elif lost:
            first, lost = str(one), False
    return None if lost or not read else first


def union(told: Iterable[Iterable[str]]) -> Needs:
    """Of the requirements of several releases."""
    always: set[str] = set()
    extras: defaultdict[str, set[str]] = defaultdict(set)
    releases = 0
    for requirements_of_one in told:
        releases += 1
        for text in requirements_of_one:
            try:
                one = Requirement(text)
            except InvalidRequirement:
                one = Requirement(re.split(r"[^\w.-]", text.strip(), maxsplit=1)[0])
            own = ",".join(sorted(map(canonicalize_name, one.extras)))
            name = canonicalize_name(one.name) + (f"[{own}]" if own else "")
            marker = one.marker._markers if one.marker else []
            if _holds(marker, ""):
                always.add(name)
            for extra in re.findall(r"""\bextra *== *['"]([\w.-]+)""", str(one.marker)):
                extras[canonicalize_name(extra)] |= {name} if _holds(marker, extra) else set()
    return Needs(frozenset(always), {extra: frozenset(extras[extra] - always) for extra in extras}, releases)


def _holds(marker: object, extra: str) -> bool:
    """Whether a marker may hold where that extra is asked for; "": none."""
    if isinstance(marker, tuple):
        name, operator, value = map(str, marker)
        # Old releases wrote whole conditions into the names of extras.
        return name != "extra" or operator != "==" or value.strip("\"'").partition(";")[0] == extra
    if not isinstance(marker, list) or not marker:
        return True
    ways: list[list[bool]] = [[]]
    for one in marker:
        if one == "or":
            ways.append([])
        elif one != "and":
            ways[-1].append(_holds(one, extra))
    return any(map(all, ways))


def chosen(project: str) -> Iterator[tuple[str, str]]:
    """File name and address: for the newest release of each series a wheel, or the source archive. The newest last."""
    by_version: defaultdict[Version, list[tuple[str, str]]] = defaultdict(list)
    for name, address in addresses(project).items():
        version = _version(name)
        if version is not None:
            by_version[version].append((name, address))
    final = [one for one in sorted(by_version) if not one.is_prerelease] or sorted(by_version)
    newest = list({(one.epoch, *one.release[:2]): one for one in final}.values())
    for version in newest[-SERIES:]:
        yield max(by_version[version], key=_preferred)


def _version(name: str) -> Version | None:
    try:
        if name.endswith(".whl"):
            return parse_wheel_filename(name)[1]
        return parse_sdist_filename(re.sub(r"\.(tar\.bz2|tgz)$", ".tar.gz", name))[1]
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None


def _preferred(file: tuple[str, str]) -> tuple[bool, bool, str]:
    """A wheel before an archive, one for Linux before those for other systems, the newest Python."""
    name = file[0]
    return name.endswith(".whl"), "any" in name or ("linux" in name and "x86_64" in name), name


def requirements(name: str, address: str) -> list[str] | None:
    """What the metadata of a file say; None if they do not tell."""
    if not name.endswith(".whl"):
        return of_archive(members(name, _read(address)))
    try:
        return of_metadata(_read(address + ".metadata").decode(errors="replace"))
    except HTTPError as error:
        if error.code != 404:
            raise
    with zipfile.ZipFile(_Remote(address)) as wheel:
        found = [one for one in wheel.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", one)]
        return of_metadata(wheel.read(found[0]).decode(errors="replace")) if found else None


def brought(project: str) -> tuple[set[str], set[str]]:
    """The top-level modules and the programs in its newest wheel."""
    name, address = list(chosen(project))[-1]
    modules: set[str] = set()
    programs: set[str] = set()
    if not name.endswith(".whl"):
        return modules, programs
    with zipfile.ZipFile(_Remote(address)) as wheel:
        for path in wheel.namelist():
            parts = re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", path).split("/")
            if parts[-1].endswith((".py", ".so")):
                modules.add(parts[0].partition(".")[0])
            if re.fullmatch(r"[^/]+\.data/scripts/[^/]+", path):
                programs.add(parts[-1])
            if path.endswith(".dist-info/entry_points.txt"):
                listed = wheel.read(path).decode().partition("[console_scripts]")[2].partition("\n[")[0]
                programs |= {line.partition("=")[0].strip() for line in listed.splitlines()}
    return modules, programs


def of_metadata(text: str) -> list[str]:
    """The requirements in a METADATA or PKG-INFO, whose description is left out."""
    head = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    return re.findall(r"^Requires-Dist:\s*(.+?)\s*$", head, re.MULTILINE)


def members(name: str, archive: bytes) -> dict[str, str]:
    """The files of a source archive that tell what it needs, by path below its folder."""
    told = re.compile(r"[^/]+/(PKG-INFO|setup\.py|setup\.cfg|(?:[^/]+/)?[^/]+\.egg-info/(?:requires\.txt|PKG-INFO))")
    found: dict[str, bytes] = {}
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            found = {m[1]: opened.read(one) for one in opened.namelist() if (m := told.fullmatch(one))}
    else:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            for one in packed:
                m = told.fullmatch(one.name.removeprefix("./"))
                file = packed.extractfile(one) if m and one.isfile() else None
                if m and file is not None:
                    found[m[1]] = file.read()
    return {path: text.decode(errors="replace") for path, text in found.items()}


def of_archive(files: dict[str, str]) -> list[str] | None:
    """What a source archive needs; None if its setup.py decides that where it is built."""
    info = files.get("PKG-INFO", "")
    version = re.search(r"^Metadata-Version: *(\d+)\.(\d+)", info, re.MULTILINE)
    if (
        version
        and (int(version[1]), int(version[2])) >= (2, 2)
        and not re.search(r"(?im)^Dynamic: *requires-dist", info)
    ):
        return of_metadata(info)
    if _decides(files.get("setup.py", "")):
        return None
    listed = next((text for path, text in files.items() if path.endswith("requires.txt")), None)
    if listed is not None:
        return list(_listed(listed))
    # setuptools writes no list where there is nothing to list.
    written = any(path.endswith(".egg-info/PKG-INFO") for path in files)
    return [] if written or "requires" not in files.get("setup.py", "requires") else None


def _listed(text: str) -> Iterator[str]:
    """The lines of a requires.txt as requirements: a section is an extra, a marker or both."""
    marker = ""
    for line in text.splitlines():
        if line.startswith("["):
            extra, _, condition = line.strip("[] ").partition(":")
            parts = [f"extra == '{extra}'"] if extra else []
            marker = " and ".join((*parts, *([f"({condition})"] if condition else [])))
        elif line.strip():
            yield f"{line} ; {marker}" if marker else line


def _decides(setup: str) -> bool:
    """Whether a setup.py names packages below a condition: another machine may get others."""
    try:
        tree = ast.parse(setup)
    except (SyntaxError, ValueError):
        return True
    for node in ast.walk(tree):
        if isinstance(node, (ast.If, ast.IfExp, ast.Try)):
            inside = [one for one in ast.walk(node) if isinstance(one, (ast.Name, ast.Attribute, ast.keyword))]
            names = {
                getattr(one, "id", None) or getattr(one, "attr", None) or getattr(one, "arg", None) for one in inside
            }
            if any("requir" in (name or "").lower() or "depend" in (name or "").lower() for name in names):
                return True
    return False


def _read(address: str) -> bytes:
    with urlopen(address, timeout=120) as answer:
        found: bytes = answer.read(LARGEST)
        return found


class _Remote(io.RawIOBase):
    """A file on a server, of which only what is asked for is fetched."""

    def __init__(self, address: str) -> None:
        self._address = address
        with urlopen(Request(address, headers={"Range": f"bytes=-{TAIL}"}), timeout=120) as answer:
            self._tail: bytes = answer.read()
            said = re.search(r"/(\d+)$", answer.headers.get("Content-Range") or "")
            self._size = int(said[1]) if said else len(self._tail)
        self._at = 0

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, self._size)[whence]
        return self._at

    def read(self, size: int = -1) -> bytes:
        end = self._size if size < 0 else min(self._size, self._at + size)
        start, self._at = self._at, max(end, self._at)
        kept = self._size - len(self._tail)
        if start >= end or start >= kept:
            return self._tail[start - kept : max(end, start) - kept]
        asked = Request(self._address, headers={"Range": f"bytes={start}-{end - 1}"})
        with urlopen(asked, timeout=120) as answer:
            found: bytes = answer.read()
            return found


def row(project: str, found: Needs) -> dict[str, Any]:
    """The row of the table."""
    return {
        "package": project,
        **({"since": found.since} if found.since else {}),
        "needs": " ".join(sorted(found.always)),
        **({"until": dict(sorted(found.until.items()))} if found.until else {}),
        "extras": {extra: " ".join(sorted(listed)) for extra, listed in sorted(found.extras.items())},
        "source": f"Requires-Dist of {found.releases} releases of {project} on the index, {KNOWLEDGE_DATE}",
        "verified": True,
    }


def closed(rows: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows without the extras that need a package of which there is no row: what they bring is not known anyway."""

    def known(asked: str) -> bool:
        todo, seen = [asked], {asked}
        while todo:
            name, _, extras = todo.pop().partition("[")
            if name not in rows or not rows[name]["extras"].keys() >= set(filter(None, extras.rstrip("]").split(","))):
                return False
            listed = [rows[name]["needs"], *(rows[name]["extras"][one] for one in extras.rstrip("]").split(",") if one)]
            new = {one for text in listed for one in text.split()} - seen
            seen |= new
            todo += new
        return True

    for name, one in rows.items():
        yield {**one, "extras": {extra: text for extra, text in one["extras"].items() if known(f"{name}[{extra}]")}}


def main(names: list[str]) -> None:
    old = {one["package"]: one for one in json.loads(DATA.read_text())["rows"]} if DATA.exists() else {}
    projects = sorted({*old, *names})
    with ThreadPoolExecutor(8) as pool:
        told = dict(zip(projects, pool.map(needs, projects), strict=True))
    # What only a person could read stays.
    rows = {name: row(name, found) if found is not None else old.get(name) for name, found in told.items()}
    for one in closed({name: known for name, known in rows.items() if known is not None}):
        print(f"  {json.dumps(one)},")


if __name__ == "__main__":
    main(sys.argv[1:])
