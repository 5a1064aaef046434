"""NVIDIA drivers, the GPU code in torch builds, and what GPUs run."""

from __future__ import annotations

from torchlint.record import NamedTuple

_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", " -_/().")
_MAKERS = ("nvidia", "geforce", "tesla")


class Driver(NamedTuple):
    """The oldest Linux driver that is enough, by minor-version compatibility."""

    version: str
    sure: bool


def variant_cuda(variant: str) -> str | None:
    """ "cu121" -> "12.1", "cu92" -> "9.2", "cu118_full" -> None. The last digit is the minor version."""
    digits = variant[2:]
    if not (variant.startswith("cu") and digits.isascii() and digits.isdigit() and 2 <= len(digits) <= 3):
        return None
    return f"{digits[:-1]}.{digits[-1]}"


def cuda_min_driver(cuda: str) -> Driver | None:
    """For a full version, a minor or a major. Source: NVIDIA CUDA 13.2 Update 2 release notes, table 3."""
    from torchlint.world.tables.drivers import CUDA

    exact = CUDA.get(cuda)
    if exact is None and cuda.count(".") == 1:
        # All patches of one minor share the floor of the first one listed.
        exact = next((floor for version, floor in CUDA.items() if version.startswith(f"{cuda}.")), None)
    return Driver(*exact) if exact is not None else None


def variant_min_driver(variant: str) -> Driver | None:
    """Source: the table of uv's automatic torch backend, for Linux."""
    from torchlint.world.tables.drivers import VARIANTS

    floor = VARIANTS.get(variant)
    return Driver(*floor) if floor is not None else None


def arch_list(torch: str, variant: str, machine: str) -> tuple[str, ...] | None:
    """Only lists that were read, never inferred ones. Source: pytorch/builder, the release notes of torch."""
    from torchlint.world.tables.gpu_code import CODE

    minor = ".".join(torch.split(".")[:2])
    found: tuple[str, ...] | None = CODE.get(f"{minor} {variant} {machine}")
    return found


def gpu(name: str) -> str | None:
    """Accepts "NVIDIA GeForce RTX 4090", "rtx4090", "A100-SXM4-80GB". Source: NVIDIA's compute capability pages."""
    from torchlint.world.tables.gpus import GPUS

    found: str | None = GPUS.get(key(name)) or GPUS.get(key(_without_model(name)))
    return found


def key(name: str) -> str:
    """A GPU's name without maker, case and separators."""
    name = name.translate(_LETTERS)
    for maker in _MAKERS:
        name = name.removeprefix(maker)
    return name


def _without_model(name: str) -> str:
    """The name without what only tells board form and memory: "A100-SXM4-80GB" -> "A100"."""
    words = name.replace("-", " ").split(" ")
    forms = ("SXM", "PCIE", "NVL", "HBM", "LHR")
    return " ".join(word for word in words if not word.upper().endswith("GB") and not word.upper().startswith(forms))
