"""Suppression comments: what each silences, and which of ours are said to be idle."""

from __future__ import annotations

import pytest

from torchlint.catalog import Entry
from torchlint.ignores import Silencer, Suppressions
from torchlint.syntax.dockerfile import parse
from torchlint.text import Source, apply


def entry(name: str, family: str, *same_as: str, formerly: tuple[str, ...] = ()) -> Entry:
    return Entry(
        name, family, "m", "Step", (), (), "warning", "run", "high", False, False, "t", False, same_as, formerly
    )


COPY = entry("old-copy", "stage", "DL9999", "OldCopy")
ROOT = entry("root-user", "security", "DL3002")
RULES = (COPY, ROOT)


def dockerfile(text: str) -> Silencer:
    source = Source("Dockerfile", text)
    return Silencer(source, parse(source))


def silent_words(silencer: Silencer, rule: Entry = COPY) -> str:
    """The words (each `w` and a digit) at which a finding of the rule is silenced."""
    text = silencer.source.text
    words = [f"w{digit}" for digit in range(10) if f"w{digit}" in text]
    return " ".join(word for word in words if silencer.silence(rule, text.index(word)))


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("FROM w1\n# torchlint: ignore[old-copy]\nRUN w2\nRUN w3\n", "w2"),
        ("FROM w1\n#torchlint:ignore[old-copy]because\nRUN w2\nRUN w3\n", "w2"),
        ("FROM w1\n  # torchlint: ignore[ stage , root-user ]\nRUN w2\nRUN w3\n", "w2"),
        ("FROM w1\n# torchlint: ignore[all]\nRUN w2\nRUN w3\n", "w2"),
        ("FROM w1\n# torchlint: ignore[old-copy]\n# more words\n\nRUN w2\nRUN w3\n", "w2"),
        ("# torchlint: ignore[old-copy]\nFROM w1\nRUN w2\n", "w1"),
        ("FROM w1\nRUN w2 \\\n# torchlint: ignore[old-copy]\n w3 && \\\n w4\nRUN w5\n", "w2 w3 w4"),
        ("FROM w1\n# torchlint: ignore[old-copy]\nRUN <<EOF\nw2\nEOF\nRUN w3\n", "w2"),
        ("FROM w1\nRUN <<EOF\n# torchlint: ignore[old-copy]\nw2\nEOF\nRUN w3\n", ""),
        ("FROM w1\nRUN w2 # torchlint: ignore[old-copy]\n", ""),
        ("FROM w1\nRUN w2\n# torchlint: file-ignore[old-copy] all of it\n", "w1 w2"),
        ("FROM w1\nRUN w2\n# torchlint: ignore[old-copy]\n", ""),
        ("FROM w1\n# torchlint: ignore[root-user]\nRUN w2\n", ""),
        ("FROM w1\n# torchlint: ignore old-copy\nRUN w2\n", ""),
        ("FROM w1\n# torchlint: ignore\nRUN w2\n", ""),
        ("FROM w1\r\n# torchlint: ignore[old-copy] why\r\nRUN w2\r\nRUN w3\r\n", "w2"),
        ("FROM w1\n# hadolint ignore=DL3006,DL9999\nRUN w2\nRUN w3\n", "w2"),
        ("FROM w1\n# hadolint ignore=DL3006\nRUN w2\n", ""),
        ("FROM w1\n# hadolint ignore=old-copy\nRUN w2\n", ""),
        ("# hadolint global ignore=DL9999\nFROM w1\nRUN w2\n", "w1 w2"),
        ("# check=skip=OldCopy\nFROM w1\nRUN w2\n", "w1 w2"),
        ("# check=skip=Other,OldCopy;error=true\nFROM w1\nRUN w2\n", "w1 w2"),
        ("# check=skip=all\nFROM w1\nRUN w2\n", "w1 w2"),
        ("# check=error=true\nFROM w1\n", ""),
        ("FROM w1\n# check=skip=OldCopy\nRUN w2\n", ""),
    ],
)
def test_comment_in_a_dockerfile_silences_what_it_stands_at(text: str, silent: str) -> None:
    assert silent_words(dockerfile(text)) == silent


def test_skip_all_means_what_buildkit_checks() -> None:
    """BuildKit's `all` are its own checks: rules that it has nothing like go on."""
    assert silent_words(dockerfile("# check=skip=all\nFROM w1\n"), ROOT) == ""


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("w1  # torchlint: ignore[old-copy] why\nw2\n", "w1"),
        ("# torchlint: ignore[old-copy]\n\n# words\nw1\nw2\n", "w1"),
        ("w1 \\\n  w2  # torchlint: ignore[old-copy]\nw3\n", "w1 w2"),
        ("# torchlint: ignore[old-copy]\nw1 \\\n  w2\nw3\n", "w1 w2"),
        ("w1\nw2\n# torchlint: file-ignore[stage]", "w1 w2"),
        ("w1#torchlint: ignore[old-copy]\n", ""),
        ("w1\n# torchlint: ignore[old-copy]\n", ""),
        ("w1\t# torchlint: ignore[old-copy]\r\nw2\r\n", "w1"),
        ("w1  # words # torchlint: ignore[old-copy]\n", "w1"),
    ],
)
def test_comment_in_requirements_silences_its_line_or_the_next(text: str, silent: str) -> None:
    assert silent_words(Silencer(Source("requirements.txt", text), None)) == silent


@pytest.mark.parametrize("separator", ["\u00a0", "\u0085", "\u2028", "Å", "à"])
def test_bytes_of_letters_are_no_blanks_and_no_line_ends(separator: str) -> None:
    image = separator.encode().decode("latin-1")
    silencer = dockerfile(f"FROM w1\n# torchlint: ignore[old-copy] {image} why {image}\nRUN w2\nRUN w3\n")
    assert silent_words(silencer) == "w2"
    found = silencer.silence(COPY, silencer.source.text.index("w2"))
    assert found is not None
    assert found.reason == f"{separator} why {separator}"
    assert silent_words(dockerfile(f"FROM w1\n#{image}torchlint: ignore[old-copy]\nRUN w2\n")) == ""


def subject(silencer: Silencer, ran: tuple[Entry, ...] = RULES) -> Suppressions:
    found = silencer.report(RULES, {rule.name for rule in ran}, require_reason=False)
    assert found is not None
    return found


def idle(silencer: Silencer, ran: tuple[Entry, ...] = RULES) -> list[str]:
    return [name.text for ignore in subject(silencer, ran).ignores for name in ignore.names if name.idle]


TEXT = "FROM w1\n# torchlint: ignore[old-copy, root-user, security, nothing] why\nRUN w2\n"


def test_names_that_silenced_nothing_are_idle() -> None:
    silencer = dockerfile(TEXT)
    assert silencer.silence(COPY, silencer.source.text.index("w2"))
    assert idle(silencer) == ["root-user", "security"]


def test_rule_that_was_not_asked_is_not_idle() -> None:
    assert idle(dockerfile(TEXT), ran=(COPY,)) == ["old-copy"]


def test_names_know_their_place_and_whether_they_mean_anything() -> None:
    silencer = dockerfile(TEXT)
    (ignore,) = subject(silencer).ignores
    assert [silencer.source.show(name.at.span) for name in ignore.names] == [name.text for name in ignore.names]
    assert [name.text for name in ignore.names if not name.known] == ["nothing"]
    assert silencer.source.show(ignore.at.span) == TEXT.split("\n")[1]
    assert ignore.reason == "why"


def test_comments_of_other_linters_are_not_judged() -> None:
    assert dockerfile("# check=skip=all\nFROM w1\n# hadolint ignore=DL1\nRUN w2\n").report(RULES, (), False) is None


@pytest.mark.parametrize(
    ("text", "gone", "after"),
    [
        ("FROM a\n# torchlint: ignore[a, b , c] why\nRUN b\n", "b", "FROM a\n# torchlint: ignore[a, c] why\nRUN b\n"),
        ("FROM a\n# torchlint: ignore[a]\nRUN b\n", "a", "FROM a\nRUN b\n"),
        ("FROM a\r\n  # torchlint: ignore[a]\r\nRUN b\r\n", "a", "FROM a\r\nRUN b\r\n"),
        ("FROM a\nRUN b\n# torchlint: ignore[a]", "a", "FROM a\nRUN b\n"),
        ("FROM a\nRUN b \\\n# torchlint: ignore[a]\n c\n", "a", "FROM a\nRUN b \\\n c\n"),
        ("# torchlint: ignore[a]\n# escape=`\nFROM a\n", "a", "# torchlint: ignore[a]\n# escape=`\nFROM a\n"),
    ],
)
def test_taking_a_name_out_leaves_the_rest(text: str, gone: str, after: str) -> None:
    said = subject(dockerfile(text))
    edits = [
        edit
        for ignore in said.ignores
        for edit in said.without(ignore, [name for name in ignore.names if name.text == gone])
    ]
    assert apply(text, edits) == after


def test_trailing_comment_goes_with_the_blanks_before_it() -> None:
    text = "torch  # torchlint: ignore[a]\r\nnumpy\r\n"
    said = subject(Silencer(Source("requirements.txt", text), None))
    assert apply(text, said.without(said.ignores[0], said.ignores[0].names)) == "torch\r\nnumpy\r\n"


def test_former_names_silence_and_are_told() -> None:
    rule = entry("new-copy", "stage", formerly=("old-name",))
    silencer = dockerfile("# torchlint: ignore[old-name] why\nFROM scratch\n")
    found = silencer.silence(rule, silencer.source.text.index("FROM"))
    assert found is not None
    report = silencer.report((rule,), {"new-copy"}, False)
    assert report is not None
    (name,) = report.ignores[0].names
    assert (name.known, name.idle, name.now) == (True, False, "new-copy")
