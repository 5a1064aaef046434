from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule

TOOLS = ("pip", "uv")
OVERRIDING = ("--override", "--overrides")


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("twice",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    if not install.stops_build or install.tool not in TOOLS or any(option in install.options for option in OVERRIDING):
        return
    for earlier, later in on.contradictions(install):
        # The rule contradicting-pins speaks of what stands in files.
        if not earlier.at.source is later.at.source is install.at.source:
            continue
        name = later.requirement.name
        yield Problem(
            later.at,
            f"{shown(later.requirement.specifier)} for {name} contradicts {shown(earlier.requirement.specifier)}: "
            f"no release is both, and {install.tool} stops the build",
            f"keep one of the two words about {name}",
            related=(Related(earlier.at, f"the other word about {name}"),),
        )


def shown(specifier: str) -> str:
    return specifier.replace(",", ", ")
