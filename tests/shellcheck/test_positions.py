"""What ShellCheck says of a script stands at its bytes of the Dockerfile, however the script is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torchlint.syntax.dockerfile import parse

if TYPE_CHECKING:
    from tests.shellcheck.conftest import Say
    from torchlint import Finding

# UTF-8 whose bytes are blanks or letters in Latin-1, characters beyond 16 bits, and bytes that are no UTF-8.
WORDS = [
    "Å".encode(),
    "à".encode(),
    "\u00a0".encode(),
    "\u0085".encode(),
    "\u2028".encode(),
    "日本".encode(),
    "🔥".encode(),
    b"\xff",
    b"\xc3",
    b"a\tb",
    b"\t",
    b"a b",
    b"#",
]
COMMANDS = st.lists(st.tuples(st.lists(st.sampled_from(WORDS), max_size=3), st.booleans()), min_size=1, max_size=5)
SCRIPTS = st.lists(COMMANDS, min_size=1, max_size=4)


class Dockerfile:
    """Commands `echo 'words' $name`, each name once, as the text of a Dockerfile. `expected`: the unquoted names."""

    def __init__(self, escape: str, end: str, mark: bool) -> None:
        self.escape = escape.encode()
        self.end = end.encode()
        self.lines = [b"# escape=" + self.escape, b"FROM debian:12"]
        self.mark = b"\xef\xbb\xbf" if mark else b""
        self.expected: list[str] = []

    def command(self, words: list[bytes], quoted: bool) -> bytes:
        name = f"NAME_{len(self.lines)}_{len(self.expected)}"
        self.expected.append("" if quoted else f"${name}")
        variable = f'"${name}"' if quoted else f"${name}"
        return b"".join((b"echo '", *words, b"' ", variable.encode()))

    def continued(self, keyword: bytes, commands: list[bytes], breaks: list[int]) -> None:
        """On one logical line, whose blanks are broken where `breaks` says: plainly, with a comment, with a tab."""
        pieces = [
            b"",
            b" " + self.escape + self.end + b"  ",
            b"\t" + self.escape + self.end + b"# $Y\t\xc3\xa0" + self.end,
        ]
        pieces.append(self.escape + b" \t" + self.end + self.end + b"\t")
        text = keyword
        for number, command in enumerate(commands):
            text += (b" && " if number else b" ") + pieces[breaks[number % len(breaks)]]
            text += command.replace(b"' $", b"' " + pieces[breaks[(number + 1) % len(breaks)]] + b"$")
        self.lines.append(text)

    def document(self, commands: list[bytes], marker: bytes, before: bytes = b"") -> None:
        """In a heredoc, with tabs before the lines."""
        self.lines += [b"RUN " + before + marker + b"EOF", *(b"\t\t" + command for command in commands), b"EOF"]

    @property
    def data(self) -> bytes:
        return self.mark + self.end.join((*self.lines, b""))


def unquoted(found: list[Finding]) -> list[Finding]:
    return [one for one in found if one.rule == "SC2086"]


def shown(finding: Finding) -> str:
    source, span = finding.at
    return source.text[span.start : span.end]


@settings(max_examples=40, deadline=None)
@given(
    scripts=SCRIPTS,
    escape=st.sampled_from(["\\", "`"]),
    end=st.sampled_from(["\n", "\r\n"]),
    mark=st.booleans(),
    breaks=st.lists(st.integers(0, 3), min_size=1, max_size=4),
    forms=st.lists(st.sampled_from(["RUN", "RUN --network=none", "CMD", "<<", "<<-"]), min_size=4, max_size=4),
)
def test_each_finding_stands_where_its_words_do(
    say: Say,
    scripts: list[list[tuple[list[bytes], bool]]],
    escape: str,
    end: str,
    mark: bool,
    breaks: list[int],
    forms: list[str],
) -> None:
    """Every variable without quotes is found once, at its own bytes, and none with quotes is."""
    made = Dockerfile(escape, end, mark)
    for form, script in zip(forms, scripts, strict=False):
        commands = [made.command(words, quoted) for words, quoted in script]
        if form.startswith("<<"):
            made.document(commands, form.encode())
        else:
            made.continued(form.encode(), commands, breaks)
    found = say(made.data)
    assert [shown(one) for one in unquoted(found)] == [name for name in made.expected if name]
    dockerfile = parse(found[0].at.source) if found else None
    for one in found:
        assert dockerfile is not None
        span = one.at.span
        assert span.start < span.end
        (inside,) = [each for each in dockerfile.instructions if each.span.contains(span)]
        assert inside.keyword in ("RUN", "CMD")
        for fix in one.fixes:
            assert all(inside.span.contains(edit.span) for edit in fix.edits)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("HEALTHCHECK --interval=5m CMD echo $X", "SC2086", "$X"),
        ("ENTRYPOINT echo $X", "SC2086", "$X"),
        ("ENTRYPOINT echo \\\n  $X", "SC2086", "$X"),
        ("RUN echo a$\\\nX", "SC2086", "$\\\nX"),
        ("RUN cat <<EOF > /a && echo $X\nb $(\nEOF", "SC1073", None),
        ("RUN cat <<'EOF' > /a && echo $X\n$Y ' \"\nEOF", "SC2086", "$X"),
        ("RUN cat <<EOF > /a <<-'EOM' && \\\n  echo $X\n$(echo $Y)\nEOF\n\t$Z\n\tEOM", "SC2086", "$X|$Y"),
        ("RUN <<EOF\n#!/bin/bash -e\n# more\necho $X\nEOF", "SC2086", "$X"),
        ("RUN <<EOF\n\n# shellcheck disable=SC2034\na=1\necho $X\nEOF", "SC2086", "$X"),
        ('RUN echo "a', "SC1072", "a"),
        ("RUN if true; then echo 'à'", "SC1072", "'"),
    ],
)
def test_places(say: Say, text: str, rule: str, words: str | None, end: str) -> None:
    found = [one for one in say(f"FROM debian:12\n{text}\n".replace("\n", end)) if one.rule == rule]
    assert found
    if words is not None:
        assert [shown(one) for one in found] == words.replace("\n", end).split("|")


def test_comments_for_shellcheck_hold_for_their_script(say: Say) -> None:
    """Above the first command for all of it, also beside variables that the Dockerfile sets."""
    text = (
        "FROM debian:12\nENV X=\nARG Y\nRUN <<EOF\n# shellcheck disable=SC2086\necho $Y $X\necho $Y\nEOF\nRUN echo $Y\n"
    )
    assert [one.at.source.line_at(one.at.span.start) for one in say(text)] == [9]


def test_dialect_that_a_script_names_counts(say: Say) -> None:
    body = '[[ -n $1 ]] && a=(1 2) && echo "${a[@]}"'
    assert not say(f"FROM debian:12\nRUN <<EOF\n# shellcheck shell=bash\n{body}\nEOF\n")
    assert {one.rule for one in say(f"FROM debian:12\nRUN <<EOF\n{body}\nEOF\n")} >= {"SC3010", "SC3030"}


def test_carriage_returns_in_a_document_are_said_once(say: Say) -> None:
    """The shell gets them there, and not from continued lines, whose ends the builder takes off."""
    found = say("FROM debian:12\r\nRUN <<EOF\r\ntrue\r\ntrue\r\nEOF\r\nRUN true && \\\r\n  true\r\n")
    assert [(one.rule, one.at.source.line_at(one.at.span.start)) for one in found] == [("SC1017", 3)]
