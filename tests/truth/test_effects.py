"""What torchlint says of environments and of PATH after commands, and what these really leave.

The same script runs twice: in a Dockerfile that is only read, and for real below a temporary folder, with real venv,
pip, virtualenv and uv, and two tiny wheels of our own; nothing asks the network.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

import torchlint
from torchlint.model.environment import Program

MINOR = f"{sys.version_info.major}.{sys.version_info.minor}"
PLACES = {"/usr/local": "image", "/t": "t", "/root": "home", "/wheels": "wheels"}
"""Folders of the image, and what stands for them below the temporary one."""

PROJECT = f"""\
[project]
name = "hall"
version = "1"
requires-python = "=={MINOR}.*"
dependencies = ["uvicorn"]
"""


class Row(NamedTuple):
    """A script; the folders that come before PATH afterwards; the words that have to be known then.

    `files`: what lies in /t before.
    """

    script: str
    knows: str
    path: str = ""
    files: tuple[tuple[str, str], ...] = ()


ROWS = {
    "venv": Row("python -m venv /t/v", "/t/v/bin/python /t/v/bin/python3 /t/v/bin/pip uvicorn"),
    "venv on PATH": Row("python -m venv /t/v", "python python3 pip uvicorn", "/t/v/bin"),
    "venv without pip": Row("python -m venv --without-pip /t/v", "/t/v/bin/python /t/v/bin/pip", "/t/v/bin"),
    "venv by relative path": Row("cd /t && python -m venv v && v/bin/pip install uvicorn", "uvicorn", "/t/v/bin"),
    "two venvs": Row("python -m venv --without-pip /t/v /t/w", "python pip", "/t/v/bin:/t/w/bin"),
    "venv on a venv": Row(
        "python -m venv --without-pip /t/v && /t/v/bin/python -m venv --without-pip /t/w", "python", "/t/w/bin"
    ),
    "venv cleared": Row(
        "python -m venv /t/v && /t/v/bin/pip install uvicorn && python -m venv --clear /t/v", "python", "/t/v/bin"
    ),
    "venv with the base's packages": Row(
        "pip install uvicorn && python -m venv --system-site-packages /t/v", "python uvicorn", "/t/v/bin"
    ),
    "install into a venv": Row("python -m venv /t/v && /t/v/bin/pip install uvicorn", "uvicorn", "/t/v/bin"),
    "install by its python": Row(
        "python -m venv /t/v && /t/v/bin/python -m pip install uvicorn", "uvicorn", "/t/v/bin"
    ),
    "activated": Row("python -m venv /t/v && . /t/v/bin/activate && pip install uvicorn", "uvicorn python", "/t/v/bin"),
    "activated by bash": Row(
        "python -m venv /t/v && bash -c 'source /t/v/bin/activate && pip install uvicorn'", "uvicorn", "/t/v/bin"
    ),
    "PATH of one command": Row("python -m venv /t/v && PATH=/t/v/bin:$PATH pip install uvicorn", "uvicorn", "/t/v/bin"),
    "exported PATH": Row(
        "python -m venv /t/v && export PATH=/t/v/bin:$PATH && pip install uvicorn", "uvicorn", "/t/v/bin"
    ),
    "a subshell ends": Row("python -m venv /t/v && (. /t/v/bin/activate) && pip install uvicorn", "uvicorn python"),
    "install into the base": Row("pip install uvicorn", "uvicorn python pip"),
    "install without dependencies": Row("pip install --no-deps uvicorn", "uvicorn"),
    "uninstall": Row("pip install uvicorn && pip uninstall -y uvicorn", "python"),
    "requirements": Row("pip install -r /t/r.txt", "uvicorn", files=(("r.txt", "uvicorn==1.0\n"),)),
    "constraints": Row("pip install -c /t/c.txt uvicorn", "uvicorn", files=(("c.txt", "h11==1.0\n"),)),
    "target": Row("pip install --target /t/lib uvicorn", "python uvicorn"),
    "prefix": Row("pip install --prefix /t/p uvicorn", "python uvicorn"),
    "root": Row("pip install --root /t/r uvicorn", "python uvicorn"),
    "linked": Row(
        "python -m venv --without-pip /t/v && mkdir -p /t/bin && ln -s /t/v/bin/python /t/bin/py", "py python", "/t/bin"
    ),
    "copied": Row("mkdir -p /t/bin && cp /usr/local/bin/pip /t/bin/mypip", "mypip python", "/t/bin"),
    "moved": Row("python -m venv --without-pip /t/v && mv /t/v /t/w", "/t/v/bin/python", "/t/w/bin"),
    "removed": Row("python -m venv --without-pip /t/v && rm -rf /t/v", "/t/v/bin/python python", "/t/v/bin"),
    "not run": Row("false && python -m venv --without-pip /t/v || true", "python"),
    "tested": Row("test -d /t/none || python -m venv --without-pip /t/v", "python"),
    "loop": Row("for one in v w; do python -m venv --without-pip /t/$one; done", "/t/v/bin/python /t/w/bin/python"),
    "variable": Row("V=/t/v && python -m venv --without-pip $V", "python", "/t/v/bin"),
    "function": Row("make() { python -m venv --without-pip /t/v; }; make", "/t/v/bin/python", "/t/v/bin"),
    "virtualenv": Row("virtualenv --no-download /t/v", "/t/v/bin/python /t/v/bin/pip", "/t/v/bin"),
    "uv venv": Row("uv venv /t/v", "/t/v/bin/python python /t/v/bin/pip", "/t/v/bin"),
    "uv venv in its folder": Row("cd /t && uv venv", "/t/.venv/bin/python", "/t/.venv/bin"),
    "uv install into a venv": Row("cd /t && uv venv && uv pip install uvicorn", "uvicorn", "/t/.venv/bin"),
    "uv install by VIRTUAL_ENV": Row("uv venv /t/v && VIRTUAL_ENV=/t/v uv pip install uvicorn", "uvicorn", "/t/v/bin"),
    "uv install by python": Row(
        "uv venv /t/v && uv pip install --python /t/v/bin/python uvicorn", "uvicorn", "/t/v/bin"
    ),
    "uv target": Row("uv pip install --python python --target /t/lib uvicorn", "python uvicorn"),
    "uv uninstall": Row(
        "cd /t && uv venv && uv pip install uvicorn && uv pip uninstall uvicorn", "python", "/t/.venv/bin"
    ),
    "uv sync": Row(
        "cd /t && uv sync --no-install-project", "python uvicorn", "/t/.venv/bin", (("pyproject.toml", PROJECT),)
    ),
    "uv sync elsewhere": Row(
        "cd /t && UV_PROJECT_ENVIRONMENT=/t/e uv sync --no-install-project",
        "/t/e/bin/python /t/.venv/bin/python uvicorn",
        "/t/e/bin",
        (("pyproject.toml", PROJECT),),
    ),
}


class Machine(NamedTuple):
    """What stands for the image: its folders, and the environment that scripts run in."""

    root: Path
    env: dict[str, str]

    def real(self, text: str) -> str:
        """The image's folders in a text as they lie here."""
        return re.sub(r"/(?:usr/local|wheels|root|t)\b(?=/|$|[\s'\":])", lambda one: self.place(one[0]), text)

    def place(self, folder: str) -> str:
        """Where a folder of the image lies."""
        return str(self.root / PLACES[folder])

    def shown(self, path: str) -> str:
        """A path here as the image would have it; one outside as it is."""
        for folder, name in PLACES.items():
            own = str(self.root / name)
            if path == own or path.startswith(own + "/"):
                return folder + path[len(own) :]
        return path

    def which(self, word: str, path: str) -> str | None:
        """Where a word leads in the end; None where it leads nowhere within the image's folders."""
        found = shutil.which(self.real(word), path=path)
        shown = self.shown(found) if found is not None else None
        return shown if shown is not None and shown.startswith(tuple(PLACES)) else None

    def packages(self, prefix: str) -> set[str]:
        """The names of what an environment sees, without what makes it."""
        folder = Path(self.real(prefix))
        found = {one.name.partition("-")[0].lower() for one in folder.glob("lib/python*/site-packages/*.dist-info")}
        marker = folder / "pyvenv.cfg"
        if prefix != "/usr/local" and marker.exists() and "system-site-packages = true" in marker.read_text():
            found |= self.packages("/usr/local")
        return found - {"pip", "setuptools", "wheel"}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an environment that stands for the image's Python, and the two wheels."""
    root = tmp_path_factory.mktemp("machine")
    maker = getattr(sys, "_base_executable", sys.executable)
    done = subprocess.run([maker, "-m", "venv", str(root / "image")], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this Python makes no venv with pip: {done.stdout}{done.stderr}")
    shutil.copytree(root / "image", root / "kept", symlinks=True)
    (root / "wheels").mkdir()
    wheel(root / "wheels", "h11", "")
    wheel(root / "wheels", "uvicorn", "Requires-Dist: h11\n")
    here = Path(sys.executable).parent
    (root / "tools").mkdir()
    for tool in ("uv", "virtualenv"):
        if (here / tool).exists():
            (root / "tools" / tool).symlink_to(here / tool)
    return root


def wheel(folder: Path, name: str, needs: str) -> None:
    """A wheel of one module, and of one program if it is called uvicorn."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": "def main():\n    print('hello')\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{needs}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if name == "uvicorn":
        files[f"{info}/entry_points.txt"] = "[console_scripts]\nuvicorn = uvicorn:main\n"
    record = ""
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
        record += f"{path},sha256={digest},{len(text)}\n"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as packed:
        for path, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            packed.writestr(path, text)


@pytest.fixture
def machine(base: Path) -> Machine:
    """The folder as it was in the beginning."""
    for name in ("image", "t", "home"):
        shutil.rmtree(base / name, ignore_errors=True)
    shutil.copytree(base / "kept", base / "image", symlinks=True)
    for name in ("t", "home"):
        (base / name).mkdir(exist_ok=True)
    maker = getattr(sys, "_base_executable", sys.executable)
    path = os.pathsep.join(map(str, (base / "image/bin", base / "tools", Path(maker).parent, "/usr/bin", "/bin")))
    env = {
        "PATH": path,
        "HOME": str(base / "home"),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(base / "wheels"),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "UV_OFFLINE": "1",
        "UV_NO_INDEX": "1",
        "UV_FIND_LINKS": str(base / "wheels"),
        "UV_CACHE_DIR": str(base / "cache"),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_PYTHON_INSTALL_DIR": str(base / "pythons"),
        "UV_NO_CONFIG": "1",
    }
    return Machine(base, env)


def predicted(row: Row, folder: Path) -> torchlint.Build:
    """What is said of a Dockerfile with this script."""
    for name, text in row.files:
        (folder / name).write_text(text)
    lines = [f"FROM python:{MINOR}-slim", "COPY --from=ghcr.io/astral-sh/uv:0.8.0 /uv /bin/uv"]
    lines += ["RUN pip install virtualenv"] if "virtualenv" in row.script else []
    lines += [f"COPY {name} /t/" for name, _ in row.files] or ["RUN mkdir /t"]
    lines += ["ENV PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels UV_FIND_LINKS=/wheels UV_NO_INDEX=1", f"RUN {row.script}"]
    lines += [f"ENV PATH={row.path}:$PATH"] if row.path else []
    (folder / "Dockerfile").write_text("\n".join(lines) + "\n")
    project = torchlint.read([str(folder / "Dockerfile")])
    return torchlint.predict(project.dockerfiles[0], project, torchlint.World())


@pytest.mark.slow
@pytest.mark.parametrize("name", ROWS)
def test_what_is_said_is_what_is_there(name: str, machine: Machine, tmp_path: Path) -> None:
    row = ROWS[name]
    for tool in ("uv", "virtualenv"):
        if tool in row.script and not (machine.root / "tools" / tool).exists():
            pytest.skip(f"{tool} is not installed")
    for file, text in row.files:
        (machine.root / "t" / file).write_text(text)
        if file == "pyproject.toml":
            lock = subprocess.run(
                [str(machine.root / "tools/uv"), "lock"],
                env=machine.env,
                cwd=machine.root / "t",
                capture_output=True,
                text=True,
                check=False,
            )
            assert lock.returncode == 0, lock.stderr
            shutil.copy(machine.root / "t/uv.lock", tmp_path / "uv.lock")
            row = row._replace(files=(*row.files, ("uv.lock", (tmp_path / "uv.lock").read_text())))
    done = subprocess.run(
        ["/bin/sh", "-c", machine.real(row.script)],
        env=machine.env,
        cwd=machine.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    path = os.pathsep.join(filter(None, (machine.real(row.path), machine.env["PATH"])))
    final = predicted(row, tmp_path).stages[-1].final
    for word in {*row.knows.split(), "python", "pip", "uvicorn"}:
        answer, real = final.which(word), machine.which(word, path)
        if word in row.knows.split():
            assert answer is not None, f"{word} is unknown"
        assert answer is None or (answer is False) == (real is None), f"{word}: said {answer}, really {real}"
        if isinstance(answer, Program) and real is not None and "/" not in word:
            assert final.where(word) == real, word
    for prefix, environment in final.environments.items():
        real_names = machine.packages(prefix)
        said = {one for one in environment.packages if one != "virtualenv"}
        assert said <= real_names, f"{prefix}: said {said}, really {real_names}"
        if environment.complete:
            assert real_names - said <= {"h11"}, f"{prefix}: really {real_names}"
            assert said or not real_names, prefix
        if environment.python.value is not None and (python := machine.which(f"{prefix}/bin/python", path)):
            asking = [
                machine.real(python),
                "-c",
                "import sys; print(*sys.version_info[:2], sep='.'); print(sys.prefix)",
            ]
            version, own = subprocess.run(asking, capture_output=True, text=True, check=True).stdout.splitlines()
            assert (environment.python.value, prefix) == (version, machine.shown(own))


def test_the_table_knows_something_in_each_row() -> None:
    assert len(ROWS) >= 40
    assert all(row.knows for row in ROWS.values())
