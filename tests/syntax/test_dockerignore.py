"""`.dockerignore` as BuildKit matches it: each case is the file, paths it keeps back, and paths it lets through."""

from __future__ import annotations

import pytest

from torchlint.syntax.dockerignore import DockerIgnore, parse
from torchlint.text import Source


def read(text: str | bytes) -> DockerIgnore:
    return parse(Source.from_bytes(".dockerignore", text.encode() if isinstance(text, str) else text))


CASES = [
    ("", "", "a a/b"),
    ("a", "a a/b a/b/c", "b b/a ab"),
    ("/a", "a a/b", "b/a"),
    ("a/", "a a/b", "b/a"),
    ("./a", "a", "b"),
    ("a/../b", "b b/c", "a"),
    ("//a", "a", "b/a"),
    ("a/b", "a/b a/b/c", "a b a/c c/a/b"),
    ("*", "a a/b .git", ""),
    ("*.md", "x.md x.md/y", "a/x.md x.mdx"),
    ("*/x", "a/x a/x/y", "x a/b/x"),
    ("**", "a a/b/c", ""),
    ("**/x", "x a/x a/b/x a/x/y", "xy a/yx"),
    ("**/*.py", "x.py a/x.py a/b.py/c", "x.pyc"),
    ("**x", "x a/bx bx", "xa"),
    ("a/**", "a/b a/b/c", "a ab"),
    ("a/**/b", "a/b a/c/b a/c/d/b a/b/x", "a ab b"),
    ("a**", "a ab ab/c", "ba"),
    ("a?c", "abc", "ac a/c abbc"),
    ("a[b-d]", "ab ad", "aa ae a"),
    ("a[^b]", "ac", "ab a"),
    ("a[", "", "a[ a"),
    ("a[]b]", "", "a] ab"),
    ("a\\*", "a*", "ab a\\*"),
    ("a.b+(c){d}|$^", "a.b+(c){d}|$^", "axb"),
    ("# a\na\n #b", "a #b", "b"),
    ("  a  \n\t\nb\t", "a b", ""),
    ("*\n!a", "b b/a", "a a/b"),
    ("!a\n*", "a b", ""),
    ("a\n!a/b", "a a/c", "a/b a/b/c"),
    ("a\n!a/b\na/b/c", "a a/b/c", "a/b a/b/d"),
    ("*\n!**/*.txt", "a a/b", "x.txt a/x.txt"),
    ("*\n! /a", "b", "a"),
    ("a\n!", "a", "b"),
    (".", "", "a"),
    ("/", "", "a"),
    ("../a", "", "a"),
    ("é?", "éà", "é éab"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kept", "sent"), CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_which_paths_the_builder_gets(text: str, kept: str, sent: str, end: str) -> None:
    ignore = read(text.replace("\n", end) + end)
    for path in kept.split(" ") if kept else ():
        assert ignore.excludes(path.encode().decode("latin-1")), path
    for path in sent.split(" ") if sent else ():
        assert not ignore.excludes(path.encode().decode("latin-1")), path


def test_a_name_with_a_blank_is_one_pattern() -> None:
    assert read("a b").excludes("a b")
    assert not read("a b").excludes("a")


def test_bom_and_unicode_blanks_around_a_pattern_do_not_count() -> None:
    ignore = read("\ufeff\u00a0a\u00a0\n\u2028b\n")
    assert ignore.excludes("a")
    assert ignore.excludes("b")


def test_the_deciding_pattern_is_told_with_its_place() -> None:
    text = "\ufeff# note\n  data/  \n!data/keep\n".encode()
    ignore = read(text)
    found = ignore.pattern_for("data/x")
    assert found is not None
    assert found.text == "data/" == ignore.excluded_by("data/x")
    assert text[found.span.start : found.span.end] == b"data/"
    assert ignore.pattern_for("data/keep") is None
    assert ignore.excluded_by("data/keep") is None


@pytest.mark.parametrize(
    ("text", "folder", "expected"),
    [("a", "a", False), ("a\n!a/b", "a", True), ("a\n!a/b/c", "a/b", True), ("a\n!c/b", "a", False),
     ("*\n!**/x", "a", True), ("*\n!*/x", "a", True), ("*\n!x", "a", False)],
)  # fmt: skip
def test_whether_something_below_an_excluded_folder_may_come_back(text: str, folder: str, expected: bool) -> None:
    assert read(text).may_include_below(folder) is expected
