"""What the name of an archive, installer or package file tells of its size."""

from __future__ import annotations

_KEYS = ("keyring", "repo", "release_", "packages-", "-prod")
"""In the names of packages that bring the key or the address of an archive, a few kilobytes."""
_LARGE = (
    "miniconda",
    "anaconda",
    "miniforge",
    "mambaforge",
    "cuda",
    "cudnn",
    "libcudnn",
    "libtorch",
    "tensorrt",
    "nv-tensorrt",
)
"""How the names of what takes a hundred megabytes and more begin, in lower case."""


def archive_size(name: str) -> str | None:
    """ "small" for some kilobytes, "large" for a hundred megabytes and more, None where the name does not tell."""
    # A `-local` one holds the whole archive.
    if name.endswith((".deb", ".rpm")) and any(part in name for part in _KEYS) and "-local" not in name:
        return "small"
    return "large" if name.lower().startswith(_LARGE) else None
