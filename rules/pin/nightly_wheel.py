from __future__ import annotations

import re
from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Severity, rule

FOLDER = "download.pytorch.org/whl/nightly"
PAGE = "torch_nightly.html"
"""Not written any more since 2024-06-06; its folders are."""


KEPT = "20231010"
"""The build of a day that is shown for good."""


@rule(Install, Severity.WARNING, Outcome.RISK, when=("nightly",), by_date=True)
def check(install: Install, on: Context) -> Iterator[Problem]:
    wanted = [
        one
        for one in install.requested
        if not one.constraint and on.world.is_torch_family(one.requirement.name.removesuffix("-nightly"))
    ]
    dated = next((one for one in wanted if ".dev" in (one.requirement.specifier + (one.requirement.url or ""))), None)
    places: list[tuple[str, Place]] = [(word.value or "", word.at) for word in install.options.values()]
    places += [(one.url or "", one.at or install.at) for one in install.indexes or ()]
    places += [(one.requirement.url or "", one.at) for one in wanted]
    at = next((place for url, place in places if FOLDER in url), None)
    if at is None or not wanted or "--dry-run" in install.options:
        return
    addresses = [url.partition(FOLDER)[2].split("/") for url, _ in places if FOLDER in url]
    ended = all(PAGE in path or any(map(on.world.ended_index, path)) for path in addresses)
    if ended or (dated is None and install.python is not None and on.world.torch_ended(install.python)):
        return
    name = (dated or wanted[0]).requirement.name
    gone = None
    if dated is not None and install.indexes and all(FOLDER in (one.url or "") for one in install.indexes):
        gone = long_gone(dated.requirement.specifier, on.world.today)
    if dated is not None and gone is not None and on.stays(install, name) is False:
        stops = install.command.fatal and install.command.certain
        yield Problem(
            dated.at,
            f"the index shows only the last 60 nightly builds, and {name} of {gone} is none of these any more: "
            + ("the build stops" if stops else "pip finds none"),
            "take a release from https://download.pytorch.org/whl/VARIANT",
            severity=Severity.ERROR if stops else None,
            outcome=Outcome.BUILD if stops else None,
        )
        return
    if dated is not None:
        at, effect = dated.at, "the index shows only the last 60 of them, and then the build stops"
    else:
        effect = "each build gets another one, and none of them can be had again later"
    yield Problem(
        at,
        f"{name} comes from the nightly builds: {effect}",
        "take a release from https://download.pytorch.org/whl/VARIANT, or keep a copy of the wheel",
    )


def long_gone(specifier: str, today: str) -> str | None:
    """The day of the one build that it asks for, if there surely are 60 newer ones: there is one on most days."""
    asked = re.fullmatch(r"===?[0-9.]+\.dev(20[0-9]{2})([0-9]{2})([0-9]{2})(?:\+[a-z0-9.]+)?", specifier)
    if asked is None:
        return None
    year, month, day = asked.groups()
    old = f"{int(year) + 1}-{month}-{day}" < today
    return f"{year}-{month}-{day}" if old and year + month + day != KEPT else None
