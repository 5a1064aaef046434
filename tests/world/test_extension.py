"""Packages that compile CUDA code against torch."""

from __future__ import annotations

import pytest

from torchlint.world import World
from torchlint.world.tables.extensions import EXTENSIONS, REPOSITORIES


def test_a_package_is_found_by_name_and_by_repository() -> None:
    found = World().extension("detectron2")
    assert found is not None and found == World().extension_of("FacebookResearch/Detectron2")
    assert (found.switch, found.architectures, found.exact, found.sdist_from) == (
        "FORCE_CUDA",
        "TORCH_CUDA_ARCH_LIST",
        False,
        None,
    )


def test_what_nobody_read_is_unknown() -> None:
    assert World().extension("flash-attn") is None
    assert World().extension_of("someone/detectron2") is None


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_repositories_lead_to_packages(repository: str) -> None:
    assert repository == repository.casefold()
    assert REPOSITORIES[repository] in EXTENSIONS
