"""The prediction as answers: what each stage and the shipped image hold and start.

`None` is what cannot be known; "absent" what surely is not there.
"""

from __future__ import annotations

from torchlint.model.build import Unknown
from torchlint.model.effects.apt import WITH_PYTHON2
from torchlint.model.environment import Program
from torchlint.model.sizes import Part, parts
from torchlint.model.snapshot import SOMEWHERE, named
from torchlint.model.starting import interpreter_there, start
from torchlint.model.toolkit import toolkit
from torchlint.model.torch_held import ABSENT, ANY, UNKNOWN, Torch, held
from torchlint.model.web_app import fault as web_fault
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torchlint.model.build import Build, Stage
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Snapshot
    from torchlint.world import World

NONE = "absent"


class Package(NamedTuple):
    """One distribution that was asked for. `version`: exact, or the specifier it satisfies, "*" for any."""

    name: str
    version: str
    source: str


class Installed(NamedTuple):
    """One environment, with what was asked to be installed in it."""

    prefix: str
    python: str | None
    torch: str | None
    torch_cuda: str | None
    packages: tuple[Package, ...]


class StageOutlook(NamedTuple):
    """What a stage holds in the end. `number` counts from 0. `python` and `torch`: those of PATH's python."""

    number: int
    name: str | None
    ships: bool
    base: str | None
    base_os: str | None
    python: str | None
    torch: str | None
    torch_cuda: str | None
    torch_source: str | None
    cuda_toolkit: str | None
    user: str | None
    workdir: str | None
    environments: tuple[Installed, ...]


class EntryOutlook(NamedTuple):
    """What a container starts. `environment`: the prefix of the program's Python. `starts` None: unknown."""

    program: str | None
    resolved_path: str | None
    environment: str | None
    script: str | None
    starts: bool | None
    why: str | None


class Final(NamedTuple):
    """The image that ships: the last shipped stage, with the Python and torch that its entry uses.

    `compute_capabilities`: of the GPU code in torch, as "8.0", a last "9.0+PTX" for code that newer GPUs can compile;
    empty for a torch without any. `size_estimate_bytes`: what the `size_parts` take together on disk, known where those
    of the base and of torch are.
    """

    stage: StageOutlook
    multi_stage: bool
    entry: EntryOutlook
    driver_min: str | None
    compute_capabilities: tuple[str, ...] | None
    size_estimate_bytes: int | None
    size_parts: tuple[Part, ...]
    unknowns: tuple[Unknown, ...]


class Outlook(NamedTuple):
    """All answers about one Dockerfile. `dockerfile`: its path as shown."""

    dockerfile: str
    stages: tuple[StageOutlook, ...]
    final: Final


def outlook(build: Build, world: World) -> Outlook:
    """What comes out of a build, which has at least one stage."""
    torches = held(build, world)
    stages = tuple(_stage(build, stage, torches[stage.index], world) for stage in build.stages)
    shipped = max(build.shipped)
    final = _final(build, stages, build.stages[shipped], torches[shipped], world)
    return Outlook(build.source.path, stages, final)


def _stage(build: Build, stage: Stage, torches: Mapping[str, Torch], world: World) -> StageOutlook:
    state = stage.final
    python, owner = _on_path(state)
    torch = _torch_of(state, owner, torches, python)
    base = stage.base
    return StageOutlook(
        stage.index,
        stage.name,
        stage.index in build.shipped,
        base.name,
        NONE if base.kind == "scratch" else base.os,
        python,
        torch.version,
        torch.cuda,
        torch.source,
        toolkit(build, stage, world),
        state.user.value,
        state.spelled("."),
        tuple(_installed(state, key, torches) for key in state.environments),
    )


def _final(
    build: Build, stages: tuple[StageOutlook, ...], stage: Stage, torches: Mapping[str, Torch], world: World
) -> Final:
    begun = start(stage)
    answer = stages[stage.index]
    if begun.environment is not None and begun.environment.python is not None:
        owner = begun.environment
        python = _python_of(stage.final, owner)
        torch = _torch_of(stage.final, owner, torches, python)
    elif begun.elsewhere and len(stage.final.environments) != 1:
        python, torch = None, UNKNOWN
    else:
        python, torch = answer.python, Torch(answer.torch, answer.torch_cuda, answer.torch_source)
    fault = web_fault(stage.entry, world) if stage.entry is not None and begun.starts is not False else ""
    entry = EntryOutlook(
        begun.program,
        begun.path,
        None if begun.environment is None else _prefix(begun.environment.prefix),
        begun.script if begun.script is not None and named(begun.script) else None,
        False if fault else begun.starts,
        fault or begun.why or None,
    )
    large = parts(build, stage, world)
    known = [part.bytes or 0 for part in large if part.at is not None]
    whole = bool(known) and all(part.bytes is not None for part in large if part.at is not None)
    return Final(
        answer._replace(python=python, torch=torch.version, torch_cuda=torch.cuda, torch_source=torch.source),
        len(stages) > 1,
        entry,
        _driver(torch, world),
        _capabilities(torch, build.machine(stage.index), world),
        sum(known) if whole else None,
        large,
        tuple(_unknowns(build, stage)),
    )


def _on_path(state: Snapshot) -> tuple[str | None, Environment | None]:
    """The version of the python on PATH, and its environment: of python3 where nothing is called python, or nobody
    knows, but python2 it is not."""
    found = state.which("python")
    if found is None and state.base.os in WITH_PYTHON2:
        return None, None
    if not found:
        third = state.which("python3")
        found = found if third is False else third
    if found is not False:
        owner = state.environment_of(found)
        return (_python_of(state, owner), owner) if owner is not None else (None, None)
    versioned = {
        owner.prefix: owner
        for owner in state.environments.values()
        if owner.python.value is not None
        and isinstance(found := state.which(f"python{owner.python.value}"), Program)
        and found.prefix == owner.prefix
    }
    if len(versioned) == 1:
        owner = next(iter(versioned.values()))
        return _python_of(state, owner), owner
    return (None if versioned else NONE), None


def _python_of(state: Snapshot, owner: Environment) -> str | None:
    """Its minor version; absent where a venv's link leads nowhere."""
    there = interpreter_there(state, owner)
    if there is None and owner.home is not None:
        return None
    return NONE if there is False else owner.python.value


def _blind(state: Snapshot, environment: Environment) -> bool:
    """True if the Python of a venv surely sees none of its packages: one of another minor version looks elsewhere."""
    misfit = state.misfit(environment)
    return misfit is not None and misfit.python is not None


def _torch_of(state: Snapshot, owner: Environment | None, torches: Mapping[str, Torch], python: str | None) -> Torch:
    """The torch that the Python of an environment imports: the user's own packages come before the environment's."""
    if owner is None or python == NONE:
        return ABSENT if python == NONE and not state.environments else UNKNOWN
    if _blind(state, owner):
        return ABSENT
    key = next((key for key, one in state.environments.items() if one is owner), owner.prefix)
    torch = _shown(state, key, torches)
    users = [one for one in state.environments.values() if one.kind == "user"]
    if not users or owner.kind in ("venv", "user"):
        return torch
    own = _shown(state, users[0].prefix, torches)
    if len(users) == 1 and own is ABSENT:
        return torch
    home = state.variable("HOME")
    folder = home.value if home is not None else "/root" if state.user.value in ("root", "0") else None
    seen = len(users) == 1 and folder is not None and users[0].prefix == f"{folder}/.local"
    return own if seen and users[0].python.value == owner.python.value is not None else UNKNOWN


def _shown(state: Snapshot, key: str, torches: Mapping[str, Torch]) -> Torch:
    torch = torches.get(key, UNKNOWN)
    return UNKNOWN if torch is ABSENT and not state.environments[key].complete else torch


def _installed(state: Snapshot, key: str, torches: Mapping[str, Torch]) -> Installed:
    environment = state.environments[key]
    torch = _shown(state, key, torches)
    packages = tuple(
        Package(one.name, one.version or one.specifier or ANY, one.source)
        for one in sorted(environment.packages.values(), key=lambda one: one.name)
        if one.sure
    )
    python = _python_of(state, environment)
    if _blind(state, environment):
        torch, packages = ABSENT, ()
    return Installed(_prefix(environment.prefix), python, torch.version, torch.cuda, packages)


def _prefix(prefix: str) -> str:
    """Several Pythons of one distribution share a prefix; the model tells them apart by what follows "@". Below the
    working directory of an unknown image a prefix is told from there."""
    return prefix.split("@", 1)[0].removeprefix(f"{SOMEWHERE}/")


def _driver(torch: Torch, world: World) -> str | None:
    """The oldest NVIDIA driver for a torch build; none is needed without CUDA."""
    if torch.cuda is None or torch.cuda in (NONE, "cpu"):
        return NONE if torch.cuda == "cpu" else None
    if not torch.cuda[0].isdigit():
        return None
    driver = world.variant_min_driver("cu" + torch.cuda.replace(".", "")) or world.cuda_min_driver(torch.cuda)
    return driver.version if driver is not None and driver.sure else None


def _capabilities(torch: Torch, machine: str | None, world: World) -> tuple[str, ...] | None:
    """The compute capabilities that a wheel has code for; those of images built otherwise are not known."""
    if torch.cuda == "cpu":
        return ()
    if torch.version is None or torch.cuda is None or not torch.cuda[0].isdigit() or machine is None:
        return None
    if torch.source not in ("pip", "uv", "lock") or not torch.version[0].isdigit():
        return None
    codes = world.arch_list(torch.version, "cu" + torch.cuda.replace(".", ""), machine)
    return None if codes is None else tuple(_capability(code) for code in codes)


def _capability(code: str) -> str:
    """ "sm_80" is "8.0", "compute_90" is "9.0+PTX"."""
    kind, _, digits = code.partition("_")
    number = digits.rstrip("abcdefghijklmnopqrstuvwxyz")
    return f"{number[:-1]}.{number[-1]}" + ("+PTX" if kind == "compute" else "")


def _unknowns(build: Build, stage: Stage) -> Iterator[Unknown]:
    """What the answers lack, each with the way out."""
    yield from build.unknowns
    lineage = {one.index for one in build.lineage(stage.index)}
    for install in build.installs():
        if install.stage in lineage and not install.complete:
            yield Unknown(
                f"not everything that this {install.tool} install asks for can be read: packages and torch may be "
                "others; name the files plainly, and give the folder that holds them with --context",
                install.at,
            )
        projects = [install.local(one) for one in install.requested] if install.stage in lineage else []
        if any(project is not None and project.opaque for project in projects):
            yield Unknown(
                "what this project asks for no table of a pyproject.toml says: packages and torch may be others; list "
                "it there under [project] as dependencies",
                install.at,
            )
