"""What pyproject.toml cannot say: the wheel carries the list of its rules, so that no start has to look for them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from setuptools import setup
from setuptools.command.build_py import build_py

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent


def _catalog() -> ModuleType:
    """The catalogue's reader, from its file: torchlint is not installed yet."""
    spec = importlib.util.spec_from_file_location("catalog", ROOT / "src/torchlint/catalog.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalog"] = module
    spec.loader.exec_module(module)
    return module


class BuildWithCatalog(build_py):
    """Copies the packages, then writes the catalogue beside the copied rules."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            catalog = _catalog()
            target = Path(self.build_lib, "torchlint", "rules", "_catalog.py")
            target.write_text(catalog.generated(catalog.scan(str(ROOT / "rules"))), encoding="utf-8")


setup(cmdclass={"build_py": BuildWithCatalog})
