"""pip's own reader and packaging agree with ours, line by line."""

from __future__ import annotations

import os
import random
from typing import Any

import pytest
from packaging.requirements import InvalidRequirement
from packaging.requirements import Requirement as PackagingRequirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.requirements import Nested, Requirement, parse, parse_requirement
from torchlint.text import Source

try:
    from pip._internal.exceptions import PipError
    from pip._internal.req import req_file

    _line_parser: Any = req_file.get_line_parser(None)
    _preprocess: Any = req_file.preprocess
    _refused: tuple[type[Exception], ...] = (req_file.OptionParsingError, PipError)
except (ImportError, AttributeError) as error:
    _missing = f"pip's private reader is not where it was: {error}"
else:
    _missing = ""

NAMES = ["torch", "Torch_Vision", "a", "zope.interface", "x--y", "3d", "a_", "-a", "a-", "é"]
EXTRAS = ["", "", "[x]", "[x,y]", " [ x , y ] ", "[]", "[x,]", "[x y]", "[", "[_]"]
SPECIFIERS = [
    "", "==1.0", ">=1,<2", " == 1.0 , != 1.1.* ", "(>=1)", "( >= 1 , < 2 )", "~=1", "~=1.0", "=1", "==", ">=1.*",
    "==1.0+cu12", ">=1.0+cu12", "===foo,bar", "==1.0.post1.dev2", "==1!2", "==v1", "== 1.0-1", "<2,", ",", "(<2",
    "==1.0rc1.*", "==1.0.*", "!=2", ">2 <3", "==1.0 2", "<=1.0alpha1", "==\u00a01.0", "==1.0\u00a0x",
]  # fmt: skip
MARKERS = [
    "", "", "", "; python_version<'3'", ' ; os_name == "x" and (sys_platform=="y" or extra=="z")', ";", "; x", "; ''",
    "; 'a' in 'b'", "; platform_machine not in 'x'", "; python_version", "; os.name=='x'", ";os_name=='x'and'a'<'b'",
    "; (os_name=='x'", "; 'x'=='y')", "; not os_name=='x'", ";python_version>='3';",
]  # fmt: skip
URLS = [" @ https://example.com/a-1.0.zip", "@git+https://example.com/a@b#egg=c", " @ https://e x", " @", "@ file:///a"]


def made(rounds: int) -> list[str]:
    """Requirements put together from right and wrong parts."""
    chance = random.Random(20261121)
    texts = []
    for _ in range(rounds):
        tail = chance.choice(URLS) if chance.random() < 0.15 else chance.choice(SPECIFIERS)
        texts.append(chance.choice(NAMES) + chance.choice(EXTRAS) + tail + chance.choice(MARKERS))
    return texts


def test_packaging_reads_the_same_parts_of_every_named_requirement() -> None:
    accepted = 0
    for text in made(3000):
        if "@" in text and ";" in text:
            # Here pip and packaging differ on purpose: pip cuts at the semicolon, packaging wants a blank before it.
            continue
        got = parse_requirement(text.encode().decode("latin-1"))
        try:
            want = PackagingRequirement(text)
        except InvalidRequirement:
            # An empty marker is packaging's error, but pip drops it before; and what has a slash may be a folder.
            folder = isinstance(got, Requirement) and got.kind == "path" and "/" in text
            assert isinstance(got, SyntaxProblem) or folder or text.endswith(";"), text
            continue
        accepted += 1
        assert isinstance(got, Requirement), text
        assert got.name == canonicalize_name(want.name), text
        assert set(got.extras) == want.extras, text
        assert got.url == want.url, text
        assert SpecifierSet("".join(got.specifier.split())) == want.specifier, text
        assert {(clause.operator, clause.version) for clause in got.clauses} == {
            (clause.operator, clause.version) for clause in want.specifier
        }, text
        assert (got.marker is None) == (want.marker is None), text
    assert accepted > 300


WORDS = [
    "torch", "torch==2.0", "a>1 ; os_name=='x'", "-r", "-c", "x.txt", "-e", "./p", "--pre", "--index-url",
    "https://e/s",
    "-i", "--extra-index-url=https://f", "--no-index", "--hash=sha256:aa", "--hash=md5:aa", "#", " # c", "'q r'", "\"s",
    "\\", "\\\n", "\n", "\n", "\r\n", "\r", "\t", "  ", "--find-links", "-fx", "--trusted", "--bogus", "--no-binary",
    "\u00a0", "\u2028", "é", "\u0085", "--", "-", "--config-settings", "k=v", "--requ", "\\ \n", "\x0c",
]  # fmt: skip


Seen = tuple[list[tuple[object, ...]], dict[str, list[str]]]


@pytest.mark.skipif(bool(_missing), reason=_missing)
def test_pip_sees_the_same_lines_in_files_put_together_from_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        monkeypatch.delenv(name)
    chance = random.Random(7)
    seen = 0
    for _ in range(2500):
        text = "".join(chance.choice(["", " "]) + chance.choice(WORDS) for _ in range(chance.randint(1, 9)))
        want = pips(text)
        assert ours(text) == want, repr(text)
        seen += len(want[0])
    assert seen > 2000


def ours(text: str) -> Seen:
    """What we read: lines that are no options, in order; and the values of all options by name."""
    document = parse(Source.from_bytes("r.txt", text.encode()))
    found: list[tuple[int, tuple[object, ...]]] = []
    values: dict[str, list[str]] = {}
    for problem in document.problems:
        # Whether the text of a requirement is good is asked above: here it counts as a line that was seen.
        whole = "no requirement that pip can read" not in problem.message
        first = document.source.text[problem.span.start]
        found.append((problem.span.start, ("refused",) if whole else ("requirement", first)))
    for line in document.lines:
        start = line.span.start
        if isinstance(line, Requirement):
            found.append((start, ("requirement", document.source.text[start])))
        elif isinstance(line, Nested):
            found.append((start, ("nested", line.path, line.constraint)))
        elif line.name in _NAMES:
            values.setdefault(line.name, []).append(line.value or "")
    return [entry for _, entry in sorted(found)], {name: sorted(set(listed)) for name, listed in values.items()}


_NAMES = ("--index-url", "--extra-index-url", "--find-links", "--trusted-host", "--pre", "--no-index")


def pips(text: str) -> Seen:
    """What pip reads, in the same words."""
    found: list[tuple[object, ...]] = []
    values: dict[str, list[str]] = {}
    for _, line in _preprocess(text):
        try:
            arguments, options = _line_parser(line)
        except _refused:
            found.append(("refused",))
            continue
        if arguments or options.editables:
            found.append(("requirement", (arguments or "-").encode().decode("latin-1")[0]))
        elif options.requirements or options.constraints:
            path = (options.requirements or options.constraints)[0]
            found.append(("nested", path.encode().decode("latin-1"), not options.requirements))
        else:
            listed = (
                [options.index_url] if options.index_url else [],
                options.extra_index_urls,
                options.find_links,
                options.trusted_hosts,
                [""] if options.pre else [],
                [""] if options.no_index else [],
            )
            for name, some in zip(_NAMES, listed, strict=True):
                for value in some or ():
                    values.setdefault(name, []).append(value.encode().decode("latin-1"))
    return found, {name: sorted(set(listed)) for name, listed in values.items()}
