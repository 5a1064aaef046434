"""Which commands newer releases of programs no longer have."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from torchlint.world.dropped import dropped
from torchlint.world.release_ranges import release_key
from torchlint.world.tables.dropped_commands import PROGRAMS


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("poetry export -f requirements.txt", [("poetry export", 0)]),
        ("poetry -n --no-ansi export", [("poetry export", 2)]),
        ("poetry install --no-root --no-dev", [("poetry install --no-dev", 2)]),
        ("poetry install --no-dev=yes", [("poetry install --no-dev", 1)]),
        ("poetry install --no-developers", []),
        ("poetry run install --no-dev", []),
        ("poetry --no-dev", []),
        ("poetry", []),
        ("poetry config virtualenvs.create false", []),
        ("poetry config installer.modern-installation false", [("poetry config installer.modern-installation", 1)]),
        ("huggingface-cli", [("huggingface-cli", -1)]),
        ("huggingface-cli download a b", [("huggingface-cli", -1)]),
        ("hf download a b", []),
        ("jupyter nbextension enable x", [("jupyter nbextension", 0)]),
        ("jupyter lab", []),
        ("conda clean -tipsy", [("conda clean -s", 1)]),
        ("conda clean --source-cache -y", [("conda clean --source-cache", 1)]),
        ("conda clean -tipy", []),
        ("conda clean --tarballs", []),
        ("conda clean -afy sources", []),
        ("pipenv lock -r", [("pipenv lock -r", 1)]),
        ("pipenv run lock -r", []),
        ("gdown --id 1 -O x", [("gdown --id", 0)]),
        ("gdown https://example.com/uc?id=1", []),
        ("our-program-of-example export", []),
    ],
)
def test_what_a_command_line_asks_for_that_is_gone(line: str, found: list[tuple[str, int]]) -> None:
    program, *values = line.split(" ")
    assert [(one.shown, one.at) for one in dropped(program, values)] == found


def test_a_word_that_nobody_knows_is_no_command() -> None:
    assert dropped("poetry", [None, "export"]) == ()
    assert dropped("poetry", ["install", None]) == ()


def test_each_row_is_in_order() -> None:
    for program, rows in PROGRAMS.items():
        for package, verb, word, since, python, instead, alone, unless, needs in rows:
            assert release_key(since) is not None, program
            assert python.startswith("3."), program
            assert instead[0].islower(), program
            assert not word or verb or word[0] == "-", program
            assert package != unless
            assert not (alone and needs)
            assert all(release_key(one.partition(">=")[2]) is not None for one in needs.split()), program


def test_the_rule_is_asked_about_every_command_of_the_table() -> None:
    text = (Path(__file__).parents[2] / "rules" / "python" / "command_gone.py").read_text(encoding="utf-8")
    called = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.keyword) and node.arg == "when"]
    (when,) = (set(ast.literal_eval(one.value)) for one in called)
    for program, rows in PROGRAMS.items():
        for _, verb, word, *_ in rows:
            assert {program, f"{program} {verb}", f"{program} {word}"} & when, (program, verb, word)
    assert {one.split(" ")[0] for one in when} == set(PROGRAMS)
