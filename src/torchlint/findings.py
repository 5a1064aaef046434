"""What is said about a file: problems as rules yield them, findings as people and machines get them."""

from __future__ import annotations

from enum import StrEnum

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.text import Edit, Place


class Severity(StrEnum):
    """How much it matters, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst; compare with `<=` to mean "at least as severe"."""
        return _SEVERITIES.index(self)


_SEVERITIES = tuple(Severity)


class Confidence(StrEnum):
    """How sure the prediction behind a finding is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Outcome(StrEnum):
    """When it hurts: the build stops, the container does not start, an import fails, it fails while running,
    it wastes space or time, or it works only by luck."""

    BUILD = "build"
    START = "start"
    IMPORT = "import"
    RUN = "run"
    WASTE = "waste"
    RISK = "risk"


class Safety(StrEnum):
    """Safe: what worked before works the same after. Unsafe: it may change what the image does."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Fix(NamedTuple):
    """A group of edits, all made or none. `title` says in the imperative what the edits do."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.UNSAFE


class Related(NamedTuple):
    """Another place that belongs to the problem, and what is to be seen there."""

    at: Place
    message: str


class Problem(NamedTuple):
    """What a rule yields. `message`: what breaks and why, one sentence without full stop. `help`: the exact change
    that mends it, in the imperative. Severity, outcome and confidence default to the rule's own. `secret`: at the place
    stands what reports must not repeat.
    """

    at: Place
    message: str
    help: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    outcome: Outcome | None = None
    confidence: Confidence | None = None
    estimate_bytes: int | None = None
    secret: bool = False


class Suppression(NamedTuple):
    """Why a finding is not counted. `kind`: "inSource", "config" or "baseline"."""

    kind: str
    reason: str


class Finding(NamedTuple):
    """What the engine makes of a Problem: complete, frozen, ready to report."""

    rule: str
    family: str
    severity: Severity
    confidence: Confidence
    outcome: Outcome
    message: str
    help: str
    at: Place
    related: tuple[Related, ...]
    stage: str | None
    fixes: tuple[Fix, ...]
    suppressed: Suppression | None
    estimate_bytes: int | None
    fingerprint: str
    url: str | None
    secret: bool = False

    @property
    def fix(self) -> Fix | None:
        """The fix to offer first, if any."""
        return self.fixes[0] if self.fixes else None


def listed(words: Sequence[str]) -> str:
    """At least one word for a message: "a", "a and b", "a, b and c"."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
