from __future__ import annotations

from collections.abc import Iterator

from torchlint import Confidence, Context, Entry, Outcome, Problem, Severity, rule

COMPILING = ("torch.compile", "triton.jit", "triton.autotune")


@rule(
    Entry,
    Severity.WARNING,
    Outcome.RUN,
    when=("python", "python3", "python3.9", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14"),
    confidence=Confidence.MEDIUM,
)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    state, owner = entry.state, entry.environment
    if owner is None or owner.kind == "conda" or "CC" in state.env:
        return
    if any(state.find(f"/usr/bin/{name}") is not False for name in ("gcc", "cc")):
        return
    used = next((name for name in COMPILING if name in entry.dotted()), None)
    if used is not None and entry.main is not None:
        script = (entry.script or "").rpartition("/")[2]
        yield Problem(
            entry.main.at,
            f"{script} uses {used}, which needs a C compiler while it runs, and the image has none: its first call "
            "fails",
            "install g++ in this stage",
        )
