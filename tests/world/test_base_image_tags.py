"""Tags of python, pytorch/pytorch, nvcr.io/nvidia/pytorch and of tool images."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from torchlint.world import STALE_FROM, World
from torchlint.world.tables import ngc_images, pytorch_images

# tag, python, patch, os, flavour, rebuilt
PYTHON = [
    ("3.11", "3.11", None, "debian13", "", True),
    ("3.11-slim", "3.11", None, "debian13", "slim", True),
    ("3.11-bookworm", "3.11", None, "debian12", "", True),
    ("3.11-slim-buster", "3.11", None, "debian10", "slim", False),
    ("3.11-alpine", "3.11", None, "alpine3.24", "alpine", True),
    ("3.11-alpine3.18", "3.11", None, "alpine3.18", "alpine", False),
    ("3.11.4-slim-bookworm", "3.11", "3.11.4", "debian12", "slim", False),
    ("3.11.4", "3.11", "3.11.4", "debian12", "", False),
    ("3.11.1-slim", "3.11", "3.11.1", "debian11", "slim", False),
    ("3.9", "3.9", None, "debian13", "", False),
    ("3.8-slim", "3.8", None, "debian12", "slim", False),
    ("3.7-alpine", "3.7", None, "alpine3.18", "alpine", False),
    ("3.10", "3.10", None, "debian13", "", False),
    ("2.7-slim", "2.7", None, "debian10", "slim", False),
    ("3.13-windowsservercore", "3.13", None, "windows", "windows", True),
    ("3.15-rc-slim", "3.15", None, "debian13", "slim", True),
    ("3.14.7", "3.14", "3.14.7", "debian13", "", None),
    ("3.12.99", "3.12", "3.12.99", None, "", None),
    ("3.12.99-slim-bookworm", "3.12", "3.12.99", "debian12", "slim", None),
    ("3.16-slim", "3.16", None, None, "slim", None),
    ("latest", None, None, "debian13", "", True),
    ("3", None, None, "debian13", "", True),
    ("slim", None, None, "debian13", "slim", True),
    ("3-slim-bookworm", None, None, "debian12", "slim", True),
    ("bookworm", None, None, "debian12", "", True),
]

NOT_PYTHON = [
    "",
    "foo",
    "20-slim",
    "3.11-bookworm-slim",
    "3.9-slim-jammy",
    "3.11-",
    "3.11 -slim",
    "3.11-SLIM",
    "v3.11",
    "3.11_slim",
    "-slim",
]

EXISTS = {
    True: "3.11 3.11-slim 3.11.4-slim-bookworm 3.11-slim-buster 2.7.18 3.6-slim-stretch latest slim 3-slim 3.5-onbuild "
    "3.11.4-windowsservercore 3.8.20-slim-bookworm bookworm".split(),
    False: "3.11-bookworm-slim 3.9-slim-jammy 3.12-ubuntu22.04 3.10-focal 3.11-debian12 3.6-slim-bookworm "
    "3.12-slim-buster 3.14-bullseye 3.9.100 3.9.100-slim 3.11.4-slim-trixie 3.14-alpine3.18 3.11-slim-alpine "
    "3.11-alpine-slim 3.11-alpine3.20-slim 3.11-slim-noble 3.8-slim-trixie".split(),
    None: "3.15 3.16-slim 3.12.99 3.12.99-slim 3.13-slim-forky 3.13-alpine3.25 20-slim foo "
    "3.13-windowsservercore-ltsc2028 3.15.0rc9-slim 4 3.13-nonsense".split(),
}


@pytest.mark.parametrize(("tag", "python", "patch", "os", "flavour", "rebuilt"), PYTHON)
def test_python_tags_say_what_they_hold(
    tag: str, python: str | None, patch: str | None, os: str | None, flavour: str, rebuilt: bool | None
) -> None:
    image = World().python_image(tag)
    assert image is not None
    assert image[:5] == (python, patch, os, flavour, rebuilt)


@pytest.mark.parametrize("tag", NOT_PYTHON)
def test_near_misses_are_no_python_tags(tag: str) -> None:
    assert World().python_image(tag) is None


@pytest.mark.parametrize(("tag", "exists"), [(tag, exists) for exists, tags in EXISTS.items() for tag in tags])
def test_a_python_tag_never_existed_only_where_the_list_is_closed(tag: str, exists: bool | None) -> None:
    assert World().python_tag_exists(tag) is exists


def test_an_unsuffixed_python_tag_is_the_debian_of_its_day() -> None:
    days = {"2023-06-12": "debian11", "2023-06-13": "debian12", "2025-08-10": "debian12", "2025-08-11": "debian13"}
    for today, os in days.items():
        image = World(today).python_image("3.11-slim")
        assert image is not None, today
        assert (image.os, image.rebuilt) == (os, True), today


@pytest.mark.parametrize(
    ("tag", "python", "os"),
    [
        ("3.11-slim", "3.11", None),
        ("3.8", "3.8", None),
        ("3.11-slim-bookworm", "3.11", "debian12"),
        ("3.14-slim", "3.14", "debian13"),
        ("3.9.7", "3.9", "debian11"),
        ("3.9.7-alpine", "3.9", "alpine3.14"),
        ("3.9.9-alpine", "3.9", None),
        ("latest", None, None),
        ("3-slim", None, None),
        ("bookworm", None, "debian12"),
    ],
)
def test_an_image_that_once_had_a_tag_is_only_known_by_what_the_tag_always_meant(
    tag: str, python: str | None, os: str | None
) -> None:
    image = World().python_image(tag, pinned=True)
    assert image is not None
    assert (image.python, image.os, image.least) == (python, os, None)


def test_an_ended_python_tag_keeps_its_last_debian() -> None:
    for today in ("2025-01-01", "2026-11-21", "2030-01-01"):
        image = World(today).python_image("3.8")
        assert image is not None
        assert (image.os, image.rebuilt) == ("debian12", False)


def test_what_a_moving_tag_stands_on_is_unknown_when_the_tables_are_old() -> None:
    image = World(STALE_FROM).python_image("3.13-slim")
    assert image is not None
    assert (image.os, image.rebuilt) == (None, None)
    fixed = World(STALE_FROM).python_image("3.13-slim-bookworm")
    assert fixed is not None
    assert fixed.os == "debian12"


def test_pytorch_images_have_conda_up_to_2_9_and_a_managed_python_from_2_10() -> None:
    old, new = (World().pytorch_image(f"{head}-cudnn9-runtime") for head in ("2.9.1-cuda13.0", "2.10.0-cuda13.0"))
    assert old is not None
    assert (old.conda, old.externally_managed, old.listed) == (True, False, True)
    assert new is not None
    assert (new.conda, new.externally_managed, new.listed) == (False, True, True)
    assert (new.python, new.python_sure, new.os, new.os_sure) == ("3.12", True, "ubuntu24.04", True)


def test_pytorch_tags_are_read_and_unlisted_ones_say_so() -> None:
    image = World().pytorch_image("2.4.1-cuda12.1-cudnn9-devel")
    assert image is not None
    assert image[:4] == ("2.4.1", "12.1", "9", "devel")
    assert (image.python, image.python_sure, image.os, image.os_sure) == ("3.11", True, "ubuntu22.04", True)
    newer = World().pytorch_image("2.99.0-cuda14.0-cudnn10-runtime")
    assert newer is not None
    assert (newer.torch, newer.listed, newer.python, newer.os, newer.doubt) == ("2.99.0", False, None, None, None)


def test_one_pytorch_image_holds_another_release_than_its_tag_says() -> None:
    image = World().pytorch_image("1.9.1-cuda11.1-cudnn8-devel")
    assert image is not None
    assert image.torch == "1.10.0"


# A tag, the minor version that its python reports, and the Ubuntu below it; None where no source settles it.
PYTORCH_HOLDS = [
    ("1.0.1-cuda10.0-cudnn7", "3.6", "ubuntu16.04"),
    ("1.1.0-cuda10.0-cudnn7.5", "3.6", "ubuntu16.04"),
    ("1.4-cuda10.1-cudnn7", None, None),
    ("1.6.0-cuda10.1-cudnn7", "3.7", None),
    ("1.7.1-cuda11.0-cudnn8", "3.8", None),
    ("1.8.1-cuda10.2-cudnn7", "3.7", None),
    ("1.8.1-cuda11.1-cudnn8", "3.8", None),
    ("1.9.0-cuda11.1-cudnn8", "3.7", None),
    ("1.9.1-cuda11.1-cudnn8", "3.7", "ubuntu18.04"),
    ("1.11.0-cuda11.3-cudnn8", "3.8", None),
    ("1.12.1-cuda11.3-cudnn8", "3.7", None),
    ("1.13.1-cuda11.6-cudnn8", "3.10", "ubuntu18.04"),
    ("2.0.1-cuda11.7-cudnn8", "3.10", None),
    ("2.1.2-cuda12.1-cudnn8", "3.10", None),
    ("2.2.0-cuda12.1-cudnn8", "3.10", "ubuntu22.04"),
    ("2.3.1-cuda12.1-cudnn8", "3.10", "ubuntu22.04"),
    ("2.4.0-cuda12.1-cudnn9", "3.11", "ubuntu22.04"),
    ("2.9.1-cuda13.0-cudnn9", "3.11", "ubuntu22.04"),
    ("2.10.0-cuda13.0-cudnn9", "3.12", "ubuntu24.04"),
]


@pytest.mark.parametrize(("prefix", "python", "os"), PYTORCH_HOLDS)
@pytest.mark.parametrize("flavour", ["runtime", "devel"])
def test_what_a_pytorch_image_surely_holds(prefix: str, flavour: str, python: str | None, os: str | None) -> None:
    image = World().pytorch_image(f"{prefix}-{flavour}")
    assert image is not None
    assert (image.python if image.python_sure else None, image.os if image.os_sure else None) == (python, os)


def test_pytorch_images_of_one_release_built_by_machine_have_one_python() -> None:
    """From 2.0 on every CUDA version and flavour of a release is built from one PYTHON_VERSION."""
    by_release: dict[str, set[tuple[str | None, bool]]] = {}
    for prefix, (_, python, sure, _, _, _) in pytorch_images.IMAGES.items():
        release = prefix.split("-", 1)[0]
        if release.startswith("2."):
            by_release.setdefault(release, set()).add((python, sure))
    assert len(by_release) > 20
    assert {release for release, found in by_release.items() if len(found) > 1} == set()
    assert all(sure for found in by_release.values() for _, sure in found)


def test_doubt_about_a_pytorch_tag_is_a_hint_with_a_reason() -> None:
    for tag in ("2.0.1-cuda11.8-cudnn8-devel", "2.7.1-cuda11.8-cudnn8-runtime"):
        image = World().pytorch_image(tag)
        assert image is not None
        assert image.doubt
        assert not image.listed


@pytest.mark.parametrize(
    "tag",
    ["", "latest", "nightly", "2.4.1", "2.4.1-cuda12.1-cudnn9", "2.4.1-cuda12.1-cudnn9-base", "2.4-cuda12.1-runtime"],
)
def test_tags_without_a_release_are_no_pytorch_image(tag: str) -> None:
    assert World().pytorch_image(tag) is None


def test_ngc_images_say_what_is_sure() -> None:
    image = World().ngc_image("24.03-py3")
    assert image is not None
    assert (image.torch, image.torch_sure, image.cuda_sure, image.pip_constraint_file) == (
        "2.3.0a0+40ec155e58",
        True,
        False,
        None,
    )
    newer = World().ngc_image("25.03-py3")
    assert newer is not None
    assert newer.pip_constraint_file == "/etc/pip/constraint.txt"
    assert World().ngc_image("99.01-py3") is None


def test_ngc_images_have_conda_up_to_22_10_and_the_python_of_their_ubuntu_since() -> None:
    pythons = {"ubuntu20.04": "3.8", "ubuntu22.04": "3.10", "ubuntu24.04": "3.12"}
    for tag in ngc_images.IMAGES:
        image = World().ngc_image(tag)
        assert image is not None
        assert image.conda == (tag < "22.11"), tag
        if image.sure:
            assert image.python is not None, tag
            assert image.conda or pythons[image.os or ""] == image.python, tag


def test_the_ubuntu_and_the_python_of_ngc_images_never_go_back() -> None:
    images = [(tag, World().ngc_image(tag)) for tag in sorted(ngc_images.IMAGES)]
    sure = [(tag, image) for tag, image in images if image is not None and image.sure]
    oses = [image.os or "" for _, image in sure]
    pythons = [tuple(int(part) for part in (image.python or "").split(".")) for _, image in sure]
    assert oses == sorted(oses)
    assert pythons == sorted(pythons)


# tag, conda, python, os; None where no source settles both.
NGC_HOLDS = [
    ("19.06-py3", True, "3.6", "ubuntu16.04"),
    ("19.07-py3", True, None, None),
    ("19.10-py3", True, "3.6", "ubuntu18.04"),
    ("20.10-py3", True, "3.6", "ubuntu18.04"),
    ("20.12-py3", True, "3.8", "ubuntu20.04"),
    ("21.06-py3", True, "3.8", "ubuntu20.04"),
    ("21.09-py3", True, "3.8", "ubuntu20.04"),
    ("22.09-py3", True, "3.8", "ubuntu20.04"),
    ("22.10-py3", True, "3.8", "ubuntu20.04"),
    ("22.11-py3", False, "3.8", "ubuntu20.04"),
    ("23.04-py3", False, "3.8", "ubuntu20.04"),
    ("23.05-py3", False, "3.10", "ubuntu22.04"),
    ("24.10-py3", False, "3.10", "ubuntu22.04"),
    ("24.11-py3", False, "3.12", "ubuntu24.04"),
    ("25.04-py3", False, "3.12", "ubuntu24.04"),
    ("26.08-py3", False, "3.12", "ubuntu24.04"),
]


@pytest.mark.parametrize(("tag", "conda", "python", "os"), NGC_HOLDS)
def test_what_an_ngc_image_surely_holds(tag: str, conda: bool, python: str | None, os: str | None) -> None:
    image = World().ngc_image(tag)
    assert image is not None
    assert image.conda is conda
    assert ((image.python, image.os) if image.sure else (None, None)) == (python, os)


def test_tool_images_bring_python_or_surely_not() -> None:
    world = World()
    found = {
        (repository, tag): world.other_image(repository, tag)
        for repository, tag in [
            ("ghcr.io/astral-sh/uv", "latest"),
            ("ghcr.io/astral-sh/uv", "0.5.1"),
            ("ghcr.io/astral-sh/uv", "bookworm-slim"),
            ("ghcr.io/astral-sh/uv", "python3.12-bookworm-slim"),
            ("ghcr.io/astral-sh/uv", "0.5.1-python3.12-alpine3.20"),
            ("mambaorg/micromamba", "1.5.8"),
            ("condaforge/miniforge3", "latest"),
        ]
    }
    assert {
        tag: image and (image.has_python, image.has_shell, image.python, image.os) for (_, tag), image in found.items()
    } == {
        "latest": (True, True, None, None),
        "0.5.1": (False, False, None, None),
        "bookworm-slim": (False, True, None, "debian12"),
        "python3.12-bookworm-slim": (True, True, "3.12", "debian12"),
        "0.5.1-python3.12-alpine3.20": (True, True, "3.12", "alpine3.20"),
        "1.5.8": (False, True, None, None),
    }
    assert world.other_image("ghcr.io/astral-sh/uv", "something-else") is None


@pytest.mark.parametrize(
    ("tag", "python", "os"),
    [
        ("3.7", "3.7", None),
        ("3.9", "3.9", "amazonlinux2"),
        ("3.11-arm64", "3.11", "amazonlinux2"),
        ("3.12", "3.12", "amazonlinux2023"),
        ("3.12.2025.01.10.12-x86_64", "3.12", "amazonlinux2023"),
    ],
)
def test_the_images_for_lambda_are_on_amazon_linux(tag: str, python: str, os: str | None) -> None:
    image = World().other_image("public.ecr.aws/lambda/python", tag)
    assert image is not None
    assert (image.python, image.os, image.workdir) == (python, os, "/var/task")


@pytest.mark.parametrize(
    ("repository", "entrypoint"),
    [
        ("uvicorn-gunicorn", None),
        ("uvicorn-gunicorn-fastapi", None),
        ("uwsgi-nginx", ("/entrypoint.sh",)),
        ("uwsgi-nginx-flask", ("/entrypoint.sh",)),
        ("meinheld-gunicorn", ("/entrypoint.sh",)),
        ("meinheld-gunicorn-flask", ("/entrypoint.sh",)),
    ],
)
def test_the_images_of_servers_say_their_python_in_the_tag(repository: str, entrypoint: tuple[str] | None) -> None:
    world = World()
    for tag in ("python3.8", "python3.8-2024-12-30"):
        image = world.other_image(f"tiangolo/{repository}", tag)
        assert image is not None
        assert (image.python, image.python_path, image.os, image.workdir) == ("3.8", "/usr/local/bin", None, "/app")
        assert (image.entrypoint, image.cmd) == (entrypoint, ("/start.sh",))
    for tag in ("latest", "python3.8-alpine3.10", "flask"):
        assert world.other_image(f"tiangolo/{repository}", tag) is None


def test_other_images_of_tools_are_unknown() -> None:
    world = World()
    assert world.other_image("public.ecr.aws/lambda/python", "latest") is None
    assert world.other_image("nobody/knows", "latest") is None


def test_torchserve_is_unmaintained_and_serves_through_its_entrypoint() -> None:
    image = World().other_image("pytorch/torchserve")
    assert image is not None
    assert image.unmaintained
    assert image.user == "model-server"
    assert image.venv == "/home/venv"
    assert image.entrypoint == ("/usr/local/bin/dockerd-entrypoint.sh",)
    assert image.cmd == ("serve",)
    assert 8080 in image.ports


LONG = "9" * 5000
"""More digits than int() takes."""


@example(f"3.{LONG}-slim")
@example(f"3.11.{LONG}")
@example(f"3.11-alpine3.{LONG}")
@example(f"12.4.{LONG}-devel-ubuntu22.04")
@example(f"12.4.1-cudnn{LONG}-devel-ubuntu22.04")
@example(f"2.{LONG}-cuda12.1-cudnn9-devel")
@example(LONG)
@given(st.text(alphabet=st.sampled_from("0123456789.-abcdeilmnoprstuvw+_ /:é\n"), max_size=24))
def test_no_tag_makes_a_question_fail(tag: str) -> None:
    world = World()
    for ask in (
        world.python_image,
        world.python_tag_exists,
        world.cuda_image,
        world.pytorch_image,
        world.ngc_image,
        world.gpu,
    ):
        ask(tag)
    world.other_image("ghcr.io/astral-sh/uv", tag)
    world.other_image("node", tag)
    world.other_image("rocm/pytorch", tag)
    world.distro_of(tag)
    world.distro("debian", tag)
    world.end_of_life("python", tag)
    world.python3_of(tag)
    world.apt_brings(tag)
    world.apt_kind(tag)
    for about in (
        world.torch_release,
        world.newest_torch,
        world.variant_cuda,
        world.cuda_min_driver,
        world.variant_min_driver,
    ):
        about(tag)
    world.companion("torchvision", tag)
    world.companions_of(tag, "torchvision")
    world.arch_list(tag, "cu121")
    world.torch_wheels(tag, "cpu")


@pytest.mark.parametrize(
    ("maker", "version", "python"),
    [
        ("Anaconda", "4.2.0", "3.5"),
        ("Anaconda", "5.2.0", "3.6"),
        ("Anaconda", "5.3.1", "3.7"),
        ("Anaconda", "2020.11", "3.8"),
        ("Anaconda", "2023.03-1", "3.10"),
        ("Anaconda", "2025.12-2", "3.13"),
        ("Anaconda", "2099.01-0", None),
        ("Anaconda", "", None),
        ("Miniconda", "4.5.4", "3.6"),
        ("Miniconda", "4.5.12", None),
        ("Miniforge", "24.3.0-0", "3.10"),
        ("Mambaforge", "24.5.0-0", None),
        ("Other", "4.5.4", None),
    ],
)
def test_installers_of_conda_bring_a_python(maker: str, version: str, python: str | None) -> None:
    assert World().conda_installer_python(maker, version) == python


def test_sizes_of_images_are_those_of_their_flavours() -> None:
    """A larger flavour is never the smaller one, and no size is of another unit."""
    from torchlint.world.tables.image_sizes import SIZES

    assert all(30_000_000 < size < 40_000_000_000 for size in SIZES.values())
    for key, size in SIZES.items():
        kind, _, rest = key.partition(" ")
        if kind == "cuda":
            version, flavour = rest.split(" ")
            smaller = {"devel": "runtime", "cudnn-devel": "cudnn-runtime", "runtime": "base"}.get(flavour)
            assert SIZES.get(f"cuda {version} {smaller}", 0) < size, key
    assert World().image_bytes("python", "debian12 slim") == 130_010_000
    assert World().image_bytes("python", "debian99 slim") is None


@pytest.mark.parametrize(
    ("today", "tag", "least"),
    [
        ("2026-08-01", "3-slim", "3.14"),
        ("2026-08-01", "slim", "3.14"),
        ("2026-08-01", "latest", "3.14"),
        ("2026-08-01", "bookworm", "3.14"),
        ("2025-10-06", "3-slim", "3.13"),
        ("2024-01-01", "3", "3.12"),
        ("2026-08-01", "3-slim-stretch", "3.7"),
        ("2026-08-01", "3.12-slim", None),
        ("2026-08-01", "2-slim", None),
        ("2026-08-01", "rc-slim", None),
    ],
)
def test_a_python_without_a_minor_version_is_at_least_the_newest_of_that_day(
    today: str, tag: str, least: str | None
) -> None:
    image = World(today).python_image(tag)
    assert image is not None
    assert (image.python, image.least) == (None if "3.12" not in tag else "3.12", least)


@pytest.mark.parametrize(
    ("repository", "latest"),
    [
        ("ubuntu", "moves"),
        ("arm64v8/ubuntu", "moves"),
        ("pytorch/pytorch", "moves"),
        ("quay.io/jupyter/scipy-notebook", "moves"),
        ("jupyter/scipy-notebook", "rests"),
        ("opensuse/tumbleweed", "rolls"),
        ("cgr.dev/chainguard/wolfi-base", "rolls"),
        ("centos", "rests"),
        ("node", "is another"),
        ("team/ubuntu", None),
        ("our-base", None),
    ],
)
def test_what_the_tag_latest_does(repository: str, latest: str | None) -> None:
    assert World().latest(repository) == latest
