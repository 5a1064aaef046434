from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Related, RequirementsFile, Severity, rule

HASHED = ("#sha256=", "&sha256=", "#sha512=", "&sha512=", "#sha384=", "&sha384=")


@rule(RequirementsFile, Severity.ERROR, Outcome.BUILD, when=("hashes",))
def check(file: RequirementsFile, on: Context) -> Iterator[Problem]:
    readers = [install for install in file.reached_by if hashing(install)]
    if file.constraint or (file.reached_by and not readers):
        return
    hashed = [one for one in file.requirements if one.hashes]
    bare = [one for one in file.requirements if not one.hashes and not any(mark in (one.url or "") for mark in HASHED)]
    if not hashed or not bare:
        return
    stopping = [one for one in bare if any(surely_needs(install, one.name) for install in readers)]
    first = (stopping or bare)[0]
    name = first.name or file.source.show(first.span)
    more = f" and {len(bare) - 1} more" if len(bare) > 1 else ""
    yield Problem(
        Place(file.source, first.span),
        f"{name}{more} without --hash: one hash in a file makes pip ask for all, and it stops",
        "write the whole file with hashes (pip-compile --generate-hashes, uv pip compile --generate-hashes), or none",
        related=(Related(Place(file.source, hashed[0].span), f"{hashed[0].name} has a hash"),),
        severity=None if stopping else Severity.WARNING,
    )


def hashing(install: Install) -> bool:
    """True if hashes somewhere make it ask for hashes everywhere: pip, also conda's, or uv when told."""
    if "--no-require-hashes" in install.options:
        return False
    return install.tool != "uv" or "--require-hashes" in install.options


def surely_needs(install: Install, name: str) -> bool:
    """True if the install stops the build because that line has no hash: what is there already needs none."""
    asked = [one for one in install.asks(name) if install.applies(one)]
    return bool(asked) and install.stops_build and (not name or install.has(name) is False)
