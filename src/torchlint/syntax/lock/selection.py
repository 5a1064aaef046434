"""What of a lock file one environment gets: groups, extras, markers and forks decided for one Python on Linux."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.syntax.marking import Surroundings, holds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.syntax.lock import Edge, Lock, Locked


class Wanted(NamedTuple):
    """What is asked of a lock. `python`: the minor version, None when unknown; `machine` as "x86_64".

    `project`: the normalised name of the project whose root counts, None for the one the lock lies beside.
    `main`: the project's own dependencies are wanted, not only groups. `all_extras`: every extra it has.
    """

    python: str | None
    machine: str | None = "x86_64"
    project: str | None = None
    main: bool = True
    extras: frozenset[str] = frozenset()
    all_extras: bool = False
    groups: frozenset[str] = frozenset()


class Selection(NamedTuple):
    """`complete`: nothing else is installed; False when a marker could not be decided, or a name is held twice."""

    packages: tuple[Locked, ...]
    complete: bool


def select(lock: Lock, wanted: Wanted) -> Selection:
    """The packages of a lock that such an environment gets, the project itself with them unless it is virtual."""
    return _from_uv(lock, wanted) if lock.tool == "uv" else _flat(lock, wanted)


def _flat(lock: Lock, wanted: Wanted) -> Selection:
    around = Surroundings(wanted.python, wanted.machine, wanted.extras, wanted.groups)
    groups = {*(lock.default_groups if wanted.main else ()), *wanted.groups}
    if lock.tool == "pylock":
        around = around._replace(groups=frozenset(groups))
        groups = {""}
    if wanted.all_extras:
        around = around._replace(extras=lock.extras)
    if lock.tool == "pdm":
        # pdm keeps its extras among the groups.
        groups |= wanted.extras
    found: list[Locked] = []
    complete = not (wanted.all_extras and lock.tool == "pdm")
    for one in lock.packages:
        said = [
            holds(marker, around) if marker is not None else True
            for group in one.groups or ()
            if group in groups
            for marker in [one.markers.get(group, one.markers.get(""))]
        ]
        if True in said:
            found.append(one)
        elif None in said:
            complete = False
    return _without_doubles(found, complete)


def _from_uv(lock: Lock, wanted: Wanted) -> Selection:
    roots = [
        one
        for one in lock.packages
        if one.kind == "project" and (one.name == wanted.project if wanted.project else one.url == ".")
    ]
    if len(roots) != 1:
        return Selection((), False)
    root = roots[0]
    extras = frozenset(root.optional) if wanted.all_extras else wanted.extras
    # uv writes the extras and groups that exclude each other into markers, under names of its own.
    active = {f"extra-{len(root.name)}-{root.name}-{extra}" for extra in extras}
    active |= {f"group-{len(root.name)}-{root.name}-{group}" for group in wanted.groups}
    active |= {f"project-{len(root.name)}-{root.name}"} if wanted.main else set()
    around = Surroundings(wanted.python, wanted.machine, frozenset(active), frozenset())
    edges = [*root.edges] if wanted.main else []
    for extra in sorted(extras):
        edges += root.optional.get(extra, ())
    for group in sorted(wanted.groups):
        edges += root.grouped.get(group, ())
    # A group or extra without packages is left out of the lock.
    found = _walk(lock.packages, edges, around)
    own = (root,) if wanted.main and not root.virtual else ()
    others = tuple(one for one in found.packages if one is not root and not one.virtual)
    return Selection((*own, *others), found.complete)


def _walk(packages: tuple[Locked, ...], roots: Iterable[Edge], around: Surroundings) -> Selection:
    """Follow edges whose markers hold, into extras too."""
    by_name: dict[str, list[Locked]] = {}
    for one in packages:
        by_name.setdefault(one.name, []).append(one)
    complete = True
    found: dict[int, Locked] = {}
    seen: set[tuple[int, str]] = set()
    waiting = list(roots)
    while waiting:
        edge = waiting.pop()
        said = holds(edge.marker, around) if edge.marker is not None else True
        if not said:
            complete = complete and said is not None
            continue
        fitting = [
            one
            for one in by_name.get(edge.name, ())
            if edge.version in (None, one.version) and edge.source in (None, one.url)
        ]
        if len(fitting) != 1:
            complete = False
            continue
        one = fitting[0]
        found[id(one)] = one
        for extra in ("", *edge.extras):
            if (id(one), extra) not in seen:
                seen.add((id(one), extra))
                waiting += one.optional.get(extra, ()) if extra else one.edges
    return _without_doubles(list(found.values()), complete)


def _without_doubles(found: list[Locked], complete: bool) -> Selection:
    """No environment holds two versions of a package: where two were found, neither is sure."""
    names = [one.name for one in found]
    doubled = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
    kept = tuple(sorted((one for one in found if one.name not in doubled), key=lambda one: one.name))
    return Selection(kept, complete and not doubled)
