from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Severity, Span, rule


@rule(Entry, Severity.WARNING, Outcome.RISK, when=("exposes",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    listening = entry.listening
    if on.build is None or listening is None or listening.port is None or not entry.alone:
        return
    exposed = [one for stage in on.build.lineage(entry.stage) for step in stage.steps for one in step.exposed]
    values = [one.value or "" for one in exposed]
    if not exposed or not listening.port.isdigit() or any(not value.isdigit() for value in values):
        return
    # A port beside others may be another program's.
    if listening.port in values or len(set(values)) > 1:
        return
    default = "" if listening.port_at is not None else " by default"
    source, (start, _) = exposed[0].at
    own = len(exposed) == 1 and source.text.startswith(values[0], start)
    edit = Edit(source, Span(start, start + len(values[0])), listening.port)
    yield Problem(
        exposed[0].at,
        f"EXPOSE names port {values[0]}, but {listening.program} listens on {listening.port}{default}",
        f"write EXPOSE {listening.port}, or let {listening.program} listen on {values[0]}",
        Fix(f"write EXPOSE {listening.port}", (edit,)) if own else None,
        related=(Related(listening.port_at or entry.at, "this is what listens"),),
    )
