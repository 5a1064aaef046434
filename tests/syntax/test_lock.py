"""Lock files: tomllib and json are the judges of what they say, real uv of what one environment gets."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement

from torchlint.syntax.lock import Lock, minor, parse, python_version
from torchlint.syntax.lock.selection import Wanted, select
from torchlint.syntax.lock.toml import load
from torchlint.text import Source

if TYPE_CHECKING:
    from pathlib import Path

UV = """\
version = 1
revision = 3
requires-python = ">=3.10"
resolution-markers = [
    "python_full_version >= '3.12'",
    "python_full_version < '3.12'",
]

[[package]]
name = "app"
version = "0.1.0"
source = { editable = "." }
dependencies = [
    { name = "numpy", version = "1.26.4", source = { registry = "https://i.io/" }, marker = "python_version < '3.12'" },
    { name = "numpy", version = "2.1.0", source = { registry = "https://i.io/" }, marker = "python_version >= '3.12'" },
    { name = "requests", extra = ["socks"] },
    { name = "torch" },
    { name = "winner", marker = "sys_platform == 'win32'" },
]

[package.optional-dependencies]
gpu = [
    { name = "triton" },
]

[package.dev-dependencies]
dev = [
    { name = "pytest" },
]

[package.metadata]
requires-dist = [
    { name = "numpy" },
    { name = "requests", extras = ["socks"], specifier = ">=2" },
    { name = "torch", specifier = "==2.4.1" },
    { name = "triton", marker = "extra == 'gpu'" },
]
provides-extras = ["gpu"]

[package.metadata.requires-dev]
dev = [{ name = "pytest" }]

[[package]]
name = "numpy"
version = "1.26.4"
source = { registry = "https://i.io/" }
sdist = { url = "https://files.example/numpy-1.26.4.tar.gz", hash = "sha256:00", size = 1 }
wheels = [
    { url = "https://files.example/numpy-1.26.4-cp311-cp311-manylinux_2_17_x86_64.whl", hash = "sha256:01", size = 2 },
    { url = "https://files.example/numpy-1.26.4-cp310-cp310-manylinux_2_17_x86_64.whl", hash = "sha256:02", size = 2 },
]

[[package]]
name = "numpy"
version = "2.1.0"
source = { registry = "https://i.io/" }

[[package]]
name = "pysocks"
version = "1.7.1"
source = { registry = "https://i.io/" }

[[package]]
name = "pytest"
version = "8.0.0"
source = { registry = "https://i.io/" }

[[package]]
name = "requests"
version = "2.32.0"
source = { registry = "https://i.io/" }

[package.optional-dependencies]
socks = [
    { name = "pysocks" },
]

[[package]]
name = "torch"
version = "2.4.1+cu121"
source = { registry = "https://download.pytorch.org/whl/cu121" }

[[package]]
name = "triton"
version = "3.0.0"
source = { registry = "https://i.io/" }

[[package]]
name = "winner"
version = "1.0"
source = { registry = "https://i.io/" }
"""

POETRY = """\
[[package]]
name = "mypy"
version = "1.8.0"
optional = false
groups = ["dev"]
files = [
    {file = "mypy-1.8.0-py3-none-any.whl", hash = "sha256:00"},
]

[[package]]
name = "numpy"
version = "1.26.4"
optional = false
groups = ["main"]
markers = "python_version < \\"3.12\\""
files = []

[[package]]
name = "numpy"
version = "2.1.0"
optional = false
groups = ["main"]
markers = "python_version >= \\"3.12\\""
files = []

[[package]]
name = "packaging"
version = "24.0"
optional = false
groups = ["main", "dev"]
markers = {main = "extra == \\"gpu\\""}
files = []

[[package]]
name = "torch"
version = "2.4.1+cpu"
optional = false
groups = ["main"]
files = []

[package.source]
type = "legacy"
url = "https://download.pytorch.org/whl/cpu"
reference = "torch"

[extras]
gpu = ["packaging"]

[metadata]
lock-version = "2.1"
python-versions = ">=3.10"
"""

PIPFILE = """\
{
    "_meta": {
        "hash": {"sha256": "00"},
        "requires": {
            "python_version": "3.11"
        },
        "sources": [
            {"name": "main", "url": "https://i.io/", "verify_ssl": true}
        ]
    },
    "default": {
        "Torch": {
            "hashes": ["sha256:00"],
            "index": "main",
            "version": "==2.4.1"
        },
        "tool": {
            "git": "https://git.example/tool",
            "ref": "abc"
        },
        "winner": {
            "markers": "sys_platform == 'win32'",
            "version": "==1.0"
        }
    },
    "develop": {
        "pytest": {
            "version": "==8.0.0"
        }
    }
}
"""

PDM = """\
[metadata]
groups = ["default", "dev", "gpu"]
strategy = ["inherit_metadata"]
lock_version = "4.5.0"

[[metadata.targets]]
requires_python = ">=3.10"

[[package]]
name = "pytest"
version = "8.0.0"
groups = ["dev"]

[[package]]
name = "torch"
version = "2.4.1"
groups = ["default", "gpu"]
marker = "python_version >= \\"3.10\\""
"""

PYLOCK = """\
lock-version = "1.0"
requires-python = ">=3.10"
extras = ["gpu"]
dependency-groups = ["dev"]
default-groups = ["base"]
created-by = "someone"

[[packages]]
name = "torch"
version = "2.4.1"
marker = "'base' in dependency_groups or 'gpu' in extras"
index = "https://i.io/"

[[packages]]
name = "pytest"
version = "8.0.0"
marker = "'dev' in dependency_groups"

[[packages]]
name = "app"
[packages.directory]
path = "."
"""

TEXTS = {"uv": UV, "poetry": POETRY, "pipenv": PIPFILE, "pdm": PDM, "pylock": PYLOCK}
TOML = {tool: text for tool, text in TEXTS.items() if tool != "pipenv"}


def source(text: str) -> Source:
    return Source.from_bytes("lock", text.encode())


def read(tool: str, text: str | None = None) -> Lock:
    found = parse(source(TEXTS[tool] if text is None else text), tool)
    assert found is not None
    return found


def got(tool: str, text: str | None = None, **wanted: Any) -> tuple[list[str], bool]:
    """The packages that an environment gets, as name==version, and whether those are all."""
    said = select(read(tool, text), Wanted(**{"python": "3.11", **wanted}))
    return [f"{one.name}=={one.version}" for one in said.packages], said.complete


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({}, "app==0.1.0 numpy==1.26.4 pysocks==1.7.1 requests==2.32.0 torch==2.4.1+cu121"),
        ({"python": "3.12"}, "app==0.1.0 numpy==2.1.0 pysocks==1.7.1 requests==2.32.0 torch==2.4.1+cu121"),
        ({"main": False, "groups": frozenset({"dev"})}, "pytest==8.0.0"),
        (
            {"extras": frozenset({"gpu"}), "groups": frozenset({"dev"})},
            "app==0.1.0 numpy==1.26.4 pysocks==1.7.1 pytest==8.0.0 requests==2.32.0 torch==2.4.1+cu121 triton==3.0.0",
        ),
        (
            {"all_extras": True},
            "app==0.1.0 numpy==1.26.4 pysocks==1.7.1 requests==2.32.0 torch==2.4.1+cu121 triton==3.0.0",
        ),
    ],
)
def test_uv_forks_groups_and_extras_lead_to_one_environment(wanted: dict[str, Any], names: str) -> None:
    assert got("uv", **wanted) == (names.split(), True)


def test_under_an_unknown_python_the_fork_is_open_and_the_rest_known() -> None:
    names, complete = got("uv", python=None)
    assert not complete
    assert [name for name in names if "numpy" in name] == []
    assert "torch==2.4.1+cu121" in names


def test_a_virtual_project_is_not_installed_itself() -> None:
    names, _ = got("uv", UV.replace("editable", "virtual"))
    assert "app==0.1.0" not in names
    assert "torch==2.4.1+cu121" in names


@pytest.mark.parametrize(
    ("tool", "wanted", "names"),
    [
        ("poetry", {}, "numpy==1.26.4 torch==2.4.1+cpu"),
        (
            "poetry",
            {"python": "3.12", "groups": frozenset({"dev"})},
            "mypy==1.8.0 numpy==2.1.0 packaging==24.0 torch==2.4.1+cpu",
        ),
        ("poetry", {"extras": frozenset({"gpu"})}, "numpy==1.26.4 packaging==24.0 torch==2.4.1+cpu"),
        ("poetry", {"all_extras": True}, "numpy==1.26.4 packaging==24.0 torch==2.4.1+cpu"),
        ("poetry", {"main": False, "groups": frozenset({"dev"})}, "mypy==1.8.0 packaging==24.0"),
        ("pipenv", {}, "tool==None torch==2.4.1"),
        ("pipenv", {"groups": frozenset({"develop"})}, "pytest==8.0.0 tool==None torch==2.4.1"),
        ("pdm", {}, "torch==2.4.1"),
        ("pdm", {"groups": frozenset({"dev"})}, "pytest==8.0.0 torch==2.4.1"),
        ("pdm", {"main": False, "groups": frozenset({"gpu"})}, "torch==2.4.1"),
        ("pylock", {}, "app==None torch==2.4.1"),
        ("pylock", {"main": False}, "app==None"),
        ("pylock", {"main": False, "extras": frozenset({"gpu"})}, "app==None torch==2.4.1"),
        ("pylock", {"groups": frozenset({"dev"})}, "app==None pytest==8.0.0 torch==2.4.1"),
    ],
)
def test_flat_locks_carry_their_groups_and_markers(tool: str, wanted: dict[str, Any], names: str) -> None:
    assert got(tool, **wanted) == (names.split(), True)


@pytest.mark.parametrize("tool", TEXTS)
def test_names_and_versions_stand_where_they_are_said_to(tool: str) -> None:
    held = source(TEXTS[tool])
    found = parse(held, tool)
    assert found is not None
    for one in found.packages:
        assert one.name_span is not None
        assert held.text[one.name_span.start : one.name_span.end].lower() == one.name
        if one.version is not None:
            assert one.version_span is not None
            assert held.text[one.version_span.start : one.version_span.end] == one.version


@pytest.mark.parametrize("tool", TEXTS)
def test_another_layout_is_read_all_the_same(tool: str) -> None:
    text = TEXTS[tool].replace("\n", "\r\n") if tool != "pipenv" else TEXTS[tool].replace("    ", "\t")
    assert got(tool, text) == got(tool)


@pytest.mark.parametrize("tool", TOML)
def test_the_short_reading_loses_nothing_but_archives(tool: str) -> None:
    whole, short = tomllib.loads(TOML[tool]), load(source(TOML[tool]))
    assert short is not None
    for document in (whole, short):
        for table in document.get("package") or document["packages"]:
            for key in ("wheels", "sdist", "files"):
                table.pop(key, None)
    assert short == whole


def test_archives_are_not_cut_out_of_a_text_of_several_lines() -> None:
    text = 'version = 1\nnote = """\nwheels = [\n    { x },\n]\n"""\n'
    assert load(source(text)) == tomllib.loads(text)


@pytest.mark.parametrize("tool", TEXTS)
@pytest.mark.parametrize("text", ["", "\x00", "[", "{", "[]", "a = 1", "\xff", "[[package]]\nname = 1", '{"_meta": 1}'])
def test_anything_else_is_no_lock_and_no_error(tool: str, text: str) -> None:
    found = parse(Source("lock", text), tool)
    assert found is None or found.packages == ()


@pytest.mark.parametrize("tool", TEXTS)
def test_every_beginning_of_a_lock_is_read_without_error(tool: str) -> None:
    text = TEXTS[tool]
    for end in range(0, len(text), 7):
        found = parse(Source("lock", text[:end]), tool)
        if found is not None:
            select(found, Wanted("3.11"))


def test_locks_of_another_format_are_left_alone() -> None:
    assert parse(source(UV.replace("version = 1", "version = 2", 1)), "uv") is None
    assert parse(source(POETRY.replace('groups = ["dev"]\n', "")), "poetry") is None
    assert parse(source(PDM.replace('"inherit_metadata"', "")), "pdm") is None
    assert parse(source(PYLOCK.replace('"1.0"', '"2.0"')), "pylock") is None


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("3.11\n", "3.11"),
        ("# pinned\r\n3.11.9\r\n3.12\r\n", "3.11"),
        ("cpython@3.12", "3.12"),
        ("python3.10", "3.10"),
        ("3", None),
        ("pypy@3.10", None),
        ("3.13t", None),
        ("system", None),
        ("", None),
    ],
)
def test_python_version_files(text: str, python: str | None) -> None:
    assert python_version(source(text)) == python


@pytest.mark.parametrize(
    ("text", "said"), [("3.11", "3.11"), ("3.11.2", "3.11"), ("3", None), ("3.x", None), ("", None)]
)
def test_minor_versions(text: str, said: str | None) -> None:
    assert minor(text) == said


# What real uv makes of a lock

WHEELS = {
    "alpha": ("1.0", ["beta>=1", "gamma; python_version < '3.12'", "winner; sys_platform == 'win32'"]),
    "beta": ("1.5", []),
    "gamma": ("2.0", ["delta[more]"]),
    "delta": ("3.0", ["epsilon; extra == 'more'"]),
    "epsilon": ("4.0", []),
    "winner": ("1.0", []),
    "tests": ("1.0", ["beta"]),
    "one": ("1.0", []),
    "two": ("1.0", ["epsilon"]),
}

PROJECT = """\
[project]
name = "demo-app"
version = "1"
requires-python = ">=3.10"
dependencies = ["alpha", "delta"]
[project.optional-dependencies]
one = ["one", "beta==1.5"]
two = ["two"]
[dependency-groups]
dev = ["tests"]
lint = ["epsilon"]
[tool.uv]
conflicts = [[{ extra = "one" }, { extra = "two" }]]
"""


def wheel(folder: Path, name: str, version: str, requires: list[str]) -> None:
    """An empty wheel with real metadata."""
    info = f"{name}-{version}.dist-info"
    extras = sorted({one.partition("extra == '")[2].rstrip("'") for one in requires if "extra ==" in one})
    metadata = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    metadata += [f"Requires-Dist: {one}" for one in requires] + [f"Provides-Extra: {one}" for one in extras]
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{info}/METADATA", "\n".join(metadata) + "\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that real uv locked against a folder of empty wheels."""
    tool = shutil.which("uv")
    if tool is None:
        pytest.skip("uv is not here")
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for name, (version, requires) in WHEELS.items():
        wheel(wheels, name, version, requires)
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    told = [tool, "lock", "--offline", "--no-index", "--find-links", "wheels", "--no-cache", "--quiet"]
    subprocess.run(told, cwd=tmp_path, check=True, timeout=60)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ("", {"groups": frozenset({"dev"})}),
        ("--no-dev", {}),
        ("--no-dev --extra one", {"extras": frozenset({"one"})}),
        ("--extra two", {"extras": frozenset({"two"}), "groups": frozenset({"dev"})}),
        ("--only-group lint", {"main": False, "groups": frozenset({"lint"})}),
        ("--only-dev", {"main": False, "groups": frozenset({"dev"})}),
        ("--all-groups", {"groups": frozenset({"dev", "lint"})}),
    ],
)
def test_real_uv_installs_what_was_selected(project: Path, options: str, wanted: dict[str, Any]) -> None:
    told = ["uv", "export", "--frozen", "--no-hashes", "--no-emit-project", "--quiet", "--offline", *options.split()]
    lines = subprocess.run(told, cwd=project, check=True, timeout=60, capture_output=True, text=True).stdout
    required = [Requirement(line) for line in lines.splitlines() if line and not line.lstrip().startswith("#")]
    text = (project / "uv.lock").read_text()
    for python in ("3.10", "3.11", "3.12"):
        around = {"python_version": python, "python_full_version": f"{python}.5", "sys_platform": "linux"}
        real = {f"{one.name}{one.specifier}" for one in required if one.marker is None or one.marker.evaluate(around)}
        names, complete = got("uv", text, python=python, **wanted)
        assert (set(names) - {"demo-app==1"}, complete) == (real, True)
