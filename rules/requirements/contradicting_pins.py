from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, RequirementsFile, Severity, rule

OVERRIDING = ("--override", "--overrides")


@rule(RequirementsFile, Severity.ERROR, Outcome.BUILD, when=("twice",))
def check(file: RequirementsFile, on: Context) -> Iterator[Problem]:
    said = set()
    for earlier, later, install in file.contradictions:
        if install is not None and any(option in install.options for option in OVERRIDING):
            continue
        # Each pair is said once: at its later line, or at the earlier one when the later stands in no file.
        beside = install is not None and later.at.source is install.at.source
        at, other = (earlier, later) if beside else (later, earlier)
        name = at.requirement.name
        if at.at.source is not file.source or name in said:
            continue
        said.add(name)
        where = "" if other.at.source is file.source else f" in {other.at.source.path}"
        stops = install is not None and sure(install, earlier.constraint or later.constraint)
        yield Problem(
            at.at,
            f"{shown(at.requirement.specifier)} for {name} contradicts {shown(other.requirement.specifier)}{where}: "
            f"no release is both, and the install stops",
            f"keep one of the two lines about {name}",
            related=(Related(other.at, f"the other line about {name}"),),
            severity=None if stops else Severity.WARNING,
        )


def sure(install: Install, constraint: bool) -> bool:
    """True if the install stops the build: an old pip refuses lines that name a package twice, but not constraints."""
    return install.stops_build and (not constraint or install.refuses_conflicts)


def shown(specifier: str) -> str:
    return specifier.replace(",", ", ")
