"""What is predicted of a Dockerfile in a repository whose files a test names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torchlint

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torchlint import Build


def built(root: Path, files: Mapping[str, str], at: str) -> Build:
    """The build of the Dockerfile `at`, one of these files, in a repository at `root`."""
    (root / ".git").mkdir(exist_ok=True)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    project = torchlint.read([str(root / at)])
    return torchlint.predict(project.dockerfiles[0], project, torchlint.World())
