"""What tests of the whole engine share: checking a folder as the command line would."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Protocol

import pytest

import torchlint
from torchlint.config import Config
from torchlint.selection import by_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torchlint.check import Selection


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """A shell lets what it starts in the background ignore SIGINT, and what tests start would inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


class Examine(Protocol):
    """Check everything in a folder; paths in the report are relative to it."""

    def __call__(
        self,
        folder: Path,
        *,
        as_of: str | None = None,
        selection: Selection | None = None,
        show_suppressed: bool = False,
    ) -> torchlint.Report: ...


@pytest.fixture
def examine(monkeypatch: pytest.MonkeyPatch) -> Examine:
    def examine(
        folder: Path,
        *,
        as_of: str | None = None,
        selection: Selection | None = None,
        show_suppressed: bool = False,
    ) -> torchlint.Report:
        monkeypatch.chdir(folder)
        config = Config.discover()
        project = torchlint.read(["."], settings_for=config.settings_for)
        return torchlint.check(
            project,
            world=torchlint.World(as_of),
            selection=selection or by_settings(config.settings_for),
            show_suppressed=show_suppressed,
            require_reason=config.settings.require_reason,
        )

    return examine


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes what the code says now as what is expected; look at the difference before committing it."""
    parser.addoption("--accept", action="store_true", help="write the snapshots instead of comparing with them")


@pytest.fixture
def matches_snapshot(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with the file that holds what is expected, or write that file with `--accept`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.write_bytes(text.encode())
        assert path.exists(), f"no snapshot {path.name}: run with --accept, then read it"
        assert text == path.read_bytes().decode(), f"differs from {path.name}; if it is better, run with --accept"

    return compare
