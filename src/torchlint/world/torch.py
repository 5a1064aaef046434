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


class Companion(NamedTuple):
    """One release of a package that needs a certain torch. Source: metadata of its linux wheels."""

    package: str
    version: str
    date: str
    requires_torch: str | None
    """Specifier text, "==2.4.1"; "" if it asks for any torch; None if for none."""
    torch_exact: str | None
    """The one torch release it fits, if it is one."""
    pythons: tuple[str, ...] | None
    """Minor versions with a wheel; None if the wheel fits many or it is unknown."""
    requires_python: str | None
    breaks_from: str | None = None
    """The first torch release that it admits and cannot be imported with, as it was compiled for an older one."""

    def admits(self, torch: str) -> bool:
        """Whether its metadata let that torch release stand beside it."""
        return not self.requires_torch or _contains(self.requires_torch, torch)

    def breaks_with(self, torch: str) -> bool:
        """Whether it surely cannot be imported with that torch release, which it admits."""
        first, asked = _numbers(self.breaks_from or ""), _numbers(torch)
        return first is not None and asked is not None and asked >= first

    def runs_on(self, python: str) -> bool:
        """Whether a Python of that minor version can install a wheel of it."""
        if self.pythons is not None:
            return python in self.pythons
        return not self.requires_python or _contains(self.requires_python, f"{python}.99")


class Need(NamedTuple):
    """What a torch release asks of another package, such as ">=1.13.3"."""

    specifier: str

    def admits(self, version: str) -> bool:
        """Whether that version is good enough; True for one that is no final release."""
        return _numbers(version) is None or _contains(self.specifier, version)

    @property
    def version(self) -> str | None:
        """The version that it names, if that is one to ask for."""
        return self.specifier.lstrip("=>") if self.specifier.startswith(("==", ">=")) else None


class CondaChannel(NamedTuple):
    """The conda channel `pytorch`. `last`: its last release; `chosen_from`: the first release whose CUDA the package
    `pytorch-cuda` chooses; `pytorch_cuda`: every version of that package."""

    last: str
    chosen_from: str
    pytorch_cuda: tuple[str, ...]


FAMILY = frozenset(
    (
        "torch",
        "torchvision",  # its operators link to libtorch of one release
        "torchaudio",  # pins one torch up to 2.10 and links to it
        "torchtext",  # links to libtorch; ended with 0.18
        "torchcodec",  # links to libtorch; its README pairs the releases
        "torchdata",  # released beside torch; its compiled parts up to 0.7 link to libtorch
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

    version = _padded(version)
    row = RELEASES.get(version)
    return TorchRelease(version, *row) if row is not None else None


def torch_releases() -> tuple[str, ...]:
    """The table is complete from 1.4.0 to the knowledge date."""
    from torchlint.world.tables.torch_releases import RELEASES

    return tuple(RELEASES)


def torch_wheels(version: str, variant: str) -> IndexWheels | None:
    """None if the variant is not known to hold that release (see `variants_complete`)."""
    from torchlint.world.tables.torch_releases import VARIANTS

    row = VARIANTS.get(_padded(version), {}).get(variant)
    return IndexWheels(*row) if row is not None else None


def newest_torch(today: str, before: str | None, stale: bool) -> str | None:
    """`before`: a version; the answer is below it and was out on `today`."""
    from torchlint.world.tables.torch_releases import RELEASES

    limit = _numbers(before) if before is not None else None
    if limit is None and (stale or before is not None):
        return None
    if stale and limit is not None and limit > _numbers(next(reversed(RELEASES))):  # type: ignore[operator]
        return None
    for version in reversed(RELEASES):
        numbers = _numbers(version)
        if RELEASES[version][0] <= today and (limit is None or (numbers is not None and numbers < limit)):
            return version
    return None


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


def conda_channel() -> CondaChannel:
    """It ended in 2024, so this holds for good."""
    from torchlint.world.tables.conda_pytorch import CHOSEN_FROM, LAST, PYTORCH_CUDA

    return CondaChannel(LAST, CHOSEN_FROM, PYTORCH_CUDA)


def releases(package: str) -> tuple[str, ...]:
    """In the order of their versions."""
    from torchlint.world.tables.companions import COMPANIONS

    return torch_releases() if package == "torch" else tuple(COMPANIONS.get(package, ()))


def published(package: str, version: str) -> bool | None:
    """False only within the tables, which are complete between their first and their last release, or after the end."""
    from torchlint.world.tables.publishing import PACKAGES

    elsewhere, last = PACKAGES.get(package, ((), None))
    asked, known = _numbers(version), [_numbers(one) for one in releases(package)]
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
    return pythons if _padded(version) in versions else None


def torch_cxx11(version: str) -> bool | None:
    """By public version."""
    from torchlint.world.tables.torch_abi import RANGES

    numbers = _numbers(version)
    for first, last, cxx11 in RANGES:
        begin, end = _numbers(first), _numbers(last) if last is not None else None
        if numbers is not None and begin is not None and begin <= numbers and (end is None or numbers <= end):
            return cxx11
    return None


def torch_pins(version: str) -> Mapping[str, str]:
    """Known for 1.13 to 2.10: later ones ask for ranges."""
    from torchlint.world.tables.torch_pins import PINS

    return PINS.get(_padded(version), {})


def torch_needs(version: str) -> Mapping[str, Need]:
    """Known from 2.2 on; those before ask for any version."""
    from torchlint.world.tables.torch_pins import NEEDS

    return {name: Need(specifier) for name, specifier in NEEDS.get(_padded(version), {}).items()}


def needs_torch(name: str) -> bool | None:
    """By normalised name; the table holds what people install most."""
    from torchlint.world.tables.torch_dependents import NAMES

    return True if name in NAMES else None


def companion(package: str, version: str) -> Companion | None:
    """Complete for the packages of the table up to the knowledge date, as far as they have wheels."""
    from torchlint.world.tables.companions import BREAKS, COMPANIONS

    releases = COMPANIONS.get(package, {})
    if version not in releases:
        version = _padded(version)
    row = releases.get(version)
    return Companion(package, version, *row, BREAKS.get(package, {}).get(version)) if row is not None else None


def companions_of(torch_version: str, package: str) -> tuple[str, ...]:
    """From exact pins, and where a release has none, from the projects' own tables."""
    from torchlint.world.tables.companions import PAIRS

    return PAIRS.get(_padded(torch_version), {}).get(package, ())


def newest_companion(package: str, today: str, stale: bool) -> str | None:
    """By version among those out on `today`."""
    from torchlint.world.tables.companions import COMPANIONS

    if stale:
        return None
    return next((version for version, row in reversed(COMPANIONS.get(package, {}).items()) if row[0] <= today), None)


def _contains(specifier: str, version: str) -> bool:
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(specifier).contains(version)


def _padded(version: str) -> str:
    return version if version.count(".") >= 2 else f"{version}.0" if "." in version else f"{version}.0.0"


def _numbers(version: str | None) -> tuple[int, ...] | None:
    """A final version as numbers; None for anything else."""
    parts = (version or "").split(".")
    if not all(part.isascii() and part.isdigit() and len(part) < 9 for part in parts):
        return None
    return (*(int(part) for part in parts), 0, 0)[: max(3, len(parts))]
