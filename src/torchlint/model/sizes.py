"""About what an image takes on disk, unpacked: its largest parts, as far as their sizes are known."""

from __future__ import annotations

from torchlint.model.torch_held import ABSENT, UNKNOWN, Torch, changes
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torchlint.model.bases import Base
    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.torch_held import Change
    from torchlint.text import Place
    from torchlint.world import World

LEAST = 20_000_000
"""What is smaller is no large part."""


class Part(NamedTuple):
    """One part of an image. `bytes`: on disk, rough; None where that is not known. `at`: what brings it; None for the
    rest, of which no more is known than that it is there."""

    what: str
    bytes: int | None
    at: Place | None


def parts(build: Build, stage: Stage, world: World) -> tuple[Part, ...]:
    """The parts of the image that a stage becomes, the largest first, those of unknown size behind.

    A layer keeps what later ones replace or remove, so that each torch that is ever installed counts. Sizes are those
    for x86_64; on other machines nothing is known.
    """
    if build.machine(stage.index) != "x86_64":
        return ()
    torches, changed = changes(build, world)
    found = list(_base(stage.base, world))
    lineage = build.lineage(stage.index)[::-1]
    steps = [step for one in lineage for step in one.steps]
    for step in steps:
        found += _installed(step, changed, world)
        found += _brought(build, step, torches, world)
        found += _files(build, step)
    found += _system_packages(steps, world)
    if any(step.instruction.keyword in ("RUN", "COPY", "ADD") for step in steps):
        found.append(Part("the rest of what RUN, COPY and ADD bring", None, None))
    return tuple(sorted(found, key=lambda part: -(part.bytes or 0)))


def base_bytes(base: Base, world: World) -> int | None:
    """What a base image takes on disk."""
    tag = base.reference.tag if base.reference is not None else None
    if base.kind == "cuda" and base.cuda is not None and base.cuda.cuda is not None:
        version = ".".join(base.cuda.cuda.split(".")[:2])
        return world.image_bytes("cuda", f"{version} {'cudnn-' if base.cuda.cudnn else ''}{base.flavour}")
    if base.kind in ("pytorch", "ngc"):
        return world.image_bytes(base.kind, tag or "latest")
    if base.kind in ("python", "distribution") and base.os is not None:
        slim = base.kind == "distribution" and (tag or "").endswith("-slim")
        flavour = "slim" if slim else base.flavour or ""
        return world.image_bytes(base.kind, f"{base.os} {flavour}".rstrip(" "))
    return None


def beyond_runtime(base: Base, world: World) -> int | None:
    """What a devel image takes more than the runtime image of the same kind."""
    if base.kind != "cuda" or base.flavour != "devel":
        return None
    large, small = base_bytes(base, world), base_bytes(base._replace(flavour="runtime"), world)
    return large - small if large is not None and small is not None else None


def _base(base: Base, world: World) -> Iterator[Part]:
    if base.kind != "scratch":
        yield Part(f"base {base.name}" if base.name is not None else "the base", base_bytes(base, world), base.at)


def _torch(torch: Torch, world: World) -> Part:
    version = torch.version if torch.exact else None
    release = world.torch_release((version or "").partition("+")[0])
    size = None
    if release is not None and torch.cuda is not None:
        size = {"cpu": release.cpu_unpacked_bytes, release.default_cuda: release.unpacked_bytes}.get(torch.cuda)
    told = f"torch {version}" if version is not None else "torch"
    if torch.cuda is not None:
        told += f" with its CUDA {torch.cuda}" if torch.cuda[0].isdigit() else f" for {torch.cuda}"
    return Part(told, size, torch.at)


def _installed(step: Step, changed: Mapping[int, Change], world: World) -> Iterator[Part]:
    from torchlint.model.wheels import open_torch, taken_cuda

    for install in step.installs:
        change = changed.get(id(install))
        if change is None or change.after.version is None:
            yield Part(f"what this {install.tool} install brings, maybe a torch", None, install.at)
            continue
        if change.after is change.before or not change.after.there or install.refused:
            continue
        torch = change.after
        newest = None if torch.exact else open_torch(install, world)
        if newest is not None:
            torch = Torch(newest, taken_cuda(install, newest, None, world, "x86_64"), torch.source, exact=True)
        yield _torch(torch, world)._replace(at=install.at)


def _brought(build: Build, step: Step, torches: tuple[Mapping[str, Torch], ...], world: World) -> Iterator[Part]:
    """The torch of environments that a COPY brings from another stage."""
    if step.copied is None or not step.copied.from_elsewhere:
        return
    changed = [new for key, new in step.after.environments.items() if new is not step.before.environments.get(key)]
    if not changed:
        return
    stage = step.copied.stage
    origin = build.stages[stage].final.environments if stage is not None else {}
    held = [torches[stage][key] for key in origin] if stage is not None else [UNKNOWN]
    for old, torch in zip(origin.values(), held, strict=False):
        found = old.packages.get("torch")
        if torch.there and any(new.packages.get("torch") is found is not None for new in changed):
            yield _torch(torch, world)._replace(at=step.at)
            return
    if any(torch is not ABSENT for torch in held):
        yield Part("what this copy brings, maybe a torch", None, step.at)


def _files(build: Build, step: Step) -> Iterator[Part]:
    """The large files of the context that are copied by name."""
    if step.copied is None or step.copied.from_elsewhere:
        return
    for source in step.copied.sources:
        if source.name is not None and not source.heredoc and not source.remote:
            size = build.context.size(source.name)
            if size is not None and size >= LEAST:
                yield Part(f"{source.name} of the context", size, source.at)


def _system_packages(steps: list[Step], world: World) -> Iterator[Part]:
    """The package of the distribution that brings most: what several have in common would count twice in a sum."""
    most: Part | None = None
    for step in steps:
        base = step.before.base
        bare = base.kind in ("distribution", "cuda") or (base.kind == "python" and base.flavour == "slim")
        if not bare or base.flavour == "devel":
            continue
        for one in step.adds:
            known = world.apt_brings(one.name, recommends=False)
            size = known.megabytes * 1_000_000 if known is not None else 0
            if size >= LEAST and (most is None or size > (most.bytes or 0)):
                most = Part(f"{one.name} with what it needs", size, one.at)
    if most is not None:
        yield most
