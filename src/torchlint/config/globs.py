"""How patterns of a configuration are matched."""

from __future__ import annotations

import os

from torchlint.record import NamedTuple
from torchlint.text import encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.gitignore import GitIgnore


class Globs(NamedTuple):
    """Patterns as .gitignore has them, seen from the folder of the file that holds them."""

    folder: str
    patterns: GitIgnore
    value: tuple[str, ...] = ()

    def match(self, path: str, *, folder: bool) -> bool:
        """True if the absolute path, or a folder above it, is meant."""
        start = self.folder.rstrip(os.sep) + os.sep
        if not path.startswith(start):
            return False
        name = encoded(path[len(start) :].replace(os.sep, "/"))
        ends = [at for at, char in enumerate(name) if char == "/"]
        return any(self.patterns.match(name[:end], True) for end in ends) or bool(self.patterns.match(name, folder))
