"""Commits of git repositories and digests of images: asked of real git and of a registry on the loopback interface."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.verify.test_pin import Run
from torchlint.syntax.reference import parse
from torchlint.verify import registry, remotes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

git_only = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> str:
    identity = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a"}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        env=os.environ | identity | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits: `v1` is an annotated tag of the first, `both` a branch at the second and a tag at the first."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "one")
    git(folder, "tag", "-a", "v1", "-m", "one")
    git(folder, "tag", "both")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "two")
    git(folder, "branch", "both")
    git(folder, "update-server-info")
    return folder


@git_only
@pytest.mark.parametrize(
    ("ref", "commit"),
    [(None, "HEAD"), ("main", "HEAD"), ("v1", "HEAD~1"), ("both", "HEAD")],
)
def test_commit_of_branch_and_tag(repository: Path, ref: str | None, commit: str) -> None:
    assert remotes.commit_of(f"file://{repository}", ref) == git(repository, "rev-parse", f"{commit}^{{commit}}")


@git_only
def test_what_is_not_there(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(remotes.Unknown, match="no such branch or tag"):
        remotes.commit_of(f"file://{repository}", "v2")
    with pytest.raises(remotes.Unknown, match="git: "):
        remotes.commit_of(f"file://{tmp_path}/nowhere", None)


@pytest.mark.parametrize("url", ["ssh://git@example.com/x", "git@example.com:x", "ext::sh -c true", "--upload-pack=x"])
def test_what_may_need_an_account_or_a_program_is_not_asked(url: str) -> None:
    with pytest.raises(remotes.Unknown, match="only https and http"):
        remotes.commit_of(url, None)


@git_only
def test_nothing_of_the_user_s_is_run(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the settings of the user or of the folder it runs in, with their helpers, hooks and monitors."""
    marker = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {marker}\n")
    program.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    names = ("core.fsmonitor", "core.askPass", "core.sshCommand", "core.gitProxy", "credential.helper")
    for name in names:
        git(repository, "config", "--file", str(home / ".gitconfig"), name, str(program))
        git(repository, "config", name, str(program))
    git(repository, "config", "--file", str(home / ".gitconfig"), "url.ext::sh.insteadOf", "file://")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_ASKPASS", str(program))
    monkeypatch.setenv("GIT_SSH_COMMAND", str(program))
    monkeypatch.chdir(repository)
    assert remotes.commit_of(f"file://{repository}", "main") == git(repository, "rev-parse", "HEAD")
    assert not marker.exists()


@contextmanager
def serving(handler: object) -> Iterator[str]:
    """The host and port of a server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class Files(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *_arguments: object) -> None:
        """Say nothing."""


@git_only
@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("git+http://{host}/.git", "git+http://{host}/.git@{two}"),
        ("git+http://{host}/.git@v1#egg=x", "git+http://{host}/.git@{one}#egg=x"),
        ("'x @ git+http://{host}/.git@main'", "'x @ git+http://{host}/.git@{two}'"),
        ("-e git+http://{host}/.git@both#egg=x", "-e git+http://{host}/.git@{two}#egg=x"),
        ("git+http://{host}/.git@{one}", "git+http://{host}/.git@{one}"),
        ("git+http://{host}/.git@v9", "git+http://{host}/.git@v9"),
    ],
)
def test_repositories_get_their_commit(repository: Path, tmp_path: Path, written: str, after: str) -> None:
    if shutil.which("git-remote-http", path=git(repository, "--exec-path")) is None:
        pytest.skip("this git knows no http")
    one, two = git(repository, "rev-parse", "HEAD~1"), git(repository, "rev-parse", "HEAD")
    folder = tmp_path / "project"
    folder.mkdir()
    with serving(functools.partial(Files, directory=str(repository))) as host:
        text = f"FROM scratch\nRUN pip install {written.format(host=host, one=one, two=two)}\n"
        (folder / "Dockerfile").write_text(text)
        done = Run(folder, "fix", "--pin", "--select", "pip-cache-left")
        assert done.text == f"FROM scratch\nRUN pip install {after.format(host=host, one=one, two=two)}\n", done.out


MANIFEST = b'{"schemaVersion": 2}'
DIGEST = f"sha256:{hashlib.sha256(MANIFEST).hexdigest()}"


class Registry(BaseHTTPRequestHandler):
    """`open/x:1` for everybody, `asks/x:1` with a token of its service, `own/x:1` for accounts only, `bare/x:1` without
    the header that names the digest, `moved/x:1` elsewhere."""

    seen: list[tuple[str, str, str]]

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        authorization = self.headers.get("Authorization", "")
        self.seen.append((self.command, self.path, authorization))
        here = f"http://{self.headers['Host']}"
        if self.path.startswith("/token?"):
            self.answer(200, {}, json.dumps({"token": "for-all"}).encode())
        elif self.path == "/v2/asks/x/manifests/1" and authorization != "Bearer for-all":
            self.answer(
                401, {"WWW-Authenticate": f'Bearer realm="{here}/token",service="s",scope="repository:asks/x:pull"'}
            )
        elif self.path == "/v2/own/x/manifests/1":
            self.answer(401, {"WWW-Authenticate": 'Basic realm="own"'})
        elif self.path == "/v2/moved/x/manifests/1":
            self.answer(307, {"Location": f"{here}/v2/open/x/manifests/1"})
        elif self.path == "/v2/bare/x/manifests/1":
            self.answer(200, {}, MANIFEST)
        elif self.path in ("/v2/open/x/manifests/1", "/v2/open/x/manifests/latest", "/v2/asks/x/manifests/1"):
            self.answer(200, {"Docker-Content-Digest": DIGEST}, MANIFEST)
        else:
            self.answer(404, {})

    def answer(self, code: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    Registry.seen = []
    with serving(Registry) as found:
        yield found


def digest(name: str) -> str:
    reference = parse(name)
    assert reference is not None
    return registry.digest_of(reference)


@pytest.mark.parametrize("name", ["open/x:1", "open/x", "asks/x:1", "bare/x:1"])
def test_digest_of_a_tag(host: str, name: str) -> None:
    assert digest(f"{host}/{name}") == DIGEST


def test_only_the_head_is_asked_for_where_that_will_do(host: str) -> None:
    digest(f"{host}/open/x:1")
    assert Registry.seen == [("HEAD", "/v2/open/x/manifests/1", "")]


@pytest.mark.parametrize(
    ("name", "why", "private"),
    [
        ("open/x:2", "has no such image or tag", False),
        ("own/x:1", "to its own accounts only", True),
        ("moved/x:1", "answers 307", False),
    ],
)
def test_digest_that_is_not_told(host: str, name: str, why: str, private: bool) -> None:
    with pytest.raises(registry.Unknown, match=why) as told:
        digest(f"{host}/{name}")
    assert told.value.private is private


def test_registry_that_does_not_answer() -> None:
    with pytest.raises(registry.Unknown, match="cannot be asked"):
        digest("127.0.0.1:9/x:1")


@pytest.mark.parametrize("realm", ["http://example.com/token", "file:///etc/passwd", ""])
def test_tokens_are_asked_for_under_encryption_only(monkeypatch: pytest.MonkeyPatch, realm: str) -> None:
    asked = []

    def answers(url: str, headers: dict[str, str], method: str) -> registry._Answer:
        asked.append(url)
        challenge = Message()
        challenge["WWW-Authenticate"] = f'Bearer realm="{realm}",service="s"'
        return registry._Answer(401, challenge, b"")

    monkeypatch.setattr(registry, "_open", answers)
    with pytest.raises(registry.Unknown, match="without encryption"):
        digest("registry.example.com/x:1")
    assert asked == ["https://registry.example.com/v2/x/manifests/1"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("FROM {host}/open/x:1\n", "FROM {host}/open/x:1@{digest}\n"),
        ("FROM {host}/open/x AS a\nFROM a\n", "FROM {host}/open/x:latest@{digest} AS a\nFROM a\n"),
        ("FROM {host}/open/x:1 AS a # b\n", "FROM {host}/open/x:1 AS a # b\n"),
        ("ARG T=1\nFROM {host}/open/x:$T\n", "ARG T=1\nFROM {host}/open/x:$T\n"),
        ("FROM {host}/open/x:2\nFROM scratch\n", "FROM {host}/open/x:2\nFROM scratch\n"),
        ("FROM --platform=linux/amd64 {host}/asks/x:1\n", "FROM --platform=linux/amd64 {host}/asks/x:1@{digest}\n"),
    ],
)
def test_bases_get_their_digest(host: str, tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "Dockerfile").write_text(before.format(host=host))
    done = Run(tmp_path, "fix", "--pin", "--select", "pip-cache-left")
    assert done.text == after.format(host=host, digest=DIGEST), done.out + done.err


def test_prediction_knows_a_base_with_tag_and_digest(tmp_path: Path) -> None:
    """Else a pin would make the next check blind."""
    (tmp_path / "Dockerfile").write_text(f"FROM python:3.11-slim@{DIGEST}\nCMD python\n")
    done = Run(tmp_path, "inspect", "--output-format", "json")
    assert json.loads(done.out)["final"]["python"] == "3.11"
