"""Words come into a command as its form has them: the shell or the list gets them one by one."""

from __future__ import annotations

import json

import pytest

from torchlint.model.adding import added
from torchlint.text import Place, Source, Span, apply

CASES = {
    "RUN pip install a\n": "RUN pip install --x 1 a\n",
    "RUN pip install \\\n    a\n": "RUN pip install --x 1 \\\n    a\n",
    'RUN sh -c "pip install a"\n': 'RUN sh -c "pip install --x 1 a"\n',
    'RUN ["sh", "-c", "pip install a"]\n': 'RUN ["sh", "-c", "pip install --x 1 a"]\n',
    'RUN ["sh", "-c", "pip install"]\n': 'RUN ["sh", "-c", "pip install --x 1"]\n',
    'RUN "pip" "install" a\n': 'RUN "pip" "install" --x 1 a\n',
    'RUN ["pip", "install", "a"]\n': 'RUN ["pip", "install", "--x", "1", "a"]\n',
    'RUN ["pip","install"]\n': 'RUN ["pip","install", "--x", "1"]\n',
    'RUN [ "pip", \\\n  "install" , "a" ]\n': 'RUN [ "pip", \\\n  "install", "--x", "1" , "a" ]\n',
    'RUN ["install", "a"]\n': 'RUN ["install", "--x", "1", "a"]\n',
}


def put(text: str, words: tuple[str, ...], *, before: bool = False) -> str | None:
    start = text.index("install")
    edit = added(Place(Source("Dockerfile", text), Span(start, start + len("install"))), words, before=before)
    return None if edit is None else apply(text, [edit])


@pytest.mark.parametrize(("text", "after"), CASES.items())
def test_words_stand_behind_the_word(text: str, after: str) -> None:
    assert put(text, ("--x", "1")) == after


@pytest.mark.parametrize(("text", "after"), CASES.items())
def test_words_stand_before_the_word(text: str, after: str) -> None:
    whole = '"install"' if '"install"' in text else "install"
    in_list = after.count('", "--x"') or after.startswith('RUN ["install"')
    told = '"--x", "1", ' if in_list else "--x 1 "
    assert put(text, ("--x", "1"), before=True) == text.replace(whole, f"{told}{whole}")


@pytest.mark.parametrize("before", [False, True])
def test_place_with_its_quotes_is_the_same_place(before: bool) -> None:
    for text in CASES:
        if '"install"' not in text:
            continue
        start = text.index('"install"')
        edit = added(Place(Source("Dockerfile", text), Span(start, start + len('"install"'))), ("-y",), before=before)
        assert edit is not None
        assert apply(text, [edit]) == put(text, ("-y",), before=before)


@pytest.mark.parametrize("word", ["a b", 'a"b', "a\\b", "$a", "'a'"])
def test_word_that_needs_quotes_comes_into_no_list(word: str) -> None:
    assert put('RUN ["pip", "install"]\n', (word,)) is None
    assert put("RUN pip install\n", (word,)) == f"RUN pip install {word}\n"


def test_list_stays_a_list() -> None:
    after = put('RUN ["pip", "install", "a"]', ("--index-url", "https://example.com/simple"))
    assert after is not None
    assert json.loads(after.removeprefix("RUN ")) == [
        "pip",
        "install",
        "--index-url",
        "https://example.com/simple",
        "a",
    ]
