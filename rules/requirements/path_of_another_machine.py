from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Place, Problem, Related, RequirementsFile, Severity, rule


@rule(RequirementsFile, Severity.ERROR, Outcome.BUILD, when=("file://",))
def check(file: RequirementsFile, on: Context) -> Iterator[Problem]:
    found = [one for one in file.left_behind if not file.constraint]
    # A list that no Dockerfile beside it installs may be a record of what is in the image.
    if not found or (on.project.dockerfiles and not file.reached_by):
        return
    sure = any(
        local is not None and local.left_behind and not local.state.find(local.path) and install.applies(one) is True
        for install in file.reached_by
        if install.stops_build
        for one in install.requested
        if one.at.source is file.source
        for local in (install.local(one),)
    )
    names = ", ".join(one.name for one in found[:3])
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    yield Problem(
        Place(file.source, found[0].span),
        f"{names}{more} from a folder of the machine where conda built the package: no image has it, the install stops",
        "make the list again with `pip list --format=freeze`, or write name==version",
        related=tuple(Related(Place(file.source, one.span), f"{one.name} as well") for one in found[1:4]),
        severity=None if sure else Severity.WARNING,
    )
