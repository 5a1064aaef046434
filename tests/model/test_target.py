"""Where an image will run: GPUs by name or capability, and drivers as numbers."""

from __future__ import annotations

import pytest

from torchlint.model.target import Target
from torchlint.world import World


def test_gpus_are_known_by_name_or_capability() -> None:
    target = Target(("A100", "8.9", "sm_120", "RTX 4090", "Imaginary 9000"), None)
    assert target.capabilities(World()) == {"A100": "8.0", "8.9": "8.9", "sm_120": "12.0", "RTX 4090": "8.9"}


@pytest.mark.parametrize(
    ("driver", "version", "below"),
    [
        ("535.183.01", "525.60.13", False),
        ("525.60.13", "525.60.13", False),
        ("470.82.01", "525.60.13", True),
        ("580", "580.10", True),
        (None, "580", None),
        ("r535", "580", None),
    ],
)
def test_driver_is_older(driver: str | None, version: str, below: bool | None) -> None:
    assert Target((), driver).driver_below(version) is below


@pytest.mark.parametrize(
    ("codes", "capability", "runs"),
    [
        (("sm_80",), "8.0", True),
        (("sm_80",), "8.9", True),
        (("sm_86",), "8.0", False),
        (("sm_80", "sm_90"), "12.0", False),
        (("sm_80", "compute_90"), "12.0", True),
        (("compute_90",), "8.0", False),
        (("sm_90a",), "9.0", True),
        (("sm_100a",), "10.3", False),
        (("sm_120",), "12.1", True),
        ((), "8.0", False),
    ],
)
def test_code_runs_on_its_major_version_or_is_compiled(codes: tuple[str, ...], capability: str, runs: bool) -> None:
    assert Target.runs(codes, capability) is runs
