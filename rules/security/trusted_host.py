from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Severity, Span, Step, rule

OPTIONS = ("--trusted-host", "--allow-insecure-host")
VARIABLES = ("PIP_TRUSTED_HOST", "UV_INSECURE_HOST")
OWN = ("localhost", "127.0.0.1", "host.docker.internal", "")


@rule(
    Step,
    Severity.WARNING,
    Outcome.RISK,
    when=("--trusted-host", "--allow-insecure-host", "PIP_TRUSTED_HOST", "UV_INSECURE_HOST"),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    found: list[tuple[str | None, Place, str, Fix | None]] = []
    for install in step.installs:
        plain = [one.url or "" for one in install.indexes or ()] + [
            word.value or "" for word in install.options.values()
        ]
        # Without TLS there is no certificate to check: plain-http-index says that.
        if not any(url.startswith("http://") for url in plain):
            fix = _without(install.command, on)
            found += [(word.value, word.at, name, fix) for name, word in install.options.items() if name in OPTIONS]
    found += [(one.value, one.at, one.name, _undone(step)) for one in step.declared if one.name in VARIABLES]
    for host, at, name, fix in found[:1]:
        if host is not None and host.partition(":")[0] in OWN:
            continue
        shown = "a host" if host is None else host.split(" ", 1)[0]
        yield Problem(
            at,
            f"{name} turns the check of {shown}'s certificate off: whoever is on the way can send other packages",
            "leave it out; for an index with a certificate of your own name that: --cert FILE, or PIP_CERT",
            fix,
        )


def _without(command: Command, on: Context) -> Fix | None:
    """The command without these options and the hosts behind them."""
    edits = []
    words = iter(command.arguments)
    for word in words:
        value = word.value or ""
        if value in OPTIONS or value.startswith(tuple(f"{option}=" for option in OPTIONS)):
            host = next(words, None) if value in OPTIONS else word
            # What begins with a dash is no host: the option was written without one.
            if host is None or (host.value or "-").startswith("-") and host is not word:
                return None
            edits.append(on.without(Place(word.at.source, Span(word.at.span.start, host.at.span.end))))
    made = tuple(edit for edit in edits if edit is not None)
    return Fix("let the certificate be checked", made) if made and len(made) == len(edits) else None


def _undone(step: Step) -> Fix | None:
    """The instruction away, if it sets nothing else."""
    source, span = step.at
    line, last = (source.line_span(source.line_at(offset)) for offset in span)
    if len(step.sets) != 1 or step.instruction.keyword != "ENV" or line.start != span.start or last.end != span.end:
        return None
    end = source.text.find("\n", span.end) + 1
    return Fix("let the certificate be checked", (Edit(source, Span(span.start, end), ""),)) if end else None
