from __future__ import annotations

from collections.abc import Container, Iterator

from torchlint import Context, Entry, Install, Outcome, Problem, Related, Severity, rule

TOOLS = frozenset({"pip", "setuptools", "wheel", "build", "uv", "poetry", "pipenv", "pdm", "virtualenv", "pipx"})

BARE = frozenset({"pip", "setuptools", "wheel", "uv"})
"""Those that bring nothing else."""


@rule(Entry, Severity.ERROR, Outcome.IMPORT, when=("all packages known",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    build, environment, main = on.build, entry.environment, entry.main
    if build is None or environment is None or main is None or not main.certain or not environment.complete:
        return
    there = {name: one for name, one in environment.packages.items() if name not in BARE}
    served = entry.served_module
    # Where a server starts again what fails, the container goes on.
    if served is not None and served.restarted:
        return
    if environment.kind == "conda" or entry.state.variable("PYTHONPATH") is not None:
        return
    others = [one for one in main.before.environments.values() if one.prefix != environment.prefix]
    if any(one.kind == "user" or not TOOLS.issuperset(one.packages) for one in others):
        return
    needed = entry.imports() or frozenset()
    makers = {name: on.world.makers_of_module(name) for name in needed}
    if there:
        needed = frozenset(
            one for one in needed if makers[one] and entry.state.lacks(environment, makers[one], on.world)
        )
    own = {stage.index for stage in build.lineage(entry.stage)}
    if not needed or any(_brings(one, there) for one in build.installs() if one.stage not in own):
        return
    missing = sorted(needed)[:4]
    names, packages = ", ".join(missing), " ".join(dict.fromkeys((makers[one] or (one,))[0] for one in missing))
    stage = build.stages[entry.stage]
    what, change = (
        f"nothing installs a package in {environment.root}",
        f"install {packages} in this stage, into the environment that {main.name} runs in",
    )
    related: tuple[Related, ...] = (Related(stage.base.at, "brings Python alone"),)
    if there and all(one.source == "lock" for one in there.values()):
        what, change = (
            "the lock file has no such package",
            f"add {packages} to the project's dependencies, and lock it again",
        )
        related = ()
    elif there:
        what, change = "no package that is installed brings it", f"pip install {packages} beside the others"
        places = [one.at for one in there.values() if one.at is not None]
        related = tuple(Related(at, "is installed, and needs no such package") for at in places[-1:])
    who = served.name if served is not None and served.path and not set(missing) & {served.program} else main.name
    yield Problem(
        main.words[0].at,
        f"the container ends at its first import: {who} needs {names}, and {what}",
        change,
        related=related,
    )


def _brings(install: Install, there: Container[str]) -> bool:
    """Whether it asks for something that the environment does not have."""
    names = {one.requirement.name for one in install.requested if not one.constraint}
    return any(name not in there and name not in TOOLS for name in names)
