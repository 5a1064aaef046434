"""torch releases, their wheels, and the packages that must fit them."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class TorchRelease(NamedTuple):
    """One release of torch for Linux. Sizes are bytes. Source: metadata of its wheels, the PyTorch index."""

    version: str
    date: str
    requires_python: str
    pythons: tuple[str, ...]
    """Minor versions with a linux x86_64 wheel on the Python package index."""
    pythons_aarch64: tuple[str, ...]
    default_cuda: str
    """CUDA of the x86_64 wheel on the Python package index."""
    default_cuda_aarch64: str | None
    """"cpu" if that wheel has no CUDA; None if there is no wheel."""
    glibc_min: str
    glibc_sure: bool
    numpy2_ok: bool
    """Whether it works beside numpy 2 on Linux."""
    weights_only: bool
    """Whether torch.load defaults to weights_only=True."""
    bytes: int
    """Download of the default x86_64 wheel with its CUDA packages."""
    unpacked_bytes: int
    cpu_bytes: int | None
    """Download of the cpu variant's x86_64 wheel."""
    cpu_unpacked_bytes: int | None
    index_variants: tuple[str, ...]
    """Variants on the PyTorch wheel index for Linux: "cpu", "cu121", "rocm6.1"..."""
    variants_complete: bool
    """Whether a variant that is not listed is surely not there."""


class IndexWheels(NamedTuple):
    """The wheels of one release in one variant folder of the PyTorch index. None: not known."""

    pythons: tuple[str, ...] | None
    """Minor versions with a linux x86_64 wheel."""
    pythons_aarch64: tuple[str, ...] | None
    any_libc: bool | None
    """Whether they are tagged plain linux_x86_64: pip takes them on musl and old glibc too, and the import fails."""


FAMILY = frozenset(
    (
        "torch",
        "torchvision",  # its operators link to libtorch of one release
        "torchaudio",  # pins one torch up to 2.10 and links to it
        "torchtext",  # links to libtorch; ended with 0.18
        "torchcodec",  # links to libtorch; its README pairs the releases
        "xformers",  # kernels built for the torch it pins
        "vllm",  # pins one torch exactly
        "triton",  # torch pins the triton it compiles with
        "flash-attn",  # built on the spot against the torch that is there
    )
)
"""Packages whose version or binary must fit one torch, and torch itself."""


def torch_release(version: str) -> TorchRelease | None:
    """By public version, padded with zeros: "2.4" and "2.4.0" are one release."""
    from torchlint.world.tables.torch_releases import RELEASES

    version = padded(version)
    row = RELEASES.get(version)
    return TorchRelease(version, *row) if row is not None else None


def torch_releases() -> tuple[str, ...]:
    """The table is complete from 1.4.0 to the knowledge date."""
    from torchlint.world.tables.torch_releases import RELEASES

    return tuple(RELEASES)


def torch_wheels(version: str, variant: str) -> IndexWheels | None:
    """None if the variant is not known to hold that release (see `variants_complete`)."""
    from torchlint.world.tables.torch_releases import VARIANTS

    row = VARIANTS.get(padded(version), {}).get(variant)
    return IndexWheels(*row) if row is not None else None


def newest_torch(today: str, before: str | None, stale: bool) -> str | None:
    """`before`: a version; the answer is below it and was out on `today`."""
    from torchlint.world.tables.torch_releases import RELEASES

    limit = numbers_of(before) if before is not None else None
    if limit is None and (stale or before is not None):
        return None
    if stale and limit is not None and limit > numbers_of(next(reversed(RELEASES))):  # type: ignore[operator]
        return None
    for version in reversed(RELEASES):
        numbers = numbers_of(version)
        if RELEASES[version][0] <= today and (limit is None or (numbers is not None and numbers < limit)):
            return version
    return None


def torch_ended(python: str) -> bool | None:
    """Each release is for newer Pythons than the one before or the same: what the newest has left is not taken up."""
    from torchlint.world.tables.torch_releases import RELEASES

    newest = TorchRelease("", *RELEASES[next(reversed(RELEASES))]).pythons
    asked, oldest = numbers_of(python), min((one for one in map(numbers_of, newest) if one is not None), default=None)
    return None if asked is None or oldest is None else asked < oldest


def is_torch_family(name: str) -> bool:
    """By normalised name ("flash_attn" is "flash-attn"); see FAMILY for the reasons."""
    return name.replace("_", "-").replace(".", "-").casefold() in FAMILY


def ended_index(variant: str) -> tuple[str, ...] | None:
    """By the name of the folder: "cu117"."""
    from torchlint.world.tables.ended_indexes import LAST
    from torchlint.world.tables.torch_releases import VARIANTS

    if variant not in LAST:
        return None
    return tuple(version for version, variants in VARIANTS.items() if variant in variants)


def stable_page_last() -> str:
    """All of them ended at once."""
    from torchlint.world.tables.ended_indexes import STABLE_PAGE

    return STABLE_PAGE


def releases(package: str) -> tuple[str, ...]:
    """In the order of their versions."""
    from torchlint.world.tables.companions import COMPANIONS

    return torch_releases() if package == "torch" else tuple(COMPANIONS.get(package, ()))


def published(package: str, version: str) -> bool | None:
    """False only within the tables, which are complete between their first and their last release, or after the end."""
    from torchlint.world.tables.publishing import PACKAGES

    elsewhere, last = PACKAGES.get(package, ((), None))
    asked, known = numbers_of(version), [numbers_of(one) for one in releases(package)]
    if asked is None or package not in PACKAGES or version in elsewhere:
        return None
    while len(asked) > 3 and asked[-1] == 0:
        asked = asked[:-1]
    if asked in known:
        return True
    first, newest = known[0], known[-1]
    assert first is not None and newest is not None, "the tables hold final releases"
    return False if first < asked and (asked < newest or last is not None) else None


def early_pythons(package: str, version: str) -> tuple[str, ...] | None:
    """By public version; only torch, torchvision and torchaudio are in the table."""
    from torchlint.world.tables.early_releases import PACKAGES

    versions, pythons = PACKAGES.get(package, ((), ()))
    return pythons if padded(version) in versions else None


def torch_cxx11(version: str) -> bool | None:
    """By public version."""
    from torchlint.world.tables.torch_abi import RANGES

    numbers = numbers_of(version)
    for first, last, cxx11 in RANGES:
        begin, end = numbers_of(first), numbers_of(last) if last is not None else None
        if numbers is not None and begin is not None and begin <= numbers and (end is None or numbers <= end):
            return cxx11
    return None


def torch_pins(version: str) -> Mapping[str, str]:
    """Known for 1.13 to 2.10: later ones ask for ranges."""
    from torchlint.world.tables.torch_pins import PINS

    return PINS.get(padded(version), {})


def needs_torch(name: str) -> bool | None:
    """By normalised name; the table holds what people install most."""
    from torchlint.world.tables.torch_dependents import NAMES

    return True if name in NAMES else None


def padded(version: str) -> str:
    return version if version.count(".") >= 2 else f"{version}.0" if "." in version else f"{version}.0.0"


def numbers_of(version: str | None) -> tuple[int, ...] | None:
    """A final version as numbers; None for anything else."""
    parts = (version or "").split(".")
    if not all(part.isascii() and part.isdigit() and len(part) < 9 for part in parts):
        return None
    return (*(int(part) for part in parts), 0, 0)[: max(3, len(parts))]
