"""Which folder is a Dockerfile's build context when nobody says so."""

from __future__ import annotations

import os
from functools import cache

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from torchlint.project.tree import Parts, Tree
    from torchlint.syntax.dockerfile import Dockerfile

    Trees = Callable[[str], Tree]

_MOST_PARENTS = 4
"""How far up a project may reach that is no repository."""
_PROJECT = ("pyproject.toml", "setup.py", "setup.cfg", "requirements.txt")
_BESIDE_DOCKERFILES = (".sh", ".md", ".yml", ".yaml", ".env", ".dockerignore", ".conf", "makefile")


class Choice(NamedTuple):
    """`folder`: the context; `sure` is False where nothing speaks for it. `rivals()`: folders that may as well be it,
    as they lack nothing that it does not lack: what one of them has may be there for the builder. `backed()`: a Compose
    or bake file names it, the project has no other, or it has one of the sources that are copied by name."""

    folder: str
    sure: bool
    rivals: Callable[[], tuple[Tree, ...]]
    backed: Callable[[], bool]


def choose(own: str, above: Sequence[str], stated: Iterable[str], parsed: Dockerfile, tree: Trees) -> Choice:
    """The folder of which Compose or bake files say so (`stated`), else that of the Dockerfile, unless that surely
    lacks sources of COPY or of a mount that a parent has: the nearest parent that lacks none, else the one that lacks
    the fewest and has at least half; where all lack all, the one that has most of the folders that they should lie in.

    Where nothing but the whole folder is copied, a folder without a project gives way to the parent that has the most
    of what later commands call by name; where they call nothing, and it holds Dockerfiles and scripts alone, to the
    nearest parent with a project.
    """
    told = tuple(dict.fromkeys(folder for folder in stated if os.path.isdir(folder)))
    if not told and not above:
        return Choice(own, True, cache(lambda: _rivals(own, (), parsed, tree)), lambda: True)
    from torchlint.project.asked import copies_all, sources

    wanted = sources(parsed)

    def chosen(folder: str, others: Iterable[str], *, sure: bool = True) -> Choice:
        def backed() -> bool:
            return folder in (*told, (own, *above)[-1]) or any(tree(folder).find(parts).kind for parts in wanted)

        return Choice(folder, sure, cache(lambda: _rivals(folder, others, parsed, tree)), backed)

    stands = min(told, key=lambda folder: len(_lacking(tree(folder), wanted))) if told else None
    if stands is not None and not _lacking(tree(stands), wanted):
        return chosen(stands, told)
    found = _by_sources(own, above, wanted, tree)
    if stands is not None:
        return chosen(found if not _lacking(tree(found), wanted) else stands, (*told, found))
    if found != own or any(tree(own).find(parts).kind for parts in wanted) or not copies_all(parsed):
        return chosen(found, (own, *above))
    return _of_whole(own, above, parsed, tree, chosen)


def _by_sources(own: str, above: Sequence[str], wanted: list[Parts], tree: Trees) -> str:
    best, fewest = own, len(_lacking(tree(own), wanted))
    for parent in above if fewest else ():
        lacking = len(_lacking(tree(parent), wanted))
        present = sum(bool(tree(parent).find(parts).kind) for parts in wanted)
        if lacking == 0 and present:
            return parent
        if lacking < fewest and present * 2 >= len(wanted):
            best, fewest = parent, lacking
    if not fewest or fewest < len(wanted):
        return best
    # Nobody has one of them: the folders that they should lie in tell.
    return max((own, *above), key=lambda folder: _leading(tree(folder), wanted))


def _leading(tree: Tree, wanted: list[Parts]) -> int:
    return sum(len(parts) > 1 and tree.find(parts[:1]).kind == "dir" for parts in wanted)


def _of_whole(own: str, above: Sequence[str], parsed: Dockerfile, tree: Trees, chosen: Callable[..., Choice]) -> Choice:
    """The choice where only the whole context is copied."""
    if _has_project(tree(own)):
        return chosen(own, above)
    from torchlint.project.called import names_below

    called = names_below(parsed)
    most, best = 0, own
    for folder in (own, *above) if called else ():
        present = sum(any(tree(folder).find(parts).kind for parts in paths) for paths in called)
        if present > most:
            most, best = present, folder
    if most or not _without_content(tree(own)):
        return chosen(best, (own, *above))
    project = next((folder for folder in above if _has_project(tree(folder))), None)
    return chosen(own if project is None else project, (own, *above), sure=project is not None)


def _has_project(tree: Tree) -> bool:
    return any(tree.find((name,)).kind for name in _PROJECT)


def _rivals(folder: str, others: Iterable[str], parsed: Dockerfile, tree: Trees) -> tuple[Tree, ...]:
    from torchlint.project.asked import sources

    wanted = sources(parsed)
    lacked = _lacking(tree(folder), wanted)
    trees = (tree(other) for other in dict.fromkeys(others) if other != folder)
    return *(one for one in trees if _lacking(one, wanted) <= lacked), *_below(tree(folder), wanted, tree)


def _below(above: Tree, wanted: list[Parts], tree: Trees) -> tuple[Tree, ...]:
    """The folders right below one that has no source at all, which have every one: of a Dockerfile for several. A
    single one is not enough: its path may as well be written wrongly."""
    if not wanted or any(above.find(parts).kind for parts in wanted):
        return ()
    folders = (above.path((name,)) for name in above.names(()) or () if above.find((name,)).kind == "dir")
    found = [path for path in folders if path is not None and all(tree(path).find(parts).kind for parts in wanted)]
    return tuple(map(tree, found)) if len(found) > 1 else ()


def _lacking(tree: Tree, wanted: list[Parts]) -> set[Parts]:
    return {parts for parts in wanted if tree.find(parts).kind is False and tree.proves(parts)}


def parents(folder: str, ceiling: str) -> list[str]:
    """The folders above one that may be its project's: up to the repository's root. Without a repository they end at
    `ceiling` or four up."""
    from torchlint.project.ignored import repository

    root = repository(folder)
    if root is None and (folder + os.sep).startswith(ceiling.rstrip(os.sep) + os.sep):
        root = ceiling
    parents: list[str] = []
    while folder != root and (root is not None or len(parents) < _MOST_PARENTS):
        folder = os.path.dirname(folder)
        # Nobody builds from the file system's root or from what lies right in it, like /home and /tmp.
        if root is None and os.path.dirname(folder) == os.path.dirname(os.path.dirname(folder)):
            break
        parents.append(folder)
    return parents


def _without_content(tree: Tree) -> bool:
    """True if nobody would build from the folder alone: it holds Dockerfiles and what goes with them."""
    names = tree.names(())
    return names is not None and all(
        "ockerfile" in name or "ontainerfile" in name or name.lower().endswith(_BESIDE_DOCKERFILES) for name in names
    )
