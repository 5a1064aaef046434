"""What is there below one folder: every path looked up once, no tree walked, no link followed out of it."""

from __future__ import annotations

import os
import stat

from torchlint.project.files import as_name, as_text
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.project.files import Files
    from torchlint.project.ignored import Ignored

Parts = tuple[str, ...]
"""The names of a path below the folder, as latin-1 images of their bytes."""

MOST_PARTS = 128
_MOST_LINKS = 16
_NO_FOLDER = (False, "file")

# What people build or download and do not commit: that it is missing here says nothing about the builder's machine.
_MADE_SUFFIXES = (".pt", ".pth", ".bin", ".safetensors", ".onnx", ".mar", ".whl", ".tar.gz", ".zip")
_MADE_NAMES = frozenset((".env", ".netrc", ".npmrc", ".pypirc", ".git"))
_MADE_FOLDERS = frozenset(("dist", "build", "target", "wheels", "node_modules"))


class Found(NamedTuple):
    """`kind` is "file", "dir", False (nothing there) or None (cannot be told); `parts`: where it really lies."""

    kind: str | bool | None
    parts: Parts


class Tree:
    """The files below one folder."""

    __slots__ = ("_files", "_found", "_ignored", "_listed", "folder")

    def __init__(self, folder: str, files: Files) -> None:
        self.folder = folder
        self._files = files
        self._found: dict[Parts, Found] = {(): Found("dir", ())}
        self._listed: dict[Parts, Parts | None] = {}
        self._ignored: Ignored | None = None

    def find(self, parts: Parts, links: int = 0) -> Found:
        """What lies at a path, links inside the folder followed."""
        known = self._found.get(parts)
        if known is not None:
            return known
        if len(parts) > MOST_PARTS or links > _MOST_LINKS:
            return Found(None, parts)
        for length in range(1, len(parts) + 1):
            if parts[:length] not in self._found:
                self._found[parts[:length]] = self._look(parts[:length], links)
        return self._found[parts]

    def _look(self, parts: Parts, links: int) -> Found:
        above = self._found[parts[:-1]]
        if above.kind != "dir":
            return Found(False if above.kind in _NO_FOLDER else None, parts)
        real = (*above.parts, parts[-1])
        if real != parts:
            return self.find(real, links)
        path = self.path(real)
        if path is None:
            return Found(None, parts)
        if self._files.overlays(path):
            return Found("file", parts)
        try:
            mode = os.lstat(path).st_mode
            if stat.S_ISLNK(mode):
                return self._follow(parts, os.readlink(path), links + 1)
        except (FileNotFoundError, NotADirectoryError):
            return Found(False, parts)
        except (OSError, ValueError):
            return Found(None, parts)
        if stat.S_ISDIR(mode):
            return Found("dir", parts)
        return Found("file" if stat.S_ISREG(mode) else None, parts)

    def _follow(self, parts: Parts, target: str, links: int) -> Found:
        if os.path.isabs(target):
            return Found(None, parts)
        here = list(parts[:-1])
        for name in as_text(target).replace(os.sep, "/").split("/"):
            if name == "..":
                if not here:
                    return Found(None, parts)
                here.pop()
            elif name not in ("", "."):
                here.append(name)
        found = self.find(tuple(here), links)
        # A link that leads nowhere is still there, and what it should lead to may be made later.
        return found if found.kind else Found(None, parts)

    def names(self, parts: Parts) -> Parts | None:
        """Names in a folder, in order; None if it cannot be listed. `parts` as `find` gave them."""
        if parts not in self._listed:
            path = self.path(parts)
            try:
                names = None if path is None else {*os.listdir(path), *self._files.overlaid_in(path)}
            except OSError:
                names = None
            self._listed[parts] = None if names is None else tuple(sorted(map(as_text, names)))
        return self._listed[parts]

    def path(self, parts: Parts) -> str | None:
        """Where the operating system has it; None if it can have no such name."""
        text = os.sep.join(parts)
        if "\0" in text or (os.sep == "\\" and any("\\" in part or ":" in part for part in parts)):
            return None
        return os.path.join(self.folder, as_name(text)) if parts else self.folder

    def proves(self, parts: Parts) -> bool:
        """True if the builder's folder surely lacks what is not here: nobody makes or downloads it before the build,
        git would have brought it, and it is not in a submodule that was left out."""
        made = parts[-1] in _MADE_NAMES or parts[-1].lower().endswith(_MADE_SUFFIXES)
        if made or not _MADE_FOLDERS.isdisjoint(parts):
            return False
        if self._ignored is None:
            from torchlint.project.ignored import Ignored

            self._ignored = Ignored.above(self.folder, self._files, anyway=True)
        if self._ignored.inside(self.folder, parts):
            return False
        above = parts[:-1]
        while above and self.find(above).kind != "dir":
            above = above[:-1]
        # Git keeps no empty folder: one that is empty stands for something that was not brought here.
        return not above or not self._is_empty(self.find(above).parts)

    def _is_empty(self, parts: Parts) -> bool:
        path = self.path(parts)
        try:
            with os.scandir(path) as entries:
                return next(entries, None) is None
        except OSError:
            return True
