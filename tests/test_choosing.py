"""The build context that nobody names: what files beside a Dockerfile say of it, what the Dockerfile calls by name, and
that a guess proves nothing where another folder may be meant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import torchlint
from torchlint.project.asked import sources
from torchlint.project.called import names_below
from torchlint.syntax.dockerfile import parse
from torchlint.text import Source

if TYPE_CHECKING:
    from pathlib import Path

    from torchlint.project import Context

WHOLE = "FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\n"
CALLS = WHOLE + 'RUN pip install -r requirements/prod.txt\nCMD ["python", "src/main.py"]\n'
REPOSITORY = (".git/", "requirements/prod.txt", "src/main.py")


def context(root: Path, text: str, *names: str, at: str = "docker/Dockerfile", **texts: str) -> Context:
    """That of a Dockerfile in a new tree; names ending in `/` are folders, `__` in a key of `texts` stands for `.`."""
    written = {at: text, **{name.replace("__", "."): body for name, body in texts.items()}}
    for name in (*names, *written):
        path = root / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written.get(name, ""))
    (found,) = torchlint.read([str(root / at)]).dockerfiles
    return found.context


def shown(root: Path, context: Context) -> str:
    assert context.folder is not None
    return os.path.relpath(context.folder, root)


def findings(root: Path, at: str) -> list[str]:
    project = torchlint.read([str(root / at)])
    found = torchlint.check(project, world=torchlint.World()).findings
    return [one.rule for one in found if one.rule.endswith("-missing")]


COMPOSE = "services:\n  app:\n    build:\n      context: ..\n      dockerfile: docker/Dockerfile\n"
BAKE = 'target "app" {\n  context = "."\n  dockerfile = "docker/Dockerfile"\n}\n'


@pytest.mark.parametrize(
    "texts",
    [{"docker/compose.yaml": COMPOSE}, {"compose__yaml": COMPOSE.replace("..", ".")}, {"docker-bake.hcl": BAKE}],
)
def test_the_folder_that_compose_or_bake_files_build_in_is_the_context(tmp_path: Path, texts: dict[str, str]) -> None:
    beside = (".git/", "app.py", "docker/app.py", "docker/requirements.txt")
    text = WHOLE + "COPY app.py /\n"
    assert shown(tmp_path, context(tmp_path, text, *beside)) == "docker"
    found = context(tmp_path, text, **texts)
    assert shown(tmp_path, found) == "."
    # And of that one nobody doubts: what the Dockerfile's own folder has beside is not there.
    assert found.kind("requirements.txt") is False


def test_of_several_that_are_stated_the_one_that_lacks_nothing_is_the_context(tmp_path: Path) -> None:
    two = COMPOSE + "  other:\n    build: .\n"
    found = context(tmp_path, "FROM a\nCOPY app.py /\n", ".git/", "app.py", **{"docker/compose.yaml": two})
    assert shown(tmp_path, found) == "."
    found = context(tmp_path, "FROM a\nCOPY app.py /\n", "docker/app.py", "docker/x.txt")
    assert shown(tmp_path, found) == "."
    assert found.kind("x.txt") is None


def test_a_stated_folder_without_the_sources_gives_way_to_one_that_has_all(tmp_path: Path) -> None:
    compose = COMPOSE.replace("context: ..\n      dockerfile: docker/Dockerfile", "context: .")
    one = context(tmp_path, "FROM a\nCOPY app.py /\n", ".git/", "app.py", **{"docker/compose.yaml": compose})
    assert shown(tmp_path, one) == "."
    one = context(tmp_path, "FROM a\nCOPY gone.py app.py /\n")
    assert shown(tmp_path, one) == "docker"


def test_what_later_commands_call_below_the_whole_context_tells_which_folder_it_is(tmp_path: Path) -> None:
    found = context(tmp_path, CALLS, *REPOSITORY, "docker/entrypoint.conf", "docker/notes.rst")
    assert shown(tmp_path, found) == "."
    assert findings(tmp_path, "docker/Dockerfile") == []


def test_of_folders_that_have_as_much_of_it_the_nearest_is_the_context(tmp_path: Path) -> None:
    found = context(tmp_path, CALLS, *REPOSITORY, "docker/requirements/prod.txt", "docker/src/main.py")
    assert shown(tmp_path, found) == "docker"


def test_a_folder_with_a_project_of_its_own_is_the_context_whatever_is_called(tmp_path: Path) -> None:
    found = context(tmp_path, CALLS, *REPOSITORY, "docker/pyproject.toml")
    assert shown(tmp_path, found) == "docker"
    # But what a folder above has may be there all the same.
    assert (found.kind("src/main.py"), found.kind("src/gone.py")) == (None, False)


def test_a_missing_file_is_missing_where_no_folder_that_may_be_the_context_has_it(tmp_path: Path) -> None:
    text = WHOLE + 'CMD ["python", "main.py"]\n'
    context(tmp_path, text, ".git/", "docker/app.py")
    assert findings(tmp_path, "docker/Dockerfile") == ["script-missing"]
    context(tmp_path, text, "main.py", "docker/requirements.txt")
    assert findings(tmp_path, "docker/Dockerfile") == []


def test_a_folder_that_lacks_a_source_is_no_rival(tmp_path: Path) -> None:
    found = context(tmp_path, "FROM a\nCOPY only.py /\n", ".git/", "docker/only.py", "above.py")
    assert (shown(tmp_path, found), found.kind("above.py")) == ("docker", False)
    found = context(tmp_path, "FROM a\nCOPY only.py /\n", "only.py")
    assert (shown(tmp_path, found), found.kind("above.py")) == ("docker", None)


def test_patterns_too_find_nothing_only_where_no_rival_has_it(tmp_path: Path) -> None:
    found = context(tmp_path, WHOLE, ".git/", "docker/app.py", "docs/a.md", "pkg/x.py")
    assert found.matches("*.md") == ()
    assert found.matches("docs/*.md") is None
    assert found.matches("p*/*.py") is None
    assert found.matches("p*/*.txt") == ()


@pytest.mark.parametrize("name", ["Other_Dockerfile", "gpu.dockerfile", "Containerfile.cpu", "entry.sh", "compose.yml"])
def test_dockerfiles_by_any_name_and_what_goes_with_them_are_no_content(tmp_path: Path, name: str) -> None:
    found = context(tmp_path, WHOLE, ".git/", "pyproject.toml", f"docker/{name}")
    assert shown(tmp_path, found) == "."


def test_where_nothing_speaks_for_a_folder_absence_is_not_known(tmp_path: Path) -> None:
    found = context(tmp_path, WHOLE, ".git/", "notes.txt")
    assert (shown(tmp_path, found), found.complete, found.kind("anything.py")) == ("docker", False, None)


def test_where_all_lack_all_sources_the_folders_they_should_lie_in_tell(tmp_path: Path) -> None:
    text = "FROM a\nCOPY pkg/old/requirements.txt /\nCOPY pkg/old/ /app/\n"
    found = context(tmp_path, text, ".git/", "pkg/new/main.py", at="pkg/new/Dockerfile")
    assert shown(tmp_path, found) == "."
    assert found.kind("pkg/old") is False


def test_a_dockerfile_in_the_root_of_its_repository_asks_for_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context(tmp_path, CALLS, *REPOSITORY, at="Dockerfile")
    asked: list[str] = []
    lstat, listdir = os.lstat, os.listdir

    def seen(path: str) -> str:
        asked.append(str(path))
        return path

    monkeypatch.setattr(os, "lstat", lambda path, **more: lstat(seen(path), **more))
    monkeypatch.setattr(os, "listdir", lambda path: listdir(seen(path)))
    torchlint.read([str(tmp_path / "Dockerfile")])
    below = [path for path in asked if path.startswith(str(tmp_path) + os.sep)]
    assert {os.path.basename(path) for path in below} <= {".git", "Dockerfile"}


NAMES = {
    "RUN pip install -r requirements/prod.txt": ["requirements/prod.txt"],
    "RUN pip install -r /app/requirements.txt": ["requirements.txt"],
    "RUN pip install -r /tmp/requirements.txt": [],
    "RUN pip install --requirement=dev.txt": ["dev.txt"],
    'CMD ["python", "src/main.py"]': ["src/main.py"],
    "WORKDIR src\nCMD python main.py": ["src/main.py"],
    "WORKDIR /else\nCMD python main.py": [],
    "RUN cd sub && python tool.py && bash /app/x.sh": ["x.sh"],
    "RUN pip install -e .": ["pyproject.toml|setup.py"],
    "RUN pip install '.[all]' torch": ["pyproject.toml|setup.py"],
    "RUN pip install torch": [],
    "RUN python -m service.worker": ["service|service.py"],
    'CMD ["uvicorn", "web.app:app", "--port", "80"]': ["web|web.py"],
    "CMD gunicorn -w 2 web:app": ["web|web.py"],
    "RUN curl https://example.com/install.sh | sh": [],
    "RUN <<EOF\nbash build/all.sh\nEOF": ["build/all.sh"],
    "RUN python \u00c5.py \u00a0x.py": [],
}


@pytest.mark.parametrize("line", NAMES)
def test_names_are_those_that_lead_below_where_the_whole_context_went(line: str) -> None:
    def found(text: str) -> list[str]:
        parsed = parse(Source.from_bytes("Dockerfile", text.encode()))
        return ["|".join("/".join(parts) for parts in paths) for paths in names_below(parsed)]

    assert found(f"{WHOLE}{line}\n") == NAMES[line]
    # Before the context is there nothing can be called by name in it.
    assert found(f"FROM a\nWORKDIR /app\n{line}\nCOPY . .\n") == []


PIECES = (
    *(
        "FROM a\n",
        "COPY . .\n",
        "WORKDIR ",
        "RUN ",
        "CMD [",
        "<<EOF\n",
        "EOF\n",
        "--mount=type=bind,source=",
        "\n",
        "\\\n",
    ),
    *("python -m ", "pip install ", "uvicorn a:b", "cd ", "x.py", ".", "/", "$", '"', "]", ",", " ", "\0"),
    *("\u00c5", "\u00e0", "\u00a0", "\u0085", "\u2028"),
)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_asked_without_harm(text: str) -> None:
    parsed = parse(Source.from_bytes("Dockerfile", text.encode()))
    for parts in (*sources(parsed), *(one for paths in names_below(parsed) for one in paths)):
        assert parts
        assert {"", ".", ".."}.isdisjoint(parts)
