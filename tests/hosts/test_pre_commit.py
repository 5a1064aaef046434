"""The hooks as people use them: the real pre-commit, a real repository, the hooks taken from this checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DOCKERFILE = """\
FROM python:3.12-slim
WORKDIR /app
RUN python -m venv .venv
COPY requirements.txt app.py ./
RUN .venv/bin/pip install --no-cache-dir -r requirements.txt
USER nobody
CMD [". .venv/bin/activate", "python", "app.py"]
"""
CONFIGURATION = """\
repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: {hook}
"""

pytestmark = pytest.mark.network


def git(*words: str, folder: Path) -> str:
    """What git says, as somebody with a name and no settings of this machine."""
    environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    named = ["-c", "user.name=A Tester", "-c", "user.email=tester@example.com", "-c", "init.defaultBranch=main"]
    done = subprocess.run(
        ["git", *named, *words], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def committed(folder: Path) -> str:
    git("init", "-q", folder=folder)
    git("add", "--all", "--force", folder=folder)
    git("commit", "-q", "-m", "all", folder=folder)
    return git("rev-parse", "HEAD", folder=folder)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This checkout as it is now, as a repository of its own."""
    copy = tmp_path_factory.mktemp("hooks")
    names = git("ls-files", "--cached", "--others", "--exclude-standard", folder=ROOT).splitlines()
    for name in names:
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    return copy, committed(copy)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "svc").mkdir()
    (tmp_path / "svc/Dockerfile").write_text(DOCKERFILE)
    (tmp_path / "svc/requirements.txt").write_text("torch==2.5.1\n")
    (tmp_path / "svc/app.py").write_text("import torch\n")
    (tmp_path / "other.Dockerfile").write_text("FROM alpine:3.20\nRUN pip install torch\n")
    committed(tmp_path)
    return tmp_path


class Hook:
    """One hook in one repository."""

    def __init__(self, name: str, project: Path, hooks: tuple[Path, str], store: Path) -> None:
        self.name, self.project, self.store = name, project, store
        text = CONFIGURATION.format(hooks=hooks[0], revision=hooks[1], hook=name)
        (project / ".pre-commit-config.yaml").write_text(text)
        git("add", ".", folder=project)
        done = self.asked("install-hooks", offline=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def asked(self, *words: str, offline: bool = True) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PRE_COMMIT_HOME": str(self.store), "PRE_COMMIT_COLOR": "never"}
        if offline:
            # Whatever asked the network would meet a closed door.
            environment |= dict.fromkeys(
                ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"
            )
        command = [sys.executable, "-m", "pre_commit", *words]
        return subprocess.run(command, cwd=self.project, env=environment, capture_output=True, text=True, check=False)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.asked("run", self.name, *words)


def test_findings_stop_the_commit(project: Path, hooks: tuple[Path, str], store: Path) -> None:
    done = Hook("torchlint", project, hooks, store).run("--all-files")
    assert done.returncode == 1
    assert "error[activate-in-exec-form]" in done.stdout
    assert "error[no-python]" in done.stdout


def test_requirements_alone_ask_for_their_dockerfile(project: Path, hooks: tuple[Path, str], store: Path) -> None:
    hook = Hook("torchlint", project, hooks, store)
    committed(project)
    (project / "svc/requirements.txt").write_text("torch==2.6.0\n")
    git("add", "svc/requirements.txt", folder=project)
    done = hook.run()
    assert done.returncode == 1
    assert "svc/Dockerfile:7" in done.stdout
    assert "other.Dockerfile" not in done.stdout


def test_other_files_ask_nothing(project: Path, hooks: tuple[Path, str], store: Path) -> None:
    hook = Hook("torchlint", project, hooks, store)
    committed(project)
    (project / "svc/app.py").write_text("import os\n")
    git("add", ".", folder=project)
    done = hook.run()
    assert done.returncode == 0
    assert "Skipped" in done.stdout


def test_fix_mends_what_surely_fails(project: Path, hooks: tuple[Path, str], store: Path) -> None:
    (project / "other.Dockerfile").unlink()
    hook = Hook("torchlint-fix", project, hooks, store)
    first = hook.run("--all-files")
    assert first.returncode == 1, first.stdout
    text = (project / "svc/Dockerfile").read_text()
    assert 'CMD ["python", "app.py"]' in text
    assert 'PATH="/app/.venv/bin:$PATH"' in text
    git("add", ".", folder=project)
    second = hook.run("--all-files")
    assert second.returncode == 0, second.stdout
