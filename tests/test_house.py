"""The shape of the house: floors, rooms, names, and what may not be written anywhere."""

from __future__ import annotations

import ast
import os
import py_compile
import re
import subprocess
import sys
import tomllib
from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import cache_from_source, module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from torchlint import importing, scanning

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "torchlint"
RULES = ROOT / "rules"

FLOORS = {
    "importing": 0,
    "programs": 0,
    "record": 0,
    "text": 0,
    "version": 0,
    "world": 0,
    "findings": 1,
    "syntax": 1,
    "project": 2,
    "model": 2,
    "context": 3,
    "edits": 3,
    "installing": 3,
    "rule": 3,
    "catalog": 4,
    "scanning": 4,
    "shellcheck": 4,
    "page": 4,
    "config": 4,
    "adding_ignores": 5,
    "affected": 5,
    "baseline": 5,
    "changed_lines": 5,
    "packs": 4,
    "requirement_triggers": 5,
    "check": 5,
    "fix": 5,
    "ignores": 5,
    "objecting": 5,
    "offered": 5,
    "said": 5,
    "selection": 5,
    "subjects": 5,
    "triggers": 5,
    "harness": 6,
    "report": 6,
    "verify": 6,
    "__init__": 7,
    "__main__": 7,
    "cli": 7,
    "server": 7,
}
# Tables: rows of data in literal form.
TABLES = ("src/torchlint/world/tables/", "src/torchlint/world/data/")
# Of these the first is for type checkers only, the second a program that makes tables.
TYPING_AT_RUN_TIME = ("src/torchlint/project/settings.py", "src/torchlint/world/compile.py")
# Kept off every cold check; DESIGN: a start costs what it imports.
FORBIDDEN_AT_START = (
    "argparse",
    "ast",
    "asyncio",
    "contextlib",
    "dataclasses",
    "datetime",
    "importlib",
    "inspect",
    "json",
    "logging",
    "packaging",
    "pathlib",
    "rich",
    "string",
    "subprocess",
    "tomllib",
    "torchlint.adding_ignores",
    "torchlint.baseline",
    "torchlint.changed_lines",
    "torchlint.cli.gate",
    "torchlint.cli.outputs",
    "torchlint.config.schema",
    "torchlint.harness",
    "torchlint.packs.",
    "torchlint.page",
    "torchlint.programs",
    "torchlint.report.concise",
    "torchlint.report.grouped",
    "torchlint.report.json_",
    "torchlint.report.statistics",
    "torchlint.scanning",
    "torchlint.shellcheck",
    "typing",
)


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def rule_files() -> list[Path]:
    return sorted(path for path in RULES.glob("*/*.py") if not path.name.startswith("_"))


def tracked() -> list[Path]:
    """What git holds or would take: so the test also sees a file before it is committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not in a git work tree: nothing says which files belong to the project")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every torchlint module a file imports, by its full name, with the line; lazy and typing-only imports too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "torchlint":
                    yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            if node.module == "torchlint":
                for alias in node.names:
                    yield f"torchlint.{alias.name}", node.lineno
            elif node.module.startswith("torchlint."):
                yield node.module, node.lineno


def floor(path: Path) -> int:
    room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    assert room in FLOORS, f"{room} stands on no floor: give it one here and in the design"
    return FLOORS[room]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_go_down_only(path: Path) -> None:
    here = floor(path)
    upward = []
    for name, line in imported(path):
        room = name.split(".")[1]
        there = FLOORS.get(room, FLOORS["__init__"])
        if there > here:
            upward.append(f"{path.name}:{line} imports {name} of floor {there} from floor {here}")
    assert not upward


def test_floors_name_only_rooms_that_a_design_has() -> None:
    rooms = {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in modules()}
    assert rooms <= set(FLOORS)


def test_no_file_is_more_than_one_room() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in (*modules(), *rule_files())
        if not path.relative_to(ROOT).as_posix().startswith(TABLES)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 350
    ]
    assert not long


def test_no_room_is_named_for_not_knowing_its_purpose() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}
    assert not [path for path in tracked() if path.suffix == ".py" and path.stem.strip("_") in vague]


def test_packages_named_in_pyproject_are_the_folders() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = settings["tool"]["setuptools"]["packages"]
    engine = {".".join(("torchlint", *path.parent.relative_to(SOURCE).parts)) for path in SOURCE.rglob("__init__.py")}
    rules = {
        ".".join(("torchlint.rules", *path.parent.relative_to(RULES).parts)) for path in RULES.rglob("__init__.py")
    }
    assert sorted(named) == sorted(engine | rules)
    assert len(named) == len(set(named))


def test_every_folder_of_python_is_a_package() -> None:
    assert not [path for path in (*modules(), *RULES.rglob("*.py")) if not (path.parent / "__init__.py").is_file()]


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    pages = sorted(path.with_suffix("") for path in RULES.glob("*/*.md"))
    assert pages == [path.with_suffix("") for path in rule_files()]


@pytest.mark.parametrize("path", [*modules(), *rule_files()], ids=lambda path: path.stem)
def test_typing_is_left_to_type_checkers(path: Path) -> None:
    """`TYPE_CHECKING = False` says the same to them, and no start pays for the module."""
    if path.relative_to(ROOT).as_posix() in TYPING_AT_RUN_TIME:
        return
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(node, ast.ImportFrom) or node.module != "typing"
        assert not isinstance(node, ast.Import) or all(alias.name != "typing" for alias in node.names)


@pytest.mark.parametrize("path", rule_files(), ids=lambda path: path.stem)
def test_rule_is_written_in_ascii(path: Path) -> None:
    """Messages hold pieces of source text as latin-1: a rule's own `é` would be taken for half a UTF-8 character."""
    assert path.read_text(encoding="utf-8").isascii()


@pytest.mark.parametrize("path", rule_files(), ids=lambda path: path.stem)
def test_rule_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120


def test_no_file_names_a_place_that_users_do_not_have() -> None:
    # In pieces, so that this file itself is clean.
    machine = r"(?<![A-Za-z0-9_.])/(?:wo" + r"rk|fa" + r"rm|root/\.py" + r"env)/"
    beside = r"\.\./(?:sha" + r"red/(?:guides|facts|corpus|tools|hooks)|\.lib" + r"rary)"
    hosts = ("py" + "pi.org", "files.python" + "hosted.org", "deb.deb" + "ian.org", "registry.np" + "mjs.org")
    place = re.compile("|".join((machine, beside, *map(re.escape, hosts))), re.ASCII)
    said = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), 1)
        if place.search(line)
    ]
    assert not said


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_own_finder_finds_what_python_finds(path: Path) -> None:
    place = path.parent if path.stem == "__init__" else path
    if place == SOURCE:
        return
    name = ".".join(("torchlint", *place.relative_to(SOURCE).with_suffix("").parts))
    found = importing.Finder.find_spec(name, [str(place.parent)])
    expected = PathFinder.find_spec(name, [str(place.parent)])
    assert found is not None
    assert expected is not None
    assert isinstance(found.loader, importing.Loader)
    assert isinstance(expected.loader, SourceFileLoader)
    assert found.loader.get_code(name) == expected.loader.get_code(name)
    for attribute in ("name", "origin", "cached", "has_location", "parent", "submodule_search_locations"):
        assert getattr(found, attribute) == getattr(expected, attribute)
    own, pythons = vars(module_from_spec(found)), vars(module_from_spec(expected))
    apart = ("__loader__", "__spec__")
    assert {name: own[name] for name in own if name not in apart} == {
        name: pythons[name] for name in pythons if name not in apart
    }
    assert [own[name] for name in apart] == [found.loader, found]


@pytest.mark.parametrize("change", ["source", "time", "compiled", "moved", "header", "nothing"])
def test_own_loader_takes_only_what_was_compiled_of_this_source(change: str, tmp_path: Path) -> None:
    """For each way in which a compiled file may be of something else, the code is that of the source."""
    name, source = "torchlint.made_up", tmp_path / "made_up.py"
    source.write_text("said = 1\n", encoding="utf-8")
    compiled = Path(cache_from_source(str(source)))
    py_compile.compile(str(source), str(compiled), doraise=True)
    before = source.stat()
    if change == "source":
        source.write_text("said = 22\n", encoding="utf-8")
        os.utime(source, (before.st_atime, before.st_mtime))
    elif change == "time":
        source.write_text("said = 2\n", encoding="utf-8")
        os.utime(source, (before.st_atime, before.st_mtime + 10))
    elif change == "compiled":
        compiled.unlink()
    elif change == "moved":
        py_compile.compile(str(source), str(compiled), dfile="elsewhere.py", doraise=True)
    elif change == "header":
        compiled.write_bytes(bytes(16) + compiled.read_bytes()[16:])
    found = importing.Finder.find_spec(name, [str(tmp_path)])
    assert found is not None
    assert isinstance(found.loader, importing.Loader)
    code = found.loader.get_code(name)
    assert code is not None
    assert code == compile(source.read_text(encoding="utf-8"), str(source), "exec", dont_inherit=True)
    assert code.co_filename == str(source)


def test_own_finder_leaves_others_alone() -> None:
    for name, folders in (("text", None), ("torchlintish.text", [str(SOURCE)]), ("torchlint.no_such", [str(SOURCE)])):
        assert importing.Finder.find_spec(name, folders) is None


COLD_CHECK = """
import sys
import torchlint.rules
torchlint.rules.__path__.append(".")  # where the catalogue lies that a wheel would have
from torchlint.cli import main
try:
    status = main(["check", "Dockerfile"])
except SystemExit as end:
    status = end.code
sys.stdout.flush()
print("loaded:", *sorted(sys.modules), file=sys.stderr)
raise SystemExit(status)
"""


def test_cold_check_loads_only_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "_catalog.py").write_text(scanning.generated(scanning.scan(str(RULES))))
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["torchlint"]\n[tool.other]\ntorchlint = 1\n')
    (tmp_path / "Dockerfile").write_text("FROM python:3.12-slim\nRUN pip install torch==2.6.0\nRUM true\n")
    done = subprocess.run(
        [sys.executable, "-I", "-c", COLD_CHECK], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "unknown-instruction" in done.stdout
    loaded = set(done.stderr.rpartition("loaded:")[2].split())
    assert "torchlint.check" in loaded
    clean = subprocess.run(
        [sys.executable, "-I", "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    before = set(clean.stdout.split())
    assert not [
        name
        for name in sorted(loaded - before)
        if any(name == forbidden or name.startswith(forbidden + ".") for forbidden in FORBIDDEN_AT_START)
    ]
