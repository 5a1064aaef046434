"""The JSON schema of the configuration says the same as the reader of the configuration."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from typing import Any

import jsonschema
import pytest

from torchlint import catalog
from torchlint.cli import main
from torchlint.config import Config, ConfigError, schema
from torchlint.config.keys import _BASE, _KEYS, _TARGET

NAMES = ("all", *catalog.families(), *(entry.name for entry in catalog.entries()))
SCHEMA = schema.of(NAMES)

VALID = """\
profile = "strict"
select = ["all"]
extend-select = ["torch", "unknown-instruction"]
ignore = []
fail-on = "never"
baseline = "known.json"
require-reason = true
exclude = ["a/**", "!b"]
extend-exclude = []
respect-gitignore = false
context = "partial"
target-stage = "final"
mirrors = ["registry.example.com/hub"]
as-of = 2026-11-21
as-of = "2026-11-21"
fixable = ["all"]
unfixable = ["syntax"]
unsafe-fixes = true
shell = true
select = ["SC2086", "shell"]
packs = ["mine"]
per-file-ignores = { "a/**" = ["torch"] }
pairs = { "docker/*" = "." }
target = { gpu = ["h100"], driver = "570", platform = "linux/amd64" }
target = { driver = 570 }
build-args = { A = "1", B = 2 }
bases = { "example.com/a" = "python:3.12" }
bases = { "example.com/a" = { like = "python:3.12", packages = ["torch==2.6.0"], env = { A = "1" }, cmd = ["a"] } }
""".splitlines()
INVALID = """\
profil = "strict"
profile = "stric"
profile = 3
select = "all"
select = ["unknown-instuction"]
select = [1]
extend-select = ["sintax"]
fail-on = "warn"
baseline = ["a"]
require-reason = "yes"
exclude = "a"
exclude = { a = 1 }
respect-gitignore = 1
context = true
target-stage = 1
mirrors = "a"
shell = "yes"
ignore = ["SC20865"]
ignore = ["sc2086"]
as-of = "yesterday"
as-of = 2026
as-of = 2026-11-21T00:00:00
packs = [true]
per-file-ignores = { "a/**" = "torch" }
per-file-ignores = { "a/**" = ["torhc"] }
per-file-ignores = ["torch"]
pairs = { "docker/*" = ["."] }
target = { gpus = ["h100"] }
target = { driver = 570.1 }
target = { driver = true }
target = "gpu"
build-args = { A = [1] }
build-args = { A = true }
build-args = ["A=1"]
bases = { "example.com/a" = 3 }
bases = { "example.com/a" = { lke = "python:3.12" } }
bases = { "example.com/a" = { packages = "torch" } }
bases = ["a"]
""".splitlines()


def plain(value: Any) -> Any:
    """What editors give to a schema: JSON, in which days are texts."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value


def read(table: dict[str, Any]) -> str:
    """What the reader has against a configuration."""
    try:
        assert Config.isolated(overrides=table, known=lambda: NAMES).settings
    except ConfigError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("text", VALID)
def test_what_the_reader_takes_the_schema_takes(text: str) -> None:
    table = tomllib.loads(text)
    assert read(table) == ""
    jsonschema.Draft202012Validator(SCHEMA).validate(plain(table))


@pytest.mark.parametrize("text", INVALID)
def test_what_the_reader_refuses_the_schema_refuses(text: str) -> None:
    table = tomllib.loads(text)
    assert read(table)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(plain(table))


def test_every_example_is_of_another_key_than_the_schema_lacks() -> None:
    """Each key has an example that is right and, if its value can be wrong in itself, one that is wrong."""
    keys = {next(iter(tomllib.loads(text))) for text in VALID}
    assert keys == set(_KEYS)


def test_schema_has_every_key_of_the_reader_and_no_other() -> None:
    properties = SCHEMA["properties"]
    assert set(properties) == {*_KEYS, "extend"}
    assert set(properties["target"]["properties"]) == set(_TARGET)
    assert set(SCHEMA["$defs"]["base"]["properties"]) == set(_BASE)
    assert all(form["description"].endswith(".") for form in properties.values())


def test_values_that_can_be_listed_are_those_of_the_reader() -> None:
    for key, form in _KEYS.items():
        if isinstance(form, tuple):
            assert sorted(SCHEMA["properties"][key]["enum"]) == sorted(form)


def test_schema_is_a_schema_that_describes_files_only() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate({"extend": "../torchlint.toml"})


def test_defaults_are_those_of_the_settings() -> None:
    settings = Config.isolated().settings
    for key, form in SCHEMA["properties"].items():
        if "default" in form:
            assert getattr(settings, key.replace("-", "_")) == form["default"]


def test_schema_is_printed_with_the_names_of_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA


def test_keys_are_listed_with_values_and_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(SCHEMA["properties"])
    assert any("default | strict | min" in line and "How much to say" in line for line in lines)
