"""Which CUDA toolkit, compiler included, a stage holds: what extensions are compiled with."""

from __future__ import annotations

from itertools import takewhile

from torchlint.model.files import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.build import Build, Stage
    from torchlint.model.command import Command
    from torchlint.world import World

ABSENT = "absent"

HOME = "/usr/local/cuda"
"""Where NVIDIA's packages and images have the toolkit, or a link to it."""

_CONDA = frozenset({"conda", "mamba", "micromamba"})
_ANYTHING = _CONDA | frozenset("dpkg dnf yum microdnf eval poetry pixi tar".split())
_NAMES_WHEELS = frozenset("pip pip3 mim uv echo export cd git python python3".split())
"""Programs in whose words "cuda" stands for a wheel, a file or nothing that matters."""


def toolkit(build: Build, stage: Stage, world: World) -> str | None:
    """The version that a stage's base brings, ABSENT if there surely is none in the end; None if unknown."""
    brought = _of_base(stage, world)
    if brought is not None or stage.base.kind not in ("cuda", "pytorch", "python", "distribution", "scratch"):
        return brought
    steps = [step for one in build.lineage(stage.index) for step in one.steps]
    if any(_may_bring_cuda(command) for step in steps for command in step.commands):
        return None
    if any("cuda" in package for step in steps for package in step.after.packages):
        return None
    compiler = stage.final.find(f"{HOME}/bin/nvcc")
    from_elsewhere = any(
        step.copied is not None and step.copied.from_elsewhere and "cuda" in (step.copied.target or "cuda")
        for step in steps
    )
    return None if isinstance(compiler, Found) or from_elsewhere else ABSENT


def compiles_with(build: Build, command: Command, world: World) -> str | None:
    """The toolkit that a build of torch extensions finds when a command runs, as "12.1"; ABSENT if it surely finds
    none, None if that cannot be known.

    torch asks CUDA_HOME and CUDA_PATH, then PATH for nvcc, then looks at HOME.
    """
    stage, state = build.stages[command.stage], command.before
    brought = _of_base(stage, world)
    minor = ".".join((brought or "").split(".")[:2])
    for name in ("CUDA_HOME", "CUDA_PATH"):
        known = state.variable(name)
        if name in command.env or known is not None:
            home = command.env.get(name, known.value if known is not None else None)
            if brought is None or home is None or home.rstrip("/") not in ("", HOME, f"{HOME}-{minor}"):
                return None
    before = list(_before(build, command))
    condas = [one for one in state.environments.values() if one.kind == "conda"]
    if (
        any(_names_cuda(one) for one in before)
        or any("cuda" in name for name in state.packages)
        or any("cuda" in name or "nvcc" in name for one in condas for name in one.packages)
    ):
        return None
    if brought is not None or stage.base.kind not in ("cuda", "pytorch", "python", "distribution"):
        return minor or None
    copied = any(
        step.copied is not None and step.copied.from_elsewhere
        for one in build.lineage(stage.index)
        for step in one.steps
    )
    return None if copied or any(_may_bring_cuda(one) for one in before) else ABSENT


def lacks_folder(build: Build, stage: Stage, world: World, folder: str) -> bool | None:
    """Whether a folder such as /usr/local/cuda-12.1 surely is not in a stage in the end; None when unknown."""
    base = stage.base
    brought = base.cuda.cuda if base.kind == "cuda" and base.cuda is not None else _of_base(stage, world)
    if base.kind not in ("cuda", "pytorch", "python", "distribution") or (base.kind == "cuda" and brought is None):
        return None
    steps = [step for one in build.lineage(stage.index) for step in one.steps]
    if any(_may_bring_cuda(one) or _names_cuda(one) for step in steps for one in step.commands):
        return None
    if any("cuda" in name for name in stage.final.packages) or any(
        step.copied is not None and step.copied.from_elsewhere for step in steps
    ):
        return None
    if isinstance(stage.final.find(folder), Found):
        return False
    parts = (brought or "").split(".")
    there = (HOME, f"{HOME}-{parts[0]}", f"{HOME}-{'.'.join(parts[:2])}") if brought else ()
    return folder not in there


def _of_base(stage: Stage, world: World) -> str | None:
    base = stage.base
    if base.flavour != "devel":
        return None
    if base.kind == "cuda" and base.cuda is not None:
        return base.cuda.cuda
    if base.kind == "pytorch":
        image = world.pytorch_image((base.reference.tag if base.reference is not None else None) or "")
        return image.cuda if image is not None else None
    return None


def _before(build: Build, command: Command) -> Iterator[Command]:
    """The commands of its stage and of those below that run before it."""
    for stage in build.lineage(command.stage):
        for step in stage.steps:
            if stage.index != command.stage or step.index < command.step:
                yield from step.commands
            elif step.index == command.step:
                yield from takewhile(lambda one: one is not command, step.commands)


def _names_cuda(command: Command) -> bool:
    """Whether a command may put another toolkit in the place of the base's."""
    if command.name in _CONDA and "env" in command.values:
        return True
    return command.name not in _NAMES_WHEELS and any("cuda" in (value or "").lower() for value in command.values)


def _may_bring_cuda(command: Command) -> bool:
    activates = command.name in (".", "source") and all((value or "").endswith("/activate") for value in command.values)
    return (command.unknown and not activates) or command.name in _ANYTHING
