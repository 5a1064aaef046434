"""Docker with BuildKit: through buildx, or in older versions built into the command."""

from __future__ import annotations

import json
import os
import time

from torchlint.record import NamedTuple
from torchlint.verify import process
from torchlint.verify.faults import fault_of, unable
from torchlint.verify.plain import Plain
from torchlint.verify.port import LABEL, Built, Image, Started
from torchlint.verify.rawjson import Reader
from torchlint.verify.tars import first_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.verify.port import Heard, Order
    from torchlint.verify.process import Ended

ANSWER_SECONDS = 120.0
"""As much as an engine needs that is busy: what it does not tell in time could not be removed."""
MEMORY = "4g"
PROCESSES = 512
CONFINED = (
    *("--network", "none", "--memory", MEMORY, "--pids-limit", str(PROCESSES)),
    *("--cap-drop", "ALL", "--security-opt", "no-new-privileges"),
)
_POLL_SECONDS = 0.3
_LOG_LINES = 40


class Command(NamedTuple):
    """How the command line of an engine is spoken to. `words`: those that begin every command."""

    words: tuple[str, ...]

    def ask(self, *more: str, seconds: float = ANSWER_SECONDS) -> Ended:
        """What it answers."""
        return process.run([*self.words, *more], seconds=seconds)


class Docker:
    """`buildx`: whether builds go through that plugin; without it Docker 18.09 to 22 builds with BuildKit as asked by a
    variable, and writes no JSON."""

    name = "docker"
    runs = True
    _copy: tuple[str, ...] = ("cp", "--follow-link")

    def __init__(self, version: str, *, buildx: bool, program: str = "docker") -> None:
        self.version = version
        self.buildx = buildx
        self._program = program
        self._command = Command((program,))

    def cannot(self, dockerfile: Dockerfile) -> str | None:
        """The BuildKit of Docker 22 and older knows no heredocs unless a frontend is fetched."""
        heredocs = any(instruction.heredocs for instruction in dockerfile.instructions)
        if heredocs and not self.buildx:
            return f"docker {self.version} knows no heredocs"
        return None

    def build(self, order: Order, heard: Heard) -> Built:
        """Build with BuildKit, never with the classic builder, which drops what it does not know."""
        head = ["buildx", "build", "--load", "--progress=rawjson"] if self.buildx else ["build", "--progress=plain"]
        words = ["--label", f"{LABEL}={order.run}", "--tag", order.tag, "--network", order.network]
        command = [self._program, *head, "--iidfile", order.identifier, *words, *words_of(order)]
        reader = Reader(heard) if self.buildx else Plain(heard)
        environment = {**os.environ, "DOCKER_BUILDKIT": "1", "BUILDX_NO_DEFAULT_ATTESTATIONS": "1"}
        ended = process.run(command, seconds=order.seconds, environment=environment, heard=reader.take)
        return built_of(order, ended, reader, reader.line)

    def image(self, image: str) -> Image | None:
        """What an image says of itself."""
        ended = self._command.ask("image", "inspect", image)
        return image_of(json.loads(ended.output)[0]) if ended.code == 0 else None

    def run(self, image: str, run: str, program: str, words: tuple[str, ...], seconds: float, gpus: bool) -> Ended:
        """Run one program in a container without network or rights."""
        name = f"{run}-probe-{time.monotonic_ns()}"
        command = [self._program, "run", "--rm", "--name", name, "--label", f"{LABEL}={run}", *CONFINED]
        command += [*(["--gpus", "all"] if gpus else []), "--entrypoint", program, image, *words]
        ended = process.run(command, seconds=seconds)
        if ended.code is None:
            # Ending the client leaves the container.
            self._command.ask("rm", "--force", name)
        return ended

    def start(self, image: str, run: str, seconds: float, gpus: bool) -> Started:
        """Start the container as its users do, but without network, and look at it for so long."""
        name = f"{run}-start-{time.monotonic_ns()}"
        begun = time.monotonic()
        words = ["run", "--detach", "--name", name, "--label", f"{LABEL}={run}", *CONFINED]
        ended = self._command.ask(*words, *(["--gpus", "all"] if gpus else []), image)
        try:
            log = _reasons(ended.text)
            state, code = "lost" if unable(ended) else "refused", ended.code
            if ended.code == 0:
                state, code = self._watched(name, begun + seconds)
                said = self._command.ask("logs", "--tail", str(_LOG_LINES), name)
                log = tuple(said.text.splitlines())
                if said.code != 0:
                    # An engine that is stopped ends its containers first.
                    state, code = "lost", None
            return Started(state, code, log, time.monotonic() - begun)
        finally:
            self._command.ask("rm", "--force", name)

    def fetch(self, image: str, run: str, paths: tuple[str, ...], most: int) -> tuple[str, bytes] | None:
        """Read out of a container that is made and never started."""
        made = self._command.ask("create", "--label", f"{LABEL}={run}", "--entrypoint", "/none", image)
        if made.code != 0:
            raise OSError(f"it makes no container: {' '.join(made.text.split())}")
        container = made.text.strip().splitlines()[-1]
        try:
            for path in paths:
                found = first_file([*self._command.words, *self._copy, f"{container}:{path}", "-"], most)
                if found is not None:
                    return path, found
            if self._command.ask("inspect", container).code != 0:
                raise OSError("it answers no longer")
            return None
        finally:
            self._command.ask("rm", "--force", container)

    def remove(self, run: str, keep: str | None) -> None:
        """Containers first: an image that one uses cannot go."""
        for container in self._listed("ps", "--all", "--quiet", "--filter", f"label={LABEL}={run}"):
            self._command.ask("rm", "--force", container)
        for image in self._listed("image", "ls", "--no-trunc", "--quiet", "--filter", f"label={LABEL}={run}"):
            if image != keep:
                self._command.ask("image", "rm", "--force", image)

    def _listed(self, *words: str) -> list[str]:
        ended = self._command.ask(*words)
        return list(dict.fromkeys(ended.text.split())) if ended.code == 0 else []

    def _watched(self, name: str, until: float) -> tuple[str, int | None]:
        """How a container is in the end; a healthy one and one that ended need no longer look."""
        while True:
            ended = self._command.ask("inspect", "--format", "{{json .State}}", name)
            if ended.code != 0:
                return "lost", None
            state: dict[str, Any] = json.loads(ended.output)
            if not state.get("Running"):
                code = int(state.get("ExitCode", 1))
                return ("ended" if code == 0 else "failed"), code
            health = (state.get("Health") or {}).get("Status")
            if health == "healthy":
                return "healthy", None
            if time.monotonic() >= until:
                return "running", None
            time.sleep(_POLL_SECONDS)


def _reasons(text: str) -> tuple[str, ...]:
    """What was said of a container that cannot start, without the advice that follows it."""
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple([line for line in lines if "run --help" not in line] or lines)[-_LOG_LINES:]


def image_of(said: dict[str, Any]) -> Image:
    """The answer of `image inspect`, which Docker and Podman give alike."""
    config = said.get("Config") or {}
    pairs = [pair.partition("=") for pair in config.get("Env") or ()]
    return Image(
        tuple(config.get("Entrypoint") or ()),
        tuple(config.get("Cmd") or ()),
        tuple((name, value) for name, _, value in pairs),
        config.get("User") or "",
        config.get("WorkingDir") or "/",
        int(said.get("Size") or 0),
        len((said.get("RootFS") or {}).get("Layers") or ()),
        bool(config.get("Healthcheck") or said.get("HealthCheck")),
    )


def words_of(order: Order) -> Sequence[str]:
    """What all engines are told alike, the last words of a command that builds."""
    words = []
    if order.platform is not None:
        words += ["--platform", order.platform]
    if order.target is not None:
        words += ["--target", order.target]
    for name, value in order.build_args:
        words += ["--build-arg", f"{name}={value}"]
    return [*words, "--file", order.dockerfile, order.context]


def built_of(order: Order, ended: Ended, reader: Reader | Plain, line: int | None) -> Built:
    """How a build ended. `line`: where the step begins that failed."""
    try:
        with open(order.identifier, encoding="ascii") as file:
            image = file.read().strip()
    except OSError:
        image = ""
    if ended.code == 0 and image:
        return Built(image, "", ended.seconds)
    if ended.code is None:
        return Built(None, "deadline", ended.seconds, reader.step, line, "time was up", reader.log)
    cause = reader.cause or (ended.text.strip().splitlines() or ["it gave no reason"])[-1]
    return Built(None, fault_of(cause, reader.log), ended.seconds, reader.step, line, cause, reader.log)
