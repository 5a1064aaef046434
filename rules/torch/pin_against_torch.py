from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule

# With a newer Python torch up to 2.5 does not ask for triton.
WITH_TRITON = ("3.8", "3.9", "3.10", "3.11")


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=("triton", "nvidia-cublas-cu11", "nvidia-cublas-cu12", "nvidia-cudnn-cu11", "nvidia-cudnn-cu12"),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    torch, shelf = install.pin("torch"), install.shelf
    if torch is None or shelf is None or not install.stops_build or not install.refuses_conflicts:
        return
    if "--no-deps" in install.options or not any(install.asks("torch")) or install.satisfied("torch", torch.version):
        return
    cuda, release = on.taken_cuda(install, torch.version, torch.label), on.world.torch_release(torch.version)
    if release is None or cuda is None or not cuda[0].isdigit():
        return
    for name, version in on.world.torch_pins(release.version).items():
        pin = install.pin(name)
        if pin is None or pin.version == version or pin.label is not None:
            continue
        # The builds of the PyTorch index ask for the same triton, and for other libraries of CUDA.
        if name == "triton" and install.python not in WITH_TRITON:
            continue
        if name != "triton" and not (shelf.only_public and torch.label is None):
            continue
        place = pin.requested.place_of(pin.version)
        fix = None
        if place is not None:
            title = f"ask for the {name} that torch {release.version} asks for"
            fix = Fix(title, (Edit(*place, version),), Safety.SAFE)
        yield Problem(
            pin.requested.at,
            f"torch {release.version} asks for {name} {version}, not {pin.version}: {install.tool} refuses the pair "
            "and the build stops",
            f"write {name}=={version}, or delete the line: torch asks for it itself",
            fix,
            related=(Related(torch.requested.at, f"torch {release.version} is asked for here"),),
        )
