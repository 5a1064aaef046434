from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Span, Stage, rule

PORTS = {"management_address": "8081", "grpc_management_address": "7071"}
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]", "::": "::1"}


@rule(Stage, Severity.WARNING, Outcome.RISK, when=("torchserve-image", "torchserve"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    server = on.torchserve(stage) if on.ships(stage) else None
    if server is None or server.config is None or server.asks_for_tokens:
        return
    config = server.config
    for key, port in PORTS.items():
        entry = config.last(key)
        if entry is None:
            continue
        if key == "grpc_management_address":
            host, port = entry.value, config.get("grpc_management_port") or port
        else:
            host, colon, named = entry.value.partition("://")[2].rpartition(":")
            host, port = (host, named) if colon and named.isdigit() else (host + colon + named, port)
        start = config.source.text.find(host, entry.value_span.start, entry.value_span.end)
        if host not in EVERYWHERE or start < 0:
            continue
        at = Place(config.source, Span(start, start + len(host)))
        flag = next((word for word in server.words if word.value in ("--disable-token-auth", "--dt")), None)
        token = ", and before TorchServe 0.11.1 it asks for no token" if server.asks_for_tokens is None else ""
        harmless = server.loads_on_request is False
        yield Problem(
            Place(config.source, entry.span),
            f"the management API listens on every address{token or ' and asks for no token'}: whoever reaches port "
            + (f"{port} can see the models and take their workers away" if harmless else "")
            + ("" if harmless else f"{port} can load a model, which is code"),
            "bind it to the container's own address and manage the server with docker exec",
            Fix(f"bind to {EVERYWHERE[host]}", (Edit(*at, EVERYWHERE[host]),)),
            related=() if flag is None else (Related(flag.at, "this turns tokens off"),),
            severity=Severity.WARNING if harmless else None,
        )
