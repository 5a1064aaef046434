from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule


@rule(Install, Severity.WARNING, Outcome.BUILD, when=("maybe an extension",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    compiled = [one for one in on.compiled(install) if one.forced and one.named is False]
    change = on.torch_change(install) if compiled and install.stops_build else None
    toolkit = on.compiles_with(install.command) if change is not None else None
    # Without nvcc, or without torch, the build stops before it asks for this list.
    if change is None or toolkit == "absent" or not change.before.there or change.before.cuda == "cpu":
        return
    for one in compiled:
        yield Problem(
            one.requested.at,
            f"{one.extension.package} is compiled for the GPUs that torch sees, and a build sees none: it stops unless "
            f"{one.extension.architectures} names them",
            "name those where the image will run, for instance "
            + (
                'ENV TORCH_CUDA_ARCH_LIST="8.0 8.6 9.0+PTX"'
                if one.extension.architectures == "TORCH_CUDA_ARCH_LIST"
                else f"ENV {one.extension.architectures}=86"
            ),
        )
