"""From which torch on releases of transformers use it, and what leaves them their newest release."""

from __future__ import annotations


def torch_floor(version: str) -> str | None:
    """The least torch that a release of transformers uses, "0" if it takes any; None if that is not known."""
    from torchlint.world.release_ranges import release_key
    from torchlint.world.tables.torch_floors import FLOORS, LAST

    key, end = release_key(version), release_key(LAST)
    if key is None or end is None or key > end:
        return None
    found = None
    for one in FLOORS:
        first, least = one.split(" ")
        start = release_key(first)
        if start is not None and start <= key:
            found = least
    return found


def release_below(least: str) -> str | None:
    """The first release of transformers that wants a newer torch than that: "2.4" -> "5.15.0"; None if none does."""
    from torchlint.world.tables.torch_floors import FLOORS

    wanted = series(least)
    return next((first for first, floor in (one.split(" ") for one in FLOORS) if series(floor) > wanted), None)


def newest_transformers(python: str) -> str | None:
    """The newest release for a minor version of Python; None where that is not known."""
    from torchlint.world.tables.torch_floors import NEWEST

    return NEWEST.get(python)


def transformers_wants(package: str) -> str | None:
    """What the newest release and all that it brings want of a distribution; None if they ask for none of that name."""
    from torchlint.world.tables.torch_floors import WANTS

    return WANTS.get(package)


def beside_transformers(package: str, python: str) -> tuple[str, bool] | None:
    """Of a package, "uvicorn[standard]" with its extras, whose newest release for a minor version of Python goes with
    the newest transformers: what it wants of torch, and whether it brings transformers; None for others."""
    from torchlint.world.tables.torch_floors import BESIDE

    torch, brings, apart = BESIDE.get(package, ("", False, python))
    return None if python in apart.split(" ") else (torch, brings)


def series(version: str) -> tuple[int, ...]:
    """(2, 6) of "2.6.0"."""
    return tuple(int(part) for part in version.split(".")[:2])
