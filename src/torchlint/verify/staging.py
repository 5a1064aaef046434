"""A build context as the builder would be sent it, copied to a place of its own: nothing of the user's is touched."""

from __future__ import annotations

import os
import shutil
import stat

from torchlint.project.files import as_text
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torchlint.project.context import Context

FREE_BYTES = 2 * 1024**3
"""What has to be left on the disk beside the copy: less, and a build would fail for want of space."""


class Refused(Exception):
    """Verifying would not be safe or cannot begin: why, in one line."""


class Staged(NamedTuple):
    """`folder`: the copy; `dockerfile`: in it."""

    folder: str
    dockerfile: str


def stage(
    folder: str, context: Context, root: str, dockerfile: bytes, changed: Mapping[str, bytes] | None = None
) -> Staged:
    """Copy the context in the folder `root` to `folder`, without what .dockerignore leaves out, and put the Dockerfile
    beside it. `changed`: new contents of files by their absolute paths. Raises Refused and OSError."""
    refuse_wide(root)
    contents = {os.path.realpath(path): content for path, content in (changed or {}).items()}
    inside = os.path.join(folder, "context")
    os.mkdir(inside)
    wanted = list(_sent(root, context))
    size = sum(one.stat(follow_symlinks=False).st_size for one, _ in wanted if one.is_file(follow_symlinks=False))
    free = shutil.disk_usage(folder).free
    if free < size + FREE_BYTES:
        raise Refused(f"{free >> 20} MB are free in {folder}, too few for a copy of the context, {size >> 20} MB")
    for entry, relative in wanted:
        target = os.path.join(inside, relative)
        if entry.is_symlink():
            os.symlink(os.readlink(entry.path), target)
        elif entry.is_dir(follow_symlinks=False):
            os.mkdir(target)
        elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            replaced = contents.get(os.path.realpath(entry.path)) if contents else None
            if replaced is None:
                shutil.copy2(entry.path, target, follow_symlinks=False)
            else:
                with open(target, "wb") as file:
                    file.write(replaced)
                shutil.copystat(entry.path, target)
    path = os.path.join(folder, "Dockerfile")
    with open(path, "wb") as file:
        file.write(dockerfile)
    return Staged(inside, path)


def refuse_wide(root: str) -> None:
    """Raise Refused for a context that holds what nobody means to send: a whole disk or home."""
    real = os.path.realpath(root)
    homes = {os.path.realpath(os.path.expanduser("~")), os.path.realpath(os.path.join(os.sep, "home"))}
    if os.path.dirname(real) == real or real in homes:
        raise Refused(f"the build context is {real}: name a narrower one with --context")


def _sent(root: str, context: Context) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Everything that the builder is sent, folders before what is in them."""
    waiting = [(root, "")]
    while waiting:
        folder, above = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                relative = os.path.join(above, entry.name)
                spelled = as_text(relative.replace(os.sep, "/"))
                excluded = context.excluded_by(spelled) is not None
                inner = entry.is_dir(follow_symlinks=False)
                # Of an excluded folder a later `!pattern` may bring something back.
                if excluded and (not inner or context.kind(spelled) is False):
                    continue
                yield entry, relative
                if inner:
                    waiting.append((entry.path, relative))
