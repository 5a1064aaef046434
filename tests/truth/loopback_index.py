"""A package index on the loopback interface that holds the torch family as World knows it, in empty wheels.

It lets real installers show what they do with several indexes, labels and constraints, and needs no network. As in the
world there are two: `/simple` is the public one, `/whl/<variant>` and the pages `torch_stable.html` are PyTorch's.
"""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from torchlint.world.tables.companions import COMPANIONS
from torchlint.world.tables.torch_releases import RELEASES, VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = ("torchvision", "torchaudio")


def tags(python: str, platform: str) -> str:
    """The tags of a compiled wheel: "cp310-cp310-linux_x86_64"."""
    number = python.replace(".", "")
    return f"cp{number}-cp{number}{'m' if number in ('35', '36', '37') else ''}-{platform}"


def pages() -> dict[str, list[str]]:
    """Wheel file names by page."""
    found: dict[str, list[str]] = {}

    def put(page: str, package: str, version: str, pythons: tuple[str, ...], platform: str) -> None:
        names = [f"{package}-{version}-{tags(python, platform)}.whl" for python in pythons]
        found.setdefault(page, []).extend(names)

    for version, release in RELEASES.items():
        put("simple/torch", "torch", version, release[2], "manylinux1_x86_64")
    for version, variants in VARIANTS.items():
        for variant, wheels in variants.items():
            pythons = wheels[0] or ()
            for page in (f"whl/{variant}/torch", f"whl/{variant}/torch_stable.html", "whl/torch_stable.html"):
                put(page, "torch", f"{version}+{variant}", pythons, "linux_x86_64")
    for package in PACKAGES:
        for version, row in COMPANIONS[package].items():
            put(f"simple/{package}", package, version, row[3] or (), "manylinux1_x86_64")
    return found


def requirements(package: str, version: str) -> list[str]:
    """What the metadata of a wheel asks for: the torch that it names exactly."""
    row = COMPANIONS.get(package, {}).get(version)
    return [f"torch{row[1]}"] if row is not None and row[1] else []


def wheel(name: str) -> bytes:
    """An installable wheel of that file name that holds nothing."""
    package, version, rest = name.removesuffix(".whl").split("-", 2)
    info = f"{package}-{version}.dist-info"
    lines = ["Metadata-Version: 2.1", f"Name: {package}", f"Version: {version}"]
    lines += [f"Requires-Dist: {one}" for one in requirements(package, version)]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr(f"{info}/METADATA", "\n".join(lines) + "\n")
        file.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: none\nRoot-Is-Purelib: false\nTag: {rest}\n")
        file.writestr(f"{info}/RECORD", "")
    return held.getvalue()


@contextmanager
def serving() -> Iterator[str]:
    """Its address, `http://127.0.0.1:PORT`, for as long as it serves."""
    held = pages()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            path = unquote(self.path.partition("?")[0]).strip("/")
            if path.startswith("files/"):
                self.answer("application/octet-stream", wheel(path.removeprefix("files/")))
            elif path in held:
                links = "".join(f'<a href="/files/{quote(name)}">{name}</a>\n' for name in held[path])
                self.answer("text/html", f"<!DOCTYPE html><html><body>\n{links}</body></html>\n".encode())
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
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
