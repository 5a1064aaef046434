"""Which files are ours to check: by name, and by walking the folders that were named."""

from __future__ import annotations

import os

from torchlint.project.files import Failure, reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torchlint.project.files import Files
    from torchlint.project.ignored import Ignored
    from torchlint.project.settings import Settings

DOCKERFILE, REQUIREMENTS, ENVIRONMENT, OTHER = "dockerfile", "requirements", "environment", "other"

_OTHER_KINDS = frozenset(
    "md rst txt html pdf png svg py pyc sh bash json yml yaml toml ini cfg lock log dockerignore"
    " j2 jinja jinja2 tmpl tpl template in m4 erb mustache orig bak rej swp swo save patch diff".split()
)
_PASSED_OVER = frozenset((".git", ".hg", ".svn", "node_modules", "__pycache__"))
_MARKS_OF_ENVIRONMENT = ("pyvenv.cfg", "conda-meta")


def kind_of(name: str) -> str | None:
    """What a file found in a folder is to us, by its name; None for none of ours."""
    kind, more = _kind_and_more(name.lower())
    return None if name.endswith("~") or more.rpartition(".")[2] in _OTHER_KINDS else kind


def kind_of_named(name: str) -> str:
    """What a file that the user named is to be read as: a Dockerfile, unless its name says better."""
    lower = name.lower()
    if lower.endswith((".dockerignore", ".toml", ".lock")):
        return OTHER
    kind, _more = _kind_and_more(lower)
    if kind is not None:
        return kind
    if lower.endswith((".txt", ".in", ".pip")):
        return REQUIREMENTS
    return ENVIRONMENT if lower.endswith((".yml", ".yaml")) else DOCKERFILE


def _kind_and_more(name: str) -> tuple[str | None, str]:
    """The kind that a lower-case name begins or ends like, and what follows `Dockerfile` in it."""
    if name.endswith((".dockerfile", ".containerfile")):
        return DOCKERFILE, ""
    for stem in ("dockerfile", "containerfile"):
        if name.startswith(stem) and name[len(stem) : len(stem) + 1] in ("", ".", "-", "_"):
            return DOCKERFILE, name[len(stem) + 1 :]
    if name.startswith(("requirements", "constraints")) and name.endswith(".txt"):
        return REQUIREMENTS, ""
    if name.startswith("environment") and name.endswith((".yml", ".yaml")):
        return ENVIRONMENT, ""
    return None, ""


def walk(
    start: str, files: Files, settings_for: Callable[[str], Settings], failures: list[Failure]
) -> Iterator[tuple[str, str]]:
    """Path and kind of every file below `start` that is ours, folder by folder in order.

    What git or the configuration excludes is left out, as are Python environments and what version control and
    packagers keep for themselves. Links to folders are not followed. Folders that cannot be listed become failures.
    """
    levels: list[tuple[str, Ignored | None]] = [(start, None)]
    while levels:
        folder, above = levels.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            failures.append(Failure(files.shown(folder), reason(error, folder)))
            continue
        if folder != start and any(entry.name in _MARKS_OF_ENVIRONMENT for entry in entries):
            continue
        settings = settings_for(folder)
        ignored = None
        if settings.respect_gitignore:
            from torchlint.project.ignored import Ignored

            ignored = Ignored.above(folder, files) if above is None else above.below(folder)
        inner: list[tuple[str, Ignored | None]] = []
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            kind = None if is_folder else kind_of(entry.name)
            if kind is None and (not is_folder or entry.name in _PASSED_OVER):
                continue
            if settings.excludes(entry.path, folder=is_folder):
                continue
            if ignored is not None and ignored.ignores(entry.path, folder=is_folder):
                continue
            if is_folder:
                inner.append((entry.path, ignored))
            elif kind is not None and not (entry.is_symlink() and os.path.isdir(entry.path)):
                yield entry.path, kind
        levels += reversed(inner)
