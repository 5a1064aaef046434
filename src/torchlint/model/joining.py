"""What stays known after one of several ways was taken: only what they agree on."""

from __future__ import annotations

from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Snapshot

WAYS = 4
"""How many outcomes a join keeps apart; beyond, absence is no longer known."""


def either(before: Snapshot, ways: tuple[Snapshot, ...]) -> Snapshot:
    """The snapshot after one of `ways`, all of which began in `before`. A RUN changes only files, environments and
    packages; what it cannot change is taken from `before`."""
    different = [way for number, way in enumerate(ways) if all(way is not other for other in ways[:number])]
    if len(different) == 1:
        return different[0]
    files = before.files.either(*(way.files for way in different[:WAYS]))
    if len(different) > WAYS:
        from torchlint.model.files import Anything

        files = files.then(Anything(("/",)))
    environments: dict[str, Environment] = {}
    for prefix in {prefix: None for way in different for prefix in way.environments}:
        found = [way.environments.get(prefix) for way in different]
        environments[prefix] = _agreed([one for one in found if one is not None], everywhere=None not in found)
    packages = {
        name: package
        for name, package in different[0].packages.items()
        if all(name in way.packages for way in different)
    }
    sure = all(set(way.packages) == set(packages) for way in different)
    return before._replace(
        files=files,
        environments=environments,
        packages=packages,
        packages_complete=all(way.packages_complete for way in different) and sure,
    )


def _agreed(environments: list[Environment], *, everywhere: bool) -> Environment:
    first = environments[0]
    if everywhere and all(one == first for one in environments):
        return first
    packages = dict(first.packages)
    for other in environments[1:]:
        packages = {name: one for name, one in packages.items() if other.packages.get(name) == one}
    same_packages = everywhere and all(set(one.packages) == set(packages) for one in environments)
    same_python = all(one.python.value == first.python.value for one in environments)
    return first._replace(
        python=first.python if same_python else Fact(None),
        packages=packages if everywhere else {},
        complete=same_packages and all(one.complete for one in environments),
        asked=first.asked.union(*(one.asked for one in environments)),
        managed=first.managed if all(one.managed == first.managed for one in environments) else None,
    )
