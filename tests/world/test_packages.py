"""What is known of packages and releases: names that mislead, versions that never were, folders that ended."""

from __future__ import annotations

import pytest

from torchlint.world import World


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
