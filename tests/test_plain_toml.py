"""The reader of plain configurations says what tomllib says, or nothing."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchlint.config.plain_toml import read

PIECES = (
    *("a", "b-c", "_", '"q"', "'l'", " ", "\t", "=", " = ", '"x"', "'y\\n'", '"\\n"', '"', "'", '"""', "''"),
    *("[", "]", "[]", ",", '["x", "y"]', '["a",]', "true", "false", "#", "# c", "\n", "\r\n", "\r", "[t]\n", "[a]\n"),
    *(".", "1", "{", "}", "\x00", "\xa0", "\x85", "\u2028", "Å", 'a = "x"\n', "b = true # why\n", "'k' = ['z']\n"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_is_read_is_what_tomllib_reads(text: str) -> None:
    found = read(text)
    if found is not None:
        assert repr(found) == repr(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        'context = "partial"\n',
        '# ours\nselect = ["torch", \'pin\',]\r\nshell = true # too\n\n[target]\nplatform = "linux/arm64"\n',
        '[per-file-ignores]\n"docker/*.cpu" = ["cuda"]\n',
    ],
)
def test_what_people_write_is_read(text: str) -> None:
    assert read(text) == tomllib.loads(text)
    assert read(text) is not None


@pytest.mark.parametrize("text", ["a.b = true\n", "a = 1\n", "a = [\n]\n", "a = '''x'''\n", 'a = "\\u0041"\n', "a =\n"])
def test_the_rest_is_left_to_tomllib(text: str) -> None:
    assert read(text) is None
