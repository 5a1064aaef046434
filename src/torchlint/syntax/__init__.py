"""Text to structure, with a byte span for every token. Nothing here raises on bad input: errors are values."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.text import Span


class SyntaxProblem(NamedTuple):
    """What a reader could not accept. `kind` is a stable kebab-case id; `message` one sentence without full stop."""

    kind: str
    message: str
    span: Span
