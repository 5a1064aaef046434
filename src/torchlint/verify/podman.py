"""Podman and Buildah: no daemon, one builder. What they know depends on the version; heredocs came late."""

from __future__ import annotations

import json
import os
import shutil
import tempfile

from torchlint.syntax.dockerfile import parse
from torchlint.text import Source
from torchlint.verify import process
from torchlint.verify.docker import Docker, built_of, image_of, words_of
from torchlint.verify.plain import Plain
from torchlint.verify.port import LABEL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.verify.plain import Place
    from torchlint.verify.port import Built, Heard, Image, Order, Started
    from torchlint.verify.process import Ended

HEREDOCS_SINCE = {"podman": (4, 9), "buildah": (1, 33)}
"""The first versions with heredocs. Source: the projects' release notes."""

MARK = "TORCHLINT_RUN"
"""The build argument by which a container is known in which a build works: those have no labels of their own."""


class Podman(Docker):
    """Runs containers with Docker's words; builds with its own."""

    name = "podman"
    _head: tuple[str, ...] = ("build", "--layers=false")
    _copy = ("cp",)
    _info: tuple[str, ...] = ("info", "--format", "json")
    _rid: tuple[str, ...] = ("rm", "--force")

    def __init__(self, version: str) -> None:
        super().__init__(version, buildx=False, program=self.name)

    def cannot(self, dockerfile: Dockerfile) -> str | None:
        """Heredocs in older versions, `COPY --link` in all."""
        numbers = tuple(int(part) for part in self.version.split(".")[:2] if part.isdigit())
        if numbers < HEREDOCS_SINCE[self.name] and any(one.heredocs for one in dockerfile.instructions):
            return f"{self.name} {self.version} knows no heredocs"
        if any(one.flag("link") is not None for one in dockerfile.instructions):
            return f"{self.name} knows no --link"
        return None

    def build(self, order: Order, heard: Heard) -> Built:
        """Build in Docker's format: the own one has no HEALTHCHECK. What a deadline leaves behind is removed."""
        command = [self.name, *self._head, "--format", "docker", "--iidfile", order.identifier]
        command += ["--label", f"{LABEL}={order.run}", "--build-arg", f"{MARK}={order.run}", "--tag", order.tag]
        command += ["--pull=missing" if order.pull else "--pull=never"]
        if order.network != "default":
            command += ["--network", order.network]
        reader = Plain(heard)
        scratch = _scratch(order.run)
        os.mkdir(scratch, 0o700)
        try:
            ended = process.run(
                [*command, *words_of(order)],
                seconds=order.seconds,
                environment={**os.environ, "TMPDIR": scratch},
                heard=reader.take,
                tidies=True,
            )
        finally:
            self._tidy(order.run)
        return built_of(order, ended, reader, _line(order.dockerfile, reader.place))

    def remove(self, run: str, keep: str | None) -> None:
        """Also the containers in which a build worked."""
        self._tidy(run)
        super().remove(run, keep)

    def _tidy(self, run: str) -> None:
        """What a build leaves behind that was ended: the containers in which it worked, and its folder."""
        asked = self._command.ask(*self._info)
        told = json.loads(asked.output)["store"] if asked.code == 0 else {}
        store = {name.lower(): value for name, value in told.items()}
        for container in self._working():
            folder = f"{store.get('graphroot')}/{store.get('graphdrivername')}-containers/{container}"
            if _mark(f"{folder}/userdata/buildah.json") == run:
                self._command.ask(*self._rid, container)
        shutil.rmtree(_scratch(run), ignore_errors=True)

    def _working(self) -> list[str]:
        """The containers in which builds work, among others."""
        return self._listed("ps", "--all", "--external", "--quiet", "--no-trunc")


class Buildah(Podman):
    """Builds only: its way of running programs closes them off from nothing."""

    name = "buildah"
    runs = False
    _head = ("bud", "--isolation", "chroot", "--layers=false")
    _info = ("info",)
    _rid = ("rm",)

    def image(self, image: str) -> Image | None:
        """What an image says of itself; its size is not told."""
        ended = self._command.ask("inspect", "--type", "image", image)
        if ended.code != 0:
            return None
        said = json.loads(ended.output)
        docker = said.get("Docker") or {}
        return image_of({"Config": docker.get("config"), "RootFS": docker.get("rootfs")})

    def run(self, *_asked: object, **_more: object) -> Ended:
        """Never asked: see `runs`."""
        raise OSError("buildah runs no containers")

    def start(self, *_asked: object, **_more: object) -> Started:
        """Never asked: see `runs`."""
        raise OSError("buildah runs no containers")

    def fetch(self, *_asked: object, **_more: object) -> tuple[str, bytes] | None:
        """Not done here: it would mount the image."""
        return None

    def remove(self, run: str, keep: str | None) -> None:
        """The images of this run, and the containers in which a build worked."""
        self._tidy(run)
        for image in self._listed("images", "--quiet", "--no-trunc", "--filter", f"label={LABEL}={run}"):
            if image != keep:
                self._command.ask("rmi", "--force", image)

    def _working(self) -> list[str]:
        return self._listed("containers", "--all", "--quiet", "--notruncate")


def _scratch(run: str) -> str:
    """Where a build keeps what it needs only while it goes on: as large as layers, so not where memory is the disk."""
    folder = os.environ.get("TMPDIR") or "/var/tmp"
    return os.path.join(folder if os.path.isdir(folder) else tempfile.gettempdir(), f"{run}-build")


def _mark(path: str) -> str | None:
    """The run that a container belongs to in which a build worked; None if that is not told."""
    try:
        with open(path, "rb") as file:
            said = json.load(file)
    except (OSError, ValueError):
        return None
    held: str | None = (said.get("Args") or {}).get(MARK)
    return held


def _line(path: str, place: Place | None) -> int | None:
    """The line where an instruction begins that is known by its number in its stage, of `of` such."""
    if place is None:
        return None
    with open(path, "rb") as file:
        source = Source.from_bytes(path, file.read())
    stages: list[list[int]] = []
    for one in parse(source).instructions:
        if one.keyword == "FROM":
            stages.append([])
        if stages:
            stages[-1].append(source.position(one.span.start).line)
    lines = stages[place.stage - 1] if place.stage <= len(stages) else []
    # A label by option is counted at the end. If there are more, the base has some for those who build on it.
    return lines[place.step - 1] if place.step <= len(lines) and place.of - len(lines) in (0, 1) else None
