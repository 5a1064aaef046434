"""From which torch on the releases of transformers use it, and beside what the newest of them is chosen.

Prints the rows of data/torch_floors.json, for the packages that stand there and those that are named:

    python -m tests.world.torch_floors [NAME ...] > rows.json
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.world.dependencies import _Remote
from tests.world.numpy_needs import newest, releases, told_by
from tests.world.package_index import addresses, resolved
from torchlint import world
from torchlint.world import KNOWLEDGE_DATE

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(world.__file__).parent / "data" / "torch_floors.json"
PACKAGE = "transformers"
FROM = Version("4.40")
"""The first release that is read: none below it asks for a least torch."""

MINORS = ("3.9", "3.10", "3.11", "3.12", "3.13")

NEWER = ("3.10", "3.12")
"""Those of them that are tried: what holds for both is taken to hold for those between and behind."""


def floor(version: Version) -> str:
    """The least torch that a release uses, as it says where it turns torch off; "0" if it takes any."""
    name = releases(PACKAGE)[version][0]
    with zipfile.ZipFile(_Remote(addresses(PACKAGE)[name])) as wheel:
        text = wheel.read(f"{PACKAGE}/utils/import_utils.py").decode()
    said = re.search(r"Disabling PyTorch because PyTorch >= ([0-9.]+) is required", text)
    return said[1] if said is not None else "0"


def floors() -> dict[str, str]:
    """From which release on which torch is the least."""
    every = [version for version in releases(PACKAGE) if version >= FROM]
    with ThreadPoolExecutor(6) as pool:
        read = dict(zip(every, pool.map(floor, every), strict=True))
    told: dict[str, str] = {}
    for version, least in read.items():
        if not told or list(told.values())[-1] != least:
            told[str(version)] = least
    return told


def of_package() -> dict[str, Any]:
    """The row of transformers itself; `needs`: what it and all that it brings want of what they name."""
    fresh = {python: str(newest(PACKAGE, python)) for python in MINORS}
    wanted = bounds(resolved(PACKAGE, "3.11"), "3.11")
    return {
        "package": PACKAGE,
        "floors": ", ".join(f"{first} {least}" for first, least in floors().items()),
        "last": str(list(releases(PACKAGE))[-1]),
        "newest": " ".join(f"{python}:{version}" for python, version in fresh.items()),
        "needs": {name: bound for name, bound in wanted.items() if "==" not in bound},
        "source": f"utils/import_utils.py and Requires-Dist in its wheels, {KNOWLEDGE_DATE}",
        "verified": True,
    }


def bounds(brought: dict[str, str], python: str) -> dict[str, str]:
    """By name: what these releases together want of a distribution on that Python."""
    there = {"python_version": python, "python_full_version": f"{python}.9", "extra": "", "sys_platform": "linux"}
    there |= {"platform_system": "Linux", "platform_machine": "x86_64", "os_name": "posix"}
    found: dict[str, set[str]] = {}
    for name, version in brought.items():
        if Version(version) not in releases(name):
            continue
        for text in told_by(name, Version(version)) or ():
            one = Requirement(text)
            if one.marker is None or one.marker.evaluate(there):
                found.setdefault(canonicalize_name(one.name), set()).update(map(str, one.specifier))
    return {name: _least(said) for name, said in sorted(found.items()) if said}


def _least(clauses: Iterable[str]) -> str:
    """The clauses without the lower bounds that a higher one among them implies."""
    lower = sorted((one for one in clauses if one.startswith(">=")), key=lambda one: Version(one[2:]))
    return ",".join([*lower[-1:], *sorted(one for one in clauses if not one.startswith(">="))])


def beside(name: str) -> dict[str, Any] | None:
    """The row of what leaves transformers its newest release; None if it does not on each Python."""
    torch: set[str] = set()
    for python in NEWER:
        both = resolved(f"{name}\n{PACKAGE}", python)
        if both.get(PACKAGE) != str(newest(PACKAGE, python)):
            return None
        if name in both and both[name] != str(newest(name, python)):
            return None
        wanted = bounds({one: version for one, version in both.items() if one != "torch"}, python).get("torch", "")
        torch |= {one for one in wanted.split(",") if one}
    return {
        "beside": name,
        "torch": _least(torch),
        "brings": PACKAGE in resolved(name, NEWER[-1]),
        "source": f"what uv resolves {name} and {PACKAGE} to, {KNOWLEDGE_DATE}",
        "verified": True,
    }


def main(names: list[str]) -> None:
    old = [one["beside"] for one in json.loads(DATA.read_text())["rows"] if "beside" in one] if DATA.exists() else []
    print(f"  {json.dumps(of_package())},", flush=True)
    with ThreadPoolExecutor(4) as pool:
        for one in pool.map(beside, sorted({*old, *names})):
            if one is not None:
                print(f"  {json.dumps(one)},", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
