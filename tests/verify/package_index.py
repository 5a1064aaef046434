"""A package index on the loopback interface with just the files that a test wants. It remembers what was asked for."""

from __future__ import annotations

import io
import tarfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests import loopback

if TYPE_CHECKING:
    from collections.abc import Iterator


def wheel(name: str, version: str, *needs: str, tag: str = "py3-none-any") -> tuple[str, bytes]:
    """The file name and content of a wheel that holds nothing."""
    file = f"{name}-{version}-{tag}.whl"
    return file, loopback.empty_wheel(file, needs)


def source(name: str, version: str, marker: str) -> tuple[str, bytes]:
    """The file name and content of a source distribution whose setup.py would write `marker`."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as file:
        for path, text in (("setup.py", setup(marker)), ("PKG-INFO", f"Metadata-Version: 2.1\nName: {name}\n")):
            entry = tarfile.TarInfo(f"{name}-{version}/{path}")
            entry.size = len(text)
            file.addfile(entry, io.BytesIO(text.encode()))
    return f"{name}-{version}.tar.gz", held.getvalue()


def setup(marker: str) -> str:
    """A setup.py that shows that it ran."""
    return f"open({marker!r}, 'w').close()\nfrom setuptools import setup\nsetup(name='x', version='1')\n"


class Asked(list[tuple[str, str]]):
    """Paths that were asked for, each with the Authorization that came along."""

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self]


class Index:
    """`url`: of its simple page."""

    def __init__(self, url: str, asked: Asked) -> None:
        self.url = url
        self.asked = asked


@contextmanager
def index(*files: tuple[str, bytes]) -> Iterator[Index]:
    """Serve these files."""
    held = dict(files)
    asked = Asked()

    def answer(path: str, authorization: str) -> tuple[str, bytes] | None:
        asked.append((path, authorization))
        kind, _, name = path.strip("/").partition("/")
        own = [one for one in held if one.partition("-")[0].replace("_", "-") == name]
        if kind == "files" and name in held:
            return loopback.file(held[name])
        return loopback.page((f"/files/{one}", one) for one in own) if kind == "simple" and own else None

    with loopback.serving(answer) as address:
        yield Index(f"{address}/simple", asked)
