from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Severity, rule

FOLDER = "download.pytorch.org/whl/nightly"


@rule(Install, Severity.WARNING, Outcome.RISK, when=("nightly",))
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
    name = (dated or wanted[0]).requirement.name
    if dated is not None:
        at, effect = dated.at, "the index shows only the last 60 of them, and then the build stops"
    else:
        effect = "each build gets another one, and none of them can be had again later"
    yield Problem(
        at,
        f"{name} comes from the nightly builds: {effect}",
        "take a release from https://download.pytorch.org/whl/VARIANT, or keep a copy of the wheel",
    )
