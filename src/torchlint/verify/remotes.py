"""The commit that a branch or tag of a repository stands for now, without a clone, hooks, helpers or questions."""

from __future__ import annotations

import os
import tempfile

from torchlint.verify import process

SECONDS = 60.0
_CONFIG = (
    *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "credential.helper="),
    *("-c", "core.askPass=", "-c", "protocol.ext.allow=never", "-c", "http.followRedirects=initial"),
)
_KEPT = (
    "PATH",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "GIT_SSL_CAINFO",
    "SYSTEMROOT",
    "HTTPS_PROXY",
    "https_proxy",
    "NO_PROXY",
)


class Unknown(Exception):
    """Why a commit could not be found out, in one line."""


def commit_of(url: str, ref: str | None) -> str:
    """The full name of the commit; of HEAD where `ref` is None. As pip does, a branch goes before a tag.

    Raises Unknown, and OSError if there is no git.
    """
    if not url.startswith(("https://", "http://", "file://")):
        raise Unknown("only https and http are asked: others may need an account")
    names = [f"refs/heads/{ref}", f"refs/tags/{ref}", f"refs/tags/{ref}^{{}}"] if ref is not None else ["HEAD"]
    with tempfile.TemporaryDirectory(prefix="torchlint-git-") as folder:
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= {
            "HOME": folder,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "",
            "SSH_ASKPASS": "",
            "GIT_CEILING_DIRECTORIES": os.path.dirname(folder),
            "LC_ALL": "C",
        }
        command = ["git", *_CONFIG, "ls-remote", "--", url, *names]
        ended = process.run(command, seconds=SECONDS, environment=environment, folder=folder)
    if ended.code is None:
        raise Unknown(f"git gave no answer in {SECONDS:.0f} s")
    if ended.code != 0:
        said = [line for line in ended.text.splitlines() if line.strip()]
        raise Unknown(f"git: {said[0].removeprefix('fatal: ') if said else ended.code}")
    found = {}
    for line in ended.text.splitlines():
        commit, _, name = line.partition("\t")
        if len(commit) in (40, 64) and not commit.strip("0123456789abcdef"):
            found[name] = commit
    for name in (names[0], names[-1], *names):
        if name in found:
            return found[name]
    raise Unknown("there is no such branch or tag")
