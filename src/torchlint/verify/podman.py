"""Podman and Buildah: no daemon, one builder. What they know depends on the version; heredocs came late."""

from __future__ import annotations

import json
import os
import tempfile

from torchlint.verify import process
from torchlint.verify.docker import Docker, image_of
from torchlint.verify.faults import fault_of
from torchlint.verify.plain import Plain
from torchlint.verify.port import LABEL, Built

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.verify.port import Heard, Image, Order, Started
    from torchlint.verify.process import Ended

HEREDOCS_SINCE = {"podman": (4, 9), "buildah": (1, 33)}
"""The first versions with heredocs. Source: the projects' release notes."""


class Podman(Docker):
    """Runs containers with Docker's words; builds with its own."""

    name = "podman"
    _head: tuple[str, ...] = ("build", "--layers=false")

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
        before = self._working()
        with tempfile.TemporaryDirectory(prefix="torchlint-build-") as folder:
            identifier = os.path.join(folder, "id")
            command = [self.name, *self._head, "--format", "docker", "--iidfile", identifier]
            command += ["--label", f"{LABEL}={order.run}", "--tag", order.tag]
            command += ["--pull=missing" if order.pull else "--pull=never"]
            if order.network != "default":
                command += ["--network", order.network]
            for option, value in (("--platform", order.platform), ("--target", order.target)):
                command += [option, value] if value is not None else []
            for name, value in order.build_args:
                command += ["--build-arg", f"{name}={value}"]
            reader = Plain(heard)
            command += ["--file", order.dockerfile, order.context]
            try:
                ended = process.run(command, seconds=order.seconds, heard=reader.take)
            finally:
                for container in self._working() - before:
                    self._command.ask("rm", "--force", container, seconds=60.0)
            image = _read(identifier)
        if ended.code == 0 and image:
            return Built(image, "", ended.seconds)
        if ended.code is None:
            return Built(None, "deadline", ended.seconds, reader.step, None, "time was up", reader.log)
        cause = reader.cause or (ended.text.strip().splitlines() or ["it gave no reason"])[-1]
        return Built(None, fault_of(cause), ended.seconds, reader.step, reader.line, cause, reader.log)

    def _working(self) -> set[str]:
        """The containers in which builds work, which carry no label."""
        return set(self._listed("ps", "--all", "--external", "--quiet", "--no-trunc"))


class Buildah(Podman):
    """Builds only: its way of running programs closes them off from nothing."""

    name = "buildah"
    runs = False
    _head = ("bud", "--isolation", "chroot", "--layers=false")

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
        """The image of this run, by its tag."""
        for image in self._listed("images", "--quiet", "--no-trunc", "--filter", f"label={LABEL}={run}"):
            if image != keep:
                self._command.ask("rmi", "--force", image, seconds=120.0)

    def _working(self) -> set[str]:
        return set(self._listed("containers", "--all", "--quiet", "--notruncate"))


def _read(path: str) -> str | None:
    try:
        with open(path, encoding="ascii") as file:
            return file.read().strip() or None
    except OSError:
        return None
