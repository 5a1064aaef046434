"""The conda channel of PyTorch."""

from __future__ import annotations

from torchlint.record import NamedTuple


class CondaChannel(NamedTuple):
    """The conda channel `pytorch`. `last`: its last release; `chosen_from`: the first release whose CUDA the package
    `pytorch-cuda` chooses; `pytorch_cuda`: every version of that package."""

    last: str
    chosen_from: str
    pytorch_cuda: tuple[str, ...]


def conda_channel() -> CondaChannel:
    """It ended in 2024, so this holds for good."""
    from torchlint.world.tables.conda_pytorch import CHOSEN_FROM, LAST, PYTORCH_CUDA

    return CondaChannel(LAST, CHOSEN_FROM, PYTORCH_CUDA)
