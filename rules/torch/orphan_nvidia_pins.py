from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Safety, Severity, Span, rule

# What torch's wheels ask for, each with the major version of CUDA behind its name.
LIBRARIES = frozenset(
    "cublas cuda-cupti cuda-nvrtc cuda-runtime cudnn cufft cufile curand cusolver cusparse nccl nvjitlink nvshmem "
    "nvtx".split()
)
# These ask for the same packages, with reasons of their own.
OTHERS = tuple(
    "tensorflow tf- jax cupy onnxruntime faiss cudf cuml rapids xgboost lightgbm vllm sglang tensorrt torch-tensorrt "
    "nvidia-dali nvidia-cutlass transformer-engine cuda- faster-whisper ctranslate2 paddlepaddle".split()
)


@rule(Install, Severity.WARNING, Outcome.WASTE, when=("nvidia-cublas-cu12", "nvidia-cublas-cu11"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    change, pin = on.torch_change(install), install.pin("torch")
    cuda = None
    # What the lines say of torch may be there already: then the image's own build stays.
    own = change.after if change is not None and change.after.source == "base" and change.after.exact else None
    if own is not None:
        cuda = own.cuda
    elif pin is not None:
        cuda = on.taken_cuda(install, pin.version, pin.label)
    elif change is not None and change.after.exact:
        cuda = change.after.cuda
    if cuda is None or not install.complete:
        return
    if any(one.requirement.name.startswith(OTHERS) or not one.requirement.name for one in install.requested):
        return
    told = own.version or "" if own is not None and install.command.before.base.kind == "pytorch" else ""
    of_conda = on.world.conda_channel().made(told)
    major = "" if cuda == "cpu" else f"cu{cuda.split('.')[0]}"
    orphans = []
    for one in install.requested:
        library, _, suffix = one.requirement.name.removeprefix("nvidia-").rpartition("-")
        mine = one.requirement.name.startswith("nvidia-") and library in LIBRARIES
        if mine and suffix.startswith("cu") and (of_conda or suffix != major) and not one.constraint:
            orphans.append(one)
    if len(orphans) < 3:
        return
    edits = [_gone(one.at) for one in orphans if one.at.source is not install.at.source and not one.declared]
    fix = Fix("delete these lines", tuple(edits), Safety.UNSAFE) if len(edits) == len(orphans) else None
    built = "the CPU" if cuda == "cpu" else f"CUDA {cuda}"
    yield Problem(
        orphans[0].at,
        f"{len(orphans)} packages of NVIDIA are installed beside the image's torch {told}, which has its libraries "
        "from conda and uses none of them"
        if of_conda
        else f"{len(orphans)} packages of NVIDIA for another CUDA are installed beside a torch for {built}, which uses "
        "none of them",
        "delete the lines: torch has what it needs" if of_conda else "delete the lines: torch asks for those it needs",
        fix,
        related=tuple(Related(one.at, "this one as well") for one in orphans[1:4]),
    )


def _gone(at: Place) -> Edit:
    source, span = at
    end = source.text.find("\n", span.end)
    start = source.text.rfind("\n", 0, span.start) + 1
    return Edit(source, Span(start, len(source.text) if end < 0 else end + 1), "")
