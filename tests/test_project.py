"""Every file of ours is found once and read, and what cannot be read is named in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from torchlint.config import Config
from torchlint.project import Project, read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Make = Callable[..., Path]

links = pytest.mark.skipif(os.name == "nt", reason="making links needs a right on Windows")
posix_names = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Files of these names in a new folder that torchlint then runs in; names ending in `/` are folders."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)

    def make(*names: str, texts: Mapping[str, str] = {}) -> Path:
        for name in (*names, *texts):
            path = home / name
            if name.endswith("/"):
                path.mkdir(parents=True, exist_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(texts.get(name, "").encode())
        return home

    return make


def found(project: Project) -> dict[str, list[str]]:
    return {
        "dockerfiles": [one.source.path for one in project.dockerfiles],
        "requirements": [source.path for source in project.requirements],
        "environments": [source.path for source in project.environments],
    }


def dockerfiles(project: Project) -> list[str]:
    assert not project.failures
    return [one.source.path for one in project.dockerfiles]


def failures(project: Project) -> list[tuple[str, str]]:
    lines = [tuple(failure) for failure in project.failures]
    assert not any("\n" in part for line in lines for part in line)
    return lines  # type: ignore[return-value]


OURS = [
    "Dockerfile", "Dockerfile.gpu", "Dockerfile.v1.2", "Dockerfile-dev", "Dockerfile_cpu", "dockerfile",
    "api.Dockerfile", "api.dockerfile", "Containerfile", "Containerfile.x", ".Dockerfile",
    "my file.Dockerfile", "Dockerfile.old",
]  # fmt: skip
NOT_OURS = [
    "Dockerfile.md", "Dockerfile.py", "Dockerfile.txt", "Dockerfile.j2", "Dockerfile.tmpl", "Dockerfile.template",
    "Dockerfile.gpu.yml", "Dockerfile.dockerignore", "api.Dockerfile.dockerignore", "Dockerfile.orig", "Dockerfile~",
    "Dockerfile.gpu~", "MyDockerfile", "Dockerfiles", "docker-compose.yml", ".dockerignore", "dockerfile_parser.py",
]  # fmt: skip


@pytest.mark.parametrize("name", OURS)
def test_dockerfile_is_known_by_its_name(name: str, make: Make) -> None:
    make(name)
    assert found(read(["."])) == {"dockerfiles": [name], "requirements": [], "environments": []}


@pytest.mark.parametrize("name", NOT_OURS)
def test_name_that_says_another_kind_is_no_dockerfile(name: str, make: Make) -> None:
    make(name)
    assert dockerfiles(read(["."])) == []


def test_requirements_and_environments_are_known_by_their_names(make: Make) -> None:
    make(
        "requirements.txt", "requirements-dev.txt", "constraints.txt", "environment.yml", "environment-gpu.yaml",
        "system-requirements.txt", "requirements.in", "notes.txt", "environment.md", "my-environment.yml",
    )  # fmt: skip
    assert found(read(["."])) == {
        "dockerfiles": [],
        "requirements": ["constraints.txt", "requirements-dev.txt", "requirements.txt"],
        "environments": ["environment-gpu.yaml", "environment.yml"],
    }


def test_hidden_folders_are_searched_and_kept_things_are_not(make: Make) -> None:
    make(
        ".devcontainer/Dockerfile", "a/b/Dockerfile", "Dockerfile", ".git/Dockerfile", ".hg/Dockerfile",
        "node_modules/x/Dockerfile", "__pycache__/Dockerfile", "env/pyvenv.cfg", "env/lib/Dockerfile",
        "conda/conda-meta/history", "conda/requirements.txt",
    )  # fmt: skip
    assert dockerfiles(read(["."])) == ["Dockerfile", ".devcontainer/Dockerfile", "a/b/Dockerfile"]
    assert found(read(["."]))["requirements"] == []


def test_environment_that_is_named_is_searched(make: Make) -> None:
    make("env/pyvenv.cfg", "env/Dockerfile")
    assert dockerfiles(read(["env"])) == ["env/Dockerfile"]


def test_what_git_ignores_is_left_out_as_git_does(make: Make) -> None:
    root = make(
        "Dockerfile", "a/Dockerfile", "a/gen/Dockerfile", "a/keep.Dockerfile", "b/x.Dockerfile", "b/c/x.Dockerfile",
        "out/Dockerfile", "excluded/Dockerfile",
        texts={".gitignore": "out/\n*.Dockerfile\n/b/c\n", "a/.gitignore": "gen\n!keep.Dockerfile\n"},
    )  # fmt: skip
    subprocess.run(["git", "init", "-q", "."], cwd=root, check=True)
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "exclude").write_text("excluded\n")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard", "--", "*Dockerfile"],
        cwd=root, capture_output=True, check=True,
    )  # fmt: skip
    expected = sorted(name for name in listed.stdout.decode().split("\0") if name)
    assert expected == ["Dockerfile", "a/Dockerfile", "a/keep.Dockerfile"]
    assert sorted(dockerfiles(read(["."]))) == expected
    assert sorted(dockerfiles(read(["a"]))) == ["a/Dockerfile", "a/keep.Dockerfile"]


def test_named_file_or_folder_is_taken_although_git_ignores_it(make: Make) -> None:
    make("out/Dockerfile", texts={".gitignore": "out/\n"})
    assert dockerfiles(read(["out/Dockerfile"])) == ["out/Dockerfile"]
    assert dockerfiles(read(["out"])) == ["out/Dockerfile"]
    assert dockerfiles(read(["."])) == []


def test_configuration_excludes_what_is_found_and_by_force_what_is_named(make: Make) -> None:
    make("old/Dockerfile", "Dockerfile", "out/Dockerfile", texts={".gitignore": "out"})
    config = Config.isolated(overrides={"exclude": ["old"], "respect-gitignore": False})
    assert dockerfiles(read(["."], settings_for=config.settings_for)) == ["Dockerfile", "out/Dockerfile"]
    assert dockerfiles(read(["old/Dockerfile"], settings_for=config.settings_for)) == ["old/Dockerfile"]
    assert dockerfiles(read(["old/Dockerfile"], settings_for=config.settings_for, force_exclude=True)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Dockerfile.md", "dockerfiles"),
        ("Dockerfile.txt", "dockerfiles"),
        ("anything", "dockerfiles"),
        ("deps.txt", "requirements"),
        ("requirements.in", "requirements"),
        ("conda.yml", "environments"),
    ],
)
def test_named_file_is_read_as_its_name_says_or_as_a_dockerfile(name: str, kind: str, make: Make) -> None:
    make(name)
    project = read([name])
    assert {key: names for key, names in found(project).items() if names} == {kind: [name]}


@pytest.mark.parametrize("name", [".dockerignore", "pyproject.toml", "uv.lock"])
def test_named_file_that_is_surely_no_dockerfile_is_noted(name: str, make: Make) -> None:
    make(name)
    project = read([name])
    assert not any(found(project).values())
    assert [note.startswith(f"{name}: ") for note in project.notes] == [True]


@links
def test_file_is_taken_once_however_it_is_reached(make: Make) -> None:
    root = make("a/Dockerfile", "requirements.txt")
    (root / "Dockerfile").symlink_to("a/Dockerfile")
    (root / "again").symlink_to("a")
    project = read(
        ["a/Dockerfile", ".", "a", "./a/../a/Dockerfile", str(root / "a" / "Dockerfile"), "requirements.txt"]
    )
    assert found(project) == {"dockerfiles": ["a/Dockerfile"], "requirements": ["requirements.txt"], "environments": []}


@links
def test_folders_that_link_in_a_circle_end(make: Make) -> None:
    root = make("a/Dockerfile")
    (root / "a" / "round").symlink_to("..")
    assert dockerfiles(read(["."])) == ["a/Dockerfile"]


def test_order_does_not_depend_on_the_file_system(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make("b/Dockerfile", "a/Dockerfile", "c.Dockerfile", "Dockerfile", "a/z/Dockerfile")
    expected = dockerfiles(read(["."]))
    assert expected == ["Dockerfile", "c.Dockerfile", "a/Dockerfile", "a/z/Dockerfile", "b/Dockerfile"]


def test_folder_named_dockerfile_is_walked(make: Make) -> None:
    make("Dockerfile/", "x/Dockerfile/Dockerfile")
    assert dockerfiles(read(["."])) == ["x/Dockerfile/Dockerfile"]
    assert dockerfiles(read(["Dockerfile"])) == []


def test_others_are_read_although_one_cannot_be(make: Make) -> None:
    make("Dockerfile", "requirements.txt")
    project = read(["no", "Dockerfile", "requirements.txt"])
    assert failures(project) == [("no", "no such file or folder")]
    assert found(project) == {"dockerfiles": ["Dockerfile"], "requirements": ["requirements.txt"], "environments": []}


def test_each_unreadable_file_is_named_in_one_line(make: Make) -> None:
    root = make("nul/")
    (root / "nul" / "Dockerfile").write_bytes(b"FROM a\n" + b"\0" * 10)
    (root / "requirements.txt").write_bytes(b"\x7fELF\0\0")
    with open(root / "large.Dockerfile", "wb") as file:
        file.truncate(200 * 1024 * 1024)
    named = read(["large.Dockerfile", "requirements.txt", "nul/Dockerfile"])
    assert failures(named) == [
        ("large.Dockerfile", "is larger than 5 MB, so it was not read"),
        ("requirements.txt", "is a binary file"),
        ("nul/Dockerfile", "is a binary file"),
    ]


def test_binary_file_that_nobody_named_is_passed_over(make: Make) -> None:
    root = make("nul/")
    (root / "nul" / "Dockerfile").write_bytes(b"\x1f\x8b\x08\0\0\0")
    project = read(["."])
    assert failures(project) == []
    assert project.notes == ("nul/Dockerfile: is a binary file, passed over",)


def test_large_file_is_not_even_opened(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make()
    with open(root / "Dockerfile", "wb") as file:
        file.truncate(200 * 1024 * 1024)

    def never(*_given: object, **_named: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr("builtins.open", never)
    assert failures(read(["Dockerfile"])) == [("Dockerfile", "is larger than 5 MB, so it was not read")]


def test_text_with_nul_bytes_further_down_is_text(make: Make) -> None:
    make(texts={"Dockerfile": "FROM a\n" + "# padding\n" * 900 + "\0\n"})
    assert dockerfiles(read(["Dockerfile"])) == ["Dockerfile"]


def test_utf16_is_text(make: Make) -> None:
    root = make()
    (root / "Dockerfile").write_bytes("FROM a\n".encode("utf-16"))
    (one,) = read(["Dockerfile"]).dockerfiles
    assert [instruction.keyword for instruction in one.parsed.instructions] == ["FROM"]


@links
def test_links_that_lead_nowhere_or_in_a_circle_are_named(make: Make) -> None:
    root = make()
    (root / "Dockerfile").symlink_to("nowhere")
    (root / "loop.Dockerfile").symlink_to("loop.Dockerfile")
    assert failures(read(["."])) == [
        ("Dockerfile", "is a broken link"),
        ("loop.Dockerfile", "is a link that leads in a circle"),
    ]


def test_file_without_permission_is_named(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make("Dockerfile", "gpu.Dockerfile")
    real = open

    def guarded(path: str, *given: object, **named: object) -> object:
        if os.path.basename(str(path)) == "gpu.Dockerfile":
            raise PermissionError(13, "Permission denied", path)
        return real(path, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr("builtins.open", guarded)
    project = read(["."])
    assert failures(project) == [("gpu.Dockerfile", "permission denied")]
    assert found(project)["dockerfiles"] == ["Dockerfile"]


def test_folder_without_permission_is_named(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make("shut/Dockerfile", "Dockerfile")
    real = os.scandir

    def guarded(path: str) -> object:
        if os.path.basename(path) == "shut":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", guarded)
    project = read(["."])
    assert failures(project) == [("shut", "permission denied")]
    assert found(project)["dockerfiles"] == ["Dockerfile"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_named_and_not_waited_for(make: Make) -> None:
    os.mkfifo(make() / "Dockerfile")
    assert failures(read(["Dockerfile"])) == [("Dockerfile", "is neither a file nor a folder")]


@pytest.mark.parametrize("path", ["a\0b", "", "x" * 5000])
def test_path_that_can_name_nothing_is_no_crash(path: str, make: Make) -> None:
    make()
    assert len(failures(read([path]))) == (0 if path == "" else 1)


@posix_names
def test_name_that_is_no_utf8_is_shown_with_escapes(make: Make) -> None:
    root = make()
    for name in (b"caf\xe9.Dockerfile", "é.Dockerfile".encode()):
        with open(os.path.join(os.fsencode(root), name), "wb") as file:
            file.write(b"FROM a\n")
    assert dockerfiles(read(["."])) == ["caf\\xe9.Dockerfile", "é.Dockerfile"]


def test_paths_are_shown_from_where_torchlint_runs(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make("a/Dockerfile", "b/Dockerfile")
    assert dockerfiles(read([str(root / "a" / "Dockerfile")])) == ["a/Dockerfile"]
    monkeypatch.chdir(root / "b")
    assert dockerfiles(read([str(root / "a" / "Dockerfile")])) == ["../a/Dockerfile"]
    deep = (
        root / "c" / "d" / "e" / "f" / "g" / "h" / "i" / "j" / "k" / "l" / "m" / "n" / "o" / "p" / "q" / "r" / "s" / "t"
    )
    deep.mkdir(parents=True)
    monkeypatch.chdir(os.path.abspath(os.sep))
    (shown,) = dockerfiles(read([str(root / "a" / "Dockerfile")]))
    assert shown == (root / "a" / "Dockerfile").as_posix().lstrip("/")


# Where the context is

COPIES = (
    "FROM a\nCOPY requirements.txt app.py /\nCOPY src /src\nCOPY --from=x /nowhere /\nADD https://example.com/x /\n"
)


def context_of(path: str, **named: object) -> tuple[str, bool, bool]:
    project = read([path], **named)  # type: ignore[arg-type]
    context = project.dockerfiles[0].context
    return context.root, context.complete, context.given


def test_context_is_the_folder_of_the_dockerfile(make: Make) -> None:
    make(
        "a/requirements.txt",
        "a/app.py",
        "a/src/x",
        "requirements.txt",
        "app.py",
        "src/x",
        texts={"a/Dockerfile": COPIES},
    )
    assert context_of("a/Dockerfile") == ("a", True, False)


def test_context_is_the_nearest_parent_that_has_all_sources(make: Make) -> None:
    make("requirements.txt", "app.py", "src/x", "docker/requirements.txt", texts={"docker/gpu/Dockerfile": COPIES})
    assert context_of("docker/gpu/Dockerfile") == (".", True, False)


def test_context_is_the_parent_that_has_most_sources_where_none_has_all(make: Make) -> None:
    make("requirements.txt", "app.py", texts={"docker/Dockerfile": COPIES})
    assert context_of("docker/Dockerfile") == (".", True, False)


def test_context_is_the_parent_that_has_half_of_the_sources_where_its_own_folder_has_none(make: Make) -> None:
    make("app.py", texts={"docker/Dockerfile": "FROM a\nCOPY app.py gone.py /\n"})
    assert context_of("docker/Dockerfile") == (".", True, False)
    make(texts={"docker/Dockerfile": "FROM a\nCOPY app.py gone.py missing.py /\n"})
    assert context_of("docker/Dockerfile") == ("docker", True, False)


def test_mounts_of_the_context_count_as_its_sources(make: Make) -> None:
    bound = "FROM a\nRUN --mount=type=bind,source=app.py,target=/app.py true\n"
    make("app.py", texts={"docker/Dockerfile": bound})
    assert context_of("docker/Dockerfile") == (".", True, False)
    make(texts={"docker/Dockerfile": bound.replace("type=bind,", "type=bind,from=b,")})
    assert context_of("docker/Dockerfile") == ("docker", True, False)
    make(texts={"docker/Dockerfile": bound.replace("bind", "cache")})
    assert context_of("docker/Dockerfile") == ("docker", True, False)


def test_one_missing_source_does_not_move_the_context(make: Make) -> None:
    make("a/app.py", "a/src/x", texts={"a/Dockerfile": COPIES})
    assert context_of("a/Dockerfile") == ("a", True, False)


def test_sources_that_prove_nothing_do_not_move_the_context(make: Make) -> None:
    text = "FROM a\nCOPY model.pt /\nCOPY dist/x /\nCOPY *.py $X ${Y:-z} /\nCOPY . .\nCOPY <<EOF /x\ntext\nEOF\n"
    make("model.pt", "dist/x", "a/app.py", texts={"a/Dockerfile": text})
    assert context_of("a/Dockerfile") == ("a", True, False)


def test_a_folder_of_dockerfiles_alone_gives_way_to_the_project_above_it(make: Make) -> None:
    text = "FROM a\nCOPY . /app\n"
    make(".git/", "pyproject.toml", "docker/entry.sh", "docker/compose.yml", texts={"docker/Dockerfile.gpu": text})
    assert context_of("docker/Dockerfile.gpu") == (".", True, False)
    make("docker/app.py", texts={"docker/Dockerfile": text})
    assert context_of("docker/Dockerfile") == ("docker", True, False)


WHOLE = ("one/app.py", "one/src/x", "one/requirements.txt")


@pytest.mark.parametrize(
    ("made", "missing"),
    [
        ((*WHOLE, *(f"another/{path.partition('/')[2]}" for path in WHOLE)), False),
        (WHOLE, True),
        ((*WHOLE, "another/app.py", "another/src/x"), True),
        ((*WHOLE, *(f"another/{path.partition('/')[2]}" for path in WHOLE), "src/x"), True),
        ((*(f"far/{path}" for path in WHOLE), *(f"far/another/{path}" for path in WHOLE)), True),
    ],
)
def test_folders_right_below_that_have_all_sources_may_be_the_context_of_one_that_has_none(
    made: tuple[str, ...], missing: bool, make: Make
) -> None:
    make(".git/", *made, texts={"Dockerfile": COPIES})
    context = read(["Dockerfile"]).dockerfiles[0].context
    assert context.kind("app.py") is (False if missing else None)


@pytest.mark.parametrize(
    ("script", "text", "maker"),
    [
        ("build.sh", "mkdir -p staged\ndocker build .\n", "docker/build.sh"),
        ("Makefile", "image:\n\tcp -r ../x staged/x && podman build .\n", "docker/Makefile"),
        ("build.sh", "mkdir -p staged\n", None),
        ("build.sh", "# mkdir -p staged\ndocker build .\n", None),
        ("build.sh", "mkdir -p staged-too staged.d\ndocker build .\n", None),
        ("build.sh", "echo staged\ndocker build .\n", None),
        ("build.py", "mkdir -p staged\ndocker build .\n", None),
        ("build.sh", "mkdir -p staged\ndocker build .\n" + "#" * 64 * 1024, None),
    ],
)
def test_a_script_that_builds_images_may_make_a_missing_source_before(
    script: str, text: str, maker: str | None, make: Make
) -> None:
    make(texts={"docker/Dockerfile": "FROM a\nCOPY staged/x /\n", f"docker/{script}": text})
    assert read(["docker/Dockerfile"]).dockerfiles[0].context.maker("staged/x") == maker


@pytest.mark.parametrize(("line", "made"), [("mkdir -p staged && docker build .", True), ("docker build .", False)])
def test_a_workflow_may_make_a_missing_source(line: str, made: bool, make: Make) -> None:
    path = ".github/workflows/image.yml"
    make(texts={"Dockerfile": "FROM a\nCOPY staged /\n", path: f"run: {line}\n"})
    assert read(["Dockerfile"]).dockerfiles[0].context.maker("staged") == (path if made else None)


@pytest.mark.parametrize(
    ("command", "laid"),
    [
        ("docker run --rm -v ./src:/app image", True),
        ('docker run --rm --volume "$PWD/src:/app/" image', True),
        ("docker run --mount type=bind,source=$PWD,target=/app image", True),
        ("docker run -v ./src:/application image", False),
        ("docker run -v ./src:/srv image", False),
        ("docker run -v data image", False),
        ("docker run image", False),
    ],
)
def test_a_script_may_lay_folders_over_those_of_a_container(command: str, laid: bool, make: Make) -> None:
    make(texts={"Dockerfile": "FROM a\nCOPY . /app\n", "run.sh": f"set -e\n{command}\n"})
    assert read(["Dockerfile"]).dockerfiles[0].context.mounter("/app/main.py") == ("run.sh" if laid else None)


@pytest.mark.parametrize(
    ("command", "elsewhere"),
    [
        ("docker build -f docker/Dockerfile src", True),
        ("docker buildx build --file=../docker/Dockerfile \\\n  -t a:$B ../src", True),
        ("podman build --build-arg A=b -f Dockerfile '$HERE'", True),
        ("docker build -f docker/Dockerfile . -t a:$B", False),
        ("docker build -f docker/Dockerfile docker", False),
        ("docker build -f docker/Dockerfile nowhere", False),
        ("docker build -f docker/Dockerfile.gpu src", False),
        ("docker build src", False),
        ("# docker run -f docker/Dockerfile src", False),
    ],
)
def test_a_script_may_build_with_another_folder(command: str, elsewhere: bool, make: Make) -> None:
    make("src/x", texts={"docker/Dockerfile": "FROM a\nCOPY y /\n", "docker/build.sh": f"set -e\n{command}\n"})
    context = read(["docker/Dockerfile"]).dockerfiles[0].context
    assert context.builder() == ("docker/build.sh" if elsewhere else None)


def test_nothing_that_is_copied_moves_no_context(make: Make) -> None:
    make(".git/", "pyproject.toml", texts={"docker/Dockerfile": "FROM a\nCOPY --from=b . /app\nRUN true\n"})
    assert context_of("docker/Dockerfile") == ("docker", True, False)


def test_search_for_the_context_ends_at_the_root_of_the_repository(make: Make) -> None:
    make("requirements.txt", "app.py", "src/x", "repo/.git/", texts={"repo/docker/Dockerfile": COPIES})
    assert context_of("repo/docker/Dockerfile") == ("repo/docker", True, False)


@pytest.mark.parametrize("git", [True, False])
def test_search_for_the_context_ends_at_the_root_and_outside_of_projects_four_folders_up(git: bool, make: Make) -> None:
    dockerfiles = {f"a/b/1/2/3/{end}Dockerfile": "FROM a\nCOPY app.py /\n" for end in ("", "4/", "4/5/6/")}
    make(*([".git/"] if git else []), "app.py", texts=dockerfiles)
    os.chdir("a/b")
    assert [context_of(one.removeprefix("a/b/"))[0] for one in dockerfiles] == (
        ["../.."] * 3 if git else ["1/2/3", "1/2/3/4", "1/2/3/4/5/6"]
    )


def test_given_context_counts_for_every_dockerfile(make: Make) -> None:
    make("x/", texts={"a/Dockerfile": COPIES, "Dockerfile": COPIES})
    project = read(["."], context="x")
    assert {(one.context.root, one.context.given) for one in project.dockerfiles} == {("x", True)}


def test_given_context_that_is_no_folder_is_named_once_and_then_unknown(make: Make) -> None:
    make(texts={"a/Dockerfile": COPIES, "Dockerfile": COPIES})
    project = read(["."], context="x")
    assert failures(project) == [("x", "is given as a build context, but is no folder")]
    assert {one.context.kind("app.py") for one in project.dockerfiles} == {None}


def test_configured_pair_is_the_context(make: Make) -> None:
    make(
        "x/",
        texts={"a/Dockerfile": COPIES, "b/Dockerfile": COPIES, "torchlint.toml": '[pairs]\n"a/Dockerfile" = "x"\n'},
    )
    project = read(["a", "b"], settings_for=Config.discover().settings_for)
    assert [one.context.root for one in project.dockerfiles] == ["x", "b"]


@pytest.mark.parametrize("how", ["option", "configuration", "standard input"])
def test_partial_context_proves_no_absence(how: str, make: Make) -> None:
    make("here.txt", texts={"Dockerfile": "FROM a\n"})
    if how == "option":
        project = read(["Dockerfile"], partial=True)
    elif how == "configuration":
        project = read(["Dockerfile"], settings_for=Config.isolated(overrides={"context": "partial"}).settings_for)
    else:
        project = read(["-"], stdin=lambda: b"FROM b\n", stdin_name="Dockerfile")
    (one,) = project.dockerfiles
    assert (one.context.kind("here.txt"), one.context.kind("gone.txt")) == ("file", None)


def test_standard_input_without_a_name_is_a_dockerfile_in_an_unknown_context(make: Make) -> None:
    make("here.txt")
    (one,) = read(["-"], stdin=lambda: b"FROM a\nRUN x\n").dockerfiles
    assert one.source.path == "-"
    assert [instruction.keyword for instruction in one.parsed.instructions] == ["FROM", "RUN"]
    assert one.context.kind("here.txt") is None


def test_standard_input_goes_by_its_name(make: Make) -> None:
    make(texts={"sub/requirements.txt": "saved", "sub/Dockerfile": "FROM saved\n"})
    project = read(["-"], stdin=lambda: b"unsaved", stdin_name="sub/requirements.txt")
    assert [(source.path, source.text) for source in project.requirements] == [("sub/requirements.txt", "unsaved")]
    project = read(["-"], stdin=lambda: b"FROM b\n", stdin_name="sub/Dockerfile")
    (one,) = project.dockerfiles
    assert (one.source.path, one.source.text, one.context.root) == ("sub/Dockerfile", "FROM b\n", "sub")


def test_standard_input_is_a_real_pipe(make: Make) -> None:
    make()
    code = "from torchlint.project import read; print(read(['-']).dockerfiles[0].source.text, end='')"
    done = subprocess.run([sys.executable, "-c", code], input=b"FROM a\n", capture_output=True, check=True)
    assert done.stdout.replace(b"\r", b"") == b"FROM a\n"


@pytest.mark.parametrize("data", [b"\0", b"x" * (5 * 1024 * 1024 + 1)])
def test_standard_input_that_is_no_text_is_named(data: bytes, make: Make) -> None:
    make()
    assert [path for path, _ in failures(read(["-"], stdin=lambda: data))] == ["-"]
    assert [path for path, _ in failures(read(["-"], stdin=lambda: data, stdin_name="Dockerfile"))] == ["Dockerfile"]


def test_standard_input_that_is_closed_is_named(make: Make) -> None:
    def closed() -> bytes:
        raise ValueError("I/O operation on closed file")

    make()
    assert failures(read(["-"], stdin=closed)) == [("-", "cannot be read")]


def test_unsaved_text_stands_for_the_file_and_for_one_that_is_not_there_yet(make: Make) -> None:
    root = make(texts={"Dockerfile": "FROM saved\n"})
    overlay = {"Dockerfile": b"FROM unsaved\n", str(root / "new.Dockerfile"): b"FROM new\n"}
    project = read(["Dockerfile", "new.Dockerfile"], overlay=overlay)
    assert [one.source.text for one in project.dockerfiles] == ["FROM unsaved\n", "FROM new\n"]


def test_settings_are_those_of_each_file(make: Make) -> None:
    make("b/Dockerfile", texts={"a/Dockerfile": COPIES, "a/torchlint.toml": 'target-stage = "final"\n'})
    project = read(["a", "b"], settings_for=Config.discover().settings_for)
    assert [one.target for one in project.dockerfiles] == ["final", None]
    assert project.settings_for("a/Dockerfile").target_stage == "final"


def test_every_dockerfile_is_read_and_parsed_once(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make("Dockerfile", "requirements.txt")
    opened: list[str] = []
    real = open

    def counted(path: str, *given: object, **named: object) -> object:
        opened.append(os.path.basename(str(path)))
        return real(path, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr("builtins.open", counted)
    project = read([".", "Dockerfile", "."])
    project.dockerfiles[0].context.read("requirements.txt")
    project.dockerfiles[0].context.read("Dockerfile")
    assert sorted(opened) == ["Dockerfile", "requirements.txt"]


@pytest.mark.parametrize("text", ["FROM python:{{ version }}-slim\n", "FROM a\n{% if x %}\nRUN b\n{% endif %}\n"])
def test_a_template_is_said_to_be_one(text: str, make: Make) -> None:
    make(texts={"Dockerfile": text})
    assert read(["Dockerfile"]).notes == (
        "Dockerfile: is a template, of which little can be judged before it is filled in",
    )


def test_what_only_looks_like_a_template_is_none(make: Make) -> None:
    make(texts={"Dockerfile": "FROM a\nRUN docker inspect -f '{{ .Id }}' b\nLABEL x=<%y%>\n"})
    assert read(["Dockerfile"]).notes == ()
