"""Taking a word out of a command leaves a command."""

from __future__ import annotations

import pytest

from torchlint.model.removing import without
from torchlint.text import Place, Source, Span, apply

CASES = {
    "RUN apt-get install -y curl DROP && true\n": "RUN apt-get install -y curl && true\n",
    "RUN apt-get install -y DROP": "RUN apt-get install -y",
    "RUN a \\\n    DROP \\\n    b\n": "RUN a \\\n    b\n",
    "RUN a \\\r\n    DROP \\\r\n    b\r\n": "RUN a \\\r\n    b\r\n",
    "RUN a \\\n    DROP && b\n": "RUN a \\\n    && b\n",
    "RUN a \\\n\tDROP b \\\n  c\n": "RUN a \\\n\tb \\\n  c\n",
    'CMD ["a", "DROP"]\n': 'CMD ["a"]\n',
    'CMD ["a" , "DROP", "b"]\n': 'CMD ["a" , "b"]\n',
    'CMD ["sh", "-c", "a DROP"]\n': 'CMD ["sh", "-c", "a"]\n',
}
KEPT = ('CMD ["DROP", "a"]\n', "RUN a \\\n    DROP\n")


def removed(text: str) -> str | None:
    start = text.index("DROP")
    edit = without(Place(Source("Dockerfile", text), Span(start, start + 4)))
    return None if edit is None else apply(text, [edit])


@pytest.mark.parametrize(("before", "after"), CASES.items())
def test_word_goes_with_what_holds_only_it(before: str, after: str) -> None:
    assert removed(before) == after


@pytest.mark.parametrize("text", KEPT)
def test_word_stays_where_more_would_have_to_change(text: str) -> None:
    assert removed(text) is None
