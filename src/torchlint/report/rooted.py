"""Paths as code hosts know them: seen from the root of the repository and not from where torchlint runs."""

from __future__ import annotations

import posixpath

from torchlint.record import NamedTuple


class Root(NamedTuple):
    """Where paths begin. `top`: the repository's root, absolute and with `/`. `here`: the folder that torchlint runs
    in, likewise."""

    top: str
    here: str

    def inside(self, path: str) -> str | None:
        """A shown path seen from the root; None if it lies elsewhere."""
        start = self.top.rstrip("/") + "/"
        found = self.absolute(path)
        return found[len(start) :] if found.startswith(start) else None

    def absolute(self, path: str) -> str:
        """A shown path from the root of the file system."""
        return path if path[1:3] == ":/" else posixpath.normpath(posixpath.join(self.here, path))

    def named(self, path: str) -> str:
        """A shown path seen from the root, or absolute if it lies elsewhere."""
        return self.inside(path) or self.absolute(path)
