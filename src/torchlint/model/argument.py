"""The words of a command, and where its output goes."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.files import Answer
    from torchlint.text import Place


class Argument(NamedTuple):
    """One word of a command after the shell expanded it; `value` is None when that cannot be known. `pattern`: the word
    with its wildcards, for one whose value depends on which files there are."""

    value: str | None
    at: Place
    written: str = ""
    pattern: str | None = None


class Redirect(NamedTuple):
    """`> file` and its kin: operator, file descriptor and where it goes; `at` spans them all. `over`: what was there
    before, of an output."""

    operator: str
    fd: int | None
    target: Argument
    at: Place
    over: Answer = None
