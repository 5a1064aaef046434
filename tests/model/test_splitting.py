"""One stage made two: what comes out of it, and what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.bringing import brought
from torchlint.model.splitting import split
from torchlint.project import read
from torchlint.text import apply
from torchlint.world import World

if TYPE_CHECKING:
    from tests.model.asking import Predict

FILES = {"requirements.txt": "torch==2.6.0\n", "app.py": "import torch\n"}
TOOLS = "RUN apt-get update && apt-get install -y gcc && rm -rf /var/lib/apt/lists/*\n"
INSTALL = "COPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n"
START = 'COPY app.py .\nCMD ["python", "app.py"]\n'
MADE = 'RUN python -m venv /opt/venv\nENV PATH="/opt/venv/bin:$PATH"\n'
BROUGHT = 'COPY --from=builder /opt/venv /opt/venv\nENV PATH="/opt/venv/bin:$PATH"\n'
SLIM = "FROM python:3.12-slim"


def made(predicted: Predict, text: str, files: dict[str, str] | None = None) -> str:
    """The file that comes out, or why none does."""
    build = predicted(text, FILES | (files or {})).build
    found = split(build, build.stages[0], read([build.source.path]), World())
    return found if isinstance(found, str) else apply(text, found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            f"{SLIM}\n{TOOLS}{INSTALL}{START}",
            f"{SLIM} AS builder\n{TOOLS}{MADE}{INSTALL}\n{SLIM}\n{BROUGHT}{START}",
            id="tools go",
        ),
        pytest.param(
            f"{SLIM} AS app\nEXPOSE 80\nWORKDIR /app\nRUN useradd app\n{TOOLS}{INSTALL}USER app\n{START}",
            f"{SLIM} AS builder\nWORKDIR /app\n{TOOLS}{MADE}{INSTALL}\n{SLIM} AS app\nEXPOSE 80\nWORKDIR /app\n"
            f"RUN useradd app\n{BROUGHT}USER app\n{START}",
            id="name, port, folder and user are the image's",
        ),
        pytest.param(
            f"{SLIM}\nRUN apt-get update && apt-get install -y \\\n    gcc \\\n    libgl1 && \\\n"
            f"    pip install -r requirements.txt && \\\n    rm -rf /var/lib/apt/lists/*\n{START}",
            "",
            id="no requirements yet",
        ),
        pytest.param(
            f"{SLIM}\nCOPY requirements.txt .\nRUN apt-get update && apt-get install -y \\\n    gcc \\\n"
            "    libgl1 && \\\n"
            f"    pip install -r requirements.txt && \\\n    rm -rf /var/lib/apt/lists/*\n{START}",
            f"{SLIM} AS builder\n{MADE}COPY requirements.txt .\nRUN apt-get update && apt-get install -y \\\n"
            "    gcc \\\n"
            "    libgl1 && \\\n    pip install -r requirements.txt && \\\n    rm -rf /var/lib/apt/lists/*\n\n"
            f"{SLIM}\nRUN apt-get update && apt-get install -y \\\n    libgl1 && \\\n    rm -rf /var/lib/apt/lists/*\n"
            f"{BROUGHT}{START}",
            id="a RUN that does all is taken apart",
        ),
        pytest.param(
            f"{SLIM}\n{TOOLS}RUN pip install uv==0.9.2\nRUN uv pip install --system torch==2.6.0\n{START}",
            f"{SLIM} AS builder\n{TOOLS}RUN python -m venv /opt/venv\nENV VIRTUAL_ENV=/opt/venv\n"
            'ENV PATH="/opt/venv/bin:$PATH"\nRUN pip install uv==0.9.2\nRUN uv pip install torch==2.6.0\n\n'
            f"{SLIM}\n{BROUGHT}{START}",
            id="uv finds the environment by its variable",
        ),
        pytest.param(
            f"{SLIM}\n{TOOLS}RUN python -m venv /env\nENV PATH=/env/bin:$PATH\n{INSTALL}{START}",
            f"{SLIM} AS builder\n{TOOLS}RUN python -m venv /env\nENV PATH=/env/bin:$PATH\n{INSTALL}\n{SLIM}\n"
            f"ENV PATH=/env/bin:$PATH\nCOPY --from=builder /env /env\n{START}",
            id="an environment that is there stays where it is",
        ),
        pytest.param(
            f"{SLIM}\nARG WHERE=/app\nARG INDEX\n{TOOLS}WORKDIR $WHERE\nCOPY . .\nRUN pip install -r requirements.txt\n"
            'CMD ["python", "app.py"]\n',
            f"{SLIM} AS builder\nARG WHERE=/app\nARG INDEX\n{TOOLS}WORKDIR $WHERE\n{MADE}COPY . .\n"
            f"RUN pip install -r requirements.txt\n\n{SLIM}\nARG WHERE=/app\nWORKDIR $WHERE\n{BROUGHT}COPY . .\n"
            'CMD ["python", "app.py"]\n',
            id="only what is used is declared again",
        ),
        pytest.param(
            f"{SLIM}\nRUN apt-get update && apt-get install -y gcc libpq-dev libffi-dev zlib1g-dev\n{INSTALL}{START}",
            f"{SLIM} AS builder\nRUN apt-get update && apt-get install -y gcc libpq-dev libffi-dev zlib1g-dev\n{MADE}"
            f"{INSTALL}\n{SLIM}\nRUN apt-get update && apt-get install -y libpq5 libffi-dev\n{BROUGHT}{START}",
            id="the library of a -dev package where that is known",
        ),
    ],
)
def test_stage_is_split(predicted: Predict, before: str, after: str) -> None:
    if after:
        assert made(predicted, before) == after
    else:
        assert "\n" not in made(predicted, before)


def test_line_ends_stay_as_they_are(predicted: Predict) -> None:
    text = f"{SLIM}\n\n{TOOLS}\n{INSTALL}\n{START}"
    after = made(predicted, text.replace("\n", "\r\n"))
    assert after.count("\n") == after.count("\r\n")
    assert after.replace("\r\n", "\n") == made(predicted, text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{SLIM} AS one\n{SLIM}\n{TOOLS}{INSTALL}{START}", "the file has several stages already"),
        (f"{SLIM}\n{TOOLS}{INSTALL}", "the Python that starts is not known"),
        (f"{SLIM}\n{TOOLS}RUN make\n{INSTALL}{START}", "line 3 does more than install"),
        (f"{SLIM}\n{TOOLS}RUN true | cat\n{INSTALL}{START}", "line 3 is no plain list of commands"),
        (f"{SLIM}\n{TOOLS}{INSTALL}RUN make\n{START}", "line 5 may need the tools"),
        (f"{SLIM}\n{TOOLS}RUN useradd app\nUSER app\n{INSTALL}{START}", "USER in line 4 stands before the installs"),
        (f"{SLIM}\nARG WHAT\n{TOOLS}RUN pip install flask $WHAT\n{START}", "what line 4 installs is not known"),
        (f"{SLIM}\n{TOOLS}RUN pip install --user flask\n{START}", "line 3 installs elsewhere"),
        (f"{SLIM}\n{TOOLS}RUN pip install lightgbm\n{START}", "the libraries that lightgbm needs when it runs"),
        (f"{SLIM}\n{TOOLS}RUN pip install flash-attn\n{START}", "the libraries that flash-attn needs when it runs"),
        (f"{SLIM}\n{TOOLS}{INSTALL}RUN ls /opt/venv\n{START}", "/opt/venv is in use"),
        (f"{SLIM}\n{TOOLS}RUN <<END\ntrue\nEND\n{INSTALL}{START}", "line 3 holds a heredoc"),
        (f"FROM pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime\n{TOOLS}{INSTALL}{START}", ""),
        (
            f'{SLIM}\n{TOOLS}{INSTALL}COPY app.py .\nCMD ["/usr/local/bin/python", "app.py"]\n',
            "the result would not hold the same packages",
        ),
    ],
)
def test_what_stands_in_the_way(predicted: Predict, text: str, why: str) -> None:
    found = made(predicted, text)
    assert "\n" not in found
    assert found.startswith(why)


BUILDER = f"{SLIM} AS builder\n{INSTALL}\n"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (f"{BUILDER}{SLIM}\n{START}", True),
        (f"{BUILDER}FROM python:3.12\n{START}", True),
        (f"{BUILDER}FROM python:3.11-slim\n{START}", False),
        (f"{BUILDER}FROM python:3.12-alpine\n{START}", False),
        (f"{BUILDER}CMD python\n{SLIM}\n{START}", False),
        (f"{BUILDER}FROM builder AS more\nRUN true\n{SLIM}\n{START}", False),
        (f"{BUILDER}{SLIM}\nCOPY --from=builder /usr/local/lib/python3.12/site-packages /opt/lib\n{START}", False),
    ],
)
def test_packages_of_a_builder_are_brought_where_the_same_python_runs_them(
    predicted: Predict, text: str, offered: bool
) -> None:
    build = predicted(text, FILES).build
    entry = build.stages[-1].entry
    assert entry is not None
    found = brought(build, entry, build.stages[0], read([build.source.path]), World())
    assert (found is not None) == offered
