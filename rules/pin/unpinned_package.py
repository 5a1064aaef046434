from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Severity, Step, rule

# What builds and installs the others is not part of what runs.
TOOLS = frozenset("pip setuptools wheel build uv poetry pipenv pdm hatch virtualenv tox nox cython ninja cmake".split())
SHOWN = 5


@rule(Step, Severity.INFO, Outcome.RISK, when=("installs",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    found: dict[str, tuple[str, Place]] = {}
    for install in step.installs:
        for name, spelled, at in left_open(install, on):
            # A name that is not the project one means is to be replaced, not pinned: wrong-package-name says that.
            if name not in TOOLS and not on.world.is_torch_family(name) and on.world.lookalike(name) is None:
                found.setdefault(name, (spelled, at))
    if found:
        names = [spelled for spelled, _ in found.values()]
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield Problem(
            next(iter(found.values()))[1],
            f"no version is named for {', '.join(names[:SHOWN])}{more}: the next build may install other releases",
            "pin what works now (name==version), or move the names to a requirements file that pins them",
        )


def left_open(install: Install, on: Context) -> Iterator[tuple[str, str, Place]]:
    """What the command line asks for without an upper bound, and no file or variable that it names bounds: its name,
    normalised and as it is written there."""
    if (
        "--dry-run" in install.options
        or install.command.env.get("PIP_CONSTRAINT")
        or install.command.before.variable("PIP_CONSTRAINT")
    ):
        return
    if "--constraint" in install.options and not install.complete:
        return
    bounded = {one.requirement.name for one in install.requested if not one.requirement.open}
    for one in install.requested:
        # Where the shell takes `>=2` for a redirect there is a bound: unquoted-specifier says that.
        if one.at.source.text[one.at.span.end : one.at.span.end + 1] in ("<", ">"):
            continue
        if one.at.source is install.at.source and one.requirement.open and one.requirement.name not in bounded:
            # Of a list of requirements that has no -r before it file-as-package speaks.
            if on.bare_file(install, one) is None:
                yield one.requirement.name, one.spelled, one.at
