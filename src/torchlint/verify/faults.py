"""Whose fault a failed build is: the file's, or that of an engine that cannot reach or does not know something."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.verify.process import Ended

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
    ": eof",
    "unexpected eof",
    "error reading from server",
    "transport is closing",
    "image not known",
    "did not resolve to an alias",
    "short-name resolution",
)
"""What engines say, in lower case, when a registry, a network, a disk or their own settings failed them. Source:
containerd, BuildKit and containers/image as they were met. `pull access denied` is also said of images that do not
exist: it proves nothing."""

STEP_FAILED = ("did not complete successfully", "exit code:", "exit status", "returned a non-zero code")
"""What they say when a command inside the build failed."""

FULL = ("no space left on device", "[errno 28]")
"""What programs say when a disk is full."""

NOT_STARTED = (
    "setting rlimit",
    "cgroup",
    "slirp4netns",
    "netavark",
    "newuidmap",
    "could not select device driver",
    "nvidia-container-cli",
    *FULL,
    *(words for words in UNREACHED if "daemon" in words or "connect" in words),
)
"""What engines say, in lower case, when it is the machine that keeps a container from starting."""


def fault_of(cause: str, log: Sequence[str] = ()) -> str:
    """ "file" or "engine". `log`: what the step that failed said last."""
    said = cause.lower()
    if any(words in one.lower() for one in (said, *log) for words in FULL):
        return "engine"
    if any(words in said for words in STEP_FAILED) or "dockerfile parse error" in said:
        return "file"
    return "engine" if any(words in said for words in UNREACHED) else "file"


def unable(ended: Ended) -> bool:
    """Whether it was the engine that could not run a container, and not what was to run."""
    said = ended.text.lower()
    return ended.code is None or (ended.code != 0 and any(words in said for words in NOT_STARTED))
