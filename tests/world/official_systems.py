"""On which Debian the tags of official images lie that name none and are no longer rebuilt.

Prints the rows of data/official_systems.json, read from clones of docker-library/official-images and of the projects
that it names, each below FOLDER under the last part of its name:

    python -m tests.world.official_systems FOLDER > rows.json
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from torchlint.world.tables.distros import CODENAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

IMAGES = {
    "golang": "docker-library/golang",
    "java": "docker-library/openjdk",
    "node": "nodejs/docker-node",
    "openjdk": "docker-library/openjdk",
    "php": "docker-library/php",
    "ruby": "docker-library/ruby",
    "rust": "rust-lang/docker-rust",
}
"""Where the Dockerfiles of an image are."""

FLAVOURS = re.compile(r"-(?:jdk|jre|slim|cli|apache|fpm|zts)\b")
"""Parts of tags that leave the system as it is."""

RELEASE = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
OTHER = re.compile(r"[0-9]+(?:\.[0-9]+)?|[0-9]u[0-9]+|[a-z]+")
UNMEANT = frozenset({"chakracore", "experimental", "rc", "unstable"})


class Dockerfile(NamedTuple):
    """Where a tag's Dockerfile lies, and whether the tag is still in the list."""

    commit: str
    folder: str
    listed: bool

    @property
    def name(self) -> str:
        """As git calls it."""
        return f"{self.commit}:{self.folder}/Dockerfile".replace(":./", ":")


def git(folder: Path, *words: str) -> list[str]:
    """The lines that a command prints."""
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=True)
    return done.stdout.decode().splitlines()


def texts(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """What files hold, by "commit:path"; those that are not there are left out."""
    asked = list(names)
    given = "".join(f"{name}\n" for name in asked).encode()
    out = subprocess.run(["git", "-C", str(folder), "cat-file", "--batch"], input=given, capture_output=True).stdout
    found, at = {}, 0
    for name in asked:
        end = out.index(b"\n", at)
        size = re.search(rb" blob ([0-9]+)$", out[at:end])
        at = end + 1
        if size is not None:
            found[name] = out[at : at + int(size[1])].decode(errors="replace")
            at += int(size[1]) + 1
    return found


def listed(text: str) -> Iterator[tuple[list[str], str, str]]:
    """The tags, the commit and the folder of each entry, in the form of today and in the one of before 2016."""
    above: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", re.sub(r"(?m)^#.*\n?", "", text)):
        lines = re.sub(r"\n[ \t]+", " ", block).split("\n")
        fields = {key.strip(): value.strip() for key, colon, value in (one.partition(":") for one in lines) if colon}
        tags = [one.strip() for key in ("Tags", "SharedTags") for one in fields.get(key, "").split(",") if one.strip()]
        if tags:
            fields = {**above, **fields}
            commit = fields.get("GitCommit") or fields.get("amd64-GitCommit")
            if commit:
                yield tags, commit, fields.get("Directory") or fields.get("amd64-Directory", ".")
        elif "git://" in block:
            for one in lines:
                old = re.match(r"(\S+):\s+git://\S+?@(\w+)(?:\s+(\S+))?", one)
                if old is not None:
                    yield [old[1]], old[2], old[3] or "."
        else:
            above |= fields


def dockerfiles(folder: Path, image: str) -> dict[str, Dockerfile]:
    """The last one of every tag that the image ever had; of those for several systems the one for Linux."""
    path = f"library/{image}"
    commits = git(folder, "log", "--reverse", "--first-parent", "--format=%H", "--", path)
    found: dict[str, Dockerfile] = {}
    lists = texts(folder, [f"{commit}:{path}" for commit in commits])
    for commit in commits:
        found = {tag: one._replace(listed=False) for tag, one in found.items()}
        for tags, made, place in listed(lists.get(f"{commit}:{path}", "")):
            if "windows" not in place:
                found |= {tag: Dockerfile(made, place, True) for tag in tags}
    return found


def system(dockerfile: str | None) -> str | None:
    """The Debian that the last FROM line names."""
    names = re.findall(r"(?im)^FROM\s+(?:debian|buildpack-deps):([a-z]+)", dockerfile or "")
    every = re.findall(r"(?im)^FROM\s", dockerfile or "")
    return CODENAMES.get(names[-1]) if names and len(names) == len(every) else None


def row(folder: Path, image: str, commit: str) -> dict[str, Any]:
    """What data/official_systems.json says of one image."""
    project = IMAGES[image]
    tags = dockerfiles(folder / "official-images", image)
    files = texts(folder / project.partition("/")[2], {one.name for one in tags.values()})
    systems: dict[str, set[str | None]] = {}
    for tag, one in tags.items():
        stem = FLAVOURS.sub("", tag)
        if not stem.startswith("jdk") and stem not in CODENAMES and "onbuild" not in tag:
            systems.setdefault(stem, set()).add(None if one.listed else system(files.get(one.name)))
    sure = {stem: one.pop() if len(one) == 1 else None for stem, one in systems.items()}
    others: dict[str, list[str]] = {}
    for stem, os in sorted(sure.items()):
        if os is not None and OTHER.fullmatch(stem) and stem not in UNMEANT:
            others.setdefault(os, []).append(stem)
    return {
        "image": image,
        "releases": list(runs(sure)),
        "tags": {os: " ".join(sorted(stems, key=numbers)) for os, stems in sorted(others.items())},
        "source": f"docker-library/official-images@{commit} library/{image} with its history, and the FROM line of "
        f"each Dockerfile of {project} that it names",
        "verified": True,
    }


def runs(sure: Mapping[str, str | None]) -> Iterator[list[str]]:
    """First release, last release, system: of neighbours that share it."""
    first = last = os = None
    for release in sorted((one for one in sure if RELEASE.fullmatch(one)), key=numbers):
        if sure[release] != os:
            if first and last and os:
                yield [first, last, os]
            first, os = release, sure[release]
        last = release
    if first and last and os:
        yield [first, last, os]


def numbers(version: str) -> tuple[tuple[int, ...], str]:
    """In the order of versions; names behind them."""
    return tuple(int(one) for one in re.findall(r"[0-9]+", version)) or (10**6,), version


if __name__ == "__main__":
    clones = Path(sys.argv[1])
    head = git(clones / "official-images", "rev-parse", "--short=8", "HEAD")[0]
    print("\n".join(f"  {json.dumps(row(clones, image, head))}," for image in IMAGES))
