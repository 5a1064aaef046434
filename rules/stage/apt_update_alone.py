from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Outcome, Problem, Related, Severity, Stage, rule

LISTS = "/var/lib/apt/lists/downloaded"


@rule(Stage, Severity.WARNING, Outcome.RISK, when=("apt-get & apt again", "apt & apt again"), by_date=True)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    shared = next((one for one in on.shared_lists(stage) if not one.installs and one.install is not None), None)
    # Lists that are removed again are old ones for nobody.
    if shared is None or shared.install is None or shared.install.before.find(LISTS) is False:
        return
    # What has ended gets no newer versions, and so the archive drops none.
    os = stage.base.os
    if os is not None and on.world.system_ended(os) is not None:
        return
    gone = (
        "versions that it names are gone and the build stops"
        if os is not None
        else "versions that it names may be gone, and then the build stops"
    )
    edits = on.own_lists(stage)
    yield Problem(
        shared.install.at,
        f"this installs from package lists of another RUN: once that one comes from the cache, {gone}",
        f"write {shared.update.name} update && before this",
        Fix("update in the RUN that installs", edits) if edits else None,
        related=(Related(shared.update.at, "the lists are from here"),),
        severity=None if os is not None else Severity.INFO,
    )
