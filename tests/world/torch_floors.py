"""From which torch on the releases of transformers use it, and beside what the newest of them is chosen.

Prints the rows of data/torch_floors.json, for the packages that stand there and those that are named:

    python -m tests.world.torch_floors [NAME ...] > rows.json
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.world.dependencies import _Remote
from tests.world.numpy_needs import admits, newest, releases, told_by
from tests.world.package_index import addresses, compiled, resolved
from torchlint import world
from torchlint.world import KNOWLEDGE_DATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DATA = Path(world.__file__).parent / "data" / "torch_floors.json"
PACKAGE = "transformers"
FROM = Version("4.40")
"""The first release that is read: none below it asks for a least torch."""

MINORS = ("3.9", "3.10", "3.11", "3.12", "3.13")

LEFT_OUT = ("certifi", *(f"{one} ; python_version < '3'" for one in ("antlr4-python3-runtime", "langdetect", "docopt")))
"""Overrides of what others need: any certifi, and nothing without a wheel that needs nothing of that."""

TORCHES = ("1.13.1", "2.0.1", "2.1.2", "2.2.2", "2.3.1", "2.4.1", "2.5.1")
"""What is tried of the torch that newest releases of transformers do not use."""

HOLDING = "3.10"
"""The Python for which there are wheels of each of these."""


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


def beside(name: str, pythons: Sequence[str]) -> dict[str, Any] | None:
    """The row of what leaves transformers its newest release on these Pythons, if there is one and a torch that is
    held leaves it both."""
    if not pythons:
        return None
    alone = going(pinned((name,), pythons[-1]), pythons[-1])
    # What brings libraries of CUDA may want others than torch does.
    least = _first_torch(name) if any(one.startswith(("torch", "nvidia-", "cuda-")) for one in alone) else ""
    if not alone or least is None:
        return None
    return {
        "beside": name,
        "torch": least,
        "brings": PACKAGE in alone,
        "not": " ".join(python for python in MINORS if python not in pythons),
        "source": f"what uv resolves {name}, {PACKAGE} and all the others to, {KNOWLEDGE_DATE}",
        "verified": True,
    }


def _first_torch(name: str) -> str | None:
    """From which torch of `TORCHES` on the newest releases go with it; "" for all, None if for none."""
    low, high = 0, len(TORCHES)
    while low < high:
        middle = (low + high) // 2
        if going([*pinned((PACKAGE, name), HOLDING), f"torch=={TORCHES[middle]}"], HOLDING):
            high = middle
        else:
            low = middle + 1
    return None if low == len(TORCHES) else f">={TORCHES[low].rpartition('.')[0]}" if low else ""


def pinned(names: Iterable[str], python: str) -> list[str]:
    """Requirements of their newest releases, of those only that have one for that Python, as a wheel."""
    found = []
    for name in names:
        every = releases(name.partition("[")[0])
        fit = [version for version, (_, said) in every.items() if admits(said, python)]
        if fit and every[max(fit)][0].endswith(".whl"):
            found.append(f"{name}=={max(fit)}")
    return found


def going(requirements: Iterable[str], python: str) -> dict[str, str]:
    """What uv installs with these, but for `LEFT_OUT`; empty if they exclude each other."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", _compiled(requirements, python)[0], re.MULTILINE))


def _compiled(requirements: Iterable[str], python: str) -> tuple[str, str]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(LEFT_OUT))
        file.flush()
        return compiled("\n".join(requirements), python, "--overrides", file.name)


def together(names: Sequence[str], python: str) -> list[str]:
    """Those whose newest releases go with each other's and with that of transformers, the first of them rather."""
    kept, first = pinned(names, python), pinned((PACKAGE,), python)
    found = ""
    while kept:
        found, said = _compiled((*first, *kept), python)
        blamed = [one for one in kept if re.search(rf"(?<![\w.-]){re.escape(one)}(?![\w.]*\w)", said)]
        if found or not blamed:
            break
        kept.remove(blamed[-1])
    return [one.partition("==")[0] for one in kept] if found else []


def main(names: list[str]) -> None:
    old = [one["beside"] for one in json.loads(DATA.read_text())["rows"] if "beside" in one] if DATA.exists() else []
    of_itself = of_package()
    print(f"  {json.dumps(of_itself)},", flush=True)
    # What transformers wants is asked of that.
    every = [one for one in dict.fromkeys((*old, *names)) if one not in of_itself["needs"]]
    with ThreadPoolExecutor(4) as pool:
        fit = dict(zip(MINORS, pool.map(lambda python: together(every, python), MINORS), strict=True))
        pythons = {name: [python for python in MINORS if name in fit[python]] for name in every}
        for one in pool.map(lambda name: beside(name, pythons[name]), sorted(every)):
            if one is not None:
                print(f"  {json.dumps(one)},", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
