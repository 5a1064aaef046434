"""One build context folder: what is there, what the builder is sent, and what cannot be told."""

from __future__ import annotations

import os

from torchlint.project.files import MEGABYTE, Failure, Files
from torchlint.project.tree import MOST_PARTS, Tree
from torchlint.text import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.project.tree import Parts
    from torchlint.syntax.dockerignore import DockerIgnore
    from torchlint.text import Source

_WILDCARDS = frozenset("*?[\\")


class Context:
    """A build context folder. Paths are texts as a Source holds them, from the context's root, with `/`.

    `root`: the folder as messages name it. `complete`: what is not here is not there for the builder either.
    `given`: the user said which folder it is; else it was found. `backed()`: something speaks for this folder.
    """

    __slots__ = (
        "_dockerfile",
        "_files",
        "_ignore",
        "_ignore_read",
        "_matched",
        "_rivals",
        "_tree",
        "backed",
        "complete",
        "given",
        "root",
    )

    def __init__(
        self,
        tree: Tree | None,
        files: Files,
        *,
        complete: bool,
        given: bool = False,
        dockerfile: str | None = None,
        rivals: Callable[[], tuple[Tree, ...]] = tuple,
        backed: Callable[[], bool] = lambda: True,
    ) -> None:
        """`rivals()`: the folders that may be the context as well; it is asked where something is missing."""
        self._tree = tree
        self._files = files
        self._dockerfile = dockerfile
        self._ignore: DockerIgnore | None = None
        self._ignore_read = tree is None
        self._matched: dict[str, tuple[str, ...] | None] = {}
        self._rivals = rivals
        self.backed = backed
        self.complete = complete
        self.given = given
        self.root = "-" if tree is None else files.shown(tree.folder)

    @classmethod
    def of(cls, folder: str, *, complete: bool = True) -> Context:
        """The context in a folder, for its own sake."""
        files = Files()
        return cls(Tree(files.absolute(folder), files), files, complete=complete)

    @classmethod
    def unknown(cls) -> Context:
        """A context of which nothing can be known."""
        return cls(None, Files(), complete=False)

    @property
    def folder(self) -> str | None:
        """Where it lies, absolute; None if there is no such folder."""
        return None if self._tree is None else self._tree.folder

    def kind(self, rel: str) -> str | bool | None:
        """ "file", "dir", False if the builder is surely sent no such path, None if that cannot be known.

        `..` stops at the root as it does for BuildKit. Links inside the context are followed, links out of it not.
        """
        parts = _parts(rel)
        if self._tree is None:
            return None if parts else "dir"
        found = self._tree.find(parts)
        if self._excluding(parts) is not None:
            # Of an excluded folder the builder is sent what a later `!pattern` brings back.
            if found.kind == "file" or not self._brings_back(parts):
                return False
            if found.kind is not False:
                return None
        if found.kind is False:
            return False if self._lacks(self._tree, parts) else None
        return found.kind

    def excluded_by(self, rel: str) -> str | None:
        """The pattern of .dockerignore that keeps a path from the builder, as written there."""
        return self._excluding(_parts(rel))

    def matches(self, pattern: str) -> tuple[str, ...] | None:
        """Paths that a COPY pattern with Go's wildcards finds, in order: present ones for sure, and all of them if the
        context is complete. None if nothing was found and that proves nothing."""
        if pattern not in self._matched:
            self._matched[pattern] = self._match(pattern)
        return self._matched[pattern]

    def read(self, rel: str, limit: int = MEGABYTE) -> Source | None:
        """The text of a file that the builder is sent; None if there is none, it is longer or it cannot be read."""
        if self._tree is None or self.kind(rel) != "file":
            return None
        path = self._tree.path(self._tree.find(_parts(rel)).parts)
        source = None if path is None else self._files.source(path, limit)
        return None if isinstance(source, Failure) else source

    def maker(self, rel: str) -> str | None:
        """The script beside the Dockerfile or in the root, or the workflow, as messages name it, that makes a path
        which is not there and then builds images; None if there is none."""
        parts, tree = _parts(rel), self._tree
        if tree is None or not parts:
            return None
        missing = next((n for n in range(1, len(parts)) if not tree.find(parts[:n]).kind), len(parts))
        from torchlint.project.prepared import maker

        workflows = (os.path.join(folder, ".github", "workflows") for folder in self._around())
        found = maker(parts[missing - 1], (*self._around(), *workflows), self._files)
        return None if found is None else found.path

    def bringer(self, rel: str) -> str | None:
        """The README beside the Dockerfile or in the root, as messages name it, that asks its readers to bring a path
        which is not there; None if there is none."""
        parts = _parts(rel)
        if self._tree is None or not parts:
            return None
        from torchlint.project.prepared import bringer

        found = bringer(parts[-1], self._around(), self._files)
        return None if found is None else found.path

    def mounter(self, path: str) -> str | None:
        """The script beside the Dockerfile or in the root, as messages name it, that runs containers with a folder of
        the machine over an absolute path; None if there is none."""
        from torchlint.project.prepared import mounter

        found = None if self._tree is None else mounter(path, self._around(), self._files)
        return None if found is None else found.path

    def builder(self) -> str | None:
        """The script beside the Dockerfile or in the root, as messages name it, that builds it with another folder or
        with one that cannot be known; None if there is none, or the user said which folder it is."""
        if self._tree is None or self._dockerfile is None or self.given:
            return None
        from torchlint.project.prepared import builder

        found = builder(self._dockerfile, self._tree.folder, self._around(), self._files)
        return None if found is None else found.path

    def _around(self) -> tuple[str, ...]:
        """The Dockerfile's folder and the root."""
        folders = (os.path.dirname(self._dockerfile or ""), self.folder or "")
        return tuple(dict.fromkeys(folder for folder in folders if folder))

    def size(self, rel: str) -> int | None:
        """The bytes of a file that the builder is sent; None if there is none, or it cannot be read."""
        if self._tree is None or self.kind(rel) != "file":
            return None
        path = self._tree.path(self._tree.find(_parts(rel)).parts)
        try:
            return None if path is None else os.lstat(path).st_size
        except (OSError, ValueError):
            return None

    def _match(self, pattern: str) -> tuple[str, ...] | None:
        tree = self._tree
        wanted = _parts(pattern)
        reached = None if tree is None or len(wanted) > MOST_PARTS else _reached(tree, wanted)
        if tree is None or reached is None:
            return None
        paths, certain = reached
        sent = []
        for path in paths:
            if self._excluding(path) is None:
                kind = tree.find(path).kind
                if kind:
                    sent.append("/".join(path))
                elif kind is None:
                    certain = False
        if sent:
            return tuple(sent)
        return () if certain and self._lacks(tree, wanted) else None

    def _lacks(self, tree: Tree, parts: Parts) -> bool:
        """True if what was not found is not there for the builder either, whichever folder may be the context."""
        return (
            self.complete
            and tree.proves(parts)
            and all(_reached(rival, parts) == ([], True) for rival in self._rivals())
        )

    def _excluding(self, parts: Parts) -> str | None:
        if not self._ignore_read:
            self._ignore_read = True
            self._ignore = self._read_ignore()
        return None if self._ignore is None or not parts else self._ignore.excluded_by("/".join(parts))

    def _brings_back(self, parts: Parts) -> bool:
        return self._ignore is not None and self._ignore.may_include_below("/".join(parts))

    def _read_ignore(self) -> DockerIgnore | None:
        places = [] if self._dockerfile is None else [self._dockerfile + ".dockerignore"]
        if self._tree is not None:
            places.append(os.path.join(self._tree.folder, ".dockerignore"))
        for place in places:
            source = self._files.source(place, MEGABYTE)
            if not isinstance(source, Failure):
                from torchlint.syntax.dockerignore import parse

                return parse(source)
        return None

    def __repr__(self) -> str:
        return f"Context({self.root!r}, complete={self.complete})"


def _parts(rel: str) -> Parts:
    parts: list[str] = []
    for name in rel.split("/"):
        if name == "..":
            del parts[-1:]
        elif name not in ("", "."):
            parts.append(name)
    return tuple(parts)


def _reached(tree: Tree, wanted: Parts) -> tuple[list[Parts], bool] | None:
    """The paths that a pattern's names lead to, and whether these are all; None if it is no pattern."""
    from torchlint.project.wildcards import compiled

    certain = True
    reached: list[Parts] = [()]
    for index, part in enumerate(wanted):
        if _WILDCARDS.isdisjoint(part):
            reached = [(*folder, part) for folder in reached]
            continue
        regex = compiled(part)
        if regex is None:
            return None
        further: list[Parts] = []
        for folder in reached:
            found = tree.find(folder)
            names = tree.names(found.parts) if found.kind == "dir" else ()
            if names is None or found.kind is None:
                certain = False
                continue
            further += [(*folder, name) for name in names if regex.fullmatch(decoded(name))]
        if index < len(wanted) - 1:
            further = [path for path in further if tree.find(path).kind != "file"]
        reached = further
    return [path for path in reached if tree.find(path).kind is not False], certain
