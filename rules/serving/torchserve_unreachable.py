from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Span, Stage, rule

LOOPBACK = ("127.0.0.1", "localhost")


@rule(Stage, Severity.WARNING, Outcome.RUN, when=("torchserve-image", "torchserve"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    server = on.torchserve(stage) if on.ships(stage) else None
    config = server.config if server is not None else None
    if config is None or (config.get("enable_envvars_config") or "").lower() == "true":
        return
    entry = config.last("inference_address")
    address = "127.0.0.1:8080" if entry is None else entry.value.partition("://")[2]
    host, _, port = address.partition(":")
    exposed = next((one.at for step in stage.steps for one in step.exposed if one.value == (port or "80")), None)
    if host not in LOOPBACK or exposed is None:
        return
    message = (
        f"TorchServe answers on {host} only, which nobody outside the container reaches, though port {port or 80} "
    )
    mend = "let it answer from outside: inference_address=http://0.0.0.0:8080"
    if entry is None:
        yield Problem(exposed, f"{message}is exposed", mend)
        return
    start = config.source.text.find(host, *entry.value_span)
    fix = None
    if start >= 0:
        fix = Fix("answer on every address", (Edit(config.source, Span(start, start + len(host)), "0.0.0.0"),))
    at = Place(config.source, entry.span)
    yield Problem(at, f"{message}is exposed", mend, fix, related=(Related(exposed, "it is exposed here"),))
