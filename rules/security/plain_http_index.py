from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Severity, Span, rule

OPTIONS = ("--index-url", "--extra-index-url", "--find-links", "--index", "--default-index")
OWN_NETWORK = ("localhost", "127.", "10.", "192.168.", "172.", "host.docker.internal", "[::1]")
OWN_NAMES = (".local", ".internal", ".lan", ".intra", ".corp", ".home", ".svc", ".localdomain")


@rule(Install, Severity.WARNING, Outcome.RISK, when=("plain-http",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    places: list[tuple[str, Place]] = [
        (word.value or "", word.at) for name, word in install.options.items() if name in OPTIONS
    ]
    places += [(one.url or "", one.at or install.at) for one in install.indexes or ()]
    said = set()
    for url, at in places:
        host = url.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0]
        if not url.startswith("http://") or "$" in host or host in said or own(host):
            continue
        said.add(host)
        trusted = "--trusted-host" in install.options or install.command.before.variable("PIP_TRUSTED_HOST")
        effect = "whoever is on the way can send other packages"
        if install.tool == "pip" and not trusted:
            effect = "pip passes over an index without TLS, and what it has is not found"
        yield Problem(
            at,
            f"packages are taken from {host} without TLS: {effect}",
            f"write https://{host}",
            fix=with_tls(at, install, host, on),
        )


def with_tls(at: Place, install: Install, host: str, on: Context) -> Fix | None:
    """https where http stands, if it stands there once, and no word that makes do without a certificate."""
    written = at.source.text[at.span.start : at.span.end]
    if written.count("http://") != 1:
        return None
    start = at.span.start + written.index("http://")
    edits = [Edit(at.source, Span(start, start + 4), "https")]
    words = install.command.arguments
    for option, word in pairwise(words):
        if option.value == "--trusted-host" and word.value == host:
            gone = on.without(Place(word.at.source, Span(option.at.span.start, word.at.span.end)))
            if gone is None:
                return None
            edits.append(gone)
    return Fix("write https", tuple(edits))


def own(host: str) -> bool:
    return "." not in host or host.startswith(OWN_NETWORK) or host.endswith(OWN_NAMES)
