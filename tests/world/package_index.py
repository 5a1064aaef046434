"""What the package index that pip is set to holds: the wheels of a project, and what a release asks for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import pytest
from packaging.utils import InvalidWheelFilename, parse_wheel_filename

if TYPE_CHECKING:
    from packaging.version import Version

PAGE = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"


class Wheel(NamedTuple):
    """A wheel of a final release for one machine with Linux. `python`: "3.11", or None if it is not for one alone.
    `uploaded`: a day, or "" if the index does not say."""

    version: Version
    python: str | None
    machine: str
    requires_python: str
    uploaded: str


@cache
def address() -> str:
    """Where pip looks, as its own help has it: that knows every setting."""
    told = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--help"], capture_output=True, text=True, check=False
    )
    found = re.search(r"--index-url <url>.*?\(default:?\s+(\S+?)/?\)", told.stdout, re.DOTALL)
    if found is None:
        pytest.skip("no pip here that tells which index it is set to")
    return found[1]


def holds(project: str) -> bool:
    """Whether the index has a project of that name."""
    try:
        with urlopen(f"{address()}/{project}/", timeout=60):
            return True
    except HTTPError as error:
        if error.code == 404:
            return False
        raise


@cache
def files(project: str) -> list[tuple[str, str, str]]:
    """All files of a project: name, what it requires of Python, and the day or "" if the index does not say."""
    with urlopen(Request(f"{address()}/{project}/", headers={"Accept": PAGE}), timeout=60) as answer:
        text, kind = answer.read().decode(), answer.headers.get_content_type()
    return _of_json(text) if kind.endswith("json") else _of_html(text)


@cache
def yanked(project: str) -> frozenset[str]:
    """The files that an index takes for an exact version only."""
    with urlopen(Request(f"{address()}/{project}/", headers={"Accept": PAGE}), timeout=60) as answer:
        text, kind = answer.read().decode(), answer.headers.get_content_type()
    if kind.endswith("json"):
        return frozenset(file["filename"] for file in json.loads(text)["files"] if file.get("yanked"))
    return frozenset(re.findall(r"<a\b[^>]*data-yanked[^>]*>\s*([^<\s]+)", text))


@cache
def addresses(project: str) -> dict[str, str]:
    """Where the files of a project lie, by their names."""
    page = f"{address()}/{project}/"
    with urlopen(Request(page, headers={"Accept": PAGE}), timeout=60) as answer:
        text, kind = answer.read().decode(), answer.headers.get_content_type()
    if kind.endswith("json"):
        return {file["filename"]: urljoin(page, file["url"]) for file in json.loads(text)["files"]}
    return {name: urljoin(page, link) for link, name in re.findall(r'<a\b[^>]*href="([^"#]+)[^>]*>\s*([^<\s]+)', text)}


@cache
def wheels(project: str) -> tuple[Wheel, ...]:
    """The wheels for Linux of all final releases; those for free-threaded Pythons are left out."""
    found = []
    for name, requires_python, uploaded in files(project):
        try:
            _, version, _, tags = parse_wheel_filename(name)
        except InvalidWheelFilename:
            continue
        for tag in tags:
            machine = re.fullmatch(r"(?:many)?linux\w*?_(x86_64|aarch64)", tag.platform)
            if machine is None or version.is_prerelease or tag.abi.endswith("t"):
                continue
            python = re.fullmatch(r"cp([23])([0-9]+)", tag.interpreter) if tag.abi != "abi3" else None
            named = f"{python[1]}.{python[2]}" if python is not None else None
            found.append(Wheel(version, named, machine[1], requires_python, uploaded[:10]))
    return tuple(found)


def resolved(requirement: str, python: str) -> dict[str, str]:
    """Every package that uv would install with a requirement on Linux, with its version; empty if it finds no way."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", compiled(requirement, python)[0], re.MULTILINE))


def compiled(requirements: str, python: str, *more: str) -> tuple[str, str]:
    """What uv writes of what it would install on Linux, and what it says, as where it finds no way."""
    uv = shutil.which("uv", path=f"{sys.prefix}/bin") or shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not installed")
    asked = [uv, "pip", "compile", "-", "--no-header", "--no-annotate", "--python-version", python]
    asked += ["--python-platform", "x86_64-manylinux_2_28", "--only-binary", ":all:", "--no-python-downloads", *more]
    done = subprocess.run(asked, input=requirements, capture_output=True, text=True, check=False)
    return done.stdout, done.stderr


def _of_json(text: str) -> list[tuple[str, str, str]]:
    return [
        (file["filename"], file.get("requires-python") or "", file.get("upload-time") or "")
        for file in json.loads(text)["files"]
    ]


def _of_html(text: str) -> list[tuple[str, str, str]]:
    page = _Page()
    page.feed(text)
    return page.files


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.files: list[tuple[str, str, str]] = []
        self._told: dict[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._told = dict(attrs) if tag == "a" else None

    def handle_data(self, data: str) -> None:
        if self._told is not None:
            requires, uploaded = self._told.get("data-requires-python"), self._told.get("data-upload-time")
            self.files.append((data.strip(), requires or "", uploaded or ""))
            self._told = None
