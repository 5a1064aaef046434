"""Repositories whose project asks for nothing but releases that pip refuses for their metadata."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Install, Requested
    from torchlint.world import World


class RefusedSource(NamedTuple):
    """`package`: what the repository holds. `what`: what it needs, of which pip refuses all. `through`: of what."""

    package: str
    what: str
    through: str


def refused_source(build: Build, install: Install, one: Requested, world: World) -> RefusedSource | None:
    """What pip 24.1 and newer surely refuse of what a requirement takes from a repository or a clone; else None."""
    from torchlint.model.compiling import clones, repository_of

    known = clones(build, world) if one.requirement.kind == "path" else ()
    repository = repository_of(build, install, one, known)
    if repository is None or "--no-deps" in install.options:
        return None
    package = repository.partition("@")[0].partition("/")[2].lower()
    for run in world.refused_metadata(package):
        if repository in run.sources and install.has(run.through) is False:
            return RefusedSource(package, run.what, run.through)
    return None
