"""What was compiled for one torch and stays where an install puts another in its place."""

from __future__ import annotations

from torchlint.model.environment import Distribution, asked
from torchlint.record import NamedTuple
from torchlint.syntax.wheelname import normalize
from torchlint.world.torch_symbols import apart, linked, series

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torchlint.model.build import Build, Stage
    from torchlint.model.command import Command, Install, Requested
    from torchlint.model.torch_held import Change, Torch
    from torchlint.text import Place
    from torchlint.world import World

LOADED_AT_IMPORT = (2, 2)
"""From this torch on the import of torchvision fails where its library does not load. Source: torchvision/extension.py
and _meta_registrations.py of 0.16 and 0.17; both were tried."""

USERS = frozenset(
    "easyocr facenet_pytorch fastai lpips open_clip peft segmentation_models_pytorch sentence_transformers timm "
    "transformers trl ultralytics".split()
)
"""Modules that import torchvision where it is. Source: their metadata, or that of transformers, which was tried."""

OTHERS = frozenset({"conda", "mamba", "micromamba", "pdm", "pipenv", "pipx", "poetry"})
"""Programs that may change what pip and uv installed."""

HARMLESS = ("activate", "clean", "config", "info", "init", "list")
"""What conda may do meanwhile."""


class Harm(NamedTuple):
    """What fails where a library of a companion does not load, as a clause, and whether its import does."""

    told: str
    at_import: bool


class LeftBehind(NamedTuple):
    """A distribution that was made for torch `made_for` ("2.1.0") and does `harm` beside the one that comes.

    `version`: its own, None where nobody wrote it. `at`: what brought it; `of_image`: an image of PyTorch. `fitting`:
    its release for the new torch, None if that is open or there is none. `imports`: whether what starts imports it;
    None where that cannot be known.
    """

    name: str
    version: str | None
    made_for: str
    at: Place
    of_image: bool
    fitting: str | None
    imports: bool | None
    harm: Harm


def left_behind(
    build: Build, install: Install, change: Change | None, held: tuple[Mapping[str, Torch], ...], world: World
) -> Iterator[LeftBehind]:
    """Those that surely stay so in an image that ships. `held`: the torch of each stage in the end."""
    environment = install.environment
    if change is None or environment is None or install.tool not in ("pip", "uv") or not install.command.certain:
        return
    if not change.replaced(install) or install.shelf is None:
        return
    coming = _coming(install, change, world)
    # Of 2.6 only the builds for CUDA 12.6 have the new one: pytorch/pytorch#141565.
    old = build.machine(install.stage) == "x86_64" and change.before.cuda in ("11.8", "12.4", "cpu")
    shipped = [build.stages[index] for index in sorted(build.shipped)]
    ends = [one for one in shipped if held[one.index].get(environment.prefix) == change.after]
    for name in linked():
        there = environment.packages.get(name)
        made = _of_image(install, change, name, world) if there is None else _asked_for(build, there, world)
        if made is None:
            continue
        harms = [harm(name, made[1], torch, old=old) for torch in coming]
        first = harms[0] if harms and None not in harms else None
        if first is None:
            continue
        stays = [one for one in ends if _stays(build, install, one, name, there, world)]
        if not stays:
            continue
        said = [_imported(one, name) for one in stays]
        at = install.command.before.base.at if there is None or there.at is None else there.at
        fitting = _fitting(install, coming[0], name, world) if change.after.exact else None
        imports = True if True in said else None if None in said else False
        yield LeftBehind(name, made[0], made[1], at, there is None, fitting, imports, first)


def harm(name: str, made_for: str, torch: str, *, old: bool = False) -> Harm | None:
    """What surely fails of a companion that was made for one torch and stands beside another; None if nothing surely
    does. `old`: made for a torch with the C++ interface of before 2.7."""
    if not apart(name, made_for, torch, old=old):
        return None
    if name == "xformers":
        return Harm("its kernels do not load", at_import=False)
    if name == "torchvision" and series(made_for) < LOADED_AT_IMPORT:
        return Harm("its operators, such as nms, do not load", at_import=False)
    return Harm("its import fails", at_import=True)


def _coming(install: Install, change: Change, world: World) -> list[str]:
    """The releases of torch that the install may bring."""
    version = (change.after.version or "").partition("+")[0]
    if change.after.exact:
        return [version]
    return [one for one in world.torch_releases() if install.admits("torch", one) is not False]


def _of_image(install: Install, change: Change, name: str, world: World) -> tuple[str | None, str] | None:
    """Version, and torch that it was made for, of the torchvision in an image of PyTorch."""
    before, base = change.before, install.command.before.base
    if name != "torchvision" or base.kind != "pytorch" or before.source != "base" or not before.exact:
        return None
    torch = (before.version or "").partition("+")[0]
    return (None, torch) if world.companions_of(torch, name) else None


def _asked_for(build: Build, there: Distribution, world: World) -> tuple[str | None, str] | None:
    """The same of what an earlier install brought: by its version, or by that of torch in the same command."""
    if there.source not in ("pip", "uv") or not there.sure:
        return None
    earlier = [one for one in build.installs() if any(line.at == there.at for line in one.requested)]
    if len(earlier) != 1 or earlier[0].shelf is None or not earlier[0].command.certain:
        return None
    if there.version is not None:
        made = world.companion(there.name, there.version.partition("+")[0])
        return None if made is None or made.torch_exact is None else (made.version, made.torch_exact)
    pin, open_ = earlier[0].pin("torch"), not there.specifier and earlier[0].has(there.name) is False
    if pin is None or not open_ or not earlier[0].refuses_conflicts or "--no-deps" in earlier[0].options:
        return None
    release = world.torch_release(pin.version)
    found = world.companions_of(release.version, there.name) if release is not None else ()
    made = world.companion(there.name, found[-1]) if found else None
    exact = release is not None and made is not None and made.torch_exact == release.version
    return (None, release.version) if release is not None and exact else None


def _fitting(install: Install, torch: str, name: str, world: World) -> str | None:
    release = world.torch_release(torch)
    for version in reversed(world.companions_of(release.version, name) if release is not None else ()):
        made = world.companion(name, version)
        if made is not None and (install.python is None or made.runs_on(install.python)):
            return version
    return None


def _stays(build: Build, install: Install, end: Stage, name: str, there: Distribution | None, world: World) -> bool:
    """Whether nothing else in a stage, nor in what it takes its packages from, may bring another release of it."""
    environment = install.environment
    last = end.final.environments.get(environment.prefix) if environment is not None else None
    if environment is None or last is None or last.packages.get(name) is not there:
        return False
    stages = {one.index for index in (install.stage, end.index) for one in build.lineage(index)}
    installs = [one for one in build.installs() if one.stage in stages]
    known = {id(one.command) for one in installs}
    commands = (one for index in stages for step in build.stages[index].steps for one in step.commands)
    if any(_may_change(one, name) for one in commands if id(one) not in known):
        return False
    if not all(one.complete and one.tool in ("pip", "uv") and "sync" not in one.command.values for one in installs):
        return False
    later = installs[installs.index(install) :]
    own = (one for one in later if one.environment is None or one.environment.prefix == environment.prefix)
    return all(_leaves(one, name, world) for one in own)


def _may_change(command: Command, name: str) -> bool:
    """Whether a command that is no install may bring, build or remove a distribution."""
    values = command.values
    if command.name in OTHERS:
        return not values or values[0] not in HARMLESS
    if command.unknown or "sync" in values or "uninstall" in values:
        return True
    return any(name in (value or "") or "pytorch/vision" in (value or "") for value in values)


def _leaves(install: Install, name: str, world: World) -> bool:
    """Whether nothing that an install asks for has to do with a distribution."""
    lines = [one for one in install.requested if not one.constraint]
    told = [one.requirement for one in lines if _named(one)]
    # What a project asks for stands among the rest.
    projects = [install.local(one) for one in lines if not _named(one)]
    if any(one is None or one.project is None or one.opaque for one in projects):
        return False
    if any(one.requirement.name == name for one in lines):
        return False
    if "--no-deps" in install.options:
        return True
    named = (
        Distribution(one.name, None, one.specifier, None, install.tool, None, tuple(map(normalize, one.extras)))
        for one in told
    )
    brought = world.may_bring(asked(named))
    return brought is not None and name not in brought


def _named(one: Requested) -> bool:
    return one.requirement.kind == "named" or one.requirement.wheel is not None


def _imported(stage: Stage, name: str) -> bool | None:
    """Whether what a stage starts imports a module; None also where what it imports may do so."""
    entry = stage.entry
    imports = entry.imports() if entry is not None else None
    if imports is None or entry is None:
        return None
    if name in imports:
        return True
    anywhere = imports | (entry.modules() or frozenset())
    return None if name in anywhere or not USERS.isdisjoint(anywhere) else False
