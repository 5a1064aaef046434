"""The changes that the page harness makes do change the text, and only where it means nothing."""

from __future__ import annotations

import pytest

from torchlint.harness.meaningless import CHANGES, COMMENT, Change, moved, renamed, stage_names

TEXT = """# syntax=docker/dockerfile:1
FROM python:3.12 AS Builder
RUN --mount=type=bind,from=builder,target=/b <<EOF
FROM builder
EOF
ONBUILD COPY --from=builder /a /builder
FROM builder
COPY --from=0 \\
  /a /b
"""
AFTER = {
    "as-written": TEXT,
    "crlf": TEXT.replace("\n", "\r\n"),
    "commented": f"""# syntax=docker/dockerfile:1
{COMMENT}FROM python:3.12 AS Builder
{COMMENT}RUN --mount=type=bind,from=builder,target=/b <<EOF
FROM builder
EOF
{COMMENT}ONBUILD COPY --from=builder /a /builder
{COMMENT}FROM builder
{COMMENT}COPY --from=0 \\
  /a /b
""",
    "lower-case": """# syntax=docker/dockerfile:1
from python:3.12 as Builder
run --mount=type=bind,from=builder,target=/b <<EOF
FROM builder
EOF
onbuild COPY --from=builder /a /builder
from builder
copy --from=0 \\
  /a /b
""",
    "renamed-stages": """# syntax=docker/dockerfile:1
FROM python:3.12 AS Ohvyqre
RUN --mount=type=bind,from=ohvyqre,target=/b <<EOF
FROM builder
EOF
ONBUILD COPY --from=ohvyqre /a /builder
FROM ohvyqre
COPY --from=0 \\
  /a /b
""",
}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_change_is_what_its_name_says_and_can_be_levelled(change: Change) -> None:
    names = stage_names(TEXT)
    after = change.make("Dockerfile", TEXT)
    assert after == AFTER[change.name]
    assert change.level("Dockerfile", after, names) == change.level("Dockerfile", TEXT, names)


def test_lines_are_followed_through_added_comments() -> None:
    (commented,) = [change for change in CHANGES if change.name == "commented"]
    assert moved(commented, "Dockerfile", TEXT) == {1: 1, 2: 3, 3: 5, 4: 6, 5: 7, 6: 9, 7: 11, 8: 13, 9: 14, 10: 15}


@pytest.mark.parametrize("text", ["FROM a AS b\nARG S\nFROM $S\n", "FROM a AS b\nCOPY --from=$S x y\n"])
def test_stages_that_a_variable_may_name_keep_their_names(text: str) -> None:
    assert stage_names(text) == frozenset()
    assert renamed(text, stage_names(text)) == text


def test_names_in_messages_are_levelled_as_whole_words() -> None:
    (change,) = [change for change in CHANGES if change.name == "renamed-stages"]
    assert change.level("", "stage 'ohvyqre' has ohvyqre2", frozenset({"builder"})) == "stage 'builder' has ohvyqre2"
