"""What package indexes of tests are made of: a server on the loopback interface, and wheels that hold nothing."""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Answer = Callable[[str, str], tuple[str, bytes] | None]
    """From a path and the Authorization that came along: kind and content, None for what is not there."""


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Its address, `http://127.0.0.1:PORT`, for as long as it serves."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            found = answer(self.path, self.headers.get("Authorization", ""))
            if found is None:
                self.send_error(404)
                return
            kind, body = found
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
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def file(body: bytes) -> tuple[str, bytes]:
    """The answer that is a file."""
    return "application/octet-stream", body


def page(links: Iterable[tuple[str, str]]) -> tuple[str, bytes]:
    """The answer that is a page of links: each an address and a file's name."""
    body = "".join(f'<a href="{address}">{name}</a>\n' for address, name in links)
    return "text/html", f"<!DOCTYPE html><html><body>\n{body}</body></html>\n".encode()


def empty_wheel(name: str, requirements: Iterable[str]) -> bytes:
    """An installable wheel of that file name that holds nothing."""
    package, version, tag = name.removesuffix(".whl").split("-", 2)
    info = f"{package}-{version}.dist-info"
    lines = ["Metadata-Version: 2.1", f"Name: {package}", f"Version: {version}"]
    lines += [f"Requires-Dist: {one}" for one in requirements]
    pure = str(tag.endswith("-any")).lower()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(f"{info}/METADATA", "\n".join(lines) + "\n")
        archive.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: none\nRoot-Is-Purelib: {pure}\nTag: {tag}\n")
        archive.writestr(f"{info}/RECORD", "")
    return held.getvalue()
