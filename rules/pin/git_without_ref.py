from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Related, Severity, rule

MOVING = ("main", "master", "HEAD", "develop", "dev", "trunk", "nightly")
SHOWN = 3


@rule(Install, Severity.INFO, Outcome.RISK, when=("a vcs", "a url"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    found: dict[int, list[tuple[str, str, Place]]] = {}
    for one in install.requested:
        requirement, url = one.requirement, one.requirement.url or ""
        ref = (requirement.ref or "").removeprefix("refs/heads/").removeprefix("origin/")
        if requirement.kind == "vcs" and "$" not in url and ref in ("", *MOVING):
            branch = ref or "its default branch"
        elif requirement.kind == "url" and archived(url):
            branch = archived(url)
        else:
            continue
        name = (
            requirement.name
            or url.partition("#")[0].partition("/archive/")[0].rstrip("/").rpartition("/")[2].partition("@")[0]
        )
        found.setdefault(id(one.at.source), []).append((name.removesuffix(".git"), branch, one.at))
    for places in found.values():
        (name, branch, at), *others = places
        names = ", ".join(dict.fromkeys(name for name, _, _ in places[:SHOWN]))
        more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
        said = f"the tip of {branch}" if not others else "the tip of a branch"
        yield Problem(
            at,
            f"{names}{more} installed from {said}: each build takes whatever was pushed there last",
            "name a commit or a tag: git+https://...@v1.2.3, .../archive/refs/tags/v1.2.3.zip",
            related=tuple(Related(place, f"{name} comes from {branch}") for name, branch, place in others),
        )


def archived(url: str) -> str:
    """The moving branch that the URL of a source archive names, "" if it names none."""
    folder, _, stem = url.partition("#")[0].partition("?")[0].rpartition("/")
    for suffix in (".zip", ".tar.gz", ".tgz"):
        stem = stem.removesuffix(suffix)
    if folder.endswith("/archive/refs/heads"):
        return stem
    return stem if stem in MOVING and folder.endswith(("/archive", "/zipball", "/tarball")) else ""
