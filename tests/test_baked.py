"""Bake files say which stage is built and with which arguments; what is computed in them stays unknown."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

import torchlint
from tests import laid_out

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint import Build

DOCKERFILE = """\
ARG PYTHON=3.9
FROM python:${PYTHON}-slim AS base
ARG EXTRA=none
WORKDIR /app/$EXTRA
FROM base AS dev
RUN true
FROM base AS test
FROM base AS last
"""
PLAIN = "python:3.9-slim"


def built(root: Path, files: dict[str, str], at: str = "svc/Dockerfile") -> Build:
    return laid_out.built(root, {**files, at: DOCKERFILE}, at)


def hcl(root: Path, body: str, **others: str) -> Build:
    """With a target of this body, whose context is the Dockerfile's folder."""
    return built(root, {"docker-bake.hcl": f'target "app" {{\n  context = "svc"\n{body}\n}}\n', **others})


def test_target_ships_beside_the_last_stage(tmp_path: Path) -> None:
    assert hcl(tmp_path, '  target = "dev"').shipped == {1, 3}


def test_arguments_count_instead_of_defaults(tmp_path: Path) -> None:
    build = hcl(tmp_path, '  args = { PYTHON = "3.12", EXTRA = 5 }')
    assert build.stages[0].base.name == "python:3.12-slim"
    assert build.stages[0].final.spelled(".") == "/app/5"


def test_json_says_the_same(tmp_path: Path) -> None:
    told = {"target": {"app": {"context": "./svc", "target": "dev", "args": {"PYTHON": "3.12", "EXTRA": True}}}}
    build = built(tmp_path, {"docker-bake.json": json.dumps(told)})
    assert build.shipped == {1, 3}
    assert build.stages[0].base.name == "python:3.12-slim"
    assert build.stages[0].final.spelled(".") == "/app/true"


@pytest.mark.parametrize(
    "args", ["{ PYTHON = PY }", '{ PYTHON = "${PY}" }', '{ PYTHON = upper("x") }', '{ PYTHON = "$${PY}" }']
)
def test_computed_arguments_are_unknown(tmp_path: Path, args: str) -> None:
    assert hcl(tmp_path, f"  args = {args}").stages[0].base.kind is None


def test_null_leaves_the_default(tmp_path: Path) -> None:
    assert hcl(tmp_path, "  args = { PYTHON = null }").stages[0].base.name == PLAIN


def test_templates_in_json_are_computed(tmp_path: Path) -> None:
    told = {"target": {"app": [{"context": "svc", "args": {"PYTHON": "${PY}"}}]}}
    assert built(tmp_path, {"docker-bake.json": json.dumps(told)}).stages[0].base.kind is None


def test_a_target_inherits_and_the_one_it_inherits_from_is_no_image(tmp_path: Path) -> None:
    text = """\
target "_common" {
  context = "svc"
  target = "test"
  args = { PYTHON = "3.11", EXTRA = "a" }
}
target "app" {
  inherits = ["_common"]
  target = "dev"
  args = { EXTRA = "b" }
}
"""
    build = built(tmp_path, {"docker-bake.hcl": text})
    assert build.shipped == {1, 3}
    assert build.stages[0].base.name == "python:3.11-slim"
    assert build.stages[0].final.spelled(".") == "/app/b"
    grouped = text + 'group "default" { targets = ["app", "_common"] }\n'
    assert built(tmp_path, {"docker-bake.hcl": grouped}).shipped == {1, 2, 3}


def test_overrides_come_last(tmp_path: Path) -> None:
    override = 'target "app" {\n  target = "test"\n  args = { EXTRA = "b" }\n}\n'
    build = hcl(tmp_path, '  target = "dev"\n  args = { PYTHON = "3.11" }', **{"docker-bake.override.hcl": override})
    assert build.shipped == {2, 3}
    assert build.stages[0].base.name == "python:3.11-slim"
    assert build.stages[0].final.spelled(".") == "/app/b"


def test_targets_that_differ_leave_it_unknown(tmp_path: Path) -> None:
    more = 'target "other" {\n  context = "svc"\n  args = { PYTHON = "3.12" }\n}\n'
    text = 'target "app" {\n  context = "svc"\n  args = { PYTHON = "3.11" }\n}\n'
    assert built(tmp_path, {"docker-bake.hcl": text + more}).stages[0].base.kind is None


@pytest.mark.parametrize(
    "files",
    [
        {"docker-bake.hcl": 'target "a" {\n  context = "other"\n  target = "dev"\n}\n'},
        {"docker-bake.hcl": 'target "a" {\n  context = "svc"\n  dockerfile = "x"\n  target = "dev"\n}\n'},
        {"docker-bake.hcl": 'target "a" {\n  context = DIR\n  target = "dev"\n}\n'},
        {"docker-bake.hcl": 'target "a" {\n  context = "svc"\n  inherits = NAMES\n  target = "dev"\n}\n'},
        {"docker-bake.hcl": 'target "a" {\n  context = "svc"\n  inherits = ["gone"]\n  target = "dev"\n}\n'},
        {"docker-bake.hcl": 'target "a" {\n  context = "svc"\n  inherits = ["a"]\n  target = "dev"\n}\n'},
        {"docker-bake.hcl": 'target "a" {\n  context = "svc"\n  target = "dev"\n  dockerfile-inline = "FROM x"\n}\n'},
        {"docker-bake.hcl": 'target "a" {\n  context = "svc"\n  target = "dev"\n'},
        {"docker-bake.hcl": ""},
        {"docker-bake.json": "{"},
        {"docker-bake.json": "[]"},
        {"docker-bake.json": '{"target": {"a": 1, "b": [2]}, "group": []}'},
        {"docker-bake.json": '{"target": {"a": {"context": "s\\u0000", "dockerfile": "\\u0000", "target": "dev"}}}'},
        {"docker-bake.json": "[" * 100_000},
        {
            "docker-bake.hcl": 'target "a" {\n  context = "svc"\n  target = "dev"\n}\n',
            "docker-bake.override.hcl": "target {",
        },
        {
            "docker-bake.hcl": 'target "a" {\n  context = "svc"\n  target = "dev"\n}\n',
            "docker-bake.override.json": '{"target": {"a": {"target": "test"}}}',
        },
        {"far/docker-bake.hcl": 'target "a" {\n  context = "../svc"\n  target = "dev"\n}\n'},
    ],
)
def test_what_is_not_about_this_file_or_cannot_be_known_changes_nothing(tmp_path: Path, files: dict[str, str]) -> None:
    build = built(tmp_path, files)
    assert build.shipped == {3}
    assert build.stages[0].base.name == PLAIN


def test_a_computed_target_ships_nobody_knows_what(tmp_path: Path) -> None:
    assert hcl(tmp_path, "  target = STAGE").shipped == {3}


def test_many_that_inherit_twice_are_each_followed_once(tmp_path: Path) -> None:
    text = 'target "t0" {\n  context = "svc"\n  target = "dev"\n}\n' + "".join(
        f'target "t{number}" {{\n  inherits = ["t{number - 1}", "t{number - 1}"]\n}}\n' for number in range(1, 80)
    )
    assert built(tmp_path, {"docker-bake.hcl": text}).shipped == {1, 3}


TRUTH = {
    "merged": 'target "app" {\n  target = "a"\n  args = { A = "1", B = 2, C = true, D = null }\n}\n'
    'target "app" {\n  args = { A = "3", E = "x" }\n}\n',
    "inherited": 'target "one" {\n  target = "a"\n  args = { A = "1", B = "1" }\n}\n'
    'target "two" {\n  target = "b"\n  args = { B = "2", C = "2" }\n}\n'
    'target "app" {\n  inherits = ["one", "two"]\n  args = { C = "3", A = null }\n}\n',
    "inherited over": 'target "one" {\n  target = "a"\n  context = "x"\n}\n'
    'target "app" {\n  inherits = ["one"]\n  target = "c"\n}\n',
    "texts": r"""target "app" { args = { A = "q\"u\\o\tte", "B" : "5$ 10%"
  C = "# no comment" } }  # one
""",
    "lists": 'target "app" {\n  args = {\n    A = "1",\n    B = "2",\n  }\n'
    '  platforms = [\n    "linux/amd64",\n  ]\n}\n',
    "beside a function": 'function "f" {\n  params = [x]\n  result = "${x}-1"\n}\nvariable "V" {\n  default = "7"\n}\n'
    'target "app" {\n  target = "b"\n  args = { A = f(V), B = "${V}", C = "plain" }\n}\n',
}
NEEDS_BUILDX = pytest.mark.skipif(shutil.which("docker") is None, reason="there is no docker to ask")


@NEEDS_BUILDX
@pytest.mark.parametrize("name", TRUTH)
@pytest.mark.parametrize("override", ["", 'target "app" {\n  target = "z"\n  args = { A = "9", Z = "9" }\n}\n'])
def test_buildx_reads_the_same(tmp_path: Path, name: str, override: str) -> None:
    """`docker buildx bake --print` builds nothing; what it says is what is read, and unknown only what is computed."""
    (tmp_path / "docker-bake.hcl").write_text(TRUTH[name])
    if override:
        (tmp_path / "docker-bake.override.hcl").write_text(override)
    words = ["docker", "buildx", "bake", "--print", "app"]
    run = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    if run.returncode != 0 and "buildx" in run.stderr and "not a docker command" in run.stderr:
        pytest.skip("this docker has no buildx")
    assert run.returncode == 0, run.stderr
    real = json.loads(run.stdout)["target"]["app"]
    folder = tmp_path / real["context"]
    folder.mkdir(exist_ok=True)
    (folder / "Dockerfile").write_text(DOCKERFILE)
    (tmp_path / ".git").mkdir()
    (project,) = torchlint.read([str(folder / "Dockerfile")]).dockerfiles
    (service,) = [one for one in project.composed if one.name == "app"]
    assert service.target == real.get("target")
    told = dict(service.args)
    assert told.keys() == real.get("args", {}).keys()
    for key, value in told.items():
        assert value == real["args"][key] or (value is None and "f(V)" in TRUTH[name])
