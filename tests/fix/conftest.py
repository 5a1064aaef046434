from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.fix.toys import NUMBER, Workshop, make
from torchlint import scanning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fix.toys import Toy


@pytest.fixture
def workshop(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Workshop]]:
    """Makes a folder with files, and toys or the real rules to look at it."""

    def made(files: dict[str, str | bytes] | str, **toys: Toy) -> Workshop:
        for name, text in ({"Dockerfile": files} if isinstance(files, str) else files).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        monkeypatch.chdir(tmp_path)
        if not toys:
            return Workshop(tmp_path)
        package = f"toybox{next(NUMBER)}"
        root = tmp_path_factory.mktemp("packs") / package
        make(root, **toys)
        monkeypatch.syspath_prepend(str(root.parent))
        return Workshop(tmp_path, scanning.scan(str(root), package))

    yield made
    for name in [name for name in sys.modules if name.startswith("toybox")]:
        del sys.modules[name]
