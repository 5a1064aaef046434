"""The prediction as answers: right, or unknown, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from torchlint.model.outlook import outlook
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict
    from torchlint.model.outlook import Outlook

SLIM = "FROM python:3.11-slim\n"
UBUNTU = "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y python3 python3-pip\n"
PYTORCH = "FROM pytorch/pytorch:2.10.0-cuda12.8-cudnn9-runtime\n"
CPU = "https://download.pytorch.org/whl/cpu"
CU118 = "https://download.pytorch.org/whl/cu118"
ANY = "*"
ABSENT = "absent"


def look(predict: Predict, text: str, files: dict[str, str] | None = None, **settings: Any) -> Outlook:
    return outlook(predict(text, files, **settings).build, World())


# Which Python


@pytest.mark.parametrize(
    ("text", "python"),
    [
        (SLIM, "3.11"),
        ("FROM python:3.11.4\n", "3.11"),
        ("FROM nvidia/cuda:12.4.1-base-ubuntu22.04\n", ABSENT),
        ("FROM debian:12\n", ABSENT),
        ("FROM scratch\n", ABSENT),
        (UBUNTU, "3.10"),
        (UBUNTU + "RUN pip3 install --upgrade pip\n", "3.10"),
        ("FROM debian:12\nRUN apt-get update && apt-get install -y python3\n", "3.11"),
        ("FROM registry.corp/python:3.11\n", None),
        (SLIM + "RUN ./setup.sh\n", "3.11"),
        (UBUNTU + "RUN ./build.sh\n", None),
        (SLIM + "RUN python -m venv /venv\nENV PATH=/venv/bin:$PATH\n", "3.11"),
        (SLIM + "ARG WHERE\nENV PATH=$WHERE:$PATH\n", None),
        (PYTORCH, "3.12"),
    ],
)
def test_python_on_path(predicted: Predict, text: str, python: str | None) -> None:
    assert look(predicted, text).final.stage.python == python


def test_a_venv_without_its_interpreter_is_no_python(predicted: Predict) -> None:
    text = (
        "FROM python:3.11-slim AS made\nRUN python -m venv /venv\n"
        "FROM nvidia/cuda:12.4.1-base-ubuntu22.04\nCOPY --from=made /venv /venv\nENV PATH=/venv/bin:$PATH\n"
        'CMD ["python", "-c", "1"]\n'
    )
    final = look(predicted, text).final
    assert (final.stage.python, final.stage.torch) == (ABSENT, None)
    assert (final.entry.starts, final.entry.environment) == (False, "/venv")
    assert final.entry.why is not None
    assert "/usr/local/bin/python3.11" in final.entry.why


MOVED = SLIM[:-1] + " AS made\nRUN python -m venv /made && /made/bin/pip install gunicorn\n" + SLIM


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        ('COPY --from=made /made /made\nCMD ["/made/bin/gunicorn", "--version"]\n', True),
        ('COPY --from=made /made /venv\nCMD ["/venv/bin/gunicorn", "--version"]\n', False),
        ('COPY --from=made /made /venv\nCMD ["/venv/bin/python", "--version"]\n', True),
        ('COPY --from=made /made /venv\nCMD ["/venv/bin/gunicorn"]\nRUN sed -i s,/made,/venv, /venv/bin/*\n', None),
        ('COPY --from=made /made /venv\nCMD ["/venv/bin/gunicorn"]\nRUN ./rewrite-scripts\n', None),
        ('COPY --from=made /made /venv\nRUN python -m venv /made\nCMD ["/venv/bin/gunicorn", "--version"]\n', True),
    ],
)
def test_a_moved_console_script_is_not_said_to_start(predicted: Predict, lines: str, starts: bool | None) -> None:
    """Its first line names the Python of the old place, unless something rewrote it."""
    assert look(predicted, MOVED + lines).final.entry.starts is starts


def test_a_venv_over_another_python3_is_not_known(predicted: Predict) -> None:
    """Its link may be to python3, and that is there, of another version."""
    text = (
        "FROM ubuntu:22.04 AS made\nRUN apt-get update && apt-get install -y python3-venv\nRUN python3 -m venv /venv\n"
        "FROM ubuntu:24.04\nRUN apt-get update && apt-get install -y python3\n"
        'COPY --from=made /venv /venv\nCMD ["/venv/bin/python", "-c", "1"]\n'
    )
    final = look(predicted, text).final
    assert (final.stage.python, final.entry.starts) == (None, None)


# Which torch


class Case(NamedTuple):
    """The Dockerfile after its base, files, and torch, CUDA and source of the result."""

    text: str
    torch: str | None
    cuda: str | None
    source: str | None
    files: tuple[tuple[str, str], ...] = ()


TORCH = {
    "nothing is installed": Case(SLIM, ABSENT, ABSENT, ABSENT),
    "only what has no torch": Case(SLIM + "RUN pip install flask==3.0.0 numpy", ABSENT, ABSENT, ABSENT),
    "an extra may bring it": Case(SLIM + "RUN pip install 'transformers[torch]'", None, None, None),
    "a package that nobody listed may bring it": Case(SLIM + "RUN pip install rare-thing", None, None, None),
    "what needs one brings it": Case(SLIM + "RUN pip install accelerate", "*", None, "pip"),
    "a file that cannot be read": Case(SLIM + "RUN pip install -r requirements.txt", None, None, None),
    "pinned, from the public index": Case(SLIM + "RUN pip install torch==2.4.1", "2.4.1", "12.1", "pip"),
    "a short version is the release": Case(SLIM + "RUN pip install torch==2.4", "2.4.0", "12.1", "pip"),
    "with a label": Case(SLIM + f"RUN pip install torch==2.4.1+cu118 -f {CU118}", "2.4.1", "11.8", "pip"),
    "from the index of a variant": Case(
        SLIM + f"RUN pip install torch==2.4.1 --index-url {CPU}", "2.4.1", "cpu", "pip"
    ),
    "a label beats no label in pip": Case(
        SLIM + f"RUN pip install torch==2.4.1 --extra-index-url {CU118}", "2.4.1", "11.8", "pip"
    ),
    "a variant that never had the release": Case(
        SLIM + "RUN pip install torch==2.4.1 --extra-index-url https://download.pytorch.org/whl/cu102",
        "2.4.1",
        "12.1",
        "pip",
    ),
    "any index of one's own may hold anything": Case(
        SLIM + "RUN pip install torch==2.4.1 --extra-index-url https://pypi.example.com/simple", "2.4.1", None, "pip"
    ),
    "open": Case(SLIM + "RUN pip install torch", ANY, None, "pip"),
    "open with a floor": Case(SLIM + "RUN pip install 'torch>=2.0'", ">=2.0", None, "pip"),
    "open, but of one variant": Case(SLIM + f"RUN pip install torch --index-url {CPU}", ANY, "cpu", "pip"),
    "a constraint pins it": Case(
        SLIM + "COPY c.txt .\nRUN pip install torch -c c.txt", "2.3.1", "12.1", "pip", (("c.txt", "torch==2.3.1\n"),)
    ),
    "a requirements file": Case(
        SLIM + "COPY requirements.txt .\nRUN pip install -r requirements.txt",
        "2.1.2",
        "cpu",
        "pip",
        (("requirements.txt", f"--index-url {CPU}\ntorch==2.1.2\n"),),
    ),
    "a marker that does not count": Case(
        SLIM + "RUN pip install \"torch==1.9.0; python_version < '3.8'\" \"torch==2.4.1; python_version >= '3.8'\"",
        "2.4.1",
        "12.1",
        "pip",
    ),
    "a wheel by its address": Case(
        SLIM + f"RUN pip install {CPU}/torch-2.4.1%2Bcpu-cp311-cp311-linux_x86_64.whl", "2.4.1", "cpu", "pip"
    ),
    "torchvision brings its torch": Case(SLIM + "RUN pip install torchvision==0.19.1", "2.4.1", "12.1", "pip"),
    "torchvision without it": Case(SLIM + "RUN pip install torchvision==0.19.1 --no-deps", ABSENT, ABSENT, ABSENT),
    "from the base": Case(PYTORCH, "2.10.0", "12.8", "base"),
    "uv takes the first index": Case(
        SLIM + f"RUN pip install uv && uv pip install --system torch==2.4.1 --extra-index-url {CU118}",
        "2.4.1",
        "11.8",
        "uv",
    ),
    "good enough already": Case(
        SLIM + f"RUN pip install torch==2.4.1 --index-url {CPU}\nRUN pip install 'torch>=2.0' flask",
        "2.4.1",
        "cpu",
        "pip",
    ),
    "the same version already": Case(
        SLIM + f"RUN pip install torch==2.4.1 --index-url {CPU}\nRUN pip install torch==2.4.1", "2.4.1", "cpu", "pip"
    ),
    "exchanged by a later pin": Case(
        SLIM + f"RUN pip install torch==2.4.1 --index-url {CPU}\nRUN pip install torch==2.3.1", "2.3.1", "12.1", "pip"
    ),
    "upgraded to whatever is newest": Case(
        SLIM + "RUN pip install torch==2.4.1\nRUN pip install -U torch", None, None, None
    ),
    "exchanged by a pinned companion": Case(
        SLIM + "RUN pip install torch==2.4.1\nRUN pip install torchvision==0.18.1", "2.3.1", "12.1", "pip"
    ),
    "left alone by its companion": Case(
        SLIM + f"RUN pip install torch==2.4.1 --index-url {CPU}\nRUN pip install torchvision==0.19.1",
        "2.4.1",
        "cpu",
        "pip",
    ),
    "a companion of any version takes the newest torch": Case(
        SLIM + "RUN pip install torch==2.4.1\nRUN pip install torchvision", None, None, None
    ),
    "what takes the newest torchvision": Case(
        SLIM + "RUN pip install torch==2.4.1\nRUN pip install timm", None, None, None
    ),
    "torchvision is there": Case(
        SLIM + "RUN pip install torch==2.4.1 torchvision==0.19.1\nRUN pip install timm", "2.4.1", "12.1", "pip"
    ),
    "a file of unknown content afterwards": Case(
        SLIM + "RUN pip install torch==2.4.1\nRUN pip install -r more.txt", None, None, None
    ),
    "an installer that nobody follows": Case(
        SLIM + "RUN pip install torch==2.4.1\nRUN poetry install", None, None, None
    ),
    "a script that downloads": Case(
        SLIM + "RUN pip install torch==2.4.1\nRUN python -c 'import nltk'", "2.4.1", "12.1", "pip"
    ),
    "either of two": Case(
        SLIM + "ARG GPU\nRUN if [ $GPU = 1 ]; then pip install torch==2.4.1; else pip install torch==2.3.1; fi",
        None,
        None,
        None,
    ),
    "taken out again": Case(SLIM + "RUN pip install torch==2.4.1\nRUN pip uninstall -y torch", ABSENT, ABSENT, ABSENT),
    "copied in a venv": Case(
        "FROM python:3.11-slim AS made\nRUN python -m venv /venv\nENV PATH=/venv/bin:$PATH\n"
        "RUN pip install torch==2.4.1\n"
        "FROM python:3.11-slim\nCOPY --from=made /venv /venv\nENV PATH=/venv/bin:$PATH",
        "2.4.1",
        "12.1",
        "pip",
    ),
    "copied as site-packages": Case(
        "FROM python:3.11-slim AS made\nRUN pip install torch==2.4.1\nFROM python:3.11-slim\n"
        "COPY --from=made /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages",
        "2.4.1",
        "12.1",
        "pip",
    ),
    "copied with what may have brought it": Case(
        "FROM python:3.11-slim AS made\nRUN pip install rare-thing\nFROM python:3.11-slim\n"
        "COPY --from=made /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages",
        None,
        None,
        None,
    ),
    "copied with what brought it": Case(
        "FROM python:3.11-slim AS made\nRUN pip install accelerate\nFROM python:3.11-slim\n"
        "COPY --from=made /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages",
        "*",
        None,
        "pip",
    ),
    "left behind in another stage": Case(
        "FROM python:3.11-slim AS made\nRUN pip install torch==2.4.1\nFROM python:3.11-slim", ABSENT, ABSENT, ABSENT
    ),
    "the user's own": Case(SLIM + f"RUN pip install --user torch==2.4.1 --index-url {CPU}", "2.4.1", "cpu", "pip"),
    "another user's": Case(SLIM + "RUN pip install --user torch==2.4.1\nUSER app", None, None, None),
    "in a local parent stage": Case(
        "FROM python:3.11-slim AS base\nRUN pip install torch==2.4.1\nFROM base\nRUN pip install flask",
        "2.4.1",
        "12.1",
        "pip",
    ),
    "on musl there is no wheel": Case("FROM python:3.11-alpine\nRUN pip install torch==2.4.1", "2.4.1", None, "pip"),
}


@pytest.mark.parametrize("case", TORCH.values(), ids=TORCH)
def test_torch(predicted: Predict, case: Case) -> None:
    stage = look(predicted, case.text + "\n", dict(case.files)).final.stage
    assert (stage.torch, stage.torch_cuda, stage.torch_source) == (case.torch, case.cuda, case.source)


@pytest.mark.parametrize(
    ("platform", "cuda"), [(None, "12.1"), ("linux/amd64", "12.1"), ("linux/arm64", "cpu"), ("linux/riscv64", None)]
)
def test_cuda_is_that_of_the_platform(predicted: Predict, platform: str | None, cuda: str | None) -> None:
    final = look(predicted, SLIM + "RUN pip install torch==2.4.1\n", platform=platform).final
    assert final.stage.torch_cuda == cuda


def test_platform_of_a_stage_comes_before_the_one_that_was_asked(predicted: Predict) -> None:
    text = "FROM --platform=linux/amd64 python:3.11-slim\nRUN pip install torch==2.4.1\n"
    assert look(predicted, text, platform="linux/arm64").final.stage.torch_cuda == "12.1"


# What it needs to run


@pytest.mark.parametrize(
    ("line", "driver", "codes"),
    [
        ("torch==2.4.1", "525.60.13", ("5.0", "6.0", "7.0", "7.5", "8.0", "8.6", "9.0")),
        (f"torch==2.4.1 --index-url {CU118}", "450.80.02", ("3.7", "5.0", "6.0", "7.0", "7.5", "8.0", "8.6", "9.0")),
        (f"torch==2.4.1 --index-url {CPU}", ABSENT, ()),
        (
            "torch==2.9.1 --index-url https://download.pytorch.org/whl/cu130",
            "580",
            ("7.5", "8.0", "8.6", "9.0", "10.0", "12.0", "12.0+PTX"),
        ),
        ("torch", None, None),
        ("flask", None, None),
    ],
)
def test_driver_and_gpu_code(predicted: Predict, line: str, driver: str | None, codes: tuple[str, ...] | None) -> None:
    final = look(predicted, SLIM + f"RUN pip install {line}\n").final
    assert (final.driver_min, final.compute_capabilities) == (driver, codes)


def test_gpu_code_of_an_image_that_was_built_otherwise_is_not_known(predicted: Predict) -> None:
    final = look(predicted, PYTORCH).final
    assert (final.driver_min, final.compute_capabilities) == ("525.60.13", None)


@pytest.mark.parametrize(
    ("text", "toolkit"),
    [
        ("FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\n", "12.4.1"),
        ("FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\n", ABSENT),
        ("FROM nvidia/cuda:12.4.1-base-ubuntu22.04\nRUN apt-get install -y cuda-nvcc-12-4\n", None),
        ("FROM nvidia/cuda:12.4.1-base-ubuntu22.04\nRUN ./cuda_12.run --silent\n", None),
        ("FROM pytorch/pytorch:2.4.1-cuda12.4-cudnn9-devel\n", "12.4"),
        (SLIM, ABSENT),
        (SLIM + "COPY --from=nvidia/cuda:12.4.1-devel-ubuntu22.04 /usr/local/cuda /usr/local/cuda\n", None),
        ("FROM registry.corp/cuda:12\n", None),
    ],
)
def test_cuda_toolkit(predicted: Predict, text: str, toolkit: str | None) -> None:
    assert look(predicted, text).final.stage.cuda_toolkit == toolkit


# What starts

APP = {"app.py": "print()\n", "svc/__init__.py": "", "svc/main.py": "app = 1\n", "run.sh": "#!/bin/sh\n"}
HERE = SLIM + "WORKDIR /srv\nCOPY . .\n"


@pytest.mark.parametrize(
    ("text", "starts", "program", "script"),
    [
        (HERE + 'CMD ["python", "app.py"]', True, "python", "/srv/app.py"),
        (HERE + "CMD python app.py", True, "python", "/srv/app.py"),
        (HERE + 'ENTRYPOINT ["python"]\nCMD ["app.py"]', True, "python", "/srv/app.py"),
        (HERE + 'CMD ["python", "-m", "svc.main"]', True, "python", "/srv/svc/main.py"),
        (HERE + 'CMD ["python", "-m", "http.server"]', None, "python", None),
        (HERE + 'CMD ["python", "-c", "1"]', True, "python", None),
        (HERE + 'CMD ["sh", "run.sh"]', True, "sh", "/srv/run.sh"),
        (HERE + 'CMD ["./run.sh"]', None, "./run.sh", None),
        (HERE + 'RUN echo true > /made.sh\nCMD ["/made.sh"]', False, "/made.sh", None),
        (HERE + 'RUN echo true > /made.sh && chmod +x /made.sh\nCMD ["/made.sh"]', None, "/made.sh", None),
        (HERE + 'RUN pip install uvicorn\nCMD ["uvicorn", "svc.main:app"]', True, "uvicorn", "/srv/svc/main.py"),
        (HERE + 'RUN pip install uvicorn\nCMD ["uvicorn", "svc/main:app"]', False, "uvicorn", None),
        (HERE + 'RUN pip install uvicorn\nCMD ["uvicorn", "svc.gone:app"]', False, "uvicorn", None),
        (
            HERE + 'RUN pip install gunicorn\nCMD ["gunicorn", "--daemon", "svc.main:app"]',
            False,
            "gunicorn",
            "/srv/svc/main.py",
        ),
        (HERE + 'USER app\nCMD ["python", "app.py"]', False, "python", "/srv/app.py"),
        (HERE + 'USER nobody\nCMD ["python", "app.py"]', True, "python", "/srv/app.py"),
        (HERE + "USER app\nCMD true && python app.py", False, "python", "/srv/app.py"),
        (HERE + "CMD source x && python app.py", False, "python", "/srv/app.py"),
        (HERE + "CMD source x || python app.py", None, "python", "/srv/app.py"),
        (HERE + "RUN dpkg-reconfigure dash\nCMD source x && python app.py", None, "python", "/srv/app.py"),
        (HERE + 'WORKDIR /root\nCOPY app.py .\nUSER nobody\nCMD ["python", "app.py"]', False, "python", "/root/app.py"),
        (HERE + 'RUN pip install uvicorn\nCMD ["uvicorn", "--app-dir", "x", "svc.main:app"]', None, "uvicorn", None),
        (HERE + 'CMD ["python", "gone.py"]', False, "python", "/srv/gone.py"),
        (HERE + 'CMD ["gunicorn", "svc.main:app"]', False, "gunicorn", "/srv/svc/main.py"),
        (HERE + 'CMD ["python app.py"]', False, "python app.py", None),
        (HERE + 'CMD ["source", "/venv/bin/activate"]', False, "source", None),
        (HERE + 'CMD ["cd", "/srv"]', False, "cd", None),
        (HERE + "CMD [ python app.py ]", None, "[", None),
        (HERE + "ENTRYPOINT ./run.sh && python app.py", None, "python", "/srv/app.py"),
        ('FROM nvidia/cuda:12.4.1-base-ubuntu22.04\nCOPY . .\nCMD ["python3", "app.py"]', False, "python3", "/app.py"),
        ("FROM scratch\nCOPY . .\nCMD python app.py", False, "python", "/app.py"),
        ("FROM scratch\nCOPY . .", False, None, None),
        (SLIM, True, "python3", None),
        ("FROM nvidia/cuda:12.4.1-base-ubuntu22.04", True, "/bin/bash", None),
        ("FROM registry.corp/ml:3\nCOPY . .", None, None, None),
        ('FROM registry.corp/ml:3\nCOPY . .\nENTRYPOINT ["python", "app.py"]', None, "python", None),
    ],
)
def test_entry(predicted: Predict, text: str, starts: bool | None, program: str | None, script: str | None) -> None:
    entry = look(predicted, text + "\n", APP).final.entry
    assert (entry.starts, entry.program, entry.script) == (starts, program, script)
    assert (entry.why is None) == (starts is True), "who does not say yes says why"


def test_missing_files_of_a_partial_context_prove_nothing(predicted: Predict) -> None:
    entry = look(predicted, HERE + 'CMD ["python", "gone.py"]\n', APP, context="partial").final.entry
    assert (entry.starts, entry.script) == (None, "/srv/gone.py")


def test_result_is_about_the_python_of_the_entry(predicted: Predict) -> None:
    """PATH finds the image's python, but the venv's is started."""
    text = (
        SLIM + "RUN python -m venv /venv && /venv/bin/pip install torch==2.4.1\n"
        'COPY app.py /\nCMD ["/venv/bin/python", "/app.py"]\n'
    )
    answers = look(predicted, text, APP)
    assert answers.stages[0].torch == ABSENT
    assert (answers.final.stage.torch, answers.final.entry.environment) == ("2.4.1", "/venv")
    assert [one.prefix for one in answers.final.stage.environments] == ["/usr/local", "/venv"]


@pytest.mark.parametrize(
    ("base", "marker", "held"),
    [
        ("python:3.11-slim", 'python_version < "3.13"', {"idna": "3.10", "six": "1.16.0"}),
        ("python:3.11-slim", 'python_version < "3.9"', {"idna": "3.10", "six": "1.17.0"}),
        ("python:3-slim", 'python_version < "3.13"', {"idna": "3.10"}),
        ("python:3-slim", 'sys_platform == "linux"', {"idna": "3.10", "six": "1.16.0"}),
        ("python:3.11-slim", 'platform_release > "5"', {"idna": "3.10"}),
    ],
)
def test_what_an_unknown_marker_decides_is_not_told(
    predicted: Predict, base: str, marker: str, held: dict[str, str]
) -> None:
    """Neither the new version nor the one that was there before."""
    text = f"FROM {base}\nRUN pip install six==1.17.0 idna==3.10\nRUN pip install 'six==1.16.0; {marker}'\n"
    (environment,) = look(predicted, text).final.stage.environments
    assert {one.name: one.version for one in environment.packages} == held


def test_runner_may_choose_another_python(predicted: Predict) -> None:
    text = SLIM + 'RUN python -m venv /venv\nRUN pip install torch==2.4.1\nCMD ["poetry", "run", "app"]\n'
    stage = look(predicted, text).final.stage
    assert (stage.python, stage.torch) == (None, None)


# The stages


def test_each_stage_is_told(predicted: Predict) -> None:
    text = (
        "ARG TAG=3.12-slim\nFROM python:$TAG AS build\nWORKDIR /w\n"
        'FROM build AS tests\nCMD ["python"]\n'
        "FROM debian:12 AS last\nUSER 1000:1000\n"
    )
    answers = look(predicted, text)
    assert [(one.number, one.name, one.ships, one.base, one.workdir, one.user) for one in answers.stages] == [
        (0, "build", False, "python:3.12-slim", "/w", "root"),
        (1, "tests", True, "python:3.12-slim", "/w", "root"),
        (2, "last", True, "debian:12", "/", "1000:1000"),
    ]
    assert answers.final.multi_stage
    assert answers.final.stage.name == "last"


def test_the_target_is_the_image(predicted: Predict) -> None:
    answers = look(predicted, "FROM debian:12 AS a\nFROM debian:11 AS b\n", target_stage="a")
    assert (answers.final.stage.name, answers.final.stage.base_os) == ("a", "debian12")


def test_packages_are_those_that_were_asked_for(predicted: Predict) -> None:
    text = SLIM + "RUN pip install flask==3.0.0 'numpy<2' requests\n"
    (environment,) = look(predicted, text).final.stage.environments
    assert [tuple(one) for one in environment.packages] == [
        ("flask", "3.0.0", "pip"),
        ("numpy", "<2", "pip"),
        ("requests", ANY, "pip"),
    ]


def test_unknowns_come_with_the_way_out(predicted: Predict) -> None:
    text = "FROM registry.corp/ml:3\nRUN pip install -r requirements.txt\n"
    base, install = look(predicted, text).final.unknowns
    assert "[tool.torchlint.bases]" in base.message
    assert "--context" in install.message
    assert install.at is not None
