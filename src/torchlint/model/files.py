"""What is known of a container's file system: a chain of events, asked from the newest back.

Presence and absence are separate facts: a path is Found, surely absent (False), or not known (None).
Deriving a new state is one small object; asking walks the chain.
"""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from torchlint.project import Context
    from torchlint.text import Place


class Found(NamedTuple):
    """A path that is there. `kind`: "file", "dir" or None; `content`: what the model knows of it (a Program, a
    context path as ContextFile), or None; `at`: what put it there."""

    kind: str | None
    content: object | None
    at: Place | None


class ContextFile(NamedTuple):
    """Content of a path that was copied from the build context: its name there."""

    context: Context
    name: str


class Downloaded(NamedTuple):
    """Content that came from the network: its address, as written where a variable in it is not known. `unfollowed`:
    the curl that got no more than a redirect from there."""

    address: str
    unfollowed: Place | None = None


Answer: TypeAlias = "Found | bool | None"
"""Found, False when the path is surely absent, None when it cannot be known."""

_UNSAID = object()
"""An event's answer about paths that it does not touch."""


def inside(path: str, folder: str) -> bool:
    """True if the absolute `path` is `folder` or lies below it."""
    return path == folder or folder == "/" or path.startswith(folder + "/")


def normal(path: str) -> str:
    """An absolute path without `.`, `..`, doubled or trailing slashes."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del parts[-1:]
        elif part and part != ".":
            parts.append(part)
    return "/" + "/".join(parts)


class Made(NamedTuple):
    """A path that surely is there now; the folders above it too."""

    path: str
    found: Found

    def answer(self, path: str) -> object:
        """What this event says of `path`."""
        own = self.path
        if path == own:
            return self.found
        # Most that is made lies elsewhere: that is seen without a call.
        if own.startswith(path) and inside(own, path):
            return Found("dir", None, self.found.at)
        if path.startswith(own) and self.found.kind == "file" and inside(path, own):
            return False
        return _UNSAID


class Removed(NamedTuple):
    """A path that surely is gone, with all below it; `content_only`: only what lies below it."""

    path: str
    content_only: bool = False

    def answer(self, path: str) -> object:
        """What this event says of `path`."""
        if self.content_only and path == self.path:
            return _UNSAID
        return False if inside(path, self.path) else _UNSAID


class Doubted(NamedTuple):
    """Paths that match a pattern with wildcards may have been removed, with all below them; with `names` only what is
    called like one of these patterns."""

    pattern: str
    names: tuple[str, ...] = ()

    def answer(self, path: str) -> object:
        """What this event says of `path`."""
        from fnmatch import fnmatchcase

        wanted, parts = self.pattern.split("/"), path.split("/")
        if self.names and not any(fnmatchcase(part, name) for part in parts[len(wanted) - 1 :] for name in self.names):
            return _UNSAID
        matches = len(wanted) <= len(parts) and all(map(fnmatchcase, parts, wanted))
        return None if matches else _UNSAID


_OTHERS = ("/usr/local/cuda", "/usr/local/nvidia/", "/usr/local/sbin/", "/usr/sbin/")
"""Folders of CUDA, of the driver and of daemons: whoever brings a Python puts it elsewhere."""


_BINS = ("bin", "sbin", "condabin", "shims", "Scripts")
"""What folders of programs are called."""


class Anything(NamedTuple):
    """Something ran that may create any path below these folders: absence there becomes unknown, presence stays.

    `but` names programs (last parts of paths) that it surely does not create.
    """

    folders: tuple[str, ...]
    but: Callable[[str], bool] | None = None

    def touches(self, path: str) -> bool:
        """True if `path` may have come into being here."""
        for folder in self.folders:
            if (path.startswith(folder) and inside(path, folder)) or (folder.startswith(path) and inside(folder, path)):
                word = path.rsplit("/", 1)[-1]
                if word.startswith(("python", "pip")) and path.startswith(_OTHERS) and folder == "/":
                    return False
                if self.but is None or not self.but(word):
                    return True
                # Elsewhere a folder of a source tree may be called like a program.
                named = word.rstrip("0123456789.") in ("python", "pip")
                return named and not path.endswith(tuple(f"/{one}/{word}" for one in _BINS))
        return False


class FromContext(NamedTuple):
    """`COPY name target`: a link to the context's file or subtree; nothing is expanded."""

    context: Context
    name: str
    target: str
    at: Place

    def answer(self, path: str) -> object:
        """What this event says of `path`."""
        if not inside(path, self.target):
            return Found("dir", None, self.at) if inside(self.target, path) else _UNSAID
        rest = path[len(self.target) :].strip("/")
        name = f"{self.name}/{rest}".strip("/") if rest else self.name
        kind = self.context.kind(name)
        if isinstance(kind, str):
            return Found(kind, ContextFile(self.context, name), self.at)
        # An absent name may still lie in the folder below the copy; an unknown one hides the answer.
        return None if kind is None else _UNSAID

    def brings(self, folder: str) -> bool:
        """True if it may have brought something that lies at or below `folder`."""
        return inside(folder, self.target) and self.answer(folder) is not _UNSAID


class FromStage(NamedTuple):
    """`COPY --from=stage source target`: what the stage's last state says of the copied paths."""

    files: Files
    source: str
    target: str
    at: Place

    def answer(self, path: str) -> object:
        """What this event says of `path`."""
        if not inside(path, self.target):
            return Found("dir", None, self.at) if inside(self.target, path) else _UNSAID
        rest = path[len(self.target) :]
        found = self.files.find(normal(self.source + rest))
        if isinstance(found, Found):
            return found._replace(at=self.at)
        return None if found is None else _UNSAID


class Mounted(NamedTuple):
    """A mount of one RUN: it shadows what lies below `target` until Unmounted. `shows` says what is seen there."""

    target: str
    shows: FromContext | FromStage | Made | Removed | Anything

    def answer(self, path: str) -> object:
        """What this event says of `path`."""
        if isinstance(self.shows, Anything):
            if path == self.target or inside(self.target, path):
                return Found("dir", None, None)
            return None if inside(path, self.target) else _UNSAID
        said = self.shows.answer(path)
        if said is not _UNSAID or not inside(path, self.target):
            return said
        # What the mount does not show is hidden by it.
        return Found("dir", None, None) if path == self.target else False


class Unmounted(NamedTuple):
    """The end of a mount: what was written below it is not in the image, what it shadowed is seen again."""

    mounted: Mounted


Event: TypeAlias = "Made | Removed | Doubted | Anything | FromContext | FromStage | Mounted | Unmounted"


class Files:
    """A state of the file system. Ask with `find`; derive with `then`."""

    __slots__ = ("_alternatives", "_base", "_event", "_known", "_parent")

    def __init__(
        self,
        base: Callable[[str], Answer] | None = None,
        parent: Files | None = None,
        event: Event | None = None,
        alternatives: tuple[Files, ...] = (),
    ) -> None:
        self._base = base
        self._parent = parent
        self._event = event
        self._alternatives = alternatives
        # What was asked of this state: later states stop their walk here, or many RUNs would each walk all before.
        self._known: dict[str, Answer] = {}

    def then(self, event: Event) -> Files:
        """The state after `event`."""
        return Files(None, self, event)

    def either(self, *others: Files) -> Files:
        """The state after one of several ways, all of which began in this one: what they agree on."""
        ways = tuple(way for way in others if way is not self)
        if not ways:
            return self
        if len(ways) == len(others) == 1:
            return ways[0]
        return Files(None, self, None, others)

    def find(self, path: str) -> Answer:
        """What is known of the absolute, normal `path`; None also where thousands of stages copy from one another."""
        if path not in self._known:
            try:
                self._known[path] = self._find(path, None)[0]
            except RecursionError:
                return None
        return self._known[path]

    def _find(self, path: str, stop: Files | None) -> tuple[Answer, bool]:
        """The answer, and whether it was settled before reaching `stop`."""
        state: Files | None = self
        maybe = False
        closed: list[Mounted] = []
        while state is not None and state is not stop:
            if stop is None and not closed and path in state._known:
                return _softened(state._known[path], maybe), True
            event = state._event
            if isinstance(event, Unmounted):
                if inside(path, event.mounted.target):
                    closed.append(event.mounted)
            elif closed:
                if event is closed[-1]:
                    closed.pop()
            elif isinstance(event, Anything):
                maybe = maybe or event.touches(path)
            elif event is not None:
                said = event.answer(path)
                if said is not _UNSAID:
                    return _softened(said, maybe), True
            elif state._alternatives:
                settled = self._agreed(state, path)
                if settled is not _UNSAID:
                    return _softened(settled, maybe), True
            elif state._base is not None:
                return _softened(state._base(path), maybe), True
            state = state._parent
        return (None if maybe else False), False

    @staticmethod
    def _agreed(state: Files, path: str) -> object:
        """What the ways of a join agree on: an answer, or unsaid when none touches `path`."""
        parent = state._parent
        assert parent is not None, "a join has a state it began in"
        said = [way._find(path, parent) for way in state._alternatives]
        if not any(settled or answer is None for answer, settled in said):
            return _UNSAID
        before = parent.find(path)
        answers = [
            answer if settled else (before if isinstance(before, Found) or answer is not None else None)
            for answer, settled in said
        ]
        if all(isinstance(answer, Found) for answer in answers):
            if all(answer == answers[0] for answer in answers):
                return answers[0]
            kinds = {answer.kind for answer in answers if isinstance(answer, Found)}
            return Found(kinds.pop() if len(kinds) == 1 else None, None, None)
        return False if all(answer is False for answer in answers) else None


def _softened(said: object, maybe: bool) -> Answer:
    """An answer after something that may have created the path: presence stays, absence does not."""
    if isinstance(said, Found):
        return said
    return None if maybe or said is None else False
