"""What a package makes of numpy: whether it brings one, and whether that may be numpy 2."""

from __future__ import annotations

NEEDS, FREE, SECOND = "needs", "free", "needs2"


def numpy_demander(package: str, version: str | None, python: str) -> str | None:
    """What surely wants numpy 2 and comes with that release: the package itself or the newest of what it asks for; None
    if nothing surely does."""
    state, _, through = _state(package, version, python).partition("=")
    return through or (package if state == SECOND else None)


def numpy_need(package: str, version: str | None, python: str) -> str | None:
    """NEEDS: it brings a numpy, which may be 2; FREE: it says nothing of numpy that matters; None where neither is
    sure. By normalised name; `version`: the exact one, "" for the newest that Python can have, None for any."""
    if not _row(package):
        return FREE if _never_asks(package) else None
    state = _state(package, version, python).partition("=")[0]
    return NEEDS if state == SECOND else state if state != "?" else None


def _state(package: str, version: str | None, python: str) -> str:
    """As the table has it; "?" for what is not known."""
    row = _row(package)
    if not row:
        return "?"
    ranges, last, newest = row.split("|")
    if version == "":
        return dict(one.split(":") for one in newest.split(" ") if one).get(python, "?")
    told = [one.split(" ") for one in ranges.split(", ")]
    if version is None:
        states = {state for _, state in told}
        return "?" if "?" in states else FREE if FREE in states else NEEDS
    from torchlint.world.release_ranges import release_key

    key, end = release_key(version), release_key(last)
    if key is None or end is None or key > end:
        return "?"
    found = "?"
    for first, state in told:
        start = release_key(first)
        if start is not None and start <= key:
            found = state
    return found


def _row(package: str) -> str:
    from torchlint.world.tables.numpy_needs import PACKAGES

    start = PACKAGES.find(f"\n{package}|") if "|" not in package and "\n" not in package else -1
    return PACKAGES[start + len(package) + 2 : PACKAGES.index("\n", start + 1)] if start >= 0 else ""


def _never_asks(package: str) -> bool:
    """Whether none of the releases that were read needs numpy."""
    from torchlint.world.dependencies import direct_needs

    needs = direct_needs(package)
    return needs is not None and "numpy" not in needs
