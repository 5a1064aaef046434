"""What git ignores: the .gitignore files from the repository's root down, and .git/info/exclude."""

from __future__ import annotations

import os

from torchlint.project.files import MEGABYTE, Failure, as_name, as_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.project.files import Files
    from torchlint.project.tree import Parts
    from torchlint.syntax.gitignore import GitIgnore


def repository(folder: str) -> str | None:
    """The nearest folder at or above this one that holds `.git`."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


class Ignored:
    """The ignore files that count in one folder, outermost first, each with the folder it stands for."""

    __slots__ = ("_files", "_levels")

    def __init__(self, levels: tuple[tuple[str, GitIgnore], ...], files: Files) -> None:
        self._levels = levels
        self._files = files

    @classmethod
    def above(cls, folder: str, files: Files, *, anyway: bool = False) -> Ignored:
        """Those that count in `folder`, its own included; without a repository only its own, or with `anyway` all
        above, as those of a copy that came without its repository."""
        root = repository(folder)
        folders = [folder]
        while folder != root and (root is not None or anyway) and folder != os.path.dirname(folder):
            folder = os.path.dirname(folder)
            folders.append(folder)
        made = cls((), files)
        if root is not None:
            made = made._with(root, os.path.join(root, ".git", "info", "exclude"))
        for each in reversed(folders):
            made = made.below(each)
        return made

    def below(self, folder: str) -> Ignored:
        """Those that count in a folder right below, its own included."""
        return self._with(folder, os.path.join(folder, ".gitignore"))

    def ignores(self, path: str, *, folder: bool) -> bool:
        """True if git ignores this path by its own name; what lies above it is not asked."""
        for base, patterns in reversed(self._levels):
            name = as_text(path[len(base.rstrip(os.sep)) + 1 :]).replace(os.sep, "/")
            verdict = patterns.match(name, folder)
            if verdict is not None:
                return verdict
        return False

    def inside(self, folder: str, parts: Parts) -> bool:
        """True if git ignores this path below `folder`, or a folder on the way to it, or all that it may hold."""
        rules = self
        path = folder
        for index, part in enumerate(parts):
            path = os.path.join(path, as_name(part))
            if rules.ignores(path, folder=True) or (index == len(parts) - 1 and rules.ignores(path, folder=False)):
                return True
            rules = rules.below(path)
        return rules.ignores(os.path.join(path, "a"), folder=False)

    def _with(self, base: str, file: str) -> Ignored:
        source = self._files.source(file, MEGABYTE)
        if isinstance(source, Failure):
            return self
        from torchlint.syntax.gitignore import parse

        return Ignored((*self._levels, (base, parse(source))), self._files)
