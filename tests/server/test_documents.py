"""Places and changes as editors count them, for any text: held against Python's own codecs."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchlint.server.documents import Change, Documents, Places, Where, held, path_of, told, uri_of

PIECES = [
    "a",
    "RUN x",
    " ",
    "\n",
    "\r\n",
    "\r",
    "Å",
    "à",
    "\xa0",
    "\x85",
    "\u2028",
    "\f",
    "\x1c",
    "€",
    "😀",
    "\ufeff",
    "\ud800",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
LINE_END = re.compile("\r\n|\r|\n")
URI = Path(os.path.abspath("Dockerfile")).as_uri()


def places_of(text: str, units: str) -> list[Where]:
    """The place of every character, and of the end, by cutting the text before it into lines."""
    codec, size = UNITS[units]
    found = []
    for index in range(len(text) + 1):
        lines = LINE_END.split(text[:index])
        if text[index - 1 : index + 1] == "\r\n":  # Amid a line end is its begin.
            lines = LINE_END.split(text[: index - 1])
        found.append(Where(len(lines) - 1, len(lines[-1].encode(codec, "surrogatepass")) // size))
    return found


def offsets_of(text: str) -> list[int]:
    return [len(text[:index].encode("utf-8", "surrogatepass")) for index in range(len(text) + 1)]


@pytest.mark.parametrize("units", UNITS)
@given(text=TEXTS)
def test_every_byte_has_the_place_that_codecs_give(text: str, units: str) -> None:
    places = Places(held(text), units)
    assert [places.where(offset) for offset in offsets_of(text)] == places_of(text, units)


@pytest.mark.parametrize("units", UNITS)
@given(text=TEXTS)
def test_a_place_leads_back_to_its_byte(text: str, units: str) -> None:
    places = Places(held(text), units)
    for index, offset in enumerate(offsets_of(text)):
        if text[index - 1 : index + 1] != "\r\n":
            assert places.offset(places.where(offset)) == offset


@given(text=TEXTS, line=st.integers(0, 20), column=st.integers(0, 40), units=st.sampled_from(sorted(UNITS)))
def test_any_place_is_somewhere_in_the_text(text: str, line: int, column: int, units: str) -> None:
    """Behind the end of a line is its end, behind the last line that of the text, amid a character its begin."""
    offset = Places(held(text), units).offset(Where(line, column))
    assert offset in offsets_of(text)
    lines = LINE_END.split(text)
    if line >= len(lines):
        assert offset == len(held(text))
    elif column >= len(lines[line].encode("utf-8", "surrogatepass")):
        assert Places(held(text), units).where(offset).line == line


@given(text=TEXTS)
def test_text_survives_being_held(text: str) -> None:
    assert told(held(text)) == text


def test_byte_order_mark_counts_only_where_the_editor_shows_it() -> None:
    text = held("\ufeffFROM x\n")
    assert Places(text, "utf-16", marked=True).where(3) == Where(0, 0)
    assert Places(text, "utf-16", marked=True).where(0) == Where(0, 0)
    assert Places(text, "utf-16", marked=True).offset(Where(0, 4)) == 7
    assert Places(text, "utf-16").where(3) == Where(0, 1)


@pytest.mark.parametrize("units", UNITS)
@given(text=TEXTS, data=st.data())
def test_typing_gives_the_text_that_the_editor_has(text: str, units: str, data: st.DataObject) -> None:
    documents = Documents()
    documents.units = units
    documents.open(URI, "dockerfile", 1, text)
    for version in range(2, 6):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2), label="from, to"))
        if any(text[index - 1 : index + 1] == "\r\n" for index in (start, end)):
            continue
        typed = data.draw(TEXTS, label="typed")
        where = places_of(text, units)
        document = documents.change(URI, version, [Change(typed, (where[start], where[end]))])
        text = text[:start] + typed + text[end:]
        assert document is not None
        assert (told(document.text), document.version) == (text, version)


def test_states_that_were_handed_out_stay_as_they_are() -> None:
    documents = Documents()
    opened = documents.open(URI, "dockerfile", 1, "FROM a\n")
    assert opened is not None
    before = documents.state
    documents.change(URI, 2, [Change("FROM b\n")])
    documents.close(URI)
    assert before.documents == {opened.path: opened}
    assert opened.text == "FROM a\n"
    assert before.number < documents.state.number


def test_what_is_not_open_is_not_changed() -> None:
    documents = Documents()
    assert documents.change(URI, 2, [Change("x")]) is None
    assert documents.close(URI) is None


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "git:/x/Dockerfile", "file:relative", "file:///a%00b", "file://[", "", "http://x/y"]
)
def test_what_is_no_file_is_no_document(uri: str) -> None:
    assert Documents().open(uri, "dockerfile", 1, "FROM x") is None


@pytest.mark.parametrize("name", ["Dockerfile", "a b#c?d%20e", "Ü-ñ-😀", "x;y,z=1"])
def test_paths_survive_being_uris(name: str) -> None:
    path = os.path.join(os.path.abspath(os.curdir), name)
    assert path_of(uri_of(path)) == path


@pytest.mark.parametrize(
    ("name", "language", "kind"),
    [
        ("Dockerfile", "plaintext", "dockerfile"),
        ("gpu.Dockerfile", "", "dockerfile"),
        ("train.docker", "dockerfile", "dockerfile"),
        ("train.docker", "plaintext", "other"),
        ("Dockerfile.j2", "dockerfile", "other"),
        ("requirements-dev.txt", "plaintext", "requirements"),
        ("deps/base.txt", "pip-requirements", "requirements"),
        ("base.txt", "plaintext", "other"),
        ("environment.yml", "yaml", "environment"),
        ("compose.yml", "yaml", "other"),
        ("app.py", "python", "other"),
        ("uv.lock", "toml", "other"),
    ],
)
def test_documents_are_checked_as_what_their_name_or_the_editor_says(name: str, language: str, kind: str) -> None:
    document = Documents().open(uri_of(os.path.abspath(name)), language, 1, "")
    assert document is not None
    assert document.kind == kind
