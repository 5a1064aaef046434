"""Which engine answers on this machine."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.verify import process
from torchlint.verify.docker import Docker
from torchlint.verify.podman import Buildah, Podman

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.verify.port import Engine

ENGINES = ("docker", "podman", "buildah")
_SECONDS = 10.0


class Found(NamedTuple):
    """`engine` None: none answers; `tried`: what each said."""

    engine: Engine | None
    tried: tuple[str, ...]


def detect(wanted: str | None = None) -> Found:
    """The first engine that answers, or the one that is wanted."""
    tried: list[str] = []
    for name in (wanted,) if wanted is not None else ENGINES:
        try:
            engine = {"docker": _docker, "podman": _podman, "buildah": _buildah}[name](tried)
        except OSError as error:
            tried.append(f"{name}: {error.strerror or error}")
            continue
        if engine is not None:
            return Found(engine, tuple(tried))
    return Found(None, tuple(tried))


def _docker(tried: list[str]) -> Engine | None:
    answer = process.run(["docker", "version", "--format", "{{.Server.Version}}|{{.Client.Version}}"], seconds=_SECONDS)
    server, _, client = _last_line(answer.text).partition("|")
    if answer.code != 0 or not server[:1].isdigit():
        tried.append(f"docker: {_last_line(answer.text) or 'no answer'}")
        return None
    buildx = process.run(["docker", "buildx", "version"], seconds=_SECONDS)
    if buildx.code == 0 and _major(server) >= 23:
        return Docker(server, buildx=True)
    if _major(server) >= 19 and _major(client) < 23:
        return Docker(server, buildx=False)
    tried.append(f"docker {server}: buildx is missing, and the builder without it drops what it does not know")
    return None


def _podman(tried: list[str]) -> Engine | None:
    answer = process.run(["podman", "info", "--format", "{{.Version.Version}}"], seconds=_SECONDS)
    version = _last_line(answer.text)
    if answer.code != 0 or not version[:1].isdigit():
        tried.append(f"podman: {version or 'no answer'}")
        return None
    return Podman(version)


def _buildah(tried: list[str]) -> Engine | None:
    answer = process.run(["buildah", "--version"], seconds=_SECONDS)
    words = _last_line(answer.text).split()
    version = next((word for word in words if word[:1].isdigit()), "")
    if answer.code != 0 or not version:
        tried.append(f"buildah: {_last_line(answer.text) or 'no answer'}")
        return None
    return Buildah(version)


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _major(version: str) -> int:
    digits = version.partition(".")[0]
    return int(digits) if digits.isdigit() else 0
