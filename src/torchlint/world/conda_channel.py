"""The conda channel of PyTorch."""

from __future__ import annotations

from torchlint.record import NamedTuple


class CondaChannel(NamedTuple):
    """The conda channel `pytorch`. `last`: its last release; `chosen_from`: the first release whose CUDA the package
    `pytorch-cuda` chooses; `pytorch_cuda`: every version of that package; `last_in_images`: the last release that the
    images of pytorch/pytorch have from it."""

    last: str
    chosen_from: str
    pytorch_cuda: tuple[str, ...]
    last_in_images: str

    def made(self, torch: str) -> bool:
        """Whether an image of pytorch/pytorch has that release from the channel, with CUDA's libraries beside it."""
        parts = torch.split(".")
        return all(part.isdigit() for part in parts) and _key(parts) <= _key(self.last_in_images.split("."))


def _key(parts: list[str]) -> tuple[int, ...]:
    return tuple(map(int, parts))


def conda_channel() -> CondaChannel:
    """It ended in 2024, so this holds for good."""
    from torchlint.world.tables.conda_pytorch import CHOSEN_FROM, LAST, LAST_IN_IMAGES, PYTORCH_CUDA

    return CondaChannel(LAST, CHOSEN_FROM, PYTORCH_CUDA, LAST_IN_IMAGES)
