"""URLs and paths, as pip tells them from names."""

from __future__ import annotations

import re

# A string: most files hold no URL, so it is compiled when the first one comes.
_SCHEME = r"(?ai)(git|hg|svn|bzr)(\+[a-z-]+)?:|(https?|file|ftp):|(git|hg|svn|bzr)\+"
ARCHIVES = (".whl", ".zip", ".tar.gz", ".tgz", ".tar", ".tar.bz2", ".tbz", ".tar.xz", ".txz", ".tlz", ".tar.lz",
             ".tar.lzma")  # fmt: skip


def match_scheme(text: str) -> re.Match[str] | None:
    """What kind of URL `text` begins: group 1 is set for a version control system (with its transport in group 2),
    group 3 for a plain URL, group 4 alone for a broken VCS URL such as `git+git@host:path`. None when it is no URL."""
    return re.match(_SCHEME, text)


def path_like(target: str) -> bool:
    """True if pip looks at the disk for `target`: it has a slash, begins with a dot, or is named like an archive."""
    return "/" in target or target.startswith(".") or target.lower().endswith(ARCHIVES)


def path_end(url: str) -> int:
    """Where the path of a URL ends: at its query or fragment."""
    ends = [end for end in (url.find("#"), url.find("?")) if end >= 0]
    return min(ends) if ends else len(url)


def file_name(url: str) -> str:
    """The last component of a URL's path, with its %-escapes resolved."""
    filename = url[: path_end(url)].rpartition("/")[2]
    if "%" in filename:
        filename = re.sub("%([0-9A-Fa-f]{2})", lambda match: chr(int(match[1], 16)), filename)
    return filename


def vcs_ref(url: str) -> str | None:
    """The part behind `@` in the path of a VCS URL; an `@` before the host's end belongs to the user's name."""
    path = url[: path_end(url)]
    authority = path.find("://")
    slash = path.find("/", authority + 3) if authority >= 0 else path.find(":")
    at = path.rfind("@")
    return path[at + 1 :] or None if at > slash >= 0 else None
