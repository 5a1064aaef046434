"""The pack that the repository shows: installed by pip as a company would, and used in all ways."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.version import Version

from tests.cli.test_cli import environment
from tests.packs.packs import EXAMPLE

DOCKERFILE = 'FROM python:3.12-slim\nRUN pip install --no-cache-dir torch==2.5.1\nUSER 1000\nCMD ["python"]\n'


class Place:
    """A virtual environment with the pack, and torchlint as the tests have it."""

    def __init__(self, programs: Path, project: Path) -> None:
        self.programs = programs
        self.project = project

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.programs / "python"), "-P", "-m", "torchlint", *words]
        return subprocess.run(
            command, cwd=self.project, env=environment(), capture_output=True, text=True, timeout=120, check=False
        )


@pytest.fixture(scope="module", params=[(), ("--editable",)], ids=["installed", "editable"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Built by what lies there already, so that no package index is asked."""
    if find_spec("setuptools") is None or Version(version("setuptools")) < Version("77"):
        pytest.skip("setuptools 77 or newer, which builds the pack, is not installed")
    root = tmp_path_factory.mktemp("place")
    venv.create(root / "venv")
    programs = next(path for name in ("bin", "Scripts") if (path := root / "venv" / name).is_dir())
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    libraries = subprocess.run([str(programs / "python"), "-c", where], capture_output=True, text=True, check=True)
    # torchlint and what it needs, and setuptools: those of the Python that runs the tests.
    beside = Path(libraries.stdout.strip(), "beside.pth")
    beside.write_text(f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n")
    source = shutil.copytree(EXAMPLE, root / "pack")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(programs / "python"),
        "install",
        "-q",
        "--no-index",
        "--no-deps",
    ]
    command = [*pip, "--no-build-isolation", "--disable-pip-version-check", *request.param, str(source)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    project = root / "project"
    project.mkdir()
    (project / "Dockerfile").write_text(DOCKERFILE)
    return Place(programs, project)


def test_check_asks_its_rules(place: Place) -> None:
    done = place.run("check", "--select", "acme-rules", "--output-format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert [finding["rule"] for finding in json.loads(done.stdout)] == ["foreign-base", "unapproved-torch"]


def test_fix_mends_what_they_find(place: Place) -> None:
    done = place.run("fix", "--diff", "--unsafe-fixes", "--select", "acme-rules")
    assert done.returncode == 1
    assert "+FROM registry.acme.example/hub/python:3.12-slim" in done.stdout


def test_rules_lists_and_explain_explains_them(place: Place) -> None:
    names = [line.split()[0] for line in place.run("rules").stdout.splitlines()]
    assert names[-2:] == ["foreign-base", "unapproved-torch"]
    done = place.run("explain", "unapproved-torch")
    assert done.stdout.startswith("# unapproved-torch: this torch was not approved\n")


def test_its_pages_are_tried(place: Place) -> None:
    done = place.run("test", "--select", "acme-rules")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("All rules do what their pages say! (2 rules, ")


def test_it_is_complete_as_it_is_built(place: Place) -> None:
    """Every page is in the package, and what it names is what it holds."""
    told = tomllib.loads((EXAMPLE / "pyproject.toml").read_text())
    assert told["project"]["entry-points"]["torchlint.rules"] == {"acme": "acme_rules"}
    done = place.run("rules", "--output-format", "json")
    files = [row["file"] for row in json.loads(done.stdout) if row["file"]]
    assert len(files) == len(list((EXAMPLE / "acme_rules").glob("*.md"))) == 2
    assert not any(file.startswith(str(EXAMPLE)) for file in files)
    assert sys.version_info >= tuple(map(int, told["project"]["requires-python"].removeprefix(">=").split(".")))
