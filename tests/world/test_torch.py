"""torch releases and the packages that must fit them."""

from __future__ import annotations

import pytest

from torchlint.world import STALE_FROM, World
from torchlint.world.torch import TorchRelease


def release(version: str) -> TorchRelease:
    found = World().torch_release(version)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("version", "python", "has"),
    [
        ("2.4.1", "3.13", False),
        ("2.4.1", "3.12", True),
        ("2.5.1", "3.8", False),
        ("2.4.1", "3.8", True),
        ("2.15.0", "3.10", False),
        ("2.15.0", "3.11", True),
        ("2.0.1", "3.12", False),
        ("1.13.1", "3.11", True),
    ],
)
def test_a_release_has_wheels_for_certain_pythons(version: str, python: str, has: bool) -> None:
    assert (python in release(version).pythons) is has


def test_a_version_may_leave_out_its_last_zero() -> None:
    assert release("2.4") == release("2.4.0")
    assert release("2") == release("2.0.0")
    assert release("2.4") != release("2.4.1")


@pytest.mark.parametrize("version", ["2.99.0", "2.4.9", "3.0", "", "2.4.1+cu121", "2.4.*", ">=2", "latest", "1.3.0"])
def test_versions_outside_the_table_are_unknown(version: str) -> None:
    assert World().torch_release(version) is None


@pytest.mark.parametrize(
    ("version", "cuda"),
    [
        ("1.12.1", "10.2"),
        ("1.13.1", "11.7"),
        ("2.0.1", "11.7"),
        ("2.4.1", "12.1"),
        ("2.6.0", "12.4"),
        ("2.7.1", "12.6"),
        ("2.10.0", "12.8"),
        ("2.11.0", "13.0"),
        ("2.15.0", "13.2"),
    ],
)
def test_the_default_wheel_is_of_one_cuda(version: str, cuda: str) -> None:
    assert release(version).default_cuda == cuda


def test_on_aarch64_the_default_wheel_is_without_cuda_up_to_2_10() -> None:
    assert release("2.10.0").default_cuda_aarch64 == "cpu"
    assert release("2.11.0").default_cuda_aarch64 == "13.0"


def test_a_pair_was_never_published_only_where_the_list_is_complete() -> None:
    old, new = release("2.6.0"), release("2.15.0")
    assert "cu121" not in old.index_variants
    assert old.variants_complete
    assert "cu126" in old.index_variants
    assert not new.variants_complete


def test_variant_folders_hold_wheels_for_their_own_pythons() -> None:
    wheels = World().torch_wheels("2.5.1", "rocm6.1")
    assert wheels is not None
    assert wheels.pythons is not None
    assert "3.13" not in wheels.pythons
    assert World().torch_wheels("2.6.0", "cu121") is None
    assert World().torch_wheels("2.99", "cpu") is None


def test_index_wheels_are_taken_on_any_libc_up_to_2_6() -> None:
    """Tagged plain linux_x86_64: on musl and old glibc the build passes and the import fails."""
    before, after = World().torch_wheels("2.5.1", "cpu"), World().torch_wheels("2.7.0", "cpu")
    assert before is not None
    assert before.any_libc is True
    assert after is not None
    assert after.any_libc is False


def test_from_2_7_on_wheels_need_glibc_2_28() -> None:
    assert (release("2.7.0").glibc_min, release("2.7.0").glibc_sure) == ("2.28", True)
    assert release("2.6.0").glibc_min == "2.17"


def test_numpy_2_works_from_2_3_on() -> None:
    assert not release("2.2.2").numpy2_ok
    assert release("2.3.0").numpy2_ok


def test_weights_only_is_the_default_from_2_6_on() -> None:
    assert not release("2.5.1").weights_only
    assert release("2.6.0").weights_only


def test_the_default_wheel_weighs_gigabytes_more_than_the_cpu_one() -> None:
    found = release("2.13.0")
    assert found.cpu_bytes is not None
    assert found.cpu_unpacked_bytes is not None
    assert found.bytes - found.cpu_bytes > 2_000_000_000
    assert found.unpacked_bytes - found.cpu_unpacked_bytes > 3_500_000_000
    assert release("2.14.0").cpu_bytes is None


def test_the_newest_release_is_that_of_the_day() -> None:
    assert World().newest_torch() == "2.15.0" == World().torch_releases()[-1]
    assert World("2024-09-10").newest_torch() == "2.4.1"
    assert World("2019-01-01").newest_torch() is None
    assert World(STALE_FROM).newest_torch() is None


def test_the_newest_release_below_a_version() -> None:
    assert World().newest_torch("2.7") == World().newest_torch("2.7.0") == "2.6.0"
    assert World().newest_torch("2.4.1") == "2.4.0"
    assert World(STALE_FROM).newest_torch("2.6") == "2.5.1"
    assert World(STALE_FROM).newest_torch("2.16") is None
    assert World().newest_torch("not-a-version") is None


@pytest.mark.parametrize(
    "name",
    [
        "torch",
        "torchvision",
        "torchaudio",
        "torchtext",
        "torchcodec",
        "xformers",
        "vllm",
        "triton",
        "flash-attn",
        "flash_attn",
    ],
)
def test_the_family_fits_one_torch(name: str) -> None:
    assert World().is_torch_family(name)


@pytest.mark.parametrize(
    "name", ["torchmetrics", "torchdata", "pytorch", "pytorch-lightning", "numpy", "torchserve", "", "transformers"]
)
def test_friends_of_torch_are_not_family(name: str) -> None:
    assert not World().is_torch_family(name)


@pytest.mark.parametrize(
    ("package", "version", "exact"),
    [
        ("torchvision", "0.19.1", "2.4.1"),
        ("torchvision", "0.18.1", "2.3.1"),
        ("torchaudio", "2.4.1", "2.4.1"),
        ("xformers", "0.0.28.post1", "2.4.1"),
        ("vllm", "0.6.0", "2.4.0"),
        ("torchvision", "0.29.1", None),
        ("torchaudio", "2.11.0", None),
        ("torchcodec", "0.5", None),
    ],
)
def test_companions_pin_their_torch_or_not(package: str, version: str, exact: str | None) -> None:
    found = World().companion(package, version)
    assert found is not None
    assert found.torch_exact == exact


def test_two_releases_of_torchvision_ask_for_a_local_version() -> None:
    for version, local in (("0.11.0", "1.10.0+cu102"), ("0.15.0", "2.0.0+cu117")):
        found = World().companion("torchvision", version)
        assert found is not None
        assert found.requires_torch is not None
        assert local in found.requires_torch


@pytest.mark.parametrize(
    ("package", "version"),
    [
        ("torchaudio", "2.12.0"),
        ("torchtext", "0.19.0"),
        ("torchvision", "0.99.0"),
        ("torchvision", ""),
        ("requests", "2.0"),
        ("pytorch", "1.0.2"),
    ],
)
def test_companions_outside_the_table_are_unknown(package: str, version: str) -> None:
    assert World().companion(package, version) is None


def test_the_companions_of_a_torch() -> None:
    world = World()
    assert world.companions_of("2.4.1", "torchvision") == ("0.19.1",)
    assert world.companions_of("2.4.1", "torchaudio") == ("2.4.1",)
    assert world.companions_of("2.14", "torchvision") == ("0.29.0", "0.29.1", "0.29.2")
    assert world.companions_of("2.99.0", "torchvision") == ()
    assert world.companions_of("2.4.1", "numpy") == ()


def test_torchaudio_and_torchtext_have_ended() -> None:
    assert World().newest_companion("torchaudio") == "2.11.0"
    assert World().newest_companion("torchtext") == "0.18.0"
    assert World(STALE_FROM).newest_companion("torchaudio") is None
    assert World().newest_companion("numpy") is None


def test_the_last_torchtext_accepts_more_than_it_works_with() -> None:
    last = World().companion("torchtext", "0.18.0")
    assert last is not None
    assert last.admits("2.13.0")
    assert [last.breaks_with(torch) for torch in ("2.3.1", "2.4.0", "2.10.0", "nightly")] == [False, True, True, False]
    other = World().companion("torchtext", "0.17.2")
    assert other is not None
    assert not other.breaks_with("2.13.0")


@pytest.mark.parametrize(
    ("torch", "package", "version", "admitted"),
    [
        ("2.6.0", "sympy", "1.13.1", True),
        ("2.6", "sympy", "1.13.3", False),
        ("2.7.0", "sympy", "1.13.1", False),
        ("2.15.0", "sympy", "1.14", True),
        ("2.12.1", "setuptools", "82.0.0", False),
        ("2.12.1", "setuptools", "80.9.0", True),
        ("2.7.0", "sympy", "1.13.dev0", True),
    ],
)
def test_what_torch_asks_of_plain_packages(torch: str, package: str, version: str, admitted: bool) -> None:
    assert World().torch_needs(torch)[package].admits(version) is admitted


def test_torch_of_before_asks_for_any_version() -> None:
    assert "sympy" not in World().torch_needs("2.4.1")
    assert World().torch_needs("2.1.0") == World().torch_needs("9.9.9") == {}


@pytest.mark.parametrize(
    ("package", "version", "newest"),
    [
        ("torch", "1.3.0", "3.7"),
        ("torch", "1.3", "3.7"),
        ("torchvision", "0.4.2", "3.7"),
        ("torch", "1.4.0", None),
        ("torch", "0.4.1", None),
        ("torchtext", "0.3.1", None),
    ],
)
def test_releases_from_before_the_tables_are_for_old_pythons(package: str, version: str, newest: str | None) -> None:
    found = World().early_pythons(package, version)
    assert (None if found is None else found[-1]) == newest
    assert newest is None or version not in World().releases(package)


def test_torch_has_ended_for_the_pythons_that_the_newest_left_behind() -> None:
    world = World()
    newest = release(world.torch_releases()[-1])
    oldest = min(int(python.partition(".")[2].rstrip("t")) for python in newest.pythons)
    assert [world.torch_ended(f"3.{minor}") for minor in (5, oldest - 1)] == [True, True]
    assert [world.torch_ended(f"3.{minor}") for minor in (oldest, oldest + 1, oldest + 20)] == [False, False, False]
    assert world.torch_ended("2.7") is True
    assert world.torch_ended("unknown") is None
