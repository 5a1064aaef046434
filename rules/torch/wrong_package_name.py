from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Safety, Severity, rule


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=("pytorch", "sklearn", "tensorflow-gpu", "detectron2", "apex"),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    # Another index may have what the public one lacks.
    if not install.stops_build or (install.indexes is not None and install.shelf is None):
        return
    for one in install.requested:
        found, requirement = on.world.lookalike(one.requirement.name), one.requirement
        if found is None or one.constraint or requirement.kind != "named" or requirement.marker is not None:
            continue
        refused = requirement.open or (found.refuses is not None and f"=={found.refuses}" in requirement.specifier)
        if found.open_only and not refused:
            continue
        if found.allowed_by is not None and install.command.before.variable(found.allowed_by) is not None:
            continue
        if found.allowed_by in install.command.env or install.has(found.name):
            continue
        # Where nobody speaks of torch, that other project may be meant.
        if found.what == "another" and not any(install.asks("torch")) and not install.has("torch"):
            continue
        outcome, severity = Outcome.BUILD, Severity.ERROR
        if found.what == "absent" and install.shelf is None:
            continue
        if found.what == "refuses" and not goes_to_the_end(install, on):
            continue
        if found.what == "refuses":
            message = f"{found.name} is a placeholder on the index: installing it raises an error, and the build stops"
        elif found.what == "absent":
            message = f"the index has no {found.name}: {install.tool} finds none and the build stops"
        else:
            outcome, severity = Outcome.IMPORT, Severity.WARNING
            message = f"what the index calls {found.name} is another project of that name"
        written = one.place_of(requirement.name)
        fix = None
        if found.what == "refuses" and written is not None and not requirement.specifier:
            fix = Fix(f"ask for {found.instead}", (Edit(*written, found.instead),), Safety.SAFE)
        yield Problem(one.at, message, f"ask for {found.instead}", fix, severity=severity, outcome=outcome)


def goes_to_the_end(install: Install, on: Context) -> bool:
    """True if a release that cannot be prepared surely stops it: the last pips for Python 3.6 go on to an older one,
    which that of Ubuntu 18.04 does not."""
    major, _, minor = (install.python or "").partition(".")
    return major == "3" and minor.isdigit() and (int(minor) >= 7 or on.pip_of_system(install) is not None)
