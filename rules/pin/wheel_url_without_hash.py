from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Related, Severity, rule

HASHES = ("#sha256=", "&sha256=", "#sha512=", "&sha512=", "#sha384=", "&sha384=")


@rule(Install, Severity.INFO, Outcome.RISK, when=("a url",), strict=True)
def check(install: Install, on: Context) -> Iterator[Problem]:
    found: dict[str, Place] = {}
    for one in install.requested:
        url = one.requirement.url or ""
        remote = one.requirement.kind == "url" and url.startswith(("https:", "http:"))
        # Archives that a git host makes of a tag or branch are git-without-ref's.
        made = any(folder in url for folder in ("/archive/", "/tarball/", "/zipball/"))
        if remote and not made and not one.requirement.hashes and not any(mark in url for mark in HASHES):
            name = one.requirement.name or url.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
            found.setdefault(name, one.at)
    if found:
        (name, at), *others = found.items()
        what = f"{name} and {len(others)} more come" if others else f"{name} comes"
        yield Problem(
            at,
            f"{what} from a URL without a hash: whoever can change the file there changes the image",
            "add its hash to the URL: https://...whl#sha256=...",
            related=tuple(Related(place, f"{name} has none either") for name, place in others),
        )
