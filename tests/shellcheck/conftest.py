"""A Dockerfile as ShellCheck has it read, by the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

import torchlint
from torchlint.shellcheck import program

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint import Finding


class Say(Protocol):
    """What ShellCheck says of a Dockerfile; `own`: beside rules of ours that may say the same."""

    def __call__(self, text: str | bytes, *, own: bool = False) -> list[Finding]: ...


@pytest.fixture(scope="session")
def shellcheck() -> program.Program:
    """The ShellCheck of the extra `shell`, which the extra `test` brings too."""
    found = program.found()
    if isinstance(found, str):
        pytest.skip(found)
    return found


@pytest.fixture(scope="session")
def say(shellcheck: program.Program, tmp_path_factory: pytest.TempPathFactory) -> Say:
    folder: Path = tmp_path_factory.mktemp("shell")

    def say(text: str | bytes, *, own: bool = False) -> list[Finding]:
        path = folder / "Dockerfile"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        report = torchlint.check(
            torchlint.read([str(path)]),
            world=torchlint.World(),
            rules=None if own else (),
            shell=lambda _path: True,
        )
        assert not report.crashed
        assert not report.failures
        return list(report.findings)

    return say
