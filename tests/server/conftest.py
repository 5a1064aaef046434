"""A server for each test that asks for one, ended with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.server.editor import CAPABILITIES, Editor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


class Starts(Protocol):
    """Start a server that runs in a folder."""

    def __call__(self, root: Path, capabilities: Mapping[str, Any] = ..., program: Sequence[str] = ...) -> Editor: ...


@pytest.fixture
def starts() -> Iterator[Starts]:
    started: list[Editor] = []

    def start(root: Path, capabilities: Mapping[str, Any] = CAPABILITIES, program: Sequence[str] = ()) -> Editor:
        started.append(Editor(root, capabilities, program))
        return started[-1]

    yield start
    for editor in started:
        editor.kill()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty folder of its own, without links on the way."""
    folder = tmp_path.resolve() / "project"
    folder.mkdir()
    (folder / ".git").mkdir()
    return folder


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Editor]]:
    """The server that tests share, as a start takes longer than most of them; a new one where a test ended it."""
    shared: list[Editor] = []
    yield shared
    for editor in shared:
        editor.kill()


@pytest.fixture
def editor(running: list[Editor], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """A server in which nothing is open. It does not run in the test's project; where that counts, start one there."""
    if not running or running[-1].left:
        running.append(Editor(tmp_path_factory.getbasetemp().resolve()))
    yield running[-1]
    running[-1].forget()
