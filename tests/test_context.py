"""A build context answers what is there, what the builder is sent and what cannot be told, and walks nothing."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from torchlint.project import Context, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Make = Callable[[Iterable[str]], Path]

links = pytest.mark.skipif(os.name == "nt", reason="making links needs a right on Windows")
posix_names = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A context with files of these names (`name: text` for a text); names ending in `/` are folders."""

    def make(names: Iterable[str]) -> Path:
        for line in names:
            name, _, text = line.partition(": ")
            path = tmp_path / name
            if name.endswith("/"):
                path.mkdir(parents=True, exist_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text.replace("|", "\n"), encoding="utf-8")
        return tmp_path

    return make


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every folder that is listed from now on."""
    folders: list[str] = []
    scandir, listdir = os.scandir, os.listdir

    def seen_scandir(path: str = ".") -> object:
        folders.append(os.fspath(path))
        return scandir(path)

    def seen_listdir(path: str = ".") -> list[str]:
        folders.append(os.fspath(path))
        return listdir(path)

    monkeypatch.setattr(os, "scandir", seen_scandir)
    monkeypatch.setattr(os, "listdir", seen_listdir)
    return folders


KINDS = [
    ("", "dir"),
    (".", "dir"),
    ("/", "dir"),
    ("a.txt", "file"),
    ("./a.txt", "file"),
    ("/a.txt", "file"),
    ("src", "dir"),
    ("src/", "dir"),
    ("src//x/../x/b.py", "file"),
    ("../../a.txt", "file"),
    ("src/../..", "dir"),
    ("A.txt.no", False),
    ("no/such/place", False),
    ("a.txt/below", False),
    ("src/no.py", False),
]


@pytest.mark.parametrize(("rel", "kind"), KINDS)
def test_kind_is_what_the_builder_would_find(rel: str, kind: str | bool, make: Make) -> None:
    context = Context.of(str(make(["a.txt", "src/x/b.py"])))
    assert context.kind(rel) is kind or context.kind(rel) == kind


@pytest.mark.parametrize(("rel", "kind"), KINDS)
def test_partial_context_proves_no_absence(rel: str, kind: str | bool, make: Make) -> None:
    context = Context.of(str(make(["a.txt", "src/x/b.py"])), complete=False)
    assert context.kind(rel) == (kind or None)


def test_context_that_is_unknown_knows_nothing() -> None:
    context = Context.unknown()
    assert context.kind("a") is None
    assert context.kind(".") == "dir"
    assert context.matches("*") is None
    assert context.read("a") is None
    assert context.excluded_by("a") is None
    assert not context.complete


@pytest.mark.parametrize(
    "rel",
    [
        "model.pt", "m.PTH", "w/pytorch_model.bin", "m.safetensors", "m.onnx", "a.mar", "x-1.0-py3-none-any.whl",
        "src.tar.gz", "data.zip", ".env", "api/.env", "dist",
        "dist/app", "build/x", "target/app.jar", "wheels/", "web/node_modules/x",
    ],
)  # fmt: skip
def test_what_people_make_or_download_is_never_surely_absent(rel: str, make: Make) -> None:
    assert Context.of(str(make(["a.txt"]))).kind(rel) is None


@pytest.mark.parametrize(
    "rel", [".pycache", "distribution/x", "model.ptx", "builds", "tar.gz.txt", "bin", ".env.example"]
)
def test_names_that_only_look_alike_are_absent(rel: str, make: Make) -> None:
    assert Context.of(str(make(["a.txt"]))).kind(rel) is False


def test_what_git_ignores_is_never_surely_absent(make: Make) -> None:
    root = make([".git/", ".git/info/exclude: private", ".gitignore: *.cfg|/data/|!keep.cfg", "app/.gitignore: gen.py"])
    context = Context.of(str(make(["app/main.py"]) / "app"))
    assert context.kind("x.cfg") is None
    assert context.kind("deep/down/x.cfg") is None
    assert context.kind("keep.cfg") is False
    assert context.kind("gen.py") is None
    assert context.kind("private") is None
    assert context.kind("data") is False
    assert Context.of(str(root)).kind("data/set/1") is None


def test_what_lies_in_an_empty_folder_is_unknown_because_git_keeps_none(make: Make) -> None:
    context = Context.of(str(make(["submodule/", "full/x"])))
    assert context.kind("submodule/setup.py") is None
    assert context.kind("submodule/a/b") is None
    assert context.kind("full/setup.py") is False


@links
def test_links_are_followed_inside_and_never_out(make: Make, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret").write_text("x")
    root = make(["real/file.txt: text", "deep/er/x"])
    (root / "link").symlink_to("real")
    (root / "deep" / "back").symlink_to("../real/file.txt")
    (root / "out").symlink_to(outside)
    (root / "up").symlink_to(f"../../{outside.parent.name}/{outside.name}")
    (root / "dangling").symlink_to("nowhere")
    (root / "loop").symlink_to("pool")
    (root / "pool").symlink_to("loop/pool")
    context = Context.of(str(root))
    assert context.kind("link") == "dir"
    assert context.kind("link/file.txt") == "file"
    assert context.kind("deep/back") == "file"
    assert context.kind("link/no.txt") is False
    for rel in ("out", "out/secret", "out/none", "up/secret", "dangling", "dangling/x", "loop", "loop/x", "pool"):
        assert context.kind(rel) is None
        assert context.read(rel) is None
    through, straight = context.read("deep/back"), context.read("real/file.txt")
    assert through is straight
    assert through is not None
    assert through.text == "text"


@links
def test_chain_of_links_longer_than_any_honest_one_is_unknown(make: Make) -> None:
    root = make(["end"])
    for number in range(400):
        (root / f"l{number}").symlink_to(f"l{number + 1}" if number < 399 else "end")
    context = Context.of(str(root))
    assert context.kind("l399") == "file"
    assert context.kind("l0") is None


@pytest.mark.parametrize("rel", ["a/" * 5000 + "x", "x" * 70000, "a\0b", "\xff\xfe", "..\\..\\x", "a" * 300, "\u65e5"])
def test_any_text_is_taken_for_a_path(rel: str, make: Make) -> None:
    context = Context.of(str(make(["a/a"])))
    assert context.kind(rel) in (False, None)
    assert not context.matches(rel)
    assert context.read(rel) is None


@posix_names
def test_names_are_bytes(tmp_path: Path) -> None:
    for name in ("Å.txt".encode(), b"caf\xe9.txt", "a b\xa0.txt".encode()):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb"):
            pass
    context = Context.of(str(tmp_path))
    assert context.kind("Å.txt".encode().decode("latin-1")) == "file"
    assert context.kind("caf\xe9.txt") == "file"
    assert context.kind("a b\xa0.txt".encode().decode("latin-1")) == "file"
    assert context.matches("caf*") == ("caf\xe9.txt",)
    assert context.matches("?.txt") == ("Å.txt".encode().decode("latin-1"),)


MATCHES = [
    ("*.txt", ("a.txt", "b.txt")),
    ("requirements*.txt", ()),
    ("?.txt", ("a.txt", "b.txt")),
    ("[a]*", ("a.txt",)),
    ("[^a].txt", ("b.txt",)),
    ("[b-z].t[wx]t", ("b.txt",)),
    ("\\a.txt", ("a.txt",)),
    ("src/*", ("src/one.py", "src/sub", "src/two.py")),
    ("*/*.py", ("src/one.py", "src/two.py")),
    ("s*/sub/*.py", ("src/sub/three.py",)),
    ("../*.txt", ("a.txt", "b.txt")),
    ("*/nothing*", ()),
    ("*.tx", ()),
    ("*a*t*x*", ("a.txt",)),
    ("a.txt", ("a.txt",)),
    ("*.whl", None),
    ("dist/*", None),
    ("*.log", None),
    ("[", None),
    ("[]", None),
    ("[a", None),
    ("a\\", None),
]


@pytest.mark.parametrize(("pattern", "found"), MATCHES)
def test_wildcards_are_those_of_go(pattern: str, found: tuple[str, ...] | None, make: Make) -> None:
    root = make(["a.txt", "b.txt", "src/one.py", "src/two.py", "src/sub/three.py", ".gitignore: *.log"])
    assert Context.of(str(root)).matches(pattern) == found


def test_partial_context_names_what_is_there_and_denies_nothing(make: Make) -> None:
    context = Context.of(str(make(["a.txt"])), complete=False)
    assert context.matches("*.txt") == ("a.txt",)
    assert context.matches("*.py") is None


def test_many_stars_take_no_time_to_speak_of(make: Make) -> None:
    context = Context.of(str(make(["a" * 200])))
    assert context.matches("*a" * 60 + "b") == ()
    assert context.matches("*a" * 60) == ("a" * 200,)


def test_wildcard_lists_one_folder_for_each_part(make: Make, listed: list[str]) -> None:
    root = make(["a/x.py", "a/deep/y.py", "b/z.py", "c.txt"])
    context = Context.of(str(root))
    assert context.matches("a/*.py") == ("a/x.py",)
    assert [os.path.relpath(path, root) for path in listed] == ["a"]
    listed.clear()
    assert context.matches("*/*.py") == ("a/x.py", "b/z.py")
    assert sorted(os.path.relpath(path, root) for path in listed) == [".", "b"]
    listed.clear()
    context.matches("*.py")
    assert not listed


def test_literal_paths_in_a_large_context_list_no_folder(
    make: Make, listed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"data/{number % 50}/{number}.txt" for number in range(5000)]
    root = make([*names, "Dockerfile: FROM a|COPY . .|COPY data/7/7.txt data /|COPY app.py gone.py /", "app.py"])
    monkeypatch.chdir(root)
    looked: list[str] = []
    lstat = os.lstat

    def seen(path: str) -> os.stat_result:
        looked.append(path)
        return lstat(path)

    monkeypatch.setattr(os, "lstat", seen)
    (one,) = read(["Dockerfile"]).dockerfiles
    for _ in range(3):
        assert one.context.kind("data/7/7.txt") == "file"
        assert one.context.kind("data") == "dir"
        assert one.context.kind("app.py") == "file"
        assert one.context.kind("gone.py") is False
        assert one.context.kind(".") == "dir"
    assert not listed
    inside = [path for path in looked if os.fspath(path).startswith(str(root / "data"))]
    assert len(inside) == len(set(inside)) == 3


def test_dockerignore_keeps_from_the_builder(make: Make) -> None:
    context = Context.of(
        str(
            make(
                [
                    ".dockerignore: secret*|# note|data|!data/keep|**/*.log",
                    "secret.txt",
                    "data/keep",
                    "data/x",
                    "a/b.log",
                ]
            )
        )
    )
    assert context.kind("secret.txt") is False
    assert context.excluded_by("secret.txt") == "secret*"
    assert context.read("secret.txt") is None
    assert context.kind("secrets-not-there") is False
    assert context.kind("data/x") is False
    assert context.kind("data/keep") == "file"
    assert context.kind("data") is not False
    assert context.excluded_by("a/b.log") == "**/*.log"
    assert context.kind("a") == "dir"
    assert context.excluded_by("a") is None
    assert context.matches("secret*") == ()
    assert context.matches("data/*") == ("data/keep",)


def test_everything_but_a_few_is_a_common_dockerignore(make: Make) -> None:
    context = Context.of(str(make([".dockerignore: *|!src|!requirements.txt", "src/app.py", "requirements.txt", "x"])))
    assert context.kind("src/app.py") == "file"
    assert context.kind("src") == "dir"
    assert context.kind("requirements.txt") == "file"
    assert context.kind("x") is False
    assert context.kind(".") == "dir"


def test_exclusion_holds_in_a_partial_context_too(make: Make) -> None:
    context = Context.of(str(make([".dockerignore: *.md"])), complete=False)
    assert context.kind("README.md") is False


def test_dockerignore_beside_the_dockerfile_beats_that_of_the_context(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(
        make(
            [
                "docker/gpu.Dockerfile: FROM a", "docker/gpu.Dockerfile.dockerignore: b", "docker/Dockerfile: FROM a",
                ".dockerignore: a", "a", "b",
            ]
        )
    )  # fmt: skip
    project = read(["docker"], context=".")
    kinds = {one.source.path: (one.context.kind("a"), one.context.kind("b")) for one in project.dockerfiles}
    assert kinds == {"docker/gpu.Dockerfile": ("file", False), "docker/Dockerfile": (False, "file")}


def test_same_file_is_the_same_source_whoever_asks(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make(["Dockerfile: FROM a", "gpu.Dockerfile: FROM a", "requirements.txt: torch"]))
    project = read(["."])
    first, second = (one.context.read("requirements.txt") for one in project.dockerfiles)
    assert first is second is project.requirements[0]


def test_text_above_a_megabyte_and_binary_files_are_not_read(make: Make) -> None:
    root = make(["small: x"])
    (root / "large").write_bytes(b"x" * 1024 * 1024 + b"x")
    (root / "exact").write_bytes(b"x" * 1024 * 1024)
    (root / "binary").write_bytes(b"x\0")
    context = Context.of(str(root))
    assert context.read("large") is None
    assert context.read("exact") is not None
    assert context.read("binary") is None
    assert context.kind("large") == "file"
    assert context.read(".") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_neither_read_nor_waited_for(make: Make) -> None:
    root = make([])
    os.mkfifo(root / "pipe")
    context = Context.of(str(root))
    assert context.kind("pipe") is None
    assert context.read("pipe") is None


def test_unsaved_text_is_there_and_is_what_is_read(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make(["Dockerfile: FROM a", "old.txt: saved"]))
    (one,) = read(["Dockerfile"], overlay={"old.txt": b"unsaved", "new.txt": b"new"}).dockerfiles
    texts = [source.text for name in ("old.txt", "new.txt") if (source := one.context.read(name)) is not None]
    assert texts == ["unsaved", "new"]
    assert one.context.matches("*.txt") == ("new.txt", "old.txt")


def test_size_is_that_of_a_file_that_is_sent(make: Make) -> None:
    context = Context.of(str(make(["a.pt: 12345", "src/b.py", ".dockerignore: *.bin", "c.bin: 1"])))
    assert [context.size(name) for name in ("a.pt", "./src/../a.pt", "src", "no", "c.bin")] == [5, 5, None, None, None]
    assert Context.unknown().size("a.pt") is None


LARGE = """\
FROM python:3.11-slim
COPY . /app
COPY data/ /data
WORKDIR /app
RUN pip install -r requirements.txt && python -m venv /venv
CMD ["python", "app.py"]
"""


def test_check_and_inspect_cost_the_same_however_many_files_there_are(
    make: Make, listed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A context with 200,000 files below its folders changes nothing: these are never listed, nor looked at one by
    one."""
    import torchlint
    from torchlint.model.outlook import outlook

    looks = 0
    for name in ("stat", "lstat"):
        real = getattr(os, name)

        def counted(*given: object, real: Callable[..., object] = real, **named: object) -> object:
            nonlocal looks
            looks += 1
            return real(*given, **named)

        monkeypatch.setattr(os, name, counted)
    seen = []
    # The first one also loads the rules.
    for files in (1, 2, 2_000):
        root = make(
            ["requirements.txt: torch==2.4.1", "app.py: import torch", f"Dockerfile: {LARGE.replace(chr(10), '|')}"]
        )
        make(f"data/{number}.bin" for number in range(files))
        listed.clear()
        looks = 0
        world = torchlint.World()
        report = torchlint.check(torchlint.read([str(root / "Dockerfile")]), world=world)
        assert outlook(report.builds[0], world).final.stage.torch == "2.4.1"
        seen.append((looks, [os.path.relpath(folder, root) for folder in listed]))
    assert seen[1] == seen[2]
    assert seen[2][1] == ["."]
