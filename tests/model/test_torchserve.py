"""How an image starts TorchServe, and what that start asks of those who call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.torchserve import torchserve

if TYPE_CHECKING:
    from tests.model.asking import Predict

FILES = {"config.properties": "inference_address=http://0.0.0.0:8080\n"}
TAGGED = "FROM pytorch/torchserve:0.12.0-cpu\n"
COPY = "COPY config.properties /home/model-server/config.properties\n"


@pytest.mark.parametrize(
    ("text", "words", "alone", "configured"),
    [
        (TAGGED + COPY, ["serve"], False, True),
        (TAGGED, ["serve"], False, False),
        (TAGGED + COPY + 'CMD ["torchserve", "--start"]', ["torchserve", "--start"], False, True),
        (TAGGED + COPY + 'WORKDIR /srv\nCMD ["torchserve"]', ["torchserve"], False, False),
        ("FROM python:3.10-slim\nWORKDIR /srv\nCOPY config.properties .\nCMD torchserve", ["torchserve"], True, True),
        ("FROM python:3.10-slim\nCMD torchserve --start && sleep 9", ["torchserve", "--start"], False, False),
    ],
)
def test_start_is_known(text: str, words: list[str], alone: bool, configured: bool, predicted: Predict) -> None:
    server = torchserve(predicted(text, FILES).stage)
    assert server is not None
    assert [word.value for word in server.words] == words
    assert (server.alone, server.config is not None) == (alone, configured)


@pytest.mark.parametrize(
    "text",
    [
        'FROM pytorch/torchserve\nCMD ["bash"]',
        "FROM python:3.10-slim\nCMD python app.py",
        'FROM registry.example.com/serve:1\nCMD ["torchserve", "--start"]',
    ],
)
def test_nothing_is_said_of_other_starts(text: str, predicted: Predict) -> None:
    assert torchserve(predicted(text, FILES).stage) is None


@pytest.mark.parametrize(
    ("tag", "words", "settings", "tokens", "loads"),
    [
        ("0.12.0-cpu", ["torchserve"], "", True, False),
        ("0.11.0-cpu", ["torchserve"], "", False, True),
        ("latest", ["torchserve"], "", None, None),
        ("latest", ["serve"], "", False, None),
        ("0.12.0-gpu", ["torchserve", "--disable-token-auth"], "", False, False),
        ("0.12.0-gpu", ["torchserve", "--enable-model-api"], "", True, True),
        ("0.12.0-gpu", ["torchserve"], "disable_token_authorization = TRUE\nenable_model_api: true", False, True),
    ],
)
def test_tokens_and_the_model_api_follow_release_and_settings(
    tag: str, words: list[str], settings: str, tokens: bool | None, loads: bool | None, predicted: Predict
) -> None:
    told = ", ".join(f'"{word}"' for word in words)
    text = f"FROM pytorch/torchserve:{tag}\n{COPY}CMD [{told}]"
    server = torchserve(predicted(text, {"config.properties": settings}).stage)
    assert server is not None
    assert (server.asks_for_tokens, server.loads_on_request) == (tokens, loads)


def test_the_variable_names_the_properties_before_the_option(predicted: Predict) -> None:
    text = f"{TAGGED}COPY config.properties /a.txt\nCOPY other.properties /b.txt\nENV TS_CONFIG_FILE=/b.txt\n"
    files = {**FILES, "other.properties": "model_store=/models\n"}
    server = torchserve(predicted(text + 'CMD ["torchserve", "--ts-config", "/a.txt"]', files).stage)
    assert server is not None and server.config is not None
    assert server.config.get("model_store") == "/models"
