"""The copy that is built holds what the builder would be sent, and no more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from torchlint.project.context import Context
from torchlint.verify.staging import Refused, refuse_wide, stage


def laid_out(root: Path, files: dict[str, str]) -> Context:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return Context.of(str(root))


def names(folder: str) -> set[str]:
    return {
        os.path.relpath(os.path.join(above, name), folder).replace(os.sep, "/")
        for above, _folders, files in os.walk(folder)
        for name in files
    }


def test_dockerignore_counts(tmp_path: Path) -> None:
    files = {
        ".dockerignore": "data\n*.pt\n!keep.pt\nlogs\n!logs/last.txt\n",
        "app.py": "",
        "big.pt": "",
        "keep.pt": "",
        "data/x.csv": "",
        "logs/first.txt": "",
        "logs/last.txt": "",
        "pkg/in/side.py": "",
    }
    (tmp_path / "from").mkdir()
    (tmp_path / "to").mkdir()
    context = laid_out(tmp_path / "from", files)
    staged = stage(str(tmp_path / "to"), context, str(tmp_path / "from"), b"FROM scratch\n")
    assert names(staged.folder) == {".dockerignore", "app.py", "keep.pt", "logs/last.txt", "pkg/in/side.py"}
    assert Path(staged.dockerfile).read_bytes() == b"FROM scratch\n"
    assert not Path(staged.dockerfile).is_relative_to(staged.folder)


def test_changed_files_come_in_their_new_form(tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "to").mkdir()
    context = laid_out(tmp_path / "from", {"requirements.txt": "old\n", "a.sh": "#!/bin/sh\n"})
    os.chmod(tmp_path / "from/requirements.txt", 0o755)
    changed = {str(tmp_path / "from/requirements.txt"): b"new\n"}
    staged = stage(str(tmp_path / "to"), context, str(tmp_path / "from"), b"", changed)
    assert Path(staged.folder, "requirements.txt").read_bytes() == b"new\n"
    assert (tmp_path / "from/requirements.txt").read_text() == "old\n"
    assert (
        os.stat(Path(staged.folder, "requirements.txt")).st_mode == os.stat(tmp_path / "from/requirements.txt").st_mode
    )


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_links_stay_links(tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "to").mkdir()
    (tmp_path / "secret").write_text("secret")
    context = laid_out(tmp_path / "from", {"a": ""})
    os.symlink(tmp_path / "secret", tmp_path / "from/out")
    os.mkfifo(tmp_path / "from/pipe")
    staged = stage(str(tmp_path / "to"), context, str(tmp_path / "from"), b"")
    assert os.readlink(os.path.join(staged.folder, "out")) == str(tmp_path / "secret")
    assert not os.path.lexists(os.path.join(staged.folder, "pipe"))


def test_whole_disks_and_homes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for wide in (os.path.abspath(os.sep), str(tmp_path)):
        with pytest.raises(Refused, match="--context"):
            refuse_wide(wide)
    refuse_wide(str(tmp_path / "project"))
