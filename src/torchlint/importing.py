"""Finds torchlint's own modules where they can only be, and asks no folder what else may lie there.

Python's way lists every folder and tries five kinds of file for each module. A start loads some 150: that is a
fifteenth of all it takes. Packages, and whatever is not plain files, are left to Python.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec

# The class of this module's own loader is that of all others; importlib.machinery has a name for it but takes time.
_Loader = type(__spec__.loader)
_Spec = type(__spec__)
_COMPILED = f".{sys.implementation.cache_tag}.pyc"


class Finder:
    """Asked by Python for every import; see `sys.meta_path`."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: object = None) -> ModuleSpec | None:  # noqa: ARG004
        """Where the module is, None unless it is one of ours."""
        if path is None or not name.startswith("torchlint."):
            return None
        stem = name.rpartition(".")[2]
        folder = next(iter(path)) + os.sep
        file = f"{folder}{stem}.py"
        try:
            os.stat(file)
        except (OSError, ValueError):
            return None
        spec = _Spec(name, _Loader(name, file), origin=file)  # type: ignore[call-arg]
        spec.has_location = True
        spec.cached = f"{folder}__pycache__{os.sep}{stem}{_COMPILED}"
        return spec


# What zip files and packagers have instead of this loader finds the modules in its own way.
if _Loader.__name__ == "SourceFileLoader":
    sys.meta_path.insert(0, Finder)
