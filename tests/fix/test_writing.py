"""Mended texts on disk: each fix whole or not at all, and what cannot be written is as it was."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tests.fix.toys import Toy, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[..., Workshop]

DOCKERFILE = "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n"
FILES = {"Dockerfile": DOCKERFILE, "requirements.txt": "flask\n", "other/Dockerfile": "FROM python:3.12\n"}
BOTH = Toy("3.12", "3.11", also=(("requirements.txt", "flask", "Flask"),))
ONE = Toy("python:3.12", "python:3.11", file="")
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_every_file_of_a_fix_is_written(workshop: Make) -> None:
    made = workshop({key: FILES[key] for key in ("Dockerfile", "requirements.txt")}, both=BOTH)
    _, unwritten = made.fix()
    assert unwritten == ()
    assert (made.root / "Dockerfile").read_text() == DOCKERFILE.replace("3.12", "3.11")
    assert (made.root / "requirements.txt").read_text() == "Flask\n"
    assert names(made.root) == ["Dockerfile", "requirements.txt"]


@pytest.mark.parametrize("spoilt", ["Dockerfile", "requirements.txt"])
def test_file_that_changed_meanwhile_leaves_all_of_its_fix_alone(spoilt: str, workshop: Make) -> None:
    from torchlint.fix.writing import write

    made = workshop({key: FILES[key] for key in ("Dockerfile", "requirements.txt")}, both=BOTH)
    mended = made.mend()
    (made.root / spoilt).write_text("somebody else's\n")
    (one,) = write(mended)
    assert one.path == spoilt
    assert one.why == "has changed since it was read; run torchlint again"
    (other,) = one.others
    assert (made.root / other).read_text() == FILES[other]
    assert (made.root / spoilt).read_text() == "somebody else's\n"


def test_other_files_are_still_written(workshop: Make) -> None:
    from torchlint.fix.writing import write

    made = workshop({"a/Dockerfile": FILES["other/Dockerfile"], "b/Dockerfile": FILES["other/Dockerfile"]}, one=ONE)
    mended = made.mend()
    (made.root / "a/Dockerfile").unlink()
    (one,) = write(mended)
    assert (one.path, one.others) == ("a/Dockerfile", ())
    assert one.why.startswith("no such file or folder")
    assert not (made.root / "a/Dockerfile").exists()
    assert (made.root / "b/Dockerfile").read_text() == "FROM python:3.11\n"


def test_folder_that_is_gone_is_one_line(workshop: Make) -> None:
    from torchlint.fix.writing import write

    made = workshop({"a/Dockerfile": "FROM python:3.12\n"}, one=ONE)
    mended = made.mend()
    (made.root / "a/Dockerfile").unlink()
    (made.root / "a").rmdir()
    (one,) = write(mended)
    assert one.why.startswith("no such file or folder")


def test_second_file_that_cannot_be_written_puts_the_first_back(
    workshop: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from torchlint.fix.writing import write

    made = workshop({key: FILES[key] for key in ("Dockerfile", "requirements.txt")}, both=BOTH)
    mended = made.mend()
    real, moved = os.replace, []

    def full(old: str, new: str) -> None:
        moved.append(new)
        if len(moved) == 2:
            raise OSError(28, "No space left on device")
        real(old, new)

    monkeypatch.setattr(os, "replace", full)
    (one,) = write(mended)
    assert one.why == "No space left on device"
    assert len(moved) == 3, "the first was written, and put back"
    assert {name: (made.root / name).read_text() for name in names(made.root)} == {
        key: FILES[key] for key in ("Dockerfile", "requirements.txt")
    }


@POSIX
def test_read_only_file_is_left_alone_and_says_the_way_out(workshop: Make) -> None:
    made = workshop({"Dockerfile": "FROM python:3.12\n"}, one=ONE)
    (made.root / "Dockerfile").chmod(0o444)
    _, (one,) = made.fix()
    assert one.why == "is read-only; make it writable, or run as its owner"
    assert (made.root / "Dockerfile").read_text() == "FROM python:3.12\n"


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder_leaves_the_file_alone(workshop: Make) -> None:
    made = workshop({"a/Dockerfile": "FROM python:3.12\n"}, one=ONE)
    (made.root / "a").chmod(0o555)
    try:
        _, (one,) = made.fix()
    finally:
        (made.root / "a").chmod(0o755)
    assert one.why.startswith("permission denied")


@POSIX
def test_mode_line_ends_and_byte_order_mark_stay(workshop: Make) -> None:
    text = b"\xef\xbb\xbfFROM python:3.12\r\n# caf\xe9\r\nLABEL a=b"
    made = workshop({"Dockerfile": text}, one=ONE)
    (made.root / "Dockerfile").chmod(0o640)
    made.fix()
    assert (made.root / "Dockerfile").read_bytes() == text.replace(b"3.12", b"3.11")
    assert stat.S_IMODE((made.root / "Dockerfile").stat().st_mode) == 0o640


@POSIX
def test_link_stays_a_link(workshop: Make) -> None:
    made = workshop({"real/Dockerfile": "FROM python:3.12\n"}, one=ONE)
    (made.root / "Dockerfile").symlink_to("real/Dockerfile")
    made.fix()
    assert (made.root / "Dockerfile").is_symlink()
    assert (made.root / "real/Dockerfile").read_text() == "FROM python:3.11\n"


def test_writing_twice_is_writing_once(workshop: Make) -> None:
    made = workshop(FILES, both=Toy("3.12", "3.11"))
    made.fix()
    before = {name: (made.root / name).stat().st_mtime_ns for name in names(made.root)}
    mended, unwritten = made.fix()
    assert (mended.groups, unwritten) == ((), ())
    assert {name: (made.root / name).stat().st_mtime_ns for name in names(made.root)} == before
