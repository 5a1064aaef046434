"""A real engine and stand-ins for public bases; everything here is skipped, with the reason, where there is none."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.build import stand_ins, tally, trial
from torchlint.verify.detect import detect

if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.verify.port import Engine

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder build images, but one file that asks whether they are complete."""
    for item in items:
        if HERE in item.path.parents and item.path.name != "test_completeness.py":
            item.add_marker(pytest.mark.build)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    tally.hear(report)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in (*trial.REPORTED, *tally.lines()):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def engine() -> Engine:
    found = detect()
    if found.engine is None:
        pytest.skip("; ".join(found.tried))
    if not found.engine.runs:
        pytest.skip(f"{found.engine.name} runs no containers")
    return found.engine


@pytest.fixture(scope="session")
def bases(engine: Engine) -> Callable[..., None]:
    """Make stand-ins of these names, or skip."""

    def make(*names: str) -> None:
        for name in names:
            made(engine.name, name)

    return make


def made(engine: str, name: str) -> None:
    """Make one stand-in, or skip."""
    try:
        stand_ins.make(engine, name)
    except (stand_ins.Unavailable, OSError, subprocess.CalledProcessError) as error:
        pytest.skip(str(error))
