"""Which distributions an environment surely lacks, and which programs an install surely does not bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict

WORLD = World()
BASE = "FROM python:3.12-slim\nWORKDIR /app\n"
PIP = f"{BASE}RUN pip install "


def lacks(predicted: Predict, text: str, *names: str, files: dict[str, str] | None = None) -> bool:
    state = predicted(text, files or {}).final
    found = state.environment_of(state.which("python3"))
    assert found is not None
    return state.lacks(found, names, WORLD)


@pytest.mark.parametrize(
    "text",
    [
        f"{PIP}torch==2.4.1",
        f"{PIP}torch fastapi numpy",
        f"{PIP}--no-deps torch",
        f"{PIP}https://download.pytorch.org/whl/cpu/torch-2.4.1%2Bcpu-cp312-cp312-linux_x86_64.whl",
        f"{BASE}RUN pip install uv && uv pip install --system torch",
        f"{PIP}'torch; python_version < \"3.13\"'",
        f"{PIP}torch git+https://github.com/openai/CLIP.git",
        f"{PIP}torch -e git+ssh://git@github.com/facebookresearch/segment-anything.git#egg=segment_anything",
        (
            "FROM python:3.12 AS a\nRUN python -m venv /v && /v/bin/pip install torch\n"
            "FROM python:3.12-slim\nCOPY --from=a /v /v\nENV PATH=/v/bin:$PATH"
        ),
        "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y python3-pip git curl\nRUN pip3 install torch",
    ],
)
def test_what_nothing_brings_is_surely_not_there(predicted: Predict, text: str) -> None:
    assert lacks(predicted, text, "transformers")
    assert not lacks(predicted, text, "torch")


@pytest.mark.parametrize(
    "text",
    [
        f"{PIP}accelerate",
        f"{PIP}--no-deps accelerate",
        f"{PIP}'diffusers[torch]'",
        f"{PIP}'diffusers[torch]' && pip install diffusers",
        f"{PIP}numpy our-models-of-example",
        f"{PIP}git+https://github.com/example/numpy",
        f"{PIP}git+https://github.com/huggingface/peft",
        f"{PIP}git+https://github.com/openai/CLIP.git#subdirectory=x",
        f"{PIP}'clip[dev] @ git+https://github.com/openai/CLIP.git'",
        f"{PIP}git+https://github.com/facebookresearch/detectron2@v0.6",
        f"{PIP}git+https://git.example/openai/CLIP",
        "FROM python:3.12-slim\nARG REF\nRUN pip install git+https://github.com/openai/CLIP@$REF",
        f"{PIP}'numpy @ git+https://github.com/example/numpy'",
        f"{PIP}'numpy @ https://example.com/numpy.tar.gz'",
        f"{PIP}accelerate && pip uninstall -y accelerate",
        f"{PIP}-r nowhere.txt",
        "FROM python:3.12-slim\nARG MORE=flask\nRUN pip install numpy $MORE && pip install $(cat more)",
        f"{BASE}COPY . .\nRUN pip install numpy && pip install -e .",
        f"{BASE}RUN ./install-all && pip install numpy",
        f'{PIP}numpy\nRUN if [ -n "$GPU" ]; then pip install accelerate; fi',
        "FROM registry.example.com/base\nRUN pip install numpy",
        "FROM pytorch/pytorch:2.4.1-cuda12.4-cudnn9-runtime\nRUN pip install numpy",
        (
            "FROM python:3.12 AS a\nRUN pip install accelerate\n"
            "FROM python:3.12-slim\nRUN pip install numpy\nCOPY --from=a /usr/local /usr/local"
        ),
        (
            "FROM python:3.12 AS a\nRUN pip install accelerate\n"
            "FROM python:3.12-slim\nRUN pip install numpy\n"
            "COPY --from=a /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages"
        ),
        (
            "FROM python:3.12 AS a\nRUN pip install numpy\n"
            "FROM python:3.12-slim\nRUN pip install accelerate\nCOPY --from=a /usr/local /usr/local"
        ),
        "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y python3-pip python3-torch\nRUN pip3 install numpy",
        (
            "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y python3-pip pytorch-of-example\n"
            "RUN pip3 install numpy"
        ),
        f"{BASE}RUN python -m venv --system-site-packages /v && /v/bin/pip install numpy\nENV PATH=/v/bin:$PATH",
    ],
)
def test_what_may_be_there_is_not_said_to_be_missing(predicted: Predict, text: str) -> None:
    state = predicted(text, {}).final
    found = state.environment_of(state.which("python3"))
    assert found is None or not state.lacks(found, ("torch",), WORLD)


def test_one_of_several_is_enough(predicted: Predict) -> None:
    text = f"{PIP}opencv-python-headless"
    assert not lacks(predicted, text, "opencv-python", "opencv-python-headless")
    assert lacks(predicted, text, "opencv-python", "opencv-contrib-python")


@pytest.mark.parametrize("line", ["\"numpy; sys_platform == 'linux'\"", '"numpy @ git+https://example.com/numpy"', ""])
def test_a_project_without_a_lock_may_bring_what_its_lines_do_not_tell(predicted: Predict, line: str) -> None:
    project = f"[project]\nname='a'\nversion='1'\ndependencies=['flask', {line}]\n"
    text = f"{BASE}RUN pip install uv\nCOPY pyproject.toml .\nRUN uv sync --no-install-project\n"
    text += "ENV PATH=/app/.venv/bin:$PATH"
    assert lacks(predicted, text, "torch", files={"pyproject.toml": project}) is (not line)
    dynamic = project.replace("version='1'", "dynamic=['version']")
    assert not lacks(predicted, text, "torch", files={"pyproject.toml": dynamic})


@pytest.mark.parametrize(
    ("install", "program", "there"),
    [
        ("torch fastapi==0.115.0", "uvicorn", False),
        ("torch fastapi==0.111.0", "uvicorn", None),
        ("torch fastapi", "uvicorn", False),
        ("'fastapi>=0.100' starlette==0.38.2", "uvicorn", False),
        ("'fastapi<1'", "uvicorn", None),
        ("fastapi mcp", "uvicorn", None),
        ("fastapi prometheus-fastapi-instrumentator", "uvicorn", None),
        ("--index-url https://example.com/simple fastapi", "uvicorn", None),
        ("-c bounds.txt fastapi", "uvicorn", None),
        ("'fastapi==0.111.0' && pip install fastapi", "uvicorn", None),
        ("torch fastapi", "gunicorn", False),
        ("torch fastapi", "our-server", None),
        ("'fastapi[standard]'", "uvicorn", None),
        ("gradio", "uvicorn", None),
        ("torch our-server-of-example", "uvicorn", None),
        ("-r nowhere.txt", "uvicorn", None),
        ("-e .", "uvicorn", None),
        ("git+https://github.com/example/server", "uvicorn", None),
        ("--target /usr/local fastapi==0.115.0", "uvicorn", None),
    ],
)
def test_programs_that_an_install_surely_does_not_bring(
    predicted: Predict, install: str, program: str, there: bool | None
) -> None:
    files = {"bounds.txt": "fastapi==0.111.0\n"}
    assert predicted(f"{PIP}{install}", files).final.which(program) is there


def test_a_program_that_an_earlier_install_brought_is_still_there(predicted: Predict) -> None:
    state = predicted(f"{PIP}uvicorn && pip install fastapi", {}).final
    assert state.which("uvicorn") not in (False, None)
    assert predicted(f"{PIP}starlette gradio && pip install fastapi", {}).final.which("uvicorn") is None


@pytest.mark.parametrize(
    "asked", ["openai==0.27.8", "'openai<1'", "'openai>=0.2,<0.28'", "openai~=0.27", "openai==0.*"]
)
def test_of_an_old_release_nobody_knows_what_it_needs(predicted: Predict, asked: str) -> None:
    assert not lacks(predicted, f"{PIP}{asked}", "torch")
    assert lacks(predicted, f"{PIP}'openai>=0.27'", "torch")
