"""How secrets look, and what only looks like one."""

from __future__ import annotations

import pytest

from torchlint import World
from torchlint.triggers import MARKS_OF_TOKENS
from torchlint.world.tables.token_shapes import SHAPES

WORLD = World()
BODY = "QbTzWmNcKdLpRvSyXfGhJkAqEuIoPwZrTm4u7Bn2"
SETS = {"upper": BODY.upper(), "letters": BODY, "word": BODY, "dashes": BODY, "slashes": BODY}


@pytest.mark.parametrize("prefix", SHAPES)
def test_every_shape_is_found_wherever_it_stands(prefix: str) -> None:
    kind, letters, least = SHAPES[prefix]
    token = prefix + (SETS[letters] * 3)[:least]
    for text in (token, f"login --token {token} && next", f'KEY="{token}"', f"https://{token}@host/x"):
        found = WORLD.token_in(text)
        assert found is not None
        assert found.kind == kind
        assert text[found.start :].startswith(prefix)
        assert text[found.start : found.end].rstrip("-_") == token


@pytest.mark.parametrize("prefix", SHAPES)
def test_every_shape_has_a_mark_by_which_its_table_is_asked(prefix: str) -> None:
    assert any(mark in prefix for mark in MARKS_OF_TOKENS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hf_transfer",
        "hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "hf_your_token_goes_here_at_this_place",
        "hf_" + "a" * 40,
        "ghp_" + "1234567890" * 4,
        "AKIAIOSFODNN7EXAMPLE",
        "my" + "hf_" + BODY,
        "npm_config_registry",
        "$hf_TOKEN ${ghp_TOKEN}",
    ],
)
def test_placeholders_and_names_are_no_tokens(text: str) -> None:
    assert WORLD.token_in(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("pip install -i https://ci:kQ8zWm2p@host/simple x", "password of ci"),
        ("https://:kQ8zWm2p@host", "password of nobody"),
        ("a://b c https://x:y ftp://app:kQ8zWm2p@host:21/x", "password of app"),
    ],
)
def test_a_login_in_a_url(text: str, kind: str) -> None:
    found = WORLD.login_in(text)
    assert found is not None
    assert found.kind == kind
    assert "kQ8zWm2p" in text[found.start : found.end]
    assert text[found.end] == "@"


@pytest.mark.parametrize(
    "text",
    [
        "https://host:8080/a@b",
        "https://host/x:kQ8zWm2p@y",
        "git+ssh://git@host:22/x",
        "https://ci:${PASS}@host",
        "https://ci:$PASS@host",
        "https://ci:<token>@host",
        "https://user:kQ8zWm2p@host",
        "https://app:app@host",
        "postgres://postgres:postgres@db",
        "https://ci:abc@host",
        "://",
        "https://a:b@",
    ],
)
def test_what_is_no_written_out_password(text: str) -> None:
    assert WORLD.login_in(text) is None


@pytest.mark.parametrize("name", ["HF_TOKEN", "token", "DB_PASSWORD", "wandb_api_key", "aws-secret-access-key"])
def test_names_of_secrets(name: str) -> None:
    assert WORLD.secret_name(name)


@pytest.mark.parametrize("name", ["HF_TOKEN_FILE", "MAX_TOKENS", "EOS_TOKEN", "SECRET_NAME", "TOKENIZERS", "KEY", ""])
def test_names_that_only_look_alike(name: str) -> None:
    assert not WORLD.secret_name(name)
