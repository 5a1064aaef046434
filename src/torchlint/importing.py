"""Finds torchlint's own modules where they can only be, and asks no folder what else may lie there.

Python's way lists every folder, tries five kinds of file for each module, looks at the source a second time and reads
what it compiled in many small steps. A start loads some 150: that is a tenth of all it takes. Whatever is not plain
files, compiled before for just this source, is left to Python.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from types import CodeType, ModuleType
    from typing import Any
else:
    # The class of this module's own loader is that of all others; importlib.machinery has a name for it but takes time.
    SourceFileLoader = type(__spec__.loader)

_Spec: Any = type(__spec__)
_Module: Any = type(sys)
_COMPILED = f".{sys.implementation.cache_tag}.pyc"
# What a compiled file begins with that goes by its source's time and size; importlib.util has a name for it, at a cost.
_BEGINS: bytes = getattr(sys.modules.get("_frozen_importlib_external"), "MAGIC_NUMBER", b"") + bytes(4)
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_MOST = 1 << 16
_LOW = 0xFFFFFFFF


class Loader(SourceFileLoader):
    """Python's own, but what Python compiled before is read in one step."""

    def __init__(self, name: str, path: str, compiled: str, source: os.stat_result) -> None:
        super().__init__(name, path)
        self._compiled = compiled
        self._begins = _BEGINS + (int(source.st_mtime) & _LOW | (source.st_size & _LOW) << 32).to_bytes(8, "little")

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A module that has at once what Python would look for in it, name after name, before it puts it there."""
        made: ModuleType = _Module(spec.name)
        names = made.__dict__
        names["__loader__"] = self
        names["__spec__"] = spec
        names["__package__"] = spec.parent
        names["__file__"] = spec.origin
        names["__cached__"] = spec.cached
        if spec.submodule_search_locations is not None:
            names["__path__"] = spec.submodule_search_locations
        return made

    def get_code(self, fullname: str) -> CodeType | None:
        """The module's code: what lies compiled if it is of this source, else Python's way."""
        if not sys.flags.optimize and len(self._begins) == 16:
            data = _content(self._compiled)
            if data.startswith(self._begins) and len(data) < _MOST:
                code: CodeType = marshal.loads(memoryview(data)[16:])
                # Files that were moved still name their old place.
                if code.co_filename == self.path:
                    return code
        return super().get_code(fullname)


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
        source = _file(f"{inside}.py")
        if source is not None:
            return _spec(name, folder, stem, source)
        source = _file(f"{inside}{os.sep}__init__.py")
        if source is not None:
            spec = _spec(name, inside, "__init__", source)
            spec.submodule_search_locations = [inside]
            return spec
        return None


def load(name: str) -> ModuleType:
    """The module of that name: one of ours that no other imports, such as a rule.

    Python's way takes twice as long, for locks and questions that nothing needs where a module that two threads make at
    the same time may be made twice.
    """
    known = sys.modules.get(name)
    if known is not None:
        return known
    above, _, stem = name.rpartition(".")
    package = __import__(above, fromlist=("__name__",))
    spec = Finder.find_spec(name, package.__path__)
    if spec is None or Finder not in sys.meta_path or not isinstance(spec.loader, Loader):
        return __import__(name, fromlist=("__name__",))
    code = spec.loader.get_code(name)
    module = spec.loader.create_module(spec)
    if code is not None:
        exec(code, module.__dict__)
    sys.modules[name] = module
    setattr(package, stem, module)
    return module


def _file(path: str) -> os.stat_result | None:
    """What the system says of a plain file, None if there is no such file."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _content(path: str) -> bytes:
    """As much of the file as is read at once, nothing if it cannot be read."""
    try:
        file = os.open(path, _READ)
    except (OSError, ValueError):
        return b""
    try:
        return os.read(file, _MOST)
    except OSError:
        return b""
    finally:
        os.close(file)


def _spec(name: str, folder: str, stem: str, source: os.stat_result) -> ModuleSpec:
    file = f"{folder}{os.sep}{stem}.py"
    compiled = f"{folder}{os.sep}__pycache__{os.sep}{stem}{_COMPILED}"
    spec: ModuleSpec = _Spec(name, Loader(name, file, compiled, source), origin=file)
    spec.has_location = True
    spec.cached = compiled
    return spec


# What zip files and packagers have instead of this loader finds the modules in its own way.
if SourceFileLoader.__name__ == "SourceFileLoader":
    sys.meta_path.insert(0, Finder)
