from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Severity, rule

OPTIONS = ("--extra-index-url", "--index")
PRIVATE_HOSTS = (
    ".jfrog.io", ".pkg.dev", "pkgs.dev.azure.com", ".pkgs.visualstudio.com", ".fury.io", ".cloudsmith.io",
    ".gemfury.com", ".local", ".internal", ".lan", ".intra", ".corp", ".svc",
)  # fmt: skip
PRIVATE_NAMES = ("nexus", "artifactory", "devpi", "gitlab", "pypi-private", "private", "codeartifact")


@rule(Install, Severity.WARNING, Outcome.RISK, when=("extra-index",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    options = install.options
    if install.tool == "uv":
        strategy = options.get("--index-strategy")
        if strategy is None or strategy.value in (None, "first-index"):
            return
    if "--index-url" in options or "--no-index" in options or "--require-hashes" in options:
        return
    if any(one.kind == "index" for one in install.indexes or ()) or any(
        one.requirement.hashes for one in install.requested
    ):
        return
    places: list[tuple[str, Place]] = [
        (one.url or "", one.at or install.at) for one in install.indexes or () if one.kind == "extra"
    ]
    places += [(word.written or word.value or "", word.at) for name, word in options.items() if name in OPTIONS]
    for url, at in places:
        host = host_of(url)
        if private(url, host):
            yield Problem(
                at,
                f"{install.tool} asks the public index too for the packages of {host} and takes the highest version: "
                "whoever registers such a name there gets into the image",
                f"name {host} alone (--index-url) and let it mirror the public index, or pin with hashes",
            )
            return


def host_of(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].lower()


def private(url: str, host: str) -> bool:
    """True for a host that by its shape serves one organisation's own packages."""
    if not host or "$" in host:
        return False
    first = host.split(".", 1)[0]
    login = "@" in url.partition("://")[2].partition("/")[0]
    codeartifact = ".codeartifact." in host
    return host.endswith(PRIVATE_HOSTS) or first in PRIVATE_NAMES or codeartifact or login or "." not in host
