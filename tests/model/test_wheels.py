"""What an install asks for and where it may find it: sure answers, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint import World, predict, read
from torchlint.model.markers import applies
from torchlint.model.wheels import is_variant, torch_without_end

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint import Install

PYTORCH = "https://download.pytorch.org/whl"


def installs(folder: Path, *lines: str, **files: str) -> tuple[Install, ...]:
    """The installs of a Dockerfile with these lines, beside files whose names have `_` for a dot."""
    (folder / "Dockerfile").write_text("\n".join(lines) + "\n")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    project = read([str(folder)])
    return predict(project.dockerfiles[0], project, World()).installs()


def shelf(folder: Path, *lines: str, **files: str) -> tuple[bool, tuple[str, ...], bool] | None:
    return installs(folder, *lines, **files)[-1].shelf


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", (True, (), False)),
        (f"--index-url {PYTORCH}/cu121", (False, ("cu121",), False)),
        (f"--extra-index-url {PYTORCH}/cpu/", (True, ("cpu",), False)),
        (f"-f {PYTORCH}/torch_stable.html", (True, (), True)),
        (f"-f {PYTORCH}/cu113/torch_stable.html", (True, ("cu113",), False)),
        (f"--index-url {PYTORCH}/nightly/cu121", None),
        ("--extra-index-url https://wheels.corp.example/simple", None),
        ("--extra-index-url $NOBODY_KNOWS", (True, (), False)),
        ("--no-index -f /wheels", None),
        ("--platform manylinux2014_aarch64 --only-binary=:all: -t /x", None),
    ],
)
def test_a_shelf_is_known_only_if_every_page_is(
    tmp_path: Path, options: str, expected: tuple[bool, tuple[str, ...], bool] | None
) -> None:
    assert shelf(tmp_path, "FROM python:3.11", f"RUN pip install torch {options}") == expected


@pytest.mark.parametrize(
    ("before", "known"),
    [
        ("ENV PIP_INDEX_URL=https://wheels.corp.example/simple", False),
        ("ARG PIP_EXTRA_INDEX_URL", False),
        ("COPY pip.conf /etc/", False),
        ("RUN pip config set global.index-url https://wheels.corp.example", False),
        ("RUN curl -fsSL https://example.com/x | sh", True),
        ("RUN pip install --upgrade pip", True),
        ("RUN python -m pip install -U pip && python setup.py build", True),
        ("ENV PIP_NO_CACHE_DIR=1", True),
    ],
)
@pytest.mark.parametrize("base", ["python:3.11", "pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime"])
def test_settings_outside_the_command_hide_the_shelf(tmp_path: Path, base: str, before: str, known: bool) -> None:
    found = shelf(tmp_path, f"FROM {base}", before, "RUN pip install torch", pip_conf="")
    assert (found is not None) == known


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (f"--extra-index-url {PYTORCH}/cu121", (False, ("cu121",), False)),
        (f"--index pytorch={PYTORCH}/cu121", (False, ("cu121",), False)),
        (f"--extra-index-url {PYTORCH}/cu121 --index-strategy unsafe-best-match", (True, ("cu121",), False)),
        ("--torch-backend cu126", (False, ("cu126",), False)),
        ("--torch-backend=auto", None),
        ("", (True, (), False)),
    ],
)
def test_uv_stays_with_the_first_index_that_has_torch(
    tmp_path: Path, options: str, expected: tuple[bool, tuple[str, ...], bool] | None
) -> None:
    uv = "COPY --from=ghcr.io/astral-sh/uv:0.9.2 /uv /bin/uv"
    assert shelf(tmp_path, "FROM python:3.11", uv, f"RUN uv pip install --system torch {options}") == expected


@pytest.mark.parametrize(
    ("uv", "options", "expected"),
    [
        ("0.1.12", f"--extra-index-url {PYTORCH}/cu121", (True, (), False)),
        ("0.1.12", f"--index-url {PYTORCH}/cu121 --extra-index-url {PYTORCH}/cpu", (False, ("cu121",), False)),
        ("0.1.13", f"--extra-index-url {PYTORCH}/cu121", (False, ("cu121",), False)),
        ("0.1.2", f"--extra-index-url {PYTORCH}/cu121", (True, (), False)),
    ],
)
def test_uv_before_0_1_13_asks_the_default_index_first(
    tmp_path: Path, uv: str, options: str, expected: tuple[bool, tuple[str, ...], bool]
) -> None:
    install = f"pip install uv=={uv} && python -m uv pip install --system torch {options}"
    assert shelf(tmp_path, "FROM python:3.11", f"RUN {install}") == expected


@pytest.mark.parametrize(("text", "known"), [("[tool.uv.sources]\n", False), ("[project]\nname = 'x'\n", True)])
def test_uv_reads_the_settings_of_a_project(tmp_path: Path, text: str, known: bool) -> None:
    lines = ("FROM python:3.11", "COPY --from=ghcr.io/astral-sh/uv:0.9.2 /uv /bin/uv", "WORKDIR /app", "COPY . .")
    found = shelf(tmp_path, *lines, "RUN uv pip install --system torch", pyproject_toml=text)
    assert (found is not None) == known


@pytest.mark.parametrize(
    ("asked", "admitted"),
    [
        ("torch==2.4", ("2.4.0",)),
        ("'torch>=2.3,<2.4'", ("2.3.0", "2.3.1")),
        ("'torch~=2.1.1'", ("2.1.1", "2.1.2")),
        ("'torch<3'", ()),
        ("'torch>=2.0'", ()),
        ("torch==99.0", ()),
        ("torch", ()),
    ],
)
def test_a_range_counts_only_where_no_release_can_be_added(
    tmp_path: Path, asked: str, admitted: tuple[str, ...]
) -> None:
    (install,) = installs(tmp_path, "FROM python:3.11", f"RUN pip install {asked}")
    assert install.torch_versions(World()) == admitted


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("'torch>=2.6'", "2.6.0"),
        ("'torch>=2.4,!=2.5.0' 'torch>2.4.1'", "2.5.1"),
        ("'torch>=2.6,<999'", "2.6.0"),
        ("'torch!=2.0.0'", "1.4.0"),
        ("'torch>=2.6,<2.7'", None),
        ("'torch>=2.6.0rc1'", None),
        ("'torch>=99'", None),
        ("torch==2.6.0", None),
        ("torch", None),
    ],
)
def test_a_range_without_an_end_takes_what_comes(tmp_path: Path, asked: str, first: str | None) -> None:
    (install,) = installs(tmp_path, "FROM python:3.11", f"RUN pip install {asked}")
    found = torch_without_end(install, World())
    newest = World().torch_releases()[-1]
    assert (found[0], found[-1]) == (first, newest) if first is not None else found == ()


def test_a_pin_is_settled_by_lines_and_constraints_together(tmp_path: Path) -> None:
    lines = ("FROM python:3.11", "COPY c.txt /", "RUN pip install torch torchvision==0.19.1+cpu -c /c.txt")
    (install,) = installs(tmp_path, *lines, c_txt="torch==2.4.1\n")
    torch, vision = install.pin("torch"), install.pin("torchvision")
    assert torch is not None
    assert (torch.version, torch.label, torch.requested.constraint) == ("2.4.1", None, True)
    assert vision is not None
    assert (vision.version, vision.label) == ("0.19.1", "cpu")
    assert install.pin("torchaudio") is None


@pytest.mark.parametrize(
    ("marker", "answer"),
    [
        (None, True),
        ("python_version < '3.12'", True),
        ("python_version >= '3.12'", False),
        ("python_full_version < '3.11.4'", None),
        ("sys_platform == 'darwin'", False),
        ("platform_machine == 'x86_64' and sys_platform == 'linux'", True),
        ("extra == 'gpu'", None),
        ("platform_release >= '6'", None),
    ],
)
def test_a_marker_counts_only_if_it_is_sure(marker: str | None, answer: bool | None) -> None:
    assert applies(marker, "3.11") is answer


def test_variants_have_a_form() -> None:
    assert all(map(is_variant, ("cpu", "xpu", "cu118", "cu92", "rocm6.1", "rocm6.2.4")))
    assert not any(map(is_variant, ("", "cu", "rocm", "nightly", "test", "torch", "lts", "cu12x")))


def test_what_the_user_has_installed_counts(tmp_path: Path) -> None:
    lines = ("FROM python:3.11", "RUN pip install --user torch==2.4.1", "RUN pip install torch==2.4.1+cpu flask")
    last = installs(tmp_path, *lines)[-1]
    assert last.satisfied("torch", "2.4.1") is True
    assert last.satisfied("torch", "2.4.0") is False
    assert last.satisfied("flask", "3.0.0") is False


@pytest.mark.parametrize(
    ("platform", "machine"),
    [
        ("", "x86_64"),
        ("--platform=linux/amd64 ", "x86_64"),
        ("--platform=$BUILDPLATFORM ", "x86_64"),
        ("--platform=linux/arm64/v8 ", "aarch64"),
        ("--platform=$MINE ", None),
        ("amd64/", "x86_64"),
        ("--platform=linux/amd64 arm64v8/", "aarch64"),
        ("arm32v7/", None),
    ],
)
def test_a_stage_is_for_the_machine_of_its_from(tmp_path: Path, platform: str, machine: str | None) -> None:
    (tmp_path / "Dockerfile").write_text(f"FROM {platform}python:3.11 AS a\nFROM a\n")
    project = read([str(tmp_path)])
    assert predict(project.dockerfiles[0], project, World()).machine(1) == machine


def test_a_program_copied_to_bin_is_found_in_usr_bin(tmp_path: Path) -> None:
    found = installs(tmp_path, "FROM python:3.11", "COPY --from=x/uv /uv /bin/", "RUN uv pip install --system torch")
    assert len(found) == 1
