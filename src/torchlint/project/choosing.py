"""Which folder is a Dockerfile's build context when nobody says so."""

from __future__ import annotations

import os

from torchlint.syntax.dockerfile import Copy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.project.tree import Parts, Tree
    from torchlint.syntax.dockerfile import Dockerfile

_MOST_PARENTS = 4
_NOT_LITERAL = frozenset("$*?[\\\"'`")

_PROJECT = ("pyproject.toml", "setup.py", "setup.cfg", "requirements.txt")
_BESIDE_DOCKERFILES = (".sh", ".md", ".yml", ".yaml", ".env", ".dockerignore", ".dockerfile", ".conf", "makefile")


def folder_for(own: str, parsed: Dockerfile, tree: Callable[[str], Tree], ceiling: str) -> str:
    """The Dockerfile's own folder, unless it surely lacks sources of COPY that a parent has: the nearest parent that
    lacks none, else the one that lacks the fewest and has at least half.

    Where nothing but the whole folder is copied, a folder that holds Dockerfiles and scripts alone gives way to the
    nearest parent with a project. Parents end at the repository's root; without a repository at `ceiling` or four up.
    """
    sources = _literal_sources(parsed)
    if not sources and _copies_all(parsed) and _without_content(tree(own)):
        with_project = (one for one in parents(own, ceiling) if any(tree(one).find((n,)).kind for n in _PROJECT))
        return next(with_project, own)
    best, fewest = own, _lacking(tree(own), sources)
    if not fewest:
        return own
    for parent in parents(own, ceiling):
        lacking = _lacking(tree(parent), sources)
        present = sum(bool(tree(parent).find(parts).kind) for parts in sources)
        if lacking == 0 and present:
            return parent
        if lacking < fewest and present * 2 >= len(sources):
            best, fewest = parent, lacking
    return best


def _lacking(tree: Tree, sources: list[Parts]) -> int:
    return sum(tree.find(parts).kind is False and tree.proves(parts) for parts in sources)


def parents(folder: str, ceiling: str) -> list[str]:
    """The folders above one that may be its project's: up to the repository's root, and never far."""
    from torchlint.project.ignored import repository

    root = repository(folder)
    if root is None and (folder + os.sep).startswith(ceiling.rstrip(os.sep) + os.sep):
        root = ceiling
    parents: list[str] = []
    while len(parents) < _MOST_PARENTS and folder != root:
        folder = os.path.dirname(folder)
        # Nobody builds from the file system's root or from what lies right in it, like /home and /tmp.
        if root is None and os.path.dirname(folder) == os.path.dirname(os.path.dirname(folder)):
            break
        parents.append(folder)
    return parents


def _copies_all(parsed: Dockerfile) -> bool:
    """True if a COPY or ADD takes the whole context."""
    return any(
        isinstance(one.value, Copy)
        and one.flag("from") is None
        and any(word.text in (".", "./") for word in one.value.sources)
        for one in parsed.instructions
    )


def _without_content(tree: Tree) -> bool:
    """True if nobody would build from the folder alone: it holds Dockerfiles and what goes with them."""
    names = tree.names(())
    return names is not None and all(
        name.lower().startswith(("dockerfile", "containerfile")) or name.lower().endswith(_BESIDE_DOCKERFILES)
        for name in names
    )


def _literal_sources(parsed: Dockerfile) -> list[Parts]:
    sources: dict[Parts, None] = {}
    for instruction in parsed.instructions:
        copy = instruction.value
        if isinstance(copy, Copy) and instruction.flag("from") is None:
            for word in copy.sources:
                text = word.text
                if _NOT_LITERAL.isdisjoint(text) and "://" not in text and not text.startswith(("<<", "git@")):
                    # A source with `..` stops at the root, wherever that is.
                    parts = tuple(part for part in text.split("/") if part not in ("", ".", ".."))
                    if parts:
                        sources[parts] = None
    return list(sources)
