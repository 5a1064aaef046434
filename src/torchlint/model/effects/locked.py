"""From a lock file to the packages of an environment."""

from __future__ import annotations

from torchlint.model.effects.scripts import SCRIPTS
from torchlint.model.environment import Distribution, Program
from torchlint.model.files import Found, Made
from torchlint.model.wheels import PUBLIC, is_variant, page_of
from torchlint.record import NamedTuple
from torchlint.syntax import lock as locks
from torchlint.syntax.lock.selection import select
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from torchlint.model.environment import Environment
    from torchlint.model.files import Files
    from torchlint.model.run import Run
    from torchlint.syntax.lock import Lock, Locked
    from torchlint.syntax.lock.selection import Wanted
    from torchlint.text import Source


class Contents(NamedTuple):
    """What a lock puts into an environment; `complete`: nothing else."""

    packages: tuple[Distribution, ...]
    complete: bool


def read(run: Run, path: str, tool: str) -> tuple[Source, Lock] | None:
    """The lock file of a tool at a path of the container; None when what it says cannot be known."""
    found = run.reading.other(run.state.find(path), _READERS[tool])
    return None if found is None or found[1] is None else (found[0], found[1])


def contents(
    run: Run, found: tuple[Source, Lock], wanted: Wanted, left_out: Callable[[Locked], bool] | None = None
) -> Contents:
    """The packages that such an environment gets, less those that are left out."""
    source, lock = found
    selection = select(lock, wanted)
    kept = [one for one in selection.packages if left_out is None or not left_out(one)]
    return Contents(tuple(_distribution(run, source, lock.tool, one) for one in kept), selection.complete)


def with_programs(files: Files, environment: Environment, packages: Iterable[Distribution]) -> Files:
    """The files with the programs that well-known packages bring."""
    for one in packages:
        for name in SCRIPTS.get(one.name, ()):
            program = Program("script", environment.prefix)
            files = files.then(Made(f"{environment.root}/bin/{name}", Found("file", program, one.at)))
    return files


def _distribution(run: Run, source: Source, tool: str, one: Locked) -> Distribution:
    span = one.version_span or one.name_span or Span(0, 0)
    specifier = f"=={one.version}" if one.version is not None else ""
    return Distribution(one.name, one.public_version, specifier, _variant(run, tool, one), "lock", Place(source, span))


def _variant(run: Run, tool: str, one: Locked) -> str | None:
    """The build of a torch-family wheel: what its local label says, or what the public index has."""
    if not run.world.is_torch_family(one.name) or one.version is None:
        return None
    label = (one.label or "").split(".", 1)[0]
    if label:
        return label if is_variant(label) else None
    release = run.world.torch_release(one.version) if one.name == "torch" and one.kind == "index" else None
    # poetry leaves the public index out.
    public = page_of(one.url) == PUBLIC or (one.url is None and tool == "poetry")
    if release is None or not public:
        return None
    return f"cu{release.default_cuda.replace('.', '')}"


def _reader(tool: str) -> Callable[[Source], Lock | None]:
    return lambda source: locks.parse(source, tool)


_READERS = {tool: _reader(tool) for tool in locks.NAMES.values()}
