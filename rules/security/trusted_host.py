from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Severity, Span, Step, rule

OPTIONS = ("--trusted-host", "--allow-insecure-host")
VARIABLES = ("PIP_TRUSTED_HOST", "UV_INSECURE_HOST")
OWN = ("localhost", "127.0.0.1", "host.docker.internal", "")
OLD = "pypi.python.org"
"""Where the package index was until 2018."""


@rule(
    Step,
    Severity.WARNING,
    Outcome.RISK,
    when=("--trusted-host", "--allow-insecure-host", "PIP_TRUSTED_HOST", "UV_INSECURE_HOST"),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    found: list[tuple[str | None, Place, str, Fix | None]] = []
    urls = ""
    for install in step.installs:
        plain = [one.url or "" for one in install.indexes or ()] + [
            word.value or "" for name, word in install.options.items() if name not in OPTIONS
        ]
        urls += " ".join(plain)
        # Without TLS there is no certificate to check: plain-http-index says that.
        if not any(url.startswith("http://") for url in plain):
            fix = _without(install.command, on)
            found += [(host, at, name, fix) for host, at, name in _hosts(install.command)]
    for one in step.declared:
        if one.name in VARIABLES:
            # What is given to the build may be nothing.
            found += [(host, one.at, one.name, _undone(step)) for host in (one.value or "").split(" ")]
    named = [one for one in found if one[0] is None or one[0].partition(":")[0] not in OWN]
    asked = [one for one in named if one[0] != OLD or OLD in urls]
    for host, at, name, fix in asked[-1:]:
        shown = f"{host}'s" if host is not None else "a host's"
        yield Problem(
            at,
            f"{name} turns the check of {shown} certificate off: whoever is on the way can send other packages",
            "leave it out; for an index with a certificate of your own name that: --cert FILE, or PIP_CERT",
            fix,
        )
    for _, at, name, fix in named[-1:] if not asked else ():
        said = f"{name} has no effect: nothing is downloaded from {OLD} any more"
        yield Problem(at, said, "leave it out", fix, severity=Severity.INFO)


def _hosts(command: Command) -> Iterator[tuple[str | None, Place, str]]:
    """The hosts that the options of a command name, with their places and the option."""
    words = iter(command.arguments)
    for word in words:
        name, equals, host = (word.value or "").partition("=")
        if name in OPTIONS and equals:
            yield host, word.at, name
        elif name in OPTIONS and (behind := next(words, None)) is not None:
            # What begins with a dash is no host: the option was written without one.
            if not (behind.value or "").startswith("-"):
                yield behind.value, behind.at, name


def _without(command: Command, on: Context) -> Fix | None:
    """The command without these options and the hosts behind them."""
    gone: list[Place] = []
    words = iter(command.arguments)
    for word in words:
        value = word.value or ""
        if value in OPTIONS or value.startswith(tuple(f"{option}=" for option in OPTIONS)):
            host = next(words, None) if value in OPTIONS else word
            # What begins with a dash is no host: the option was written without one.
            if host is None or (host.value or "-").startswith("-") and host is not word:
                return None
            source, start = word.at.source, word.at.span.start
            # With the line's end between them, so that no line breaks off before it.
            if gone and not source.text[gone[-1].span.end : start].strip(" \t\r\n\\"):
                start = gone.pop().span.start
            gone.append(Place(source, Span(start, host.at.span.end)))
    edits = [on.without(place) for place in gone]
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
