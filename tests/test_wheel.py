"""What users install: the wheel holds every rule, page and table, and works in a clean place."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = [pytest.mark.slow, pytest.mark.network]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the sdist, so that one is whole as well."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)], check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_wheel_holds_what_the_checkout_holds_and_the_catalogue(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    engine = {
        f"torchlint/{path.relative_to(ROOT / 'src/torchlint').as_posix()}" for path in files(ROOT / "src/torchlint")
    }
    rules = {f"torchlint/rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in files(ROOT / "rules")}
    assert held == engine | rules | {"torchlint/rules/_catalog.py"}


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_wheel_works_in_a_clean_place(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    programs = next(path for name in ("bin", "Scripts") if (path := tmp_path / "venv" / name).is_dir())
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "-q", str(wheel)], check=True)
    (tmp_path / "Dockerfile").write_text("FROM ubuntu:24.04\nRUM true\n")
    done = subprocess.run(
        [str(programs / "torchlint"), "check", "--output-format", "json", "Dockerfile"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "unknown-instruction" in {finding["rule"] for finding in json.loads(done.stdout)}
    listed = (
        "from torchlint import catalog; import torchlint.rules._catalog; print(*[r.name for r in catalog.entries()])"
    )
    names = subprocess.run(
        [str(programs / "python"), "-c", listed], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert sorted(names.stdout.split()) == sorted(
        path.stem.replace("_", "-") for path in (ROOT / "rules").glob("*/*.md")
    )
