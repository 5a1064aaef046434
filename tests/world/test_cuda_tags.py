"""Tags of nvidia/cuda: there, gone, or never published, and what to take instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchlint.world import World

CUDNN_WORD = "from CUDA 12.4 on, the tags say cudnn without a number"

# tag, status, word in why, nearest
CUDA = [
    ("latest", "removed", "latest", ()),
    ("12.4.1-cudnn-devel-ubuntu22.04", "present", "", ()),
    ("11.8.0-cudnn8-devel-ubuntu22.04", "present", "", ()),
    ("12.3.2-cudnn9-runtime-ubuntu22.04", "present", "", ()),
    ("12.5.1-base-ubuntu24.04", "present", "", ()),
    ("13.2.1-cudnn-devel-ubuntu24.04", "present", "", ()),
    ("12.4.0-base-ubuntu22.04", "unsupported", "12.4.0", ("12.4.1-base-ubuntu22.04",)),
    ("12.4-devel-ubuntu22.04", "never-published", "12.4 is not a tag", ("12.4.1-devel-ubuntu22.04",)),
    ("11.8-cudnn8-devel-ubuntu22.04", "never-published", "11.8 is not a tag", ("11.8.0-cudnn8-devel-ubuntu22.04",)),
    ("11.0-base", "removed", "CUDA 11.0 without a patch release were deleted", ()),
    ("10.2-cudnn7-devel-ubuntu18.04", "removed", "10.2", ()),
    ("10.2-base", "removed", "10.2", ()),
    ("11.4.0-devel-ubuntu20.04", "removed", "11.4.0", ("11.4.3-devel-ubuntu20.04",)),
    ("11.3.0-cudnn8-devel-ubuntu20.04", "removed", "11.3.0", ("11.3.1-cudnn8-devel-ubuntu20.04",)),
    ("11.7.0-devel-fedora33", "removed", "11.7.0", ()),
    ("12.2.0-cudnn8-devel-ubuntu22.04", "never-published", "has cuDNN", ("12.2.2-cudnn8-devel-ubuntu22.04",)),
    ("12.3.1-cudnn8-runtime-ubuntu20.04", "never-published", "has cuDNN", ("12.3.2-cudnn9-runtime-ubuntu20.04",)),
    ("12.4.0-cudnn-devel-ubuntu22.04", "never-published", "has cuDNN", ("12.4.1-cudnn-devel-ubuntu22.04",)),
    ("12.3.2-cudnn8-devel-ubuntu22.04", "never-published", "cuDNN 8", ("12.3.2-cudnn9-devel-ubuntu22.04",)),
    ("12.4.1-cudnn8-devel-ubuntu22.04", "never-published", CUDNN_WORD, ("12.4.1-cudnn-devel-ubuntu22.04",)),
    ("12.8.1-cudnn9-runtime-ubuntu22.04", "never-published", CUDNN_WORD, ("12.8.1-cudnn-runtime-ubuntu22.04",)),
    ("11.8.0-cudnn-devel-ubuntu22.04", "never-published", "major version", ("11.8.0-cudnn8-devel-ubuntu22.04",)),
    ("12.5.1-cudnn-devel-ubuntu24.04", "never-published", "no cudnn-devel", ("12.6.3-cudnn-devel-ubuntu24.04",)),
    ("12.6.3-cudnn-base-ubuntu24.04", "never-published", "no cudnn-base", ("12.6.3-cudnn-runtime-ubuntu24.04",)),
    ("12.1.0-base-ubuntu24.04", "never-published", "first", ("12.5.1-base-ubuntu24.04",)),
    ("11.6.2-base-ubuntu22.04", "never-published", "first", ("11.7.1-base-ubuntu22.04",)),
    ("13.0.0-devel-ubuntu20.04", "never-published", "ended with 12.9", ()),
    ("12.2.2-devel-ubuntu18.04", "never-published", "ended with 12.1", ("12.0.1-devel-ubuntu18.04",)),
    ("12.4.1-devel-centos7", "never-published", "ended with 12.4", ("12.3.2-devel-centos7",)),
    ("12.4.1-devel-debian12", "never-published", "Debian", ()),
    ("12.7.0-base-ubuntu22.04", "never-published", "no CUDA 12.7", ("12.8.1-base-ubuntu22.04",)),
    ("12.10.0-base-ubuntu22.04", "never-published", "no CUDA 12.10", ("12.9.1-base-ubuntu22.04",)),
    ("11.9.0-base-ubuntu20.04", "never-published", "no CUDA 11.9", ("11.8.0-base-ubuntu20.04",)),
    # What nobody can know from here.
    ("12.4.2-devel-ubuntu22.04", None, "", ()),
    ("12.4.1-base", None, "", ()),
    ("13.2.1-base-ubuntu24.04", None, "", ()),
    ("13.2.9-base-ubuntu24.04", None, "", ()),
    ("13.9.0-cudnn12-devel-ubuntu24.04", None, "", ()),
    ("13.9-devel-ubuntu24.04", None, "", ()),
    ("14.0.0-devel-ubuntu26.04", None, "", ()),
    ("13.2.0-base-ubuntu26.04", None, "", ()),
    ("12.4.1-devel-ubuntu23.10", None, "", ()),
]

NOT_CUDA = [
    "",
    "12.4.1",
    "devel",
    "12.4.1-devel-cudnn9-ubuntu22.04",
    "12-devel-ubuntu22.04",
    "12.4.1-Devel-ubuntu22.04",
    "v12.4.1-base",
    "12.4.1-devel-ubuntu",
    "12.4.1_devel",
]


@pytest.mark.parametrize(("tag", "status", "word", "nearest"), CUDA)
def test_cuda_tags_are_there_or_not_for_a_reason(
    tag: str, status: str | None, word: str, nearest: tuple[str, ...]
) -> None:
    image = World().cuda_image(tag)
    assert image is not None
    assert image.status == status
    assert word in image.why
    assert bool(word) == bool(image.why)
    assert image.nearest[: max(1, len(nearest))] == nearest


@pytest.mark.parametrize("tag", NOT_CUDA)
def test_near_misses_are_no_cuda_tags(tag: str) -> None:
    assert World().cuda_image(tag) is None


def test_a_wish_for_a_cudnn_is_also_met_with_the_same_one() -> None:
    image = World().cuda_image("12.4.1-cudnn8-devel-ubuntu22.04")
    assert image is not None
    assert "12.2.2-cudnn8-devel-ubuntu22.04" in image.nearest


def test_cuda_tags_are_read_into_their_parts() -> None:
    image = World().cuda_image("12.4.1-cudnn-devel-ubuntu22.04")
    assert image is not None
    assert (image.cuda, image.flavour, image.cudnn, image.os) == ("12.4.1", "devel", 9, "ubuntu22.04")
    old = World().cuda_image("11.8.0-cudnn8-runtime-rockylinux8")
    assert old is not None
    assert (old.flavour, old.cudnn, old.os) == ("runtime", 8, "rockylinux8")


@pytest.mark.parametrize(
    ("tag", "path", "inside"),
    [
        ("12.4.1-base-ubuntu22.04", "/usr/local/nvidia/lib:/usr/local/nvidia/lib64", False),
        ("12.8.1-base-ubuntu22.04", "/usr/local/cuda/lib64", True),
        ("13.0.2-base-ubuntu22.04", "/usr/local/nvidia/lib:/usr/local/nvidia/lib64:/usr/local/cuda/lib64", True),
        ("12.8.0-base-ubuntu22.04", None, True),
        ("14.0.0-base-ubuntu22.04", None, None),
    ],
)
def test_cuda_is_on_the_library_path_from_12_8(tag: str, path: str | None, inside: bool | None) -> None:
    image = World().cuda_image(tag)
    assert image is not None
    assert (image.ld_library_path, image.cuda_in_ld_path) == (path, inside)


@given(
    st.from_regex(
        r"(1[0-9])\.([0-9]|1[0-2])(\.[0-9])?(-cudnn[0-9]?)?-(base|runtime|devel)(-ubuntu(18|20|22|24|26)\.04)?",
        fullmatch=True,
    )
)
def test_only_tags_that_are_not_fine_get_another_offered(tag: str) -> None:
    image = World().cuda_image(tag)
    if image is not None and image.status in (None, "present"):
        assert image.nearest == ()
        assert image.why == ""
    elif image is not None:
        assert image.why
        assert all(near != tag and near.endswith(image.os or "?") for near in image.nearest)
