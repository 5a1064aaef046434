from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule

# With newer Pythons older releases of torch do not ask for triton.
WITH_TRITON = ("3.8", "3.9", "3.10", "3.11")
FIRST_ON_312, FIRST_ON_ALL = (2, 4), (2, 6)


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "triton",
        "nvidia-cublas-cu11 & torch==",
        "nvidia-cublas-cu12 & torch==",
        "nvidia-cuda-cupti-cu11 & torch==",
        "nvidia-cuda-cupti-cu12 & torch==",
        "nvidia-cuda-nvrtc-cu11 & torch==",
        "nvidia-cuda-nvrtc-cu12 & torch==",
        "nvidia-cuda-runtime-cu11 & torch==",
        "nvidia-cuda-runtime-cu12 & torch==",
        "nvidia-cudnn-cu11 & torch==",
        "nvidia-cudnn-cu12 & torch==",
        "nvidia-cufft-cu11 & torch==",
        "nvidia-cufft-cu12 & torch==",
        "nvidia-curand-cu11 & torch==",
        "nvidia-curand-cu12 & torch==",
        "nvidia-cusolver-cu11 & torch==",
        "nvidia-cusolver-cu12 & torch==",
        "nvidia-cusparse-cu11 & torch==",
        "nvidia-cusparse-cu12 & torch==",
        "nvidia-nccl-cu11 & torch==",
        "nvidia-nccl-cu12 & torch==",
        "nvidia-nvtx-cu11 & torch==",
        "nvidia-nvtx-cu12 & torch==",
        "sympy & torch==",
        "typing-extensions & torch==",
        "networkx & torch==",
        "fsspec & torch==",
        "setuptools & torch==",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    torch, shelf = install.pin("torch"), install.shelf
    if torch is None or shelf is None or not install.stops_build or not install.refuses_conflicts:
        return
    if "--no-deps" in install.options or not any(install.asks("torch")) or install.satisfied("torch", torch.version):
        return
    release = on.world.torch_release(torch.version)
    if release is None:
        return
    for name, (wanted, version) in _wanted(install, release.version, on).items():
        pin = install.pin(name)
        if pin is None:
            continue
        place = pin.requested.place_of(pin.version)
        fix = None
        if place is not None and version is not None:
            title = f"ask for the {name} that torch {release.version} asks for"
            fix = Fix(title, (Edit(*place, version),), Safety.SAFE)
        yield Problem(
            pin.requested.at,
            f"torch {release.version} asks for {name}{wanted}, not {pin.version}: {install.tool} refuses the pair "
            "and the build stops",
            f"write {name}=={version}, or delete the line: torch asks for it itself"
            if version is not None
            else f"write {name}{wanted}, or delete the line: torch asks for it itself",
            fix,
            related=(Related(torch.requested.at, f"torch {release.version} is asked for here"),),
        )


def _wanted(install: Install, release: str, on: Context) -> dict[str, tuple[str, str | None]]:
    """What torch asks for of the packages of which another version is pinned: " 3.2.0" or ">=1.13.3", and the version
    to write."""
    torch, shelf = install.pin("torch"), install.shelf
    cuda = on.taken_cuda(install, release, torch.label) if torch is not None else None
    found: dict[str, tuple[str, str | None]] = {}
    for name, version in on.world.torch_pins(release).items() if cuda is not None and cuda[0].isdigit() else ():
        pin = install.pin(name)
        if pin is None or pin.version == version or pin.label is not None:
            continue
        # The builds of the PyTorch index ask for the same triton, and for other libraries of CUDA.
        if name == "triton" and not _asks_for_triton(release, install.python):
            continue
        if name == "triton" or (shelf is not None and shelf.only_public and torch is not None and torch.label is None):
            found[name] = (f" {version}", version)
    for name, need in on.world.torch_needs(release).items() if install.python not in (None, "3.8") else ():
        pin = install.pin(name)
        if pin is not None and not need.admits(pin.version):
            found[name] = (need.specifier, need.version)
    return found


def _asks_for_triton(release: str, python: str | None) -> bool:
    version = tuple(int(part) for part in release.split("."))
    return python in WITH_TRITON or version >= (FIRST_ON_312 if python == "3.12" else FIRST_ON_ALL)
