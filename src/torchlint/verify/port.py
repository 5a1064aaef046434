"""What verifying asks of a container engine, whichever it is."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol, TypeAlias

    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.verify.process import Ended

    Heard: TypeAlias = Callable[["Progress"], None]

LABEL = "torchlint.run"
"""The label of everything that verifying makes; nothing without it is ever removed."""


class Order(NamedTuple):
    """One build. `context`: the folder that is sent; `dockerfile`: its path there. `run`: the label's value.

    `network`: "default", "none" or "host". `pull`: whether the engine may fetch bases that it has not got.
    """

    context: str
    dockerfile: str
    run: str
    tag: str
    network: str = "default"
    platform: str | None = None
    target: str | None = None
    build_args: tuple[tuple[str, str], ...] = ()
    pull: bool = True
    seconds: float = 1800.0

    @property
    def identifier(self) -> str:
        """The file for the identifier of the image, beside the Dockerfile and outside of the context."""
        return f"{self.dockerfile}.id"


class Progress(NamedTuple):
    """What an engine does just now. `step`: as the engine names it; `text`: a line of the step's output, "" for none.
    `state`: "started", "cached", "done", "failed" or "said"."""

    step: str
    state: str
    text: str = ""


class Built(NamedTuple):
    """How a build ended. `image`: its identifier; None if there is none.

    `fault`: "" if it was built, "file" if a step failed, "engine" if the engine could not do what the file asks for
    (a registry it cannot reach, a syntax it does not know), "deadline". `line`: of the Dockerfile, from 1, where the
    failing step begins. `cause`: one line of the engine's. `log`: the last lines that the step wrote.
    """

    image: str | None
    fault: str
    seconds: float
    step: str = ""
    line: int | None = None
    cause: str = ""
    log: tuple[str, ...] = ()


class Image(NamedTuple):
    """What an image says of itself. `size` in bytes, layers that bases share included; `layers`: of the file system."""

    entrypoint: tuple[str, ...]
    cmd: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    user: str
    workdir: str
    size: int
    layers: int
    health: bool


class Started(NamedTuple):
    """How a container fared. `state`: "running", "healthy", "ended" (with 0), "failed", "refused" (never ran), or
    "lost": the engine could not start it or stopped answering, and nothing is known of the image.

    `code`: of a program that ended. `log`: its last lines.
    """

    state: str
    code: int | None
    log: tuple[str, ...]
    seconds: float


if TYPE_CHECKING:

    class Tool(Protocol):
        """What gives evidence."""

        name: str
        version: str

    class Engine(Tool, Protocol):
        """A container engine. Nothing here raises for what an image does; OSError if the engine is gone."""

        runs: bool
        """Whether it can start containers that are closed off; else nothing above BUILT can be reached."""

        def cannot(self, dockerfile: Dockerfile) -> str | None:
            """What of this file the engine does not know, in a few words."""

        def build(self, order: Order, heard: Heard) -> Built:
            """Build, telling what goes on."""

        def image(self, image: str) -> Image | None:
            """What an image says of itself."""

        def run(self, image: str, run: str, program: str, words: tuple[str, ...], seconds: float, gpus: bool) -> Ended:
            """Run one program in a container without network or rights."""

        def start(self, image: str, run: str, seconds: float, gpus: bool) -> Started:
            """Start the container as its users do, and look at it for so long."""

        def fetch(self, image: str, run: str, paths: tuple[str, ...], most: int) -> tuple[str, bytes] | None:
            """The first of these paths that is a file in the image, links followed, and its first `most` bytes.

            Raises OSError if the engine cannot tell."""

        def remove(self, run: str, keep: str | None) -> None:
            """Remove what was made under this label, but not the image `keep`."""
