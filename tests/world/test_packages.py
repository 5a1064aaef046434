"""What is known of packages and releases: names that mislead, versions that never were, folders that ended."""

from __future__ import annotations

import pytest

from torchlint.world import World

WORLD = World()


@pytest.mark.parametrize(
    ("package", "version", "published"),
    [
        ("torch", "2.5.1", True),
        ("torch", "2.5", True),
        ("torch", "2.5.1.0", True),
        ("torch", "2.5.2", False),
        ("torch", "1.8.2", None),
        ("torch", "99.0", None),
        ("torch", "1.0.7", None),
        ("torch", "2.5.0rc1", None),
        ("torchvision", "0.20.2", False),
        ("torchaudio", "2.12.0", False),
        ("torchtext", "0.18.1", False),
        ("torchvision", "0.99.0", None),
        ("numpy", "1.26.9", None),
    ],
)
def test_a_version_surely_never_was_only_within_a_whole_table(
    package: str, version: str, published: bool | None
) -> None:
    assert World().published(package, version) is published


def test_an_ended_folder_holds_the_releases_up_to_its_last() -> None:
    held = World().ended_index("cu117")
    assert held is not None
    assert held[-1] == "2.0.1"
    assert World().ended_index("cu130") is None
    assert World().ended_index("cpu") is None


@pytest.mark.parametrize(
    ("version", "cxx11"),
    [("1.13.1", False), ("2.5.1", False), ("2.6.0", None), ("2.7.0", True), ("2.15.0", True), ("1.0", None)],
)
def test_the_cxx_interface_changed_between_two_releases(version: str, cxx11: bool | None) -> None:
    assert World().torch_cxx11(version) is cxx11


def test_a_name_that_misleads_says_what_is_meant() -> None:
    found = World().lookalike("pytorch")
    assert found is not None
    assert (found.what, found.instead) == ("refuses", "torch")
    assert World().lookalike("torch") is None


@pytest.mark.parametrize(
    ("package", "version", "expected"),
    [
        ("flash-attn", None, True),
        ("flash-attn", "2.6.3", True),
        ("flash-attn", "1.0.5", None),
        ("torch-scatter", "2.0.9", True),
        ("causal-conv1d", "1.4.0", True),
        ("causal-conv1d", None, None),
        ("numpy", None, None),
    ],
)
def test_some_sources_need_torch_and_do_not_say_so(package: str, version: str | None, expected: bool | None) -> None:
    assert World().builds_with_torch(package, version) is expected


def test_companions_admit_torches_and_pythons() -> None:
    old, new = World().companion("torchvision", "0.18.1"), World().companion("torchvision", "0.29.2")
    assert old is not None
    assert new is not None
    assert (old.admits("2.3.1"), old.admits("2.4.0"), old.runs_on("3.11"), old.runs_on("3.13")) == (
        True,
        False,
        True,
        False,
    )
    assert (new.admits("2.14.0"), new.admits("2.13.0")) == (True, False)


def test_torch_comes_with_what_needs_it() -> None:
    assert World().needs_torch("timm") is True
    assert World().needs_torch("flask") is None


def test_the_conda_channel_ended() -> None:
    channel = World().conda_channel()
    assert channel.last == "2.5.1"
    assert "12.6" not in channel.pytorch_cuda
    assert World().stable_page_last() == "2.3.1"


@pytest.mark.parametrize(
    ("torch", "made"),
    [("1.9.0", True), ("2.4.1", True), ("2.5.0", False), ("2.10.0", False), ("2.1.0a0", False), ("", False)],
)
def test_images_of_pytorch_have_torch_from_conda_up_to_the_move_to_wheels(torch: str, made: bool) -> None:
    assert World().conda_channel().made(torch) is made


@pytest.mark.parametrize(
    ("package", "version", "python", "pip", "uv"),
    [
        ("numpy", "1.21.6", "3.10", True, True),
        # The release says that it is for older Pythons: uv builds its source all the same.
        ("numpy", "1.21.6", "3.11", False, True),
        ("numpy", "1.21.6", "3.6", False, False),
        # There are wheels only.
        ("tensorflow", "2.4.1", "3.9", False, False),
        ("pandas", "2.1", "3.8", False, False),
        ("pandas", "2.1.0", "3.15", True, True),
        ("numpy", "1.21.6", "3.16", None, None),
        ("numpy", "1.10.4", "2.7", None, None),
        ("numpy", "1.16.0", "3.5", None, None),
    ],
)
def test_a_release_is_for_some_pythons(
    package: str, version: str, python: str, pip: bool | None, uv: bool | None
) -> None:
    found = WORLD.pythons_of(package, version)
    assert found is not None
    assert (found.fits(python, "pip"), found.fits(python, "uv")) == (pip, uv)


@pytest.mark.parametrize("version", ["99", "2.3.0rc1", "1!1.0", "", "x", "1.0.post", "1.0.post\xb2", "$VERSION"])
def test_of_other_versions_nothing_is_known(version: str) -> None:
    assert WORLD.pythons_of("numpy", version) is None
    assert WORLD.pythons_from("numpy", version) is None
    assert WORLD.pythons_of("a-package-of-our-own", "1.0") is None


def test_releases_are_ordered_by_their_numbers() -> None:
    """A .postN comes behind its base, and what follows a zero does not make a version newer."""
    told = [str(WORLD.pythons_of("numpy", one)) for one in ("1.26", "1.26.0", "1.26.0+local", "1.26.2")]
    assert told == ["3.9 to 3.12"] * 3 + ["3.9 and newer"]
    first, second = (WORLD.pythons_of("numpy", one) for one in ("1.10.0.post2", "1.10.0"))
    assert first is not None
    assert second is None


def test_a_range_is_for_what_any_later_release_is_for() -> None:
    assert str(WORLD.pythons_from("pandas", "1.5")) == "3.8 and newer"
    assert str(WORLD.pythons_from("pandas", "2.1")) == "3.9 and newer"
    # A release in between is not known.
    assert WORLD.pythons_from("numpy", "1.9") is None


def test_some_packages_are_small() -> None:
    assert [World().small_package(name) for name in ("flask", "pytest", "torch", "numpy", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("repository", "ref", "known"),
    [
        ("NVlabs/tiny-cuda-nn", "", True),
        ("nvlabs/TINY-CUDA-NN", "v1.6", True),
        ("NVlabs/tiny-cuda-nn", "0123456789abcdef", False),
        ("NVlabs/nvdiffrast", "", True),
        ("NVlabs/nvdiffrast", "v0.4.0", True),
        ("NVlabs/nvdiffrast", "v0.3.3", False),
        ("nerfstudio-project/gsplat", "v1.4.0", True),
        ("nerfstudio-project/gsplat", "", False),
        ("KAIR-BAIR/nerfacc", "v0.5.2", True),
        ("example/nerfacc", "v0.5.2", None),
    ],
)
def test_which_refs_of_a_repository_need_torch_to_be_built(repository: str, ref: str, known: bool | None) -> None:
    source = WORLD.torch_source(repository)
    assert (None if source is None else source.holds(ref)) is known
