"""The prediction as JSON keeps its contract, and in words says the same."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import torchlint.report
from tests.report.reports import at, source
from torchlint.model.build import Unknown
from torchlint.model.outlook import EntryOutlook, Final, Installed, Outlook, Package, StageOutlook
from torchlint.model.sizes import Part
from torchlint.report import inspection
from torchlint.report.paint import tables
from torchlint.report.tables import Block, Row, aligned

SCHEMA = json.loads((Path(torchlint.report.__path__[0]) / "inspect.schema.json").read_text(encoding="utf-8"))
PACKAGES = tuple(Package(f"package-{number}", "1.0", "pip") for number in range(9))
FIRST_SIX = ", ".join(one.name for one in PACKAGES[:6])
KNOWN = StageOutlook(
    0,
    "build",
    True,
    "python:3.11-slim",
    "debian12",
    "3.11",
    "2.4.1",
    "12.1",
    "pip",
    "absent",
    "root",
    "/app",
    (Installed("/usr/local", "3.11", "2.4.1", "12.1", PACKAGES), Installed("/venv", "3.11", "absent", "absent", ())),
)
NOTHING_KNOWN = StageOutlook(1, None, True, None, None, None, None, None, None, None, None, None, ())
FILE = source("FROM registry.corp/ml:3\n")


def entry(**others: Any) -> EntryOutlook:
    values: dict[str, Any] = dict.fromkeys(EntryOutlook._fields)
    return EntryOutlook(**(values | others))


def outlook(*stages: StageOutlook, **others: Any) -> Outlook:
    """An outlook whose last stage becomes the image."""
    values: dict[str, Any] = {
        "stage": stages[-1],
        "multi_stage": len(stages) > 1,
        "entry": entry(),
        "driver_min": None,
        "compute_capabilities": None,
        "size_estimate_bytes": None,
        "size_parts": (),
        "unknowns": (),
    }
    return Outlook("Dockerfile", stages, Final(**(values | others)))


EVERYTHING = outlook(
    KNOWN,
    entry=EntryOutlook("python", "/usr/local/bin/python", "/usr/local", "/app/app.py", True, None),
    driver_min="525.60.13",
    compute_capabilities=("8.0", "9.0", "9.0+PTX"),
    size_estimate_bytes=2_930_000_000,
    size_parts=(
        Part("torch 2.4.1", 2_800_000_000, at(FILE, "registry.corp/ml:3")),
        Part("base x", 130_000_000, None),
        Part("the rest", None, None),
    ),
)
OUTLOOKS = {
    "everything known": EVERYTHING,
    "nothing known": outlook(NOTHING_KNOWN),
    "two stages": outlook(KNOWN._replace(ships=False), NOTHING_KNOWN),
    "does not start": outlook(KNOWN, entry=entry(program="source", starts=False, why="a builtin")),
    "unknowns": outlook(
        NOTHING_KNOWN,
        unknowns=(Unknown("base x is unknown; say it", at(FILE, "registry.corp/ml:3")), Unknown("y", None)),
    ),
    "no GPU code": outlook(KNOWN, driver_min="absent", compute_capabilities=()),
}


def check(value: object) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(value)


def rows(blocks: list[Block]) -> dict[str, str]:
    return {row.label: row.value for row in blocks[-1].rows}


@pytest.mark.parametrize("name", OUTLOOKS)
def test_json_keeps_the_schema(name: str) -> None:
    check(json.loads(inspection.render_json(OUTLOOKS[name])))


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "where",
    [(), ("stages", 0), ("stages", 0, "environments", 0), ("final",), ("final", "entry"), ("final", "size_parts", 0)],
)
def test_schema_misses_every_key_that_is_not_there_and_refuses_others(where: tuple[Any, ...]) -> None:
    def place(value: Any) -> dict[str, Any]:
        for step in where:
            value = value[step]
        assert isinstance(value, dict)
        return value

    text = inspection.render_json(EVERYTHING)
    for key in place(json.loads(text)):
        value = json.loads(text)
        del place(value)[key]
        with pytest.raises(jsonschema.ValidationError):
            check(value)
    value = json.loads(text)
    place(value)["more"] = 1
    with pytest.raises(jsonschema.ValidationError):
        check(value)


def test_unknown_is_null_and_absent_is_said() -> None:
    value = json.loads(inspection.render_json(outlook(NOTHING_KNOWN._replace(python="absent"))))
    final = value["final"]
    assert (final["python"], final["torch"], final["base"]) == ("absent", None, None)
    assert final["entry"] == dict.fromkeys(EntryOutlook._fields)
    assert final["compute_capabilities"] is None
    assert json.loads(inspection.render_json(OUTLOOKS["no GPU code"]))["final"]["compute_capabilities"] == []


def test_texts_of_a_dockerfile_are_decoded() -> None:
    """They are held as bytes; JSON stays ASCII, so that no pipe fails on it."""
    held = "/café".encode().decode("latin-1")
    made = outlook(KNOWN._replace(workdir=held), entry=entry(script=held, why=f"{held} is not there", starts=False))
    text = inspection.render_json(made)
    assert text.isascii()
    value = json.loads(text)
    assert value["final"]["workdir"] == value["final"]["entry"]["script"] == "/café"
    assert rows(inspection.blocks(made))["workdir"] == "/café"
    assert rows(inspection.blocks(made))["starts"] == "no: /café is not there"


def test_unknowns_tell_their_places() -> None:
    first, second = json.loads(inspection.render_json(OUTLOOKS["unknowns"]))["final"]["unknowns"]
    assert first["at"] == {"path": "Dockerfile", "line": 1, "column": 6, "end_line": 1, "end_column": 24}
    assert second["at"] is None
    assert rows(inspection.blocks(OUTLOOKS["unknowns"])) == {"Dockerfile:1:6": "base x is unknown; say it", "": "y"}


def test_words_say_every_answer() -> None:
    (image,) = inspection.blocks(EVERYTHING)
    assert image.title == "Dockerfile: the image"
    assert [(row.label, row.value) for row in image.rows] == [
        ("base", "python:3.11-slim"),
        ("base OS", "debian12"),
        ("python", "3.11"),
        ("torch", "2.4.1"),
        ("torch CUDA", "12.1"),
        ("torch from", "pip"),
        ("CUDA toolkit", "absent"),
        ("user", "root"),
        ("workdir", "/app"),
        (
            "environments",
            f"/usr/local: python 3.11, torch 2.4.1 (CUDA 12.1); {FIRST_SIX} and 3 more",
        ),
        ("", "/venv: python 3.11, torch absent; nothing asked for"),
        ("program", "python"),
        ("found at", "/usr/local/bin/python"),
        ("runs in", "/usr/local"),
        ("script", "/app/app.py"),
        ("starts", "yes"),
        ("driver from", "525.60.13"),
        ("GPU code", "8.0, 9.0, 9.0+PTX"),
        ("size on disk", "about 2.9 GB or more"),
        ("", "torch 2.4.1: about 2.8 GB"),
        ("", "base x: about 130 MB"),
        ("", "the rest: size unknown"),
    ]


def test_size_is_the_least_where_a_part_of_it_is_unknown() -> None:
    part = Part("base x", 130_000_000, None)
    made = outlook(KNOWN, size_estimate_bytes=130_000_000, size_parts=(part,))
    assert rows(inspection.blocks(made))["size on disk"] == "about 130 MB"
    less = made._replace(final=made.final._replace(size_estimate_bytes=None))
    assert rows(inspection.blocks(less))["size on disk"] == "more than 130 MB"
    (told,) = json.loads(inspection.render_json(made))["final"]["size_parts"]
    assert told == {"part": "base x", "bytes": 130_000_000, "at": None}


def test_what_is_unknown_is_called_so() -> None:
    (image,) = inspection.blocks(OUTLOOKS["nothing known"])
    assert {row.value for row in image.rows} == {"unknown"}


def test_each_stage_stands_once() -> None:
    titles = [block.title for block in inspection.blocks(OUTLOOKS["two stages"])]
    assert titles == ["Dockerfile: stage 0 'build'", "Dockerfile: the image (stage 1)"]


def test_other_stage_that_ships_says_so() -> None:
    assert inspection.blocks(outlook(KNOWN, NOTHING_KNOWN))[0].title == "Dockerfile: stage 0 'build', ships too"


def test_any_version_is_told_in_words() -> None:
    assert rows(inspection.blocks(outlook(KNOWN._replace(torch="*"))))["torch"] == "any version"


# In a pipe and on a terminal


def test_plain_values_begin_in_one_column() -> None:
    text = aligned([Block("One", (Row("a", "1"), Row("long", "2"), Row("日", "3"))), Block("Two", (Row("", "x"),))])
    assert text == "One\n  a     1\n  long  2\n  日    3\n\nTwo\n    x\n"


def test_nothing_in_a_dockerfile_steers_a_terminal() -> None:
    made = inspection.blocks(outlook(KNOWN._replace(user="\x1b[2J", name="a\nb"), NOTHING_KNOWN))
    assert "\x1b" not in aligned(made)
    assert "a\nb" not in aligned(made)
    assert "\x1b" not in drawn(made, colours=False)


def drawn(blocks: list[Block], *, colours: bool, width: int = 80) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    tables(blocks, stream, width=width, colours=colours)
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


@pytest.mark.parametrize("name", OUTLOOKS)
def test_terminal_shows_the_same_content(name: str) -> None:
    made = inspection.blocks(OUTLOOKS[name])
    text = drawn(made, colours=False, width=400)
    lines = [line.strip("│ ") for line in text.splitlines()]
    for block in made:
        assert block.title in text
        for row in block.rows:
            assert any(line.startswith(row.label) and line.endswith(row.value) for line in lines), row


def test_terminal_table_keeps_within_its_width() -> None:
    text = drawn(inspection.blocks(EVERYTHING), colours=False, width=60)
    assert max(len(line) for line in text.splitlines()) <= 60


def test_colours_only_where_they_are_wanted() -> None:
    made = inspection.blocks(OUTLOOKS["does not start"])
    assert "\x1b[1;31m" in drawn(made, colours=True)
    assert "\x1b" not in drawn(made, colours=False)
