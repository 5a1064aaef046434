"""What of a prediction counts when a fix is called safe."""

from __future__ import annotations

import pytest

from torchlint import Build, World, predict, read
from torchlint.fix.sameness import Comparison, compare

FILE = """FROM python:3.12-slim AS builder
RUN python -m venv /opt/venv && /opt/venv/bin/pip install torch==2.6.0 flask
FROM python:3.12-slim
RUN apt-get update && apt-get install -y libgomp1
COPY --from=builder /opt/venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH" MODE=fast
WORKDIR /srv
USER app
CMD ["python", "-c", "import torch"]
"""


def build(text: str) -> Build:
    project = read(["-"], stdin=text.encode)
    return predict(project.dockerfiles[0], project, World())


def compared(old: str, new: str, **options: bool) -> Comparison:
    assert old in FILE
    return compare(build(FILE), build(FILE.replace(old, new)), World(), **options)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("pip install", "pip install --no-cache-dir"),
        ("RUN apt", "# why\nRUN apt"),
        ("AS builder", "AS made"),
        ("FROM python:3.12-slim\n", "from python:3.12-slim\n"),
        ("-y libgomp1", "-y libgomp1 && rm -rf /var/lib/apt/lists/*"),
    ],
)
def test_same_image_is_the_same(old: str, new: str) -> None:
    text = FILE.replace(old, new).replace("--from=builder", "--from=made" if "made" in new else "--from=builder")
    found = compare(build(FILE), build(text), World())
    assert found.differences == ()
    assert found.compared > 20


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("FROM python:3.12-slim\n", "FROM python:3.12\n", "base python:3.12-slim becomes python:3.12"),
        ("torch==2.6.0", "torch==2.5.0", "torch 2.6.0 becomes 2.5.0"),
        (" flask", "", "flask of any version is no longer known"),
        (" flask", " flask numpy", "numpy of any version is new"),
        (" libgomp1", "", "system package libgomp1 present is no longer known"),
        ("MODE=fast", "MODE=slow", "variable MODE fast becomes slow"),
        (" MODE=fast", "", "variable MODE fast is no longer known"),
        ("USER app", "USER other", "user app becomes other"),
        ("WORKDIR /srv", "WORKDIR /app", "working directory /srv becomes /app"),
        (
            '"-c", "import torch"',
            '"-m", "torch"',
            "CMD ['python', '-c', 'import torch'] becomes ['python', '-m', 'torch']",
        ),
        ('CMD ["python", "-c", "import torch"]', "CMD python -c 'import torch'", "becomes /bin/sh -c python"),
    ],
)
def test_each_difference_is_named(old: str, new: str, said: str) -> None:
    found = compared(old, new)
    assert any(said in difference for difference in found.differences), found.differences


def test_what_is_not_known_before_is_not_compared() -> None:
    before = build("FROM other/base:1\nCMD python\n")
    after = build("FROM other/base:1\nUSER app\nCMD python\n")
    assert "user" not in " ".join(compare(before, after, World()).differences)


def test_what_is_no_longer_known_is_a_difference() -> None:
    before, after = build("FROM python:3.12\n"), build("FROM python:3.12\nRUN curl x | sh\nUSER $WHO\n")
    assert any("no longer known" in one for one in compare(before, after, World()).differences)


def test_how_it_starts_may_be_left_out() -> None:
    for old, new in (("MODE=fast", "MODE=slow"), ("USER app", "USER x"), ('"-c", "import torch"', '"x.py"')):
        assert compared(old, new).differences
        assert compared(old, new, content_only=True).differences == ()
    assert compared("torch==2.6.0", "torch==2.5.0", content_only=True).differences


def test_stages_that_are_not_shipped_count_only_where_asked() -> None:
    """What they hand on is compared where it arrives."""
    text = FILE.replace("COPY --from=builder /opt/venv /opt/venv\n", "")
    before, after = build(text), build(text.replace("python:3.12-slim AS", "python:3.11-slim AS"))
    assert compare(before, after, World()).differences == ()
    assert compare(before, after, World(), every_stage=True).differences
