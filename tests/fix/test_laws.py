"""Laws of fixing with the real rules, on files put together at random and changed in ways that mean nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fix.toys import Workshop
from torchlint import Safety, World, check, read
from torchlint.fix import mend
from torchlint.fix.sameness import compare
from torchlint.fix.shapes import Seen
from torchlint.harness.meaningless import lowered
from torchlint.syntax.dockerfile import parse
from torchlint.text import Source, encoded

try:
    import dockerfile as buildkit
except ImportError:  # It has no wheel for this system.
    buildkit = None

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.fix.shapes import Mended

# Each but the last few has something that a rule would mend.
PIECES = (
    "RUN pip install torch==2.6.0",
    "RUN pip install torch==2.1.0+cu118 torchvision==0.16.0+cu118",
    "RUN pip install --no-cache-dir torch==2.1.0 torchvision==0.17.0",
    "RUN pip install --no-cache-dir torch>=2.0 numpy",
    "RUN apt-get update && apt-get install curl",
    "RUN apt-get update && \\\n\n    apt-get install -y curl \\\n\n    git",
    "RUN echo a \\\n    b\n    && echo c",
    "COPY requirements.txt /srv/  # what it needs",
    "USER nobody # not root",
    "EXPOSE 8000 # the port",
    "ARG A=b # said",
    "CMD ['python', 'app.py']",
    'CMD ["python app.py"]',
    'CMD [". /opt/venv/bin/activate", "python", "app.py"]',
    "RUN python -m venv /opt/venv && . /opt/venv/bin/activate",
    "# torchlint: ignore[unknown-instruction] there was one\nLABEL a=b",
    "# a comment that stays",
    "RUN cat <<E\nRUN this is no instruction  # nor this a comment\nE",
    "ENV NAME=\u00c5\u00e0\u00a0\u2028x",
    "LABEL who='\u00e9'",
    "WORKDIR /srv",
    "RUN true \\\n# inside\n    && true",
)
BASES = (
    "python:3.11-slim",
    "python:3.12",
    "nvidia/cuda:11.4.0-cudnn8-runtime-ubuntu20.04",
    "ubuntu:22.04",
    "other/base:1",
)
NAME = "Dockerfile"


@st.composite
def dockerfiles(draw: st.DrawFn) -> str:
    """The text as a Source holds it."""
    stages = draw(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), min_size=1, max_size=2))
    lines = [line for pieces in stages for line in (f"FROM {draw(st.sampled_from(BASES))}", *pieces)]
    text = "\n".join(lines) + draw(st.sampled_from(("\n", "")))
    text = encoded(text)
    if draw(st.booleans()):
        text = lowered(NAME, text)
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return ("\xef\xbb\xbf" if draw(st.booleans()) else "") + text


def mended(text: str, *, unsafe: bool) -> tuple[Mended, str]:
    def look(texts: Mapping[str, str], only: tuple[str, ...] | None) -> Seen:
        held = texts.get("-", text).encode("latin-1")
        project = read(["-"], stdin=lambda: held)
        report = check(project, world=World())
        return Seen(project, report, report, World())

    found = mend(look, Workshop.wishes(unsafe, ()))
    return found, next((one.text for group in found.groups for one in group), text)


def accepted(text: str) -> bool:
    """Whether BuildKit's own parser takes the file; True where it is not at hand."""
    if buildkit is None:
        return True
    try:
        buildkit.parse_string(text.encode("latin-1").decode())
    except (ValueError, buildkit.GoParseError):
        return False
    return True


def comments(text: str) -> Counter[str]:
    return Counter(one.text for one in parse(Source(NAME, text)).comments)


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@settings(deadline=None, max_examples=60)
@given(text=dockerfiles())
def test_what_comes_out_is_as_good_as_what_went_in(unsafe: bool, text: str) -> None:
    found, after = mended(text, unsafe=unsafe)
    before = parse(Source(NAME, text))
    now = parse(Source(NAME, after))
    assert not (Counter(one.kind for one in now.problems) - Counter(one.kind for one in before.problems))
    assert accepted(after) or not accepted(text)
    assert after.startswith("\xef\xbb\xbf") == text.startswith("\xef\xbb\xbf")
    assert after.count("\r\n") == (after.count("\n") if "\r" in text else 0)
    after.encode("latin-1").decode()
    silencing = Counter(told.rule for told in found.fixed)["unused-suppression"]
    assert sum((comments(text) - comments(after)).values()) <= silencing, "only idle suppressions go"
    assert [refused.fault for refused in found.refused if refused.fault.ours] == []
    assert (found.circles, found.restless) == ((), ())
    if found.fixed:
        assert mended(after, unsafe=unsafe)[1] == after, "twice is once"
    else:
        assert after == text


@settings(deadline=None, max_examples=60)
@given(text=dockerfiles())
def test_instructions_that_no_finding_with_a_fix_is_about_are_the_same_bytes(text: str) -> None:
    found, after = mended(text, unsafe=True)
    before = parse(Source(NAME, text))
    edited = [edit.span for one in found.first.report.findings for fix in one.fixes for edit in fix.edits]
    about = [one.at.span for one in found.first.report.findings if one.fixes]
    kept = [
        text[span.start : span.end]
        for span in (one.span for one in before.instructions)
        if not any(span.start <= other.end and other.start <= span.end for other in (*edited, *about))
    ]
    there = Counter(after[one.span.start : one.span.end] for one in parse(Source(NAME, after)).instructions)
    # A later pass may be about what an earlier one brought to light.
    offered = Counter(one.rule for one in found.first.report.findings if one.fixes)
    if not Counter(told.rule for told in found.fixed) - offered:
        assert not Counter(kept) - there


@settings(deadline=None, max_examples=60)
@given(text=dockerfiles())
def test_safe_fixes_leave_the_prediction_alone_unless_it_surely_failed(text: str) -> None:
    found, _ = mended(text, unsafe=False)
    assert all(told.safety is Safety.SAFE for told in found.fixed)
    failing = {
        one.rule
        for one in found.first.report.findings
        if one.severity.value == "error" and one.outcome.value in ("build", "start")
    }
    if not failing:
        (before,), (after,) = found.first.report.builds, found.last.report.builds
        assert compare(before, after, found.first.world).differences == ()


def test_pieces_are_mended() -> None:
    """The laws are not kept by doing nothing: most pieces have a fix that is made."""
    made = [piece for piece in PIECES if mended(f"FROM python:3.11-slim\n{encoded(piece)}\n", unsafe=True)[0].fixed]
    assert len(made) >= 12
