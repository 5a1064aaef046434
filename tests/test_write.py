"""A text is put back whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from torchlint.project import Project, WriteRefused, read

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint.text import Source

BEFORE = b"\xef\xbb\xbfFROM a\r\n# caf\xe9 \xc3\xa9\r\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "Dockerfile"
    path.write_bytes(BEFORE)
    return path


def opened(path: Path) -> tuple[Project, Source]:
    project = read([str(path)])
    return project, project.dockerfiles[0].source


def refusal(project: Project, source: Source, text: str = "FROM b\n") -> str:
    with pytest.raises(WriteRefused) as caught:
        project.write(source, text)
    assert str(caught.value) == f"{caught.value.path}: {caught.value.why}"
    return caught.value.why


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_every_byte_is_written_as_the_text_holds_it(file: Path) -> None:
    project, source = opened(file)
    project.write(source, source.text.replace("FROM a", "FROM b"))
    assert file.read_bytes() == BEFORE.replace(b"FROM a", b"FROM b")
    assert names(file.parent) == ["Dockerfile"]


def test_unchanged_text_leaves_the_file_alone(file: Path) -> None:
    project, source = opened(file)
    before = file.stat()
    project.write(source, source.text)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_mode_is_kept(file: Path, mode: int) -> None:
    project, source = opened(file)
    file.chmod(mode)
    project.write(source, "FROM b\n")
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_file_that_changed_since_it_was_read_is_left_alone(file: Path) -> None:
    project, source = opened(file)
    for other in (BEFORE + b"x", BEFORE[:-1], BEFORE.replace(b"a", b"c"), b""):
        file.write_bytes(other)
        assert refusal(project, source) == "has changed since it was read"
        assert file.read_bytes() == other


def test_file_that_is_gone_stays_gone(file: Path) -> None:
    project, source = opened(file)
    file.unlink()
    assert refusal(project, source) == "no such file or folder"
    assert not file.exists()


def test_read_only_file_is_left_alone(file: Path) -> None:
    project, source = opened(file)
    file.chmod(0o444)
    assert refusal(project, source) == "is read-only"
    file.chmod(0o644)
    assert file.read_bytes() == BEFORE


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right on Windows")
def test_link_stays_and_its_target_is_written(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "linked.Dockerfile"
    link.symlink_to(file)
    project, source = opened(link)
    project.write(source, "FROM b\n")
    assert link.is_symlink()
    assert file.read_bytes() == b"FROM b\n"


def test_file_that_is_held_for_a_moment_is_written_when_it_is_free(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, source = opened(file)
    real, tries = os.replace, []

    def held(old: str, new: str) -> None:
        tries.append(new)
        if len(tries) < 4:
            raise PermissionError(13, "held by another process", new)
        real(old, new)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("torchlint.project.writing.time.sleep", lambda _seconds: None)
    project.write(source, "FROM b\n")
    assert (len(tries), file.read_bytes()) == (4, b"FROM b\n")


@pytest.mark.parametrize("step", ["replace", "chmod", "fsync"])
def test_whatever_the_system_refuses_leaves_file_and_folder_as_they_were(
    step: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, source = opened(file)

    def refused(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, refused)
    assert refusal(project, source) == "No space left on device"
    monkeypatch.undo()
    assert file.read_bytes() == BEFORE
    assert names(file.parent) == ["Dockerfile"]


def test_what_is_no_file_on_disk_is_refused(file: Path) -> None:
    project = read(["-"], stdin=lambda: b"FROM a\n")
    assert refusal(project, project.dockerfiles[0].source) == "is no file on disk"
    project = read(["Dockerfile"], overlay={"Dockerfile": b"FROM unsaved\n"})
    assert refusal(project, project.dockerfiles[0].source) == "is no file on disk"
    assert file.read_bytes() == BEFORE


def test_utf16_is_read_and_not_written(file: Path) -> None:
    file.write_bytes("FROM a\n".encode("utf-16"))
    project, source = opened(file)
    assert "only files in UTF-8" in refusal(project, source)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_name_that_is_no_utf8_is_found_again(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.Dockerfile")
    with open(path, "wb") as file:
        file.write(b"FROM a\n")
    project = read([str(tmp_path)])
    source = project.dockerfiles[0].source
    source.path.encode("utf-8")
    project.write(source, "FROM b\n")
    with open(path, "rb") as file:
        assert file.read() == b"FROM b\n"
