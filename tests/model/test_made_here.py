"""An environment that does not fit, made again where it is used: what goes, what stays, and when nothing is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint import World, predict, read
from torchlint.model.made_here import made_here
from torchlint.text import apply

if TYPE_CHECKING:
    from pathlib import Path

BUILDER = """\
FROM ubuntu:18.04 AS builder
RUN apt-get update && apt-get install -y python3-venv
RUN python3 -m venv /home/venv
ENV PATH=/home/venv/bin:$PATH
COPY list.txt .
RUN pip install -r list.txt
"""
SERVER = """\
FROM pytorch/torchserve:0.12.0-cpu
COPY --from=builder /home/venv /home/venv
CMD ["torchserve", "--foreground"]
"""
MENDED = """\
FROM pytorch/torchserve:0.12.0-cpu
COPY list.txt .
RUN pip install -r list.txt
CMD ["torchserve", "--foreground"]
"""


def mended(folder: Path, text: str) -> str | None:
    """The file with the edits for its last COPY, None if there are none."""
    (folder / "Dockerfile").write_text(text)
    (folder / "list.txt").write_text("numpy==1.19.5\n")
    project, world = read([str(folder / "Dockerfile")]), World()
    build = predict(project.dockerfiles[0], project, world)
    step = next(one for one in reversed(build.stages[-1].steps) if one.instruction.keyword == "COPY")
    edits = made_here(build, step, "/home/venv", project, world)
    return None if edits is None else apply(text, edits)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (BUILDER + SERVER, MENDED),
        (f"# what it is\n# for\n{BUILDER}\n# the server\n{SERVER}", f"# the server\n{MENDED}"),
        (f"# syntax=docker/dockerfile:1\n{BUILDER}{SERVER}", f"# syntax=docker/dockerfile:1\n{MENDED}"),
        ("# of both\nARG OS=ubuntu:18.04\n\n" + BUILDER.replace("ubuntu:18.04", "$OS") + SERVER, MENDED),
        (
            "ARG OS=ubuntu:18.04\n" + BUILDER.replace("ubuntu:18.04", "$OS") + SERVER.replace("CMD", "ARG OS\nCMD"),
            "ARG OS=ubuntu:18.04\n" + MENDED.replace("CMD", "ARG OS\nCMD"),
        ),
        (BUILDER.replace("COPY list.txt .\n", "# what it needs\nCOPY list.txt .\n") + SERVER, None),
    ],
)
def test_builder_goes_and_its_installs_stay(tmp_path: Path, text: str, result: str | None) -> None:
    """Comments go with what they stand above."""
    wanted = MENDED.replace("COPY list", "# what it needs\nCOPY list") if result is None else result
    assert mended(tmp_path, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        BUILDER.replace("pip install", "echo ok && pip install") + SERVER,
        BUILDER.replace("RUN pip", "RUN --network=none pip") + SERVER,
        BUILDER.replace("python3 -m venv /home/venv", "python3 -m venv /home/venv && /home/venv/bin/pip install six")
        + SERVER,
        BUILDER.replace("COPY list.txt .\n", "WORKDIR /src\nCOPY list.txt .\n") + SERVER,
        BUILDER.replace("COPY list.txt .\n", "ENV PIP_NO_INPUT=1\nCOPY list.txt .\n") + SERVER,
        BUILDER.replace("RUN pip", "ARG WHAT\nRUN pip") + SERVER,
        BUILDER.replace("RUN python3 -m venv", "COPY list.txt .\nRUN python3 -m venv") + SERVER,
        BUILDER.replace("-r list.txt", "$MORE -r list.txt") + SERVER,
        BUILDER.replace("-r list.txt", "torch==1.8.0+cpu -f https://download.pytorch.org/whl/cpu/torch_stable.html")
        .replace("COPY list.txt .\n", "")
        .replace("1.8.0", "1.4.0")
        + SERVER,
        BUILDER + SERVER.replace("COPY --from=builder", "COPY --chown=1 --from=builder"),
        BUILDER + SERVER.replace("/home/venv /home/venv", "/home/venv /etc/hosts /home/venv/"),
        BUILDER + "FROM builder AS other\nCMD true\n" + SERVER,
        BUILDER + "FROM debian:12 AS more\nCOPY --from=builder /etc /etc\n" + SERVER,
        BUILDER + "FROM debian:12 AS more\nRUN --mount=type=bind,from=builder,target=/b true\n" + SERVER,
        "FROM debian:12\n"
        + BUILDER
        + SERVER
        + "COPY --from=0 /etc/hosts /h\nCOPY --from=builder /home/venv /home/venv\n",
        BUILDER + SERVER.replace("pytorch/torchserve:0.12.0-cpu", "registry.example.com/own:1"),
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(tmp_path: Path, text: str) -> None:
    assert mended(tmp_path, text) is None
