"""Which lines were changed since a git revision, asked of git itself, and which findings stand there."""

from __future__ import annotations

import os
import posixpath
import re
from bisect import bisect_left, bisect_right

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.syntax.dockerfile.shapes import Instruction
    from torchlint.text import Place, Source, Span

_HUNK = re.compile(rb"^@@ -[0-9]+(?:,[0-9]+)? \+([0-9]+)(?:,([0-9]+))? @@", re.MULTILINE)
# Nothing that a repository's settings name is started, and nothing that they say changes the form of the answers.
_SETTINGS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.quotePath=false")
_DIFF = ("--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--no-relative")
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_OVERRIDING = ("GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF")


class GitError(Exception):
    """Why git could not say what was changed, in one line; empty if git gave no reason."""


class Change(NamedTuple):
    """What was changed in a file. `lines`: ranges of new lines, first and last. `cuts`: lines behind which some were
    deleted and none stand instead."""

    lines: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]


class Changes:
    """What was changed since a revision in the repository that a folder lies in."""

    def __init__(self, revision: str, folder: str) -> None:
        """Raises GitError if git, the repository or the revision is missing."""
        self.folder = os.path.realpath(folder)
        self.top = self._git("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")
        self.top = os.path.realpath(self.top).replace(os.sep, "/")
        self.since = self._resolved(revision)
        self._status: dict[str, tuple[str, tuple[bytes, ...]]] = {}
        words = self._git("diff", *_DIFF, "--name-status", "-z", "--find-renames", self.since, "--").split(b"\0")
        at = 0
        while at + 1 < len(words):
            kind = words[at][:1].decode()
            names = tuple(words[at + 1 : at + (3 if kind in "RC" else 2)])
            self._status[_shown(names[-1])] = kind, names
            at += 1 + len(names)
        self._tracked: frozenset[str] | None = None

    def _resolved(self, revision: str) -> str:
        """The commit that is meant. `REV...` is where this branch left REV, as git itself writes it."""
        start = revision.removesuffix("...")
        try:
            found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", start + "^{commit}")
        except GitError as error:
            raise GitError(f"{revision}: {str(error) or 'no such revision'}") from error
        if start != revision:
            try:
                found = self._git("merge-base", found.decode().strip(), "HEAD")
            except GitError as error:
                raise GitError(f"{revision}: {str(error) or 'has no commit in common with HEAD here'}") from error
        return found.decode().strip()

    def of(self, source: Source) -> Change | None:
        """What was changed in a file; None if all of it is new, or git does not know it."""
        name = self._name(source.path)
        if name is None:
            return None
        kind, names = self._status.get(name, ("", ()))
        if not kind:
            return Change((), ()) if self._is_tracked(name) else None
        if kind not in "MR" or not source.exact:
            return None
        diff = self._git(
            "--literal-pathspecs", "diff", *_DIFF, "--text", "--unified=0", "--inter-hunk-context=0", "--find-renames",
            self.since, "--", *(f"{self.top}/{os.fsdecode(one)}" for one in names),
        )  # fmt: skip
        hunks = [(int(start), int(count or 1)) for start, count in _HUNK.findall(diff)]
        lines = tuple((start, start + count - 1) for start, count in hunks if count)
        return Change(lines, tuple(start for start, count in hunks if not count))

    def _name(self, shown: str) -> str | None:
        """A shown path as git names it; None if it lies in no file of the repository."""
        absolute = posixpath.normpath(posixpath.join(self.folder.replace(os.sep, "/"), shown))
        start = self.top.rstrip("/") + "/"
        return absolute[len(start) :] if absolute.startswith(start) else None

    def _is_tracked(self, name: str) -> bool:
        if self._tracked is None:
            listed = self._git("ls-files", "-z", "--full-name", "--", ":/")
            self._tracked = frozenset(map(_shown, listed.split(b"\0")))
        return name in self._tracked

    def _git(self, *words: str) -> bytes:
        import subprocess

        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        environment = {name: value for name, value in os.environ.items() if name not in _OVERRIDING}
        try:
            done = subprocess.run(
                ["git", *settings, *words],
                cwd=self.folder,
                env={**environment, **_ENVIRONMENT},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except (OSError, ValueError) as error:
            raise GitError("git cannot be started") from error
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GitError(lines[0].removeprefix("fatal: ") if lines else "")
        return done.stdout


def _shown(name: bytes) -> str:
    """A name as git has it, as the paths of files are shown."""
    return name.decode("utf-8", "backslashreplace")


def only(report: Report, changed: Callable[[Source], Change | None]) -> tuple[Finding, ...]:
    """The findings of which a place, or one that belongs to it, was changed. `changed` is None for a new file."""
    instructions = {build.source: build.dockerfile.instructions for build in report.builds}
    known: dict[Source, Change | None] = {}

    def touched(at: Place) -> bool:
        if at.source not in known:
            known[at.source] = changed(at.source)
        change = known[at.source]
        return change is None or _touches(change, at, instructions.get(at.source, ()))

    return tuple(
        finding
        for finding in report.findings
        if any(touched(at) for at in (finding.at, *(related.at for related in finding.related)))
    )


def _touches(change: Change, at: Place, instructions: Sequence[Instruction]) -> bool:
    """Whether the lines of a place were changed, or lines were deleted from its instruction: these have no line left
    on which anything could be reported."""
    source, span = at
    first, last = _lines(source, span)
    index = bisect_left(change.lines, first, key=lambda lines: lines[1])
    if index < len(change.lines) and change.lines[index][0] <= last:
        return True
    index = bisect_right(instructions, span.start, key=lambda one: one.span.start) - 1
    if index >= 0 and span.start < instructions[index].span.end:
        first, last = _lines(source, instructions[index].span)
    index = bisect_left(change.cuts, first)
    return index < len(change.cuts) and change.cuts[index] < last


def _lines(source: Source, span: Span) -> tuple[int, int]:
    """The first and the last line of a span."""
    return source.line_at(span.start), source.line_at(max(span.start, span.end - 1))
