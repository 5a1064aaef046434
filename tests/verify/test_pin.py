"""`torchlint fix --pin`: what is open gets the version that is taken today, and not a byte more is changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.truth.loopback_index import serving
from tests.verify.package_index import Index, index, setup, source, wheel
from torchlint.cli import main
from torchlint.verify import uv

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DIGEST = f"@sha256:{'0' * 64}"
"""Stands behind the bases of all tests here, so that no registry is asked."""


@pytest.fixture(scope="module", autouse=True)
def _uv() -> None:
    if uv.find() is None:
        pytest.skip("uv is not installed")


@pytest.fixture(scope="module")
def packages() -> Iterator[Index]:
    with index(
        wheel("aaa", "1.0"),
        wheel("aaa", "1.5", "ccc"),
        wheel("bbb", "2.0"),
        wheel("ccc", "3.0"),
        wheel("with_extra", "1.0"),
    ) as served:
        yield served


class Run:
    """What the command did."""

    def __init__(self, folder: Path, *words: str, stdin: str | None = None) -> None:
        command = [sys.executable, "-m", "torchlint", *words]
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "HOME": str(folder)},
            capture_output=True,
            check=False,
            input=None if stdin is None else with_digest(stdin).encode(),
        )
        self.code, self.out, self.err = done.returncode, done.stdout.decode().replace(DIGEST, ""), done.stderr.decode()
        path = folder / "Dockerfile"
        self.text = path.read_bytes().decode().replace(DIGEST, "") if path.exists() else ""


def with_digest(text: str) -> str:
    """The same with bases that need none."""
    return re.sub(r"(?m)^FROM (python:\S+)$", rf"FROM \1{DIGEST}", text)


def pinned(folder: Path, text: str, *words: str, **files: str) -> Run:
    (folder / "Dockerfile").write_bytes(with_digest(text).encode())
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content.encode())
    return Run(folder, "fix", *(words or ("--pin",)), "--select", "pip-cache-left")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aaa", "aaa==1.5"),
        ("aaa bbb", "aaa==1.5 bbb==2.0"),
        ("'aaa>=1'", "'aaa==1.5'"),
        ('"aaa >= 1, != 1.1"', '"aaa ==1.5"'),
        ("aaa==1.0", "aaa==1.0"),
        ("'aaa<1.2' bbb", "'aaa<1.2' bbb==2.0"),
        ("'aaa~=1.0'", "'aaa~=1.0'"),
        ("'With.Extra[one,two]'", "'With.Extra[one,two]==1.0'"),
        ("\"bbb; python_version>'3.8'\"", "\"bbb==2.0; python_version>'3.8'\""),
        ("\"bbb; python_version<'3.8'\" aaa", "\"bbb; python_version<'3.8'\" aaa==1.5"),
        ("-c constraints.txt aaa bbb", "-c constraints.txt aaa bbb==2.0"),
        ("aaa && echo done # aaa", "aaa==1.5 && echo done # aaa"),
        ("\\\n    aaa \\\n    # why\n    bbb", "\\\n    aaa==1.5 \\\n    # why\n    bbb==2.0"),
    ],
)
def test_words_of_a_command(tmp_path: Path, packages: Index, before: str, after: str) -> None:
    head = "FROM python:3.11-slim\nCOPY constraints.txt .\nRUN pip install --no-cache-dir -i "
    text = f"{head}{packages.url} {before}\nUSER nobody\n"
    done = pinned(tmp_path, text, constraints_txt="aaa<1.2\n")
    assert done.text == f"{head}{packages.url} {after}\nUSER nobody\n", done.out + done.err


REQUIREMENTS = """\
# all that we need
--index-url {url}

bbb        # keep me
aaa[x] >= 1 ; python_version > "3" # and me
aaa[x]==1.0 ; python_version < "3"
ccc \\
    >= 2
with-extra==1.0 --hash=sha256:0000000000000000000000000000000000000000000000000000000000000000
"""
PINNED = (
    REQUIREMENTS.replace("bbb     ", "bbb==2.0     ")
    .replace("aaa[x] >= 1", "aaa[x] ==1.5")
    .replace("\\\n    >= 2", "\\\n    ==3.0")
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_requirements_keep_all_but_the_version(tmp_path: Path, packages: Index, end: str) -> None:
    text = "FROM python:3.11-slim\nCOPY r.txt .\nRUN pip install --no-cache-dir -r r.txt\nUSER nobody\n"
    lines = REQUIREMENTS.format(url=packages.url).replace('aaa[x]==1.0 ; python_version < "3"\n', "")
    done = pinned(tmp_path, text, r_txt=lines.replace("\n", end))
    expected = PINNED.format(url=packages.url).replace('aaa[x]==1.0 ; python_version < "3"\n', "")
    assert (tmp_path / "r.txt").read_bytes().decode() == expected.replace("\n", end), done.out + done.err
    assert done.text == text
    again = Run(tmp_path, "fix", "--pin", "--select", "pip-cache-left")
    assert "Made" not in again.out


def test_torch_of_the_index_that_is_asked(tmp_path: Path) -> None:
    with serving() as address:
        text = (
            "FROM python:3.11-slim\nRUN pip install --no-cache-dir {} --index-url {}/whl/cu118 torch{}\nUSER nobody\n"
        )
        done = pinned(tmp_path, text.format("", address, ""))
        (pin,) = [word for word in done.text.split() if word.startswith("torch==")]
        assert pin.endswith("+cu118")


def test_base_os_decides_which_wheel(tmp_path: Path) -> None:
    newer = wheel("aaa", "2.0", tag="cp311-cp311-manylinux_2_35_x86_64")
    with index(newer, wheel("aaa", "1.0")) as served:
        for base, version in (("bookworm", "2.0"), ("bullseye", "1.0")):
            done = pinned(
                tmp_path,
                f"FROM python:3.11-slim-{base}\nRUN pip install --no-cache-dir -i {served.url} aaa\nUSER nobody\n",
            )
            assert f"aaa=={version}" in done.text


def test_earlier_install_is_counted(tmp_path: Path, packages: Index) -> None:
    """What is there already is not taken newer, so that is what is pinned."""
    text = f"FROM python:3.11-slim\nRUN pip install --no-cache-dir -i {packages.url} aaa==1.0\n"
    text += f"RUN pip install --no-cache-dir -i {packages.url} aaa\nUSER nobody\n"
    assert pinned(tmp_path, text).text.count("aaa==1.0") == 2


def refused(folder: Path, text: str, **files: str) -> str:
    """What is said where nothing may be changed."""
    done = pinned(folder, text, **files)
    assert done.text == text
    for name, content in files.items():
        assert (folder / name.replace("_", ".")).read_text() == content
    assert "Not made:" in done.out
    return done.out


def test_source_is_never_run(tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    (tmp_path / "setup.py").write_text(setup(str(marker)))
    with index(source("aaa", "1.0", str(marker)), wheel("bbb", "1.0")) as served:
        text = f"FROM python:3.11-slim\nRUN pip install --no-cache-dir -i {served.url} aaa\nUSER nobody\n"
        assert "would run its code" in refused(tmp_path, text)
        text = text.replace("RUN", "WORKDIR /a\nCOPY . .\nRUN").replace(" aaa\n", " . bbb\n")
        assert "without running code" in refused(tmp_path, text)
    assert not marker.exists()


@pytest.mark.parametrize(
    "line", ["--index-url {url}/${{HOME}}", "--extra-index-url https://${{TOKEN}}@127.0.0.1/simple"]
)
def test_variable_in_an_index_is_refused(tmp_path: Path, line: str) -> None:
    with index(wheel("aaa", "1.0")) as served:
        text = "FROM python:3.11-slim\nCOPY r.txt .\nRUN pip install --no-cache-dir -r r.txt\nUSER nobody\n"
        said = refused(tmp_path, text, r_txt=f"{line.format(url=served.url)}\naaa\n")
        assert "its value may be secret" in said
        assert served.asked == []


def test_index_that_does_not_answer(tmp_path: Path) -> None:
    text = "FROM python:3.11-slim\nRUN pip install --no-cache-dir -i http://127.0.0.1:9/simple aaa\nUSER nobody\n"
    assert "Failed to fetch" in refused(tmp_path, text)


def test_two_pythons_take_different_ones(tmp_path: Path) -> None:
    with index(wheel("aaa", "1.0"), wheel("aaa", "2.0", tag="cp312-cp312-manylinux2014_x86_64")) as served:
        text = "".join(
            f"FROM python:{python}-slim\nCOPY r.txt .\nRUN pip install --no-cache-dir -r r.txt\nUSER 9\nCMD python\n"
            for python in ("3.11", "3.12")
        )
        assert "take different ones: 1.0 and 2.0" in refused(tmp_path, text, r_txt=f"-i {served.url}\naaa\n")


def test_requirements_of_no_dockerfile(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("aaa\n")
    done = Run(tmp_path, "fix", "--pin", "--select", "pip-cache-left")
    assert "nobody says for which Python" in done.out
    assert (tmp_path / "requirements.txt").read_text() == "aaa\n"


def test_registry_that_does_not_answer_keeps_no_package_from_its_pin(tmp_path: Path, packages: Index) -> None:
    text = f"FROM 127.0.0.1:9/python:3.11-slim\nRUN pip install --no-cache-dir -i {packages.url} aaa\nUSER nobody\n"
    (tmp_path / "torchlint.toml").write_text('[bases]\n"127.0.0.1:9/python:3.11-slim" = "python:3.11-slim"\n')
    done = pinned(tmp_path, text)
    assert "127.0.0.1:9 cannot be asked" in done.out
    assert "asking 127.0.0.1:9 for the digests" in done.err
    assert done.text == text.replace(" aaa\n", " aaa==1.5\n")


def test_diff_and_standard_input(tmp_path: Path, packages: Index) -> None:
    text = f"FROM python:3.11-slim\nRUN pip install --no-cache-dir -i {packages.url} aaa\nUSER nobody\n"
    done = pinned(tmp_path, text, "--pin", "--diff")
    assert (done.code, done.text) == (1, text)
    assert f"+RUN pip install --no-cache-dir -i {packages.url} aaa==1.5\n" in done.out
    done = Run(tmp_path, "fix", "--pin", "--select", "pip-cache-left", "-", stdin=text)
    assert done.out == text.replace(" aaa\n", " aaa==1.5\n")


def test_fixes_and_pins_together_and_proven(tmp_path: Path, packages: Index) -> None:
    text = f"FROM python:3.11-slim\nRUN pip install -i {packages.url} aaa\nUSER nobody\n"
    done = pinned(tmp_path, text, "--pin", "--verify=resolved")
    assert done.text == text.replace("install", "install --no-cache-dir").replace(" aaa\n", " aaa==1.5\n")
    assert "resolved before, resolved after" in done.out
    assert "pin: write aaa==1.5" in done.out


def test_pin_goes_with_fixing_only(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM scratch\n")
    assert "--pin goes with --fix" in Run(tmp_path, "check", "--pin").err


def test_lock_holds_everything_with_hashes(tmp_path: Path, packages: Index) -> None:
    """And pip installs it with --require-hashes."""
    text = "FROM python:3.11-slim\nCOPY r.txt base.txt ./\nRUN pip install --no-cache-dir -r r.txt\nUSER nobody\n"
    files = {"r_txt": f"-i {packages.url}\n-r base.txt\naaa\n", "base_txt": "bbb # why\n"}
    done = pinned(tmp_path, text, "--lock", **files)
    lock = (tmp_path / "r.lock.txt").read_text()
    assert (done.code, done.text) == (0, text)
    assert [line.split()[0] for line in lock.splitlines() if line[:1].isalpha()] == ["aaa==1.5", "bbb==2.0", "ccc==3.0"]
    assert not (tmp_path / "base.lock.txt").exists()
    environment = {**os.environ, "PIP_CONFIG_FILE": os.devnull}
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    installed = subprocess.run(
        [*command, "--require-hashes", "--target", str(tmp_path / "to"), "-r", str(tmp_path / "r.lock.txt")],
        env={
            name: value
            for name, value in environment.items()
            if not name.startswith("PIP_") or name == "PIP_CONFIG_FILE"
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert installed.returncode == 0, installed.stderr
    assert (tmp_path / "to" / "ccc-3.0.dist-info").is_dir()


def test_lock_is_renewed_but_keeps_what_it_can(tmp_path: Path, packages: Index) -> None:
    text = "FROM python:3.11-slim\nCOPY r.txt .\nRUN pip install --no-cache-dir -r r.txt\nUSER nobody\n"
    pinned(tmp_path, text, "--lock", r_txt=f"-i {packages.url}\naaa<1.2\n")
    pinned(tmp_path, text, "--lock", r_txt=f"-i {packages.url}\naaa\nbbb\n")
    lock = (tmp_path / "r.lock.txt").read_text()
    assert "aaa==1.0" in lock
    assert "bbb==2.0" in lock


def test_file_of_somebody_else_s_stays(tmp_path: Path, packages: Index) -> None:
    (tmp_path / "r.lock.txt").write_text("mine\n")
    text = "FROM python:3.11-slim\nCOPY r.txt .\nRUN pip install --no-cache-dir -r r.txt\nUSER nobody\n"
    done = pinned(tmp_path, text, "--lock", r_txt=f"-i {packages.url}\naaa\n")
    assert "was not written by torchlint" in done.out
    assert (tmp_path / "r.lock.txt").read_text() == "mine\n"


def test_diff_writes_no_lock(tmp_path: Path, packages: Index) -> None:
    text = "FROM python:3.11-slim\nCOPY r.txt .\nRUN pip install --no-cache-dir -r r.txt\nUSER nobody\n"
    done = pinned(tmp_path, text, "--lock", "--diff", r_txt=f"-i {packages.url}\naaa\n")
    assert "would write r.lock.txt, with 2 packages" in done.err
    assert not (tmp_path / "r.lock.txt").exists()


def test_without_uv_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "FROM python:3.11-slim\nRUN pip install requests\nUSER nobody\n"
    (tmp_path / "Dockerfile").write_text(text)
    monkeypatch.setattr(uv, "find", lambda: None)
    for words in (["--pin"], ["--lock"], ["--verify=resolved"]):
        assert main(["fix", *words, str(tmp_path / "Dockerfile")]) == 2
        said = capsys.readouterr().err
        assert "torchlint[pin]" in said
        assert "nothing was written" in said
    assert (tmp_path / "Dockerfile").read_text() == text


def test_stages_that_nothing_ships_are_pinned_too(tmp_path: Path, packages: Index) -> None:
    text = f"FROM python:3.11-slim AS tests\nRUN pip install --no-cache-dir -i {packages.url} aaa\n"
    text += "FROM python:3.11-slim\nUSER nobody\nCMD python\n"
    assert "aaa==1.5" in pinned(tmp_path, text).text


@pytest.mark.network
def test_public_index(tmp_path: Path) -> None:
    text = "FROM python:3.11-slim\nRUN pip install --no-cache-dir requests 'torch>=2'\nUSER nobody\n"
    done = pinned(tmp_path, text)
    assert re.search(r"requests==\d+[.\d]+ 'torch==\d+[.\d]+'", done.text), done.err
    assert done.err.startswith("torchlint: asking the public index of Python packages for wheels, with uv ")
