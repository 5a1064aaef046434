from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Severity, rule

ENDED = frozenset({"pytorch", "nvidia"})


@rule(Command, Severity.WARNING, Outcome.RISK, when=("conda", "mamba", "micromamba"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked = on.conda_asked(command)
    if asked is None or not command.certain:
        return
    channel, torch, chosen = on.world.conda_channel(), asked.spec("pytorch"), asked.spec("pytorch-cuda")
    last, lowest = channel.last, asked.lowest("pytorch")
    stops = command.fatal and command.program() is not False
    mend = "take it from conda-forge (-c conda-forge pytorch-gpu), or install it with pip"
    if (
        torch is not None
        and lowest is not None
        and lowest > tuple(int(part) for part in last.split("."))[: len(lowest)]
    ):
        spec, at = torch
        wanted = ".".join(str(part) for part in lowest)
        if spec.channel == "pytorch" or (asked.only and asked.channels and set(asked.channels) <= ENDED):
            if stops:
                message = f"the channel pytorch ends with {last}: conda finds no {wanted}, and the build stops"
                yield Problem(at, message, mend, severity=Severity.ERROR, outcome=Outcome.BUILD)
        elif spec.channel is None and asked.channels and set(asked.channels) <= ENDED:
            yield Problem(
                at,
                f"the channel pytorch ends with {last}: {wanted} can only come from the channels that conda asks "
                "besides, whose builds are others",
                mend,
            )
    version = asked.lowest("pytorch-cuda")
    if chosen is None or version is None or len(version) != 2 or not stops:
        return
    cuda = ".".join(str(part) for part in version)
    release = on.world.torch_release(".".join(str(part) for part in lowest)) if lowest and len(lowest) == 3 else None
    if cuda not in channel.pytorch_cuda:
        message = f"there never was a pytorch-cuda {cuda}: conda finds none, and the build stops"
    elif (
        release is not None and f"cu{cuda.replace('.', '')}" not in release.index_variants and release.variants_complete
    ):
        message = f"pytorch {release.version} was never built for pytorch-cuda {cuda}: conda finds no pair, and the "
        message += "build stops"
    else:
        return
    change = f"choose one of {', '.join(channel.pytorch_cuda)}, or install torch with pip"
    yield Problem(chosen[1], message, change, severity=Severity.ERROR, outcome=Outcome.BUILD)
