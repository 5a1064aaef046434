from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Severity, rule


@rule(Entry, Severity.INFO, Outcome.RISK, when=("exposes",), strict=True)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    if on.build is None or (entry.listening is None and not entry.served()):
        return
    steps = [step for stage in on.build.lineage(entry.stage) for step in stage.steps]
    if any(step.instruction.keyword == "HEALTHCHECK" for step in steps) or not any(step.exposed for step in steps):
        return
    # A known base has none of its own.
    if entry.state.base.kind not in ("python", "cuda", "pytorch", "distribution"):
        return
    port = (entry.listening.port if entry.listening is not None else None) or "8000"
    yield Problem(
        entry.at,
        "nobody notices when this server hangs: the image has no HEALTHCHECK",
        "add HEALTHCHECK CMD python -c \"import urllib.request as u; u.urlopen('http://127.0.0.1:"
        + port
        + "/health')\"",
    )
