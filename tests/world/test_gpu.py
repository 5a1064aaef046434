"""CUDA variants, drivers, GPU code in torch builds, and GPUs."""

from __future__ import annotations

import pytest

from torchlint.world import World


@pytest.mark.parametrize(
    ("variant", "cuda"),
    [
        ("cu121", "12.1"),
        ("cu92", "9.2"),
        ("cu130", "13.0"),
        ("cpu", None),
        ("rocm6.1", None),
        ("cu", None),
        ("cu1", None),
        ("cu118_full", None),
        ("cu12.1", None),
        ("cu١٢٣", None),
        ("xpu", None),
    ],
)
def test_a_variant_is_a_cuda_version(variant: str, cuda: str | None) -> None:
    assert World().variant_cuda(variant) == cuda


@pytest.mark.parametrize(
    ("cuda", "driver"),
    [
        ("11.8", "450.80.02"),
        ("11.8.0", "450.80.02"),
        ("12.4", "525.60.13"),
        ("12.4.1", "525.60.13"),
        ("12", "525.60.13"),
        ("13.0", "580"),
        ("10.2", "440.33"),
    ],
)
def test_a_cuda_needs_a_driver(cuda: str, driver: str) -> None:
    found = World().cuda_min_driver(cuda)
    assert found is not None
    assert found == (driver, True)


def test_an_inferred_driver_is_not_sure_and_an_unknown_cuda_has_none() -> None:
    newer = World().cuda_min_driver("13.4")
    assert newer is not None
    assert not newer.sure
    for cuda in ("12.7", "14.0", "15", "", "12."):
        assert World().cuda_min_driver(cuda) is None, cuda


def test_a_variant_needs_the_driver_of_its_cuda_family() -> None:
    for variant, driver in (("cu118", "450.80.02"), ("cu121", "525.60.13"), ("cu130", "580")):
        found = World().variant_min_driver(variant)
        assert found is not None
        assert found.version == driver
    assert World().variant_min_driver("cu134") is None
    assert World().variant_min_driver("cpu") is None


@pytest.mark.parametrize(
    ("torch", "variant", "arch", "has"),
    [
        ("2.4.1", "cu121", "sm_90", True),
        ("2.4.1", "cu121", "sm_120", False),
        ("2.7.0", "cu128", "sm_120", True),
        ("2.7.1", "cu128", "sm_70", False),
        ("2.8.0", "cu128", "sm_70", True),
        ("2.11.0", "cu128", "sm_70", False),
        ("1.12.1", "cu102", "sm_80", False),
        ("2.14.1", "cu126", "sm_60", True),
    ],
)
def test_a_build_holds_code_for_certain_gpus(torch: str, variant: str, arch: str, has: bool) -> None:
    archs = World().arch_list(torch, variant)
    assert archs is not None
    assert (arch in archs) is has


def test_inferred_and_unknown_builds_have_no_arch_list() -> None:
    for torch, variant in (("2.6.0", "cu124"), ("2.15.0", "cu132"), ("2.99", "cu126"), ("2.4", "cpu"), ("", "")):
        assert World().arch_list(torch, variant) is None
    assert World().arch_list("2.14", "cu126", "aarch64") == ("sm_80", "sm_90")


@pytest.mark.parametrize(
    ("name", "capability"),
    [
        ("A100", "8.0"),
        ("NVIDIA A100-SXM4-80GB", "8.0"),
        ("H100 80GB HBM3", "9.0"),
        ("H100 PCIe", "9.0"),
        ("Tesla T4", "7.5"),
        ("t4", "7.5"),
        ("V100-SXM2-16GB", "7.0"),
        ("NVIDIA GeForce RTX 4090", "8.9"),
        ("rtx4090", "8.9"),
        ("rtx-4070-ti", "8.9"),
        ("RTX 3080", "8.6"),
        ("GTX 1080 Ti", "6.1"),
        ("A10G", "8.6"),
        ("RTX 5090", "12.0"),
        ("B200", "10.0"),
        ("DGX Spark", "12.1"),
        # Unknown, ambiguous or not sure.
        ("H20", None),
        ("RTX 6000", None),
        ("TITAN X", None),
        ("RTX 9090", None),
        ("100", None),
        ("NVIDIA", None),
        ("", None),
        ("Radeon", None),
    ],
)
def test_gpus_are_known_by_many_spellings(name: str, capability: str | None) -> None:
    assert World().gpu(name) == capability
