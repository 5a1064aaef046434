"""A package index on the loopback interface that holds the torch family as World knows it, in empty wheels.

It lets real installers show what they do with several indexes, labels and constraints, and needs no network. As in the
world there are two: `/simple` is the public one, `/whl/<variant>` and the pages `torch_stable.html` are PyTorch's.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from tests import loopback
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


@contextmanager
def serving() -> Iterator[str]:
    """Its address, `http://127.0.0.1:PORT`, for as long as it serves."""
    held = pages()

    def answer(path: str, _authorization: str) -> tuple[str, bytes] | None:
        path = unquote(path.partition("?")[0]).strip("/")
        if path.startswith("files/"):
            name = path.removeprefix("files/")
            return loopback.file(loopback.empty_wheel(name, requirements(*name.split("-")[:2])))
        if path in held:
            return loopback.page((f"/files/{quote(name)}", name) for name in held[path])
        return None

    with loopback.serving(answer) as address:
        yield address
