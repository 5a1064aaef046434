from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from torchlint import Command, Confidence, Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Span, rule


@rule(Command, Severity.WARNING, Outcome.RUN, when=("conda", "mamba", "micromamba"), confidence=Confidence.MEDIUM)
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked = on.conda_asked(command)
    toolkit, torch = (None, None) if asked is None else (asked.spec("cudatoolkit"), asked.spec("pytorch"))
    if asked is None or toolkit is None or torch is None or not command.certain:
        return
    # conda-forge built for cudatoolkit longer than PyTorch did.
    if not asked.channels or not set(asked.channels) <= {"pytorch", "nvidia", "defaults"} or asked.spec("pytorch-cuda"):
        return
    if torch[0].channel not in (None, "pytorch") or torch[0].build is not None:
        return
    first = on.world.conda_channel().chosen_from
    lowest = asked.lowest("pytorch")
    if torch[0].version_spec is None and _before(first, asked.lowest("python"), command, on):
        return
    if torch[0].version_spec is None:
        said = "conda takes one that ignores cudatoolkit, built for the CPU, or a very old one"
    elif lowest is not None and lowest >= tuple(int(part) for part in first.split("."))[: len(lowest)]:
        said = "this one ignores cudatoolkit, and conda takes its build for the CPU"
    else:
        return
    yield Problem(
        toolkit[1],
        f"from {first.removesuffix('.0')} on pytorch-cuda chooses the build of pytorch: {said}",
        "write pytorch=2.5.1 pytorch-cuda=12.4 -c pytorch -c nvidia, or install torch with pip",
        _fix(command, toolkit[1], torch[0].version_spec, toolkit[0].version_spec, "nvidia" in asked.channels, on),
        related=(Related(torch[1], "pytorch is asked for here"),),
    )


def _before(first: str, python: tuple[int, ...] | None, command: Command, on: Context) -> bool:
    """Whether the Python that it is for surely is older than those of that release: conda then takes one before it."""
    release = on.world.torch_release(first)
    there = [one.python.value for one in command.before.environments.values() if one.kind == "conda"]
    asked = [python] if python is not None else [_numbers(one or "") for one in there]
    oldest = min(map(_numbers, release.pythons)) if release is not None else ()
    return bool(asked) and all(len(one) > 1 and one[:2] < oldest for one in asked)


def _fix(command: Command, at: Place, torch: str | None, cuda: str | None, nvidia: bool, on: Context) -> Fix | None:
    """pytorch-cuda of the lowest CUDA from the one that is asked for on, and the channel that has its libraries."""
    channel = on.world.conda_channel()
    release = on.world.torch_release(channel.last if torch is None else torch.lstrip("="))
    source, (start, end) = at
    if release is None or not source.text.startswith("cudatoolkit", start):
        return None
    # An old Python makes conda take an old release, which does need cudatoolkit.
    pythons = [one.python.value for one in command.before.environments.values() if one.kind == "conda"]
    if torch is None and not (pythons and all(python in release.pythons for python in pythons)):
        return None
    wanted = _numbers((cuda or "0").lstrip("=").removesuffix(".*"))
    fitting = [one for one in channel.pytorch_cuda if f"cu{one.replace('.', '')}" in release.index_variants]
    found = next((one for one in fitting if _numbers(one) >= wanted[:2]), None)
    if found is None:
        return None
    edits = [Edit(source, Span(start, end), f"pytorch-cuda={found}")]
    if not nvidia:
        options = pairwise(command.arguments)
        named = [(one, word) for one, word in options if one.value in ("-c", "--channel") and word.value == "pytorch"]
        if not named or source is not command.at.source or named[0][1].at.source is not source:
            return None
        option, word = named[0]
        told = on.added(word.at, option.written, "nvidia")
        if told is None:
            return None
        edits.append(told)
    return Fix(f"ask for pytorch-cuda {found}", tuple(edits))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
