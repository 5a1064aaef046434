"""The level RESOLVED with the real uv and indexes on the loopback interface: what it proves; that it runs nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import torchlint
from tests.fix.conftest import workshop as workshop
from tests.fix.toys import Toy, texts
from tests.truth.loopback_index import serving
from tests.verify.package_index import index, setup, source, wheel
from torchlint.fix import mend
from torchlint.verify import uv as finding
from torchlint.verify.before_after import Turn, compare
from torchlint.verify.evidence import Evidence
from torchlint.verify.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fix.toys import Workshop
    from torchlint.fix.shapes import Mended
    from torchlint.verify.uv import Uv
    from torchlint.verify.verifying import Verdict

HEAD = "FROM python:3.11-slim\n"


@pytest.fixture(scope="module")
def uv() -> Iterator[Uv]:
    found = finding.find()
    if found is None:
        pytest.skip("uv is not installed")
    with found as opened:
        yield opened


@pytest.fixture(scope="module")
def torches() -> Iterator[str]:
    with serving() as address:
        yield address


class Looked:
    """A Dockerfile that was resolved, with the hosts that were named before."""

    def __init__(self, folder: Path, uv: Uv, text: str, **files: str) -> None:
        (folder / "Dockerfile").write_text(text)
        for name, content in files.items():
            (folder / name.replace("_", ".")).write_text(content)
        world = torchlint.World()
        build = torchlint.check(torchlint.read([str(folder / "Dockerfile")]), world=world).builds[0]
        self.hosts: list[str] = []
        self.verdict: Verdict = resolve(build, world, uv, self.hosts.extend)

    @property
    def versions(self) -> list[dict[str, str] | None]:
        return [None if one.versions is None else dict(one.versions) for one in self.verdict.resolved]


def test_every_install_is_looked_up(tmp_path: Path, uv: Uv) -> None:
    with index(wheel("aaa", "1.0", "bbb"), wheel("bbb", "2.0")) as one:
        text = f"{HEAD}COPY requirements.txt .\nRUN pip install -r requirements.txt\n"
        looked = Looked(tmp_path, uv, text, requirements_txt=f"--index-url {one.url}\naaa>=1 # why\n")
        host = one.url.split("/")[2]
    assert (looked.verdict.reached, looked.verdict.proven) == (Evidence.RESOLVED, True)
    assert looked.versions == [{"aaa": "1.0", "bbb": "2.0"}]
    assert looked.hosts == [host]


def test_what_an_earlier_install_took_is_kept(tmp_path: Path, uv: Uv) -> None:
    """The newer release would do as well, but pip leaves alone what is there."""
    with index(wheel("aaa", "1.0"), wheel("aaa", "2.0"), wheel("bbb", "1.0", "aaa")) as one:
        text = f"{HEAD}RUN pip install -i {one.url} aaa==1.0\nRUN pip install -i {one.url} bbb\n"
        kept = Looked(tmp_path, uv, text)
        upgraded = Looked(tmp_path, uv, text.replace("install -i", "install -U -i"))
    assert kept.versions[1] == {"aaa": "1.0", "bbb": "1.0"}
    assert upgraded.versions[1] == {"aaa": "2.0", "bbb": "1.0"}


@pytest.mark.parametrize(
    ("python", "torch", "proven"),
    [("3.11", "2.4.0", True), ("3.13", "2.4.0", False), ("3.12", "1.13.1", False), ("3.10", "1.13.1", True)],
)
def test_wheels_of_that_python(tmp_path: Path, uv: Uv, torches: str, python: str, torch: str, proven: bool) -> None:
    text = f"FROM python:{python}-slim\nRUN pip install --index-url {torches}/simple torch=={torch}\n"
    looked = Looked(tmp_path, uv, text)
    assert looked.verdict.proven is proven
    assert proven or f"torch=={torch} has no wheels" in looked.verdict.why


def test_wheels_of_that_c_library(tmp_path: Path, uv: Uv) -> None:
    with index(wheel("aaa", "1.0", tag="cp311-cp311-manylinux_2_35_x86_64")) as one:
        for base, proven in (("python:3.11-slim-bookworm", True), ("python:3.11-slim-bullseye", False)):
            looked = Looked(tmp_path, uv, f"FROM {base}\nRUN pip install -i {one.url} aaa\n")
            assert looked.verdict.proven is proven, base


def test_torch_family_by_its_own_index(tmp_path: Path, uv: Uv, torches: str) -> None:
    text = f"{HEAD}RUN pip install --index-url {torches}/whl/cu121 torch==2.4.1\n"
    assert Looked(tmp_path, uv, text).versions == [{"torch": "2.4.1+cu121"}]


def test_failure_that_stops_no_build_proves_nothing(tmp_path: Path, uv: Uv) -> None:
    with index(wheel("aaa", "1.0")) as one:
        looked = Looked(tmp_path, uv, f"{HEAD}RUN pip install -i {one.url} aaa==9 || true\n")
    assert looked.verdict.proven is None


def test_index_that_is_not_reached_proves_nothing(tmp_path: Path, uv: Uv, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Looked(tmp_path, uv, f"{HEAD}RUN pip install -i http://127.0.0.1:9/simple aaa\n")
    assert looked.verdict.proven is None
    assert "Failed to fetch" in looked.verdict.why


def test_source_is_never_built(tmp_path: Path, uv: Uv) -> None:
    marker = tmp_path / "ran"
    with index(source("aaa", "1.0", str(marker))) as one:
        looked = Looked(tmp_path, uv, f"{HEAD}RUN pip install -i {one.url} aaa\n")
    assert (looked.verdict.proven, marker.exists()) == (None, False)
    assert "building its source would run its code" in looked.verdict.why


@pytest.mark.parametrize("words", [".", "-e .", "./pkg", "git+https://example.com/x.git", "file:///src/x-1.tar.gz"])
def test_local_and_remote_source_is_never_run(tmp_path: Path, uv: Uv, words: str) -> None:
    marker = tmp_path / "ran"
    (tmp_path / "pkg").mkdir()
    for folder in (tmp_path, tmp_path / "pkg"):
        (folder / "setup.py").write_text(setup(str(marker)))
    looked = Looked(tmp_path, uv, f"{HEAD}WORKDIR /app\nCOPY . .\nRUN pip install {words}\n")
    assert (looked.verdict.proven, marker.exists()) == (None, False)
    assert "without running code" in looked.verdict.why
    assert looked.hosts == []


@pytest.mark.parametrize(
    "lines",
    [
        "--index-url {url}/${{HOME}}\naaa\n",
        "--extra-index-url {url}/${{HOME}}\naaa\n",
        "aaa @ {url}/${{HOME}}/aaa-1.0-py3-none-any.whl\n",
        "--index-url file:///home/somebody/simple\naaa\n",
    ],
)
def test_variables_and_folders_are_refused(tmp_path: Path, uv: Uv, lines: str) -> None:
    with index(wheel("aaa", "1.0")) as one:
        text = f"{HEAD}COPY requirements.txt .\nRUN pip install -r requirements.txt\n"
        looked = Looked(tmp_path, uv, text, requirements_txt=lines.format(url=one.url))
        assert looked.verdict.proven is None
        assert (looked.hosts, one.asked) == ([], [])


def test_nothing_of_the_user_s_is_used(tmp_path: Path, uv: Uv, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not variables, settings, accounts or a keyring; nor what lies in the folder that torchlint runs in."""
    home, programs = tmp_path / "home", tmp_path / "bin"
    home.mkdir()
    programs.mkdir()
    marker = tmp_path / "ran"
    for name in ("keyring", "git", "python3"):
        (programs / name).write_text(f"#!/bin/sh\ntouch {marker}\n")
        (programs / name).chmod(0o755)
    with index(wheel("aaa", "1.0")) as one, index(wheel("aaa", "6.6")) as evil:
        (home / ".netrc").write_text("machine 127.0.0.1 login me password secret\n")
        (home / ".config" / "uv").mkdir(parents=True)
        (home / ".config" / "uv" / "uv.toml").write_text(f'extra-index-url = ["{evil.url}"]\n')
        (tmp_path / "uv.toml").write_text(f'extra-index-url = ["{evil.url}"]\n')
        (tmp_path / "pyproject.toml").write_text(f'[tool.uv]\nextra-index-url = ["{evil.url}"]\n')
        for name in ("UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_DEFAULT_INDEX", "UV_FIND_LINKS", "PIP_EXTRA_INDEX_URL"):
            monkeypatch.setenv(name, evil.url)
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("UV_KEYRING_PROVIDER", "subprocess")
        monkeypatch.setenv("NETRC", str(home / ".netrc"))
        monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.chdir(tmp_path)
        (tmp_path / "project").mkdir()
        looked = Looked(tmp_path / "project", uv, f"{HEAD}RUN pip install -i {one.url} aaa\n")
        assert looked.versions == [{"aaa": "1.0"}]
        assert evil.asked == []
        assert one.asked.paths
        assert {told for _, told in one.asked} == {""}
    assert not marker.exists()


def test_what_is_not_looked_up_is_told(tmp_path: Path, uv: Uv) -> None:
    with index(wheel("aaa", "1.0")) as one:
        text = f"FROM continuumio/miniconda3:24.1.2-0\nRUN conda install -y numpy\nRUN pip install -i {one.url} aaa\n"
        looked = Looked(tmp_path, uv, text)
    assert looked.verdict.proven is None
    assert "not looked up" in looked.verdict.why


def test_no_install_leaves_nothing_to_prove(tmp_path: Path, uv: Uv) -> None:
    assert Looked(tmp_path, uv, "FROM scratch\nCOPY . .\n").verdict.proven is True


def test_fix_that_makes_it_resolve(workshop: Callable[..., Workshop], uv: Uv) -> None:
    """Red to green and green to red, without any engine."""
    with index(wheel("aaa", "1.0"), wheel("bbb", "1.0")) as one:
        text = f"{HEAD}RUN pip install -i {one.url} aaa==3\nRUN pip install -i {one.url} bbb==1.0\n"
        made = workshop(text, good=Toy("aaa==3", "aaa==1.0"), harmful=Toy("bbb==1.0", "bbb==4.0"))
        world = torchlint.World()

        def plan(wanted: Callable[[torchlint.Finding], bool]) -> Mended:
            return mend(made.look, made.wishes(True, ())._replace(fixable=wanted))

        compared = compare(plan, lambda build, _: resolve(build, world, uv, lambda _hosts: None))
        green = text.replace("aaa==3", "aaa==1.0")
        assert [one.turn for one in compared.judged] == [Turn.FAILING]
        (made.root / "Dockerfile").write_text(green)
        again = workshop(green, harmful=Toy("bbb==1.0", "bbb==4.0"))

        def plan_again(wanted: Callable[[torchlint.Finding], bool]) -> Mended:
            return mend(again.look, again.wishes(True, ())._replace(fixable=wanted))

        compared = compare(plan_again, lambda build, _: resolve(build, world, uv, lambda _hosts: None))
    assert texts(compared.mended) == {}
    assert [one.refused.told.rule for one in compared.dropped] == ["harmful"]


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    # Without programs on PATH no engine answers.
    environment = {**os.environ, "PATH": "/nowhere"}
    return subprocess.run(
        [sys.executable, "-m", "torchlint", *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_command_needs_no_engine(tmp_path: Path, uv: Uv) -> None:
    with index(wheel("aaa", "1.0")) as one:
        (tmp_path / "Dockerfile").write_text(f"{HEAD}RUN pip install --no-cache-dir -i {one.url} aaa\nUSER nobody\n")
        done = run("verify", "--level", "resolved", "--output-format", "json", cwd=tmp_path)
        said = json.loads(done.stdout)
        assert (done.returncode, said["reached"], said["engine"]["name"]) == (0, "resolved", "uv")
        assert said["resolved"][0]["versions"] == {"aaa": "1.0"}
        assert f"asking {one.url.split('/')[2]} for wheels, with uv" in done.stderr


def test_fix_with_the_command(tmp_path: Path, uv: Uv) -> None:
    with index(wheel("aaa", "1.0")) as one:
        text = f"{HEAD}RUN pip install -i {one.url} aaa\nUSER nobody\n"
        (tmp_path / "Dockerfile").write_text(text)
        done = run("fix", "--verify=resolved", "--select", "pip-cache-left", cwd=tmp_path)
        assert (done.returncode, "resolved before, resolved after" in done.stdout) == (0, True), (
            done.stdout + done.stderr
        )
        assert (tmp_path / "Dockerfile").read_text() == text.replace("install -i", "install --no-cache-dir -i")


def test_fix_without_any_engine_writes_nothing(tmp_path: Path) -> None:
    text = f"{HEAD}RUN pip install aaa\nUSER nobody\n"
    (tmp_path / "Dockerfile").write_text(text)
    for words in (("fix", "--verify"), ("check", "--fix", "--verify"), ("fix", "--verify=built")):
        done = run(*words, "--select", "pip-cache-left", cwd=tmp_path)
        assert done.returncode == 2
        assert "nothing was written" in done.stderr
        assert (tmp_path / "Dockerfile").read_text() == text


def test_verify_goes_with_fixing_only(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM scratch\n")
    done = run("check", "--verify", cwd=tmp_path)
    assert (done.returncode, "--verify goes with --fix" in done.stderr) == (2, True)
    done = run("fix", "--verify=sure", cwd=tmp_path)
    assert (done.returncode, "resolved, built, ran" in done.stderr) == (2, True)
