from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Fix, Install, Outcome, Problem, Related, Severity, rule

TOOLS = frozenset({"pip", "setuptools", "wheel", "build", "uv", "poetry", "pipenv", "pdm", "hatch", "twine", "cython"})


@rule(Entry, Severity.ERROR, Outcome.IMPORT, when=("installs elsewhere",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    build, environment = on.build, entry.environment
    if build is None or environment is None or entry.main is None:
        return
    if any(one.packages or not one.complete for one in entry.main.before.environments.values()):
        return
    if entry.state.variable("PYTHONPATH") is not None or (entry.script is None and entry.module is None):
        return
    needed = entry.imports()
    if needed is not None and not needed:
        return
    own = {stage.index for stage in build.lineage(entry.stage)}
    left = [install for install in build.installs() if install.stage not in own and _wanted(install)]
    if needed is None:
        left = [install for install in left if install.files]
    if not left:
        return
    stage = build.stages[left[-1].stage]
    names = ", ".join(sorted(needed)[:4]) if needed else "what was installed there"
    made = on.brought(entry, stage) if len({install.stage for install in left}) == 1 else None
    yield Problem(
        entry.at,
        f"the container has none of the packages that {stage.title} installs: importing {names} fails",
        f"install into a virtual environment in {stage.title} and copy that, or repeat the install in this stage",
        Fix(f"copy the packages from {stage.title} in a virtual environment", made) if made is not None else None,
        related=tuple(Related(install.at, f"installed in {stage.title} only") for install in left[-1:]),
    )


def _wanted(install: Install) -> bool:
    return any(one.requirement.name not in TOOLS and not one.constraint for one in install.requested)
