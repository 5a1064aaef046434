"""The steps of action.yml do what the action says, run as the code host runs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the steps are bash")


def run(
    step: dict[str, Any], folder: Path, values: dict[str, str]
) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """The step as a runner does it, and its outputs. `values`: what stands between `${{` and `}}`."""

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ *(.+?) *\}\}", lambda found: values[found[1]], text)

    temporary = folder.parent / f"{folder.name}-temporary"
    temporary.mkdir(exist_ok=True)
    script, outputs = temporary / "step.sh", temporary / "outputs"
    outputs.write_text("")
    script.write_text(step["run"])
    assert "${{" not in step["run"], "what users write would be read as shell text"
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    environment |= {name: filled(value) for name, value in step["env"].items()}
    environment |= {"GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(temporary / "summary.md")}
    environment |= {"RUNNER_TEMP": str(temporary)}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done, dict(line.split("=", 1) for line in outputs.read_text().splitlines())


def checked(folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    step = next(step for step in STEPS if step.get("id") == "check")
    given = {f"inputs.{name}": str(about["default"]) for name, about in ACTION["inputs"].items()}
    given |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    program = Path(sys.executable).parent / "torchlint"
    return run(step, folder, given | {"steps.install.outputs.torchlint": str(program)})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "fixtures/venv-two-stage", folder)
    return folder


def test_findings_are_annotated_summed_up_and_counted(project: Path) -> None:
    done, outputs = checked(project)
    assert done.returncode == 0, done.stderr
    assert outputs["status"] == "1"
    assert "::error file=Dockerfile,line=21" in done.stdout
    assert int(outputs["findings"]) == done.stdout.count("title=")
    assert "activate-in-exec-form" in Path(outputs["sarif-file"]).read_text()
    assert "activate-in-exec-form" in (project.parent / "project-temporary/summary.md").read_text()


def test_last_step_fails_as_torchlint_did() -> None:
    assert STEPS[-1]["run"] == 'exit "$STATUS"'
    assert STEPS[-1]["env"] == {"STATUS": "${{ steps.check.outputs.status }}"}


def test_nothing_found_is_no_failure(project: Path) -> None:
    (project / "Dockerfile").write_text("FROM scratch\nCOPY model.py /\n")
    done, outputs = checked(project)
    assert (done.returncode, outputs["status"], outputs["findings"]) == (0, "0", "0"), done.stderr


def test_inputs_reach_the_command(project: Path) -> None:
    _done, outputs = checked(project, select="runs-as-root", fail_on="info")
    assert (outputs["status"], outputs["findings"]) == ("1", "1")
    _done, outputs = checked(project, select="runs-as-root", args="--exit-zero")
    assert (outputs["status"], outputs["findings"]) == ("0", "1")
    (project / "torchlint.toml").write_text("shell = false\n")
    (project / "Dockerfile").write_text("FROM debian:12\nRUN echo $X\n")
    assert checked(project, select="SC2086")[1]["findings"] == "0"
    done, outputs = checked(project, select="SC2086", shell="true")
    assert outputs["findings"] == "1" or "ShellCheck is not installed" in done.stderr


def test_wrong_use_fails_at_once(project: Path) -> None:
    done, _outputs = checked(project, select="no-such-rule")
    assert done.returncode == 2
    assert "no-such-rule" in done.stderr


def test_what_users_write_is_no_shell_text(project: Path) -> None:
    hostile = '$(touch hacked); `touch hacked` "; touch hacked #'
    for name in ("paths", "select", "config", "args", "baseline"):
        checked(project, **{name: hostile})
    assert not (project / "hacked").exists()


def test_other_actions_are_pinned_to_commits() -> None:
    files = [ROOT / "action.yml", *sorted((ROOT / ".github/workflows").glob("*.yml"))]
    used = [line for file in files for line in file.read_text().splitlines() if "uses:" in line]
    assert used
    for line in used:
        assert re.search(r"@[0-9a-f]{40} # v\d", line), line


@pytest.mark.network
@pytest.mark.parametrize("shell", ["true", "false"])
def test_installed_from_the_action_itself(shell: str, project: Path) -> None:
    step = next(step for step in STEPS if step.get("id") == "install")
    values = {"steps.python.outputs.python-path": sys.executable, "inputs.version": "", "github.action_path": str(ROOT)}
    done, outputs = run(step, project, values | {"inputs.shell": shell})
    assert done.returncode == 0, done.stderr
    subprocess.run([outputs["torchlint"], "version"], check=True)
    beside = {path.stem for path in Path(outputs["torchlint"]).parent.iterdir()}
    assert ("shellcheck" in beside) is (shell == "true")
