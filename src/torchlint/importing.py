"""Finds torchlint's own modules where they can only be, and asks no folder what else may lie there.

Python's way lists every folder and tries five kinds of file for each module. A start loads some 150: that is a
fifteenth of all it takes. Whatever is not plain files is left to Python.
"""

from __future__ import annotations

import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from typing import Any

# The class of this module's own loader is that of all others; importlib.machinery has a name for it but takes time.
_Loader: Any = type(__spec__.loader)
_Spec: Any = type(__spec__)
_COMPILED = f".{sys.implementation.cache_tag}.pyc"


class Finder:
    """Asked by Python for every import; see `sys.meta_path`."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: object = None) -> ModuleSpec | None:  # noqa: ARG004
        """Where the module is, None unless it is one of ours."""
        if path is None or not name.startswith("torchlint."):
            return None
        stem = name.rpartition(".")[2]
        folder = next(iter(path))
        inside = f"{folder}{os.sep}{stem}"
        if _is_file(f"{inside}.py"):
            return _spec(name, folder, stem)
        if _is_file(f"{inside}{os.sep}__init__.py"):
            spec = _spec(name, inside, "__init__")
            spec.submodule_search_locations = [inside]
            return spec
        return None


def _is_file(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _spec(name: str, folder: str, stem: str) -> ModuleSpec:
    file = f"{folder}{os.sep}{stem}.py"
    spec: ModuleSpec = _Spec(name, _Loader(name, file), origin=file)
    spec.has_location = True
    spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{stem}{_COMPILED}"
    return spec


# What zip files and packagers have instead of this loader finds the modules in its own way.
if _Loader.__name__ == "SourceFileLoader":
    sys.meta_path.insert(0, Finder)
