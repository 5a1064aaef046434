"""Digests from a real registry on the loopback interface, and a build from what was pinned."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.build.test_verify import BASE
from torchlint.verify import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from torchlint.verify.port import Engine

CONFIGURATION = """\
version: 0.1
storage:
  filesystem:
    rootdirectory: {folder}
http:
  addr: 127.0.0.1:{port}
"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A registry: Debian's package docker-registry."""
    program = shutil.which(os.environ.get("TORCHLINT_TEST_REGISTRY", "docker-registry"))
    if program is None:
        pytest.skip("docker-registry is not installed")
    folder = tmp_path_factory.mktemp("registry")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "config.yml").write_text(CONFIGURATION.format(folder=folder / "data", port=port))
    with subprocess.Popen(
        [program, "serve", str(folder / "config.yml")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            for _ in range(50):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/v2/", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()


def test_tag_gets_the_digest_that_the_engine_would_pull(
    tmp_path: Path, host: str, engine: Engine, bases: Callable[..., None]
) -> None:
    bases(BASE)
    name = f"{host}/python:3.11-slim"
    for words in (["tag", BASE, name], ["push", "--quiet", name]):
        subprocess.run([engine.name, *words], check=True, capture_output=True)
    try:
        (tmp_path / "Dockerfile").write_text(f"FROM {name}\nUSER nobody\nCMD true\n")
        run = [sys.executable, "-m", "torchlint"]
        done = subprocess.run(
            [*run, "fix", "--pin", "--verify=built", "--select", "pip-cache-left", str(tmp_path / "Dockerfile")],
            capture_output=True,
            text=True,
            check=False,
        )
        text = (tmp_path / "Dockerfile").read_text()
        told = subprocess.run(
            [engine.name, "image", "inspect", "--format", '{{join .RepoDigests " "}}', name],
            capture_output=True,
            text=True,
            check=True,
        )
        digest = next(one.partition("@")[2] for one in told.stdout.split() if one.startswith(f"{host}/"))
        assert text == f"FROM {name}@{digest}\nUSER nobody\nCMD true\n", done.stdout + done.stderr
        assert "built before, built after" in done.stdout
        assert engine.name != "docker" or registry.digest_with_account(name) == digest
    finally:
        subprocess.run([engine.name, "image", "rm", name], check=False, capture_output=True)
