"""What the configuration says of images: likenesses, tables, mirrors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.model.asking import UNKNOWN

if TYPE_CHECKING:
    from tests.model.asking import Predict

NAME = "registry.example/team/base:1"


@pytest.mark.parametrize("key", [NAME, "registry.example/team/base"])
@pytest.mark.parametrize("told", ["python:3.11-slim", {"like": "python:3.11-slim"}])
def test_an_image_is_like_another(predicted: Predict, key: str, told: str | dict[str, Any]) -> None:
    prediction = predicted(f"FROM {NAME}\n", bases={key: told})
    assert prediction.starts("python") == "python of /usr/local"
    assert prediction.python() == "3.11"
    assert prediction.stage.base.name == NAME
    assert prediction.build.unknowns == ()


def test_a_digest_does_not_hide_the_name(predicted: Predict) -> None:
    prediction = predicted(f"FROM {NAME}@sha256:{'0' * 64}\n", bases={NAME: "python:3.11"})
    assert prediction.python() == "3.11"


TABLE = {
    "os": "ubuntu22.04",
    "python": "3.10",
    "prefix": "/opt/env",
    "packages": ["torch==2.4.1", "numpy<2"],
    "user": "app",
    "workdir": "/srv",
    "env": {"PATH": "/opt/env/bin:/usr/bin:/bin", "X": "1"},
    "entrypoint": ["tini", "--"],
    "cmd": ["python"],
    "programs": ["git", "/opt/tool"],
}


def test_a_table_says_what_an_image_brings(predicted: Predict) -> None:
    prediction = predicted(f"FROM {NAME}\n", bases={NAME: TABLE})
    assert (prediction.stage.base.kind, prediction.stage.base.os, prediction.stage.base.libc) == (
        "declared",
        "ubuntu22.04",
        "glibc",
    )
    assert (prediction.starts("python"), prediction.python()) == ("python of /opt/env", "3.10")
    assert prediction.environment("/opt/env").packages["torch"].version == "2.4.1"
    assert prediction.environment("/opt/env").packages["numpy"].version is None
    assert (prediction.final.user.value, prediction.final.workdir.value) == ("app", "/srv")
    assert (prediction.value("X"), prediction.starts("/opt/tool"), prediction.there("/usr/bin/git")) == (
        "1",
        "something",
        "file",
    )
    assert prediction.starts("curl") == UNKNOWN


def test_what_a_table_leaves_out_stays_unknown(predicted: Predict) -> None:
    prediction = predicted(f"FROM {NAME}\n", bases={NAME: {"os": "debian12"}})
    assert prediction.starts("python") == UNKNOWN
    assert prediction.final.user.value is None


def test_a_table_may_change_what_a_likeness_says(predicted: Predict) -> None:
    prediction = predicted(f"FROM {NAME}\n", bases={NAME: {"like": "python:3.11-slim", "packages": ["torch==2.4.1"]}})
    assert "torch" in prediction.environment("/usr/local").packages


@pytest.mark.parametrize("mirror", ["registry.example/hub", "registry.example/hub/"])
def test_a_mirror_serves_public_images(predicted: Predict, mirror: str) -> None:
    text = "FROM registry.example/hub/{}\n"
    assert predicted(text.format("python:3.11"), mirrors=(mirror,)).python() == "3.11"
    assert predicted(text.format("library/python:3.11"), mirrors=(mirror,)).python() == "3.11"
    assert predicted(text.format("nvidia/cuda:12.1.1-base-ubuntu22.04"), mirrors=(mirror,)).stage.base.kind == "cuda"
    assert predicted("FROM registry.example/hubbub/python:3.11\n", mirrors=(mirror,)).stage.base.kind is None


def test_a_declared_image_can_be_copied_from(predicted: Predict) -> None:
    text = f"FROM debian:12\nCOPY --from={NAME} /opt/env /opt/env\n"
    prediction = predicted(text, bases={NAME: TABLE})
    assert "torch" in prediction.environment("/opt/env").packages
