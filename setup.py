"""What pyproject.toml cannot say: the wheel carries the list of its rules, so that no start has to look for them."""

from __future__ import annotations

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWithCatalog(build_py):
    """Copies the packages, then writes the catalogue beside the copied rules."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            # Not installed yet, but it needs nothing else to be imported.
            sys.path.insert(0, str(ROOT / "src"))
            from torchlint import scanning

            target = Path(self.build_lib, "torchlint", "rules", "_catalog.py")
            target.write_text(scanning.generated(scanning.scan(str(ROOT / "rules"))), encoding="utf-8")


setup(cmdclass={"build_py": BuildWithCatalog})
