"""Whose fault a failed build is: the file's, or that of an engine that cannot reach or does not know something."""

from __future__ import annotations

UNREACHED = (
    "failed to do request",
    "dial tcp",
    "no such host",
    "i/o timeout",
    "connection refused",
    "tls handshake",
    "x509:",
    "context deadline exceeded",
    "network is unreachable",
    "temporary failure in name resolution",
    "toomanyrequests",
    "unauthorized",
    "authorization failed",
    "no basic auth credentials",
    "pull access denied",
    "no space left on device",
    "cannot connect to the docker daemon",
    "error during connect",
    "is the docker daemon running",
    "eof",
)
"""What engines say, in lower case, when a registry, a network or a disk failed them. Source: containerd, BuildKit and
containers/image as they were met. `pull access denied` is also said of images that do not exist: it proves nothing."""

STEP_FAILED = ("did not complete successfully", "exit code:", "exit status", "returned a non-zero code")
"""What they say when a command inside the build failed."""


def fault_of(cause: str) -> str:
    """ "file" or "engine"."""
    said = cause.lower()
    if any(words in said for words in STEP_FAILED) and "no space left on device" not in said:
        return "file"
    return "engine" if any(words in said for words in UNREACHED) else "file"
