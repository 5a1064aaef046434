"""What this room asks of a configuration. For type checkers only: nothing imports it when torchlint runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Settings(Protocol):
    """What reading a project and predicting a build ask of the configuration, for one file."""

    @property
    def context(self) -> str:
        """ "full": what is missing here is missing for the builder; "partial": that proves nothing."""

    @property
    def respect_gitignore(self) -> bool:
        """Whether what git ignores is left out when a folder is walked."""

    @property
    def target_stage(self) -> str | None:
        """The stage that is shipped, by name or index."""

    @property
    def platform(self) -> str | None:
        """Where it will run, as "linux/amd64"."""

    @property
    def gpu(self) -> tuple[str, ...]:
        """The GPUs that it will run on, by name or compute capability."""

    @property
    def driver(self) -> str | None:
        """The version of the NVIDIA driver there."""

    @property
    def build_args(self) -> Mapping[str, str]:
        """What `--build-arg` will be given."""

    @property
    def bases(self) -> Mapping[str, str | Mapping[str, object]]:
        """What the user says of base images: another image that it is like, or a table."""

    @property
    def mirrors(self) -> tuple[str, ...]:
        """Registry prefixes under which Docker Hub's images are found."""

    def context_folder(self, path: str) -> str | None:
        """The configured build context of the Dockerfile at `path`, both absolute."""

    def excludes(self, path: str, *, folder: bool) -> bool:
        """Whether an absolute path is left out when a folder is walked."""
