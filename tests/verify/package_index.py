"""A package index on the loopback interface with just the files that a test wants. It remembers what was asked for."""

from __future__ import annotations

import io
import tarfile
import zipfile
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def wheel(name: str, version: str, *needs: str, tag: str = "py3-none-any") -> tuple[str, bytes]:
    """The file name and content of a wheel that holds nothing."""
    info = f"{name}-{version}.dist-info"
    metadata = [
        "Metadata-Version: 2.1",
        f"Name: {name}",
        f"Version: {version}",
        *(f"Requires-Dist: {n}" for n in needs),
    ]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr(f"{info}/METADATA", "\n".join(metadata) + "\n")
        file.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        file.writestr(f"{info}/RECORD", "")
    return f"{name}-{version}-{tag}.whl", held.getvalue()


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

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            asked.append((self.path, self.headers.get("Authorization", "")))
            kind, _, name = self.path.strip("/").partition("/")
            own = [one for one in held if one.partition("-")[0].replace("_", "-") == name]
            if kind == "files" and name in held:
                self.answer("application/octet-stream", held[name])
            elif kind == "simple" and own:
                links = "".join(f'<a href="/files/{one}">{one}</a>\n' for one in own)
                self.answer("text/html", f"<!DOCTYPE html><html><body>{links}</body></html>".encode())
            else:
                self.send_error(404)

        def answer(self, kind: str, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        def log_message(self, format: str, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Index(f"http://127.0.0.1:{server.server_address[1]}/simple", asked)
    finally:
        server.shutdown()
        server.server_close()
