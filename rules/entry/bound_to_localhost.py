from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Place, Problem, Related, Severity, Span, rule

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PROXIES = ("nginx", "haproxy", "caddy", "apache2", "traefik", "envoy")


@rule(Entry, Severity.WARNING, Outcome.RUN, when=("exposes",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    if on.build is None or any(entry.state.which(name) or name in entry.state.packages for name in PROXIES):
        return
    steps = [step for stage in on.build.lineage(entry.stage) for step in stage.steps]
    exposed = next((one for step in steps for one in step.exposed), None)
    if exposed is None:
        return
    related = (Related(exposed.at, "the port is meant to be reached"),)
    said = "which is the container's own: nobody outside reaches it"
    listening = entry.listening
    if listening is not None and listening.host in LOOPBACK:
        default = "" if listening.host_at is not None else ", as it does unless told otherwise"
        yield Problem(
            listening.host_at or entry.at,
            f"{listening.program} listens on {listening.host}{default}, {said}",
            f"add {listening.host_option} {_everywhere(listening.host_option, listening.port)}",
            _fix(entry, listening.host_at, listening.host, listening.host_option, listening.port),
            related=related,
        )
    for server in entry.served():
        host = server.options.get("host", "127.0.0.1" if server.known else None)
        if host in LOOPBACK:
            name = "app.run" if server.framework == "flask" else "uvicorn.run"
            default = "" if "host" in server.options else ", as it does unless told otherwise"
            yield Problem(
                server.at, f"{name} listens on {host}{default}, {said}", 'add host="0.0.0.0"', related=related
            )


def _everywhere(option: str, port: str | None) -> str:
    return f"0.0.0.0:{port or 8000}" if option == "--bind" else "0.0.0.0"


def _fix(entry: Entry, at: Place | None, host: str | None, option: str, port: str | None) -> Fix | None:
    source, last = entry.at.source, entry.argv[-1]
    title = "listen on every address"
    if at is not None:
        start = at.source.text.find(host or "", at.span.start, at.span.end)
        return Fix(title, (Edit(at.source, Span(start, start + len(host or "")), "0.0.0.0"),)) if start >= 0 else None
    quoted = source.text[last.at.span.end : last.at.span.end + 1] == '"'
    if entry.shell_form or last.at.source is not source or not quoted or len(entry.commands) != 1:
        return None
    end = Span(last.at.span.end + 1, last.at.span.end + 1)
    return Fix(title, (Edit(source, end, f', "{option}", "{_everywhere(option, port)}"'),))
