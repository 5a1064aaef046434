"""Which Dockerfiles of a repository use a file: what to check when only that file has changed."""

from __future__ import annotations

import os

from torchlint.project import read
from torchlint.project.discovery import OTHER, kind_of_named
from torchlint.project.ignored import repository
from torchlint.world import World

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torchlint.project.settings import Settings


def with_users(paths: Sequence[str], settings_for: Callable[[str], Settings]) -> tuple[str, ...]:
    """Those of `paths` that are checked themselves, and after them the Dockerfiles of the same repositories whose
    prediction reads one: a requirements file that a RUN installs, a lock, a `.dockerignore`, a script that runs."""
    files = [os.path.abspath(path) for path in paths if os.path.isfile(path)]
    asked = {os.path.realpath(path) for path in files}
    roots = dict.fromkeys(repository(os.path.dirname(path)) or os.getcwd() for path in files)
    found = dict.fromkeys(path for path in paths if kind_of_named(os.path.basename(path)) != OTHER)
    for root in roots:
        for dockerfile in _below(root, settings_for):
            if os.path.realpath(dockerfile) not in asked and asked & _read_for(dockerfile, settings_for):
                found[dockerfile] = None
    return tuple(found)


def _below(root: str, settings_for: Callable[[str], Settings]) -> Iterator[str]:
    """The shown paths of the Dockerfiles in a folder."""
    return (dockerfile.source.path for dockerfile in read((root,), settings_for=settings_for).dockerfiles)


def _read_for(path: str, settings_for: Callable[[str], Settings]) -> set[str]:
    """Every file that is read to predict what one Dockerfile makes."""
    from torchlint.model.build import predict

    project = read((path,), settings_for=settings_for)
    for dockerfile in project.dockerfiles:
        predict(dockerfile, project, World())
    return set(project.files_read())
