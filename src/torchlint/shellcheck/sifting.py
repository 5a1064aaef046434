"""Which of ShellCheck's words hold in an image: it sees a script alone, and not what surrounds it."""

from __future__ import annotations

import re
from bisect import bisect_right

from torchlint.model.variables import lacks
from torchlint.syntax import shell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.shellcheck.program import Comment
    from torchlint.shellcheck.sending import Sent
    from torchlint.text import Place, Source

NOT_FOLLOWED = frozenset(("SC1090", "SC1091"))
"""A file that the script reads lies in the image, not here."""

UNASSIGNED = "SC2154"
CD_MAY_FAIL = "SC2164"
CARRIAGE_RETURN = "SC1017"
UNQUOTED_COMMAND = "SC2046"

_OF_SH = frozenset(("SC2028", "SC2112", "SC2113"))
"""Beside SC3000 to SC3999: true or not, depending on which shell /bin/sh is."""

_ONE_WORD = (
    r"(?:\$\(|`) *(?:nproc|arch|uname -[mrs]|id -[ug]n?|dpkg --print-architecture|lsb_release -(?:cs|rs|is)) *[)`]"
)
"""Commands that print one word, which nothing can split."""

_READING = frozenset(("eval", "source", ".", "set", "envsubst"))
"""Commands after which a variable may be set though nothing in the script says so."""


class Sieve:
    """What is kept of the comments on one script."""

    def __init__(self, sent: Sent, comments: tuple[Comment, ...]) -> None:
        self.sent = sent
        self.comments = comments
        self._first_return = next((one for one in comments if one.code == CARRIAGE_RETURN), None)
        self._closed: bool | None = None
        self._fatal: frozenset[int] | None = None

    def keeps(self, comment: Comment) -> bool:
        """Whether what is right of the script on its own is right of it here."""
        script, code = self.sent.script, comment.code
        if code in NOT_FOLLOWED:
            return False
        if not script.dialect.sure and (code.startswith("SC3") or code in _OF_SH):
            return False
        if code == CARRIAGE_RETURN:
            # Each line has one where any has.
            return comment is self._first_return
        if code == UNASSIGNED:
            name = re.match(r"[A-Za-z_][A-Za-z0-9_]*", comment.message)
            return name is not None and self.closed and lacks(script.step.before, name.group())
        if code in (CD_MAY_FAIL, UNQUOTED_COMMAND):
            start = self.sent.index(comment.line, comment.column)
            end = self.sent.index(comment.end_line, comment.end_column)
            if start is None or end is None:
                return False
            if code == CD_MAY_FAIL:
                return script.text.offset(start) not in self.fatal
            return re.fullmatch(_ONE_WORD, script.text.text[start:end]) is None
        return True

    @property
    def closed(self) -> bool:
        """Whether all that sets variables is known: who starts a container may set some, and so may other files."""
        if self._closed is None:
            script = self.sent.script
            self._closed = script.building and not any(one.code in NOT_FOLLOWED for one in self.comments)
            if self._closed:
                commands = shell.simple_commands(shell.parse(script.text.text).body)
                self._closed = _READING.isdisjoint(word.literal for command in commands for word in command.words)
        return self._closed

    @property
    def fatal(self) -> frozenset[int]:
        """Where commands begin whose failure stops the build."""
        if self._fatal is None:
            self._fatal = frozenset(one.at.span.start for one in self.sent.script.step.commands if one.fatal)
        return self._fatal


class Spoken:
    """Where rules of ours have said what a code means."""

    def __init__(self, said: Iterable[tuple[str, Place]]) -> None:
        places: dict[tuple[str, Source], list[tuple[int, int]]] = {}
        for code, (source, span) in said:
            places.setdefault((code, source), []).append((span.start, span.end))
        self._merged = {key: _merged(sorted(spans)) for key, spans in places.items()}

    def of(self, code: str, at: Place) -> bool:
        """Whether a place shares a byte with one of them."""
        spans = self._merged.get((code, at.source), [])
        before = bisect_right(spans, (at.span.end - 1, at.span.end))
        return before > 0 and spans[before - 1][1] > at.span.start


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans, sorted by their starts, as ones that lie apart."""
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart
