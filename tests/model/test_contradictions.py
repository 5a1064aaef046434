"""Which lines of an install no release can fulfil together."""

from __future__ import annotations

import pytest

from torchlint.model.command import Requested
from torchlint.model.contradictions import contradictions
from torchlint.syntax.requirement import Requirement, parse_requirement
from torchlint.text import Place, Source, Span

PYTHON = "3.11"


def lines(*texts: str) -> list[Requested]:
    """Lines as an install asks for them; one that begins with `-c ` is a constraint."""
    made = []
    for text in texts:
        written = text.removeprefix("-c ")
        parsed = parse_requirement(written)
        assert isinstance(parsed, Requirement)
        source = Source("requirements.txt", written)
        made.append(Requested(parsed, Place(source, Span(0, len(written))), text != written))
    return made


@pytest.mark.parametrize(
    "texts",
    [
        ("numpy==1.26.4", "numpy==2.0"),
        ("numpy==1.26.4", "numpy>=2"),
        ("numpy<1.20", "numpy==1.26.4"),
        ("numpy==1.26.4", "numpy!=1.26.4"),
        ("torch==2.1.0+cu118", "torch==2.1.0+cu121"),
        ("NumPy==1.26.4", "numpy==1.26.5"),
        ("numpy[extra]==1", "numpy==2"),
        ("numpy==1.26.4", "-c numpy<1.26"),
        ("numpy==1", "tqdm", "numpy==1", "numpy==2"),
        ("numpy==1 ; python_version > '3'", "numpy==2"),
    ],
)
def test_an_exact_version_that_another_line_excludes(texts: tuple[str, ...]) -> None:
    ((earlier, later),) = contradictions(lines(*texts), PYTHON)
    assert earlier.requirement.specifier != later.requirement.specifier


@pytest.mark.parametrize(
    "texts",
    [
        ("numpy==1.26.4", "numpy==1.26.4"),
        ("numpy==1.26", "numpy==1.26.0"),
        ("numpy==1.26.4", "numpy==1.26.*"),
        ("torch==2.1.0", "torch==2.1.0+cu118"),
        ("torch==2.1.0+cu118", "torch>=2.1"),
        ("numpy>=2", "numpy<2"),
        ("numpy==1", "scipy==2"),
        ("numpy===1", "numpy==2"),
        ("numpy==${N}", "numpy==2"),
        ("numpy==1", "numpy @ https://example.com/numpy-2-py3-none-any.whl"),
        ("-c numpy==1", "-c numpy==2"),
        ("numpy==1 ; python_version < '3.9'", "numpy==2"),
        ("numpy==1 ; extra == 'a'", "numpy==2"),
        ("numpy==2.0rc1", "numpy>=2.0rc0"),
    ],
)
def test_what_fits_or_cannot_be_known_is_no_contradiction(texts: tuple[str, ...]) -> None:
    assert not contradictions(lines(*texts), PYTHON)


def test_without_a_python_no_marker_counts() -> None:
    assert not contradictions(lines("numpy==1 ; python_version > '3'", "numpy==2"), None)
    assert contradictions(lines("numpy==1", "numpy==2"), None)


def test_each_name_is_said_once() -> None:
    found = contradictions(lines("numpy==1", "numpy==2", "numpy==3", "tqdm==1", "tqdm==2"), PYTHON)
    assert [(one.requirement.name, other.requirement.name) for one, other in found] == [("numpy",) * 2, ("tqdm",) * 2]
