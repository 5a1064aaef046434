"""What a project asks for, as far as its pyproject.toml says so: no setup.py is ever run."""

from __future__ import annotations

from torchlint.model.command import Requested
from torchlint.model.files import normal
from torchlint.syntax import pyproject
from torchlint.syntax.requirement import Requirement
from torchlint.syntax.wheelname import normalize
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.run import Run
    from torchlint.syntax.pyproject import Dependency, Pyproject
    from torchlint.text import Source


def declared(run: Run, folder: str, tool: str, extras: tuple[str, ...] | None) -> tuple[tuple[Requested, ...], bool]:
    """What installing the project in a folder asks for beside it, and whether that is all. `extras` None: all of
    them."""
    found = run.reading.other(run.state.find(normal(f"{folder}/pyproject.toml")), pyproject.parse)
    if found is None or found[1].name is None or found[1].problems:
        return (), False
    source, own = found
    asked, complete = _files(run, folder, own) if "dependencies" in own.dynamic else ([], True)
    if not own.dependencies and own.poetry:
        # Poetry's own tables say it then.
        complete = False
    listed = [*own.dependencies]
    wanted = [normalize(one) for one in extras] if extras is not None else [normalize(one) for one, _ in own.optional]
    complete = complete and not (wanted and "optional-dependencies" in own.dynamic)
    optional = {normalize(name): more for name, more in own.optional}
    # An extra may name others of the same project; each counts once.
    for name in wanted:
        for one in optional.get(name, ()):
            if one.requirement is not None and one.requirement.name == normalize(own.name or ""):
                wanted += [more for more in map(normalize, one.requirement.extras) if more not in wanted]
            else:
                listed.append(one)
    # uv takes these from where the project says.
    elsewhere = {normalize(name) for name, _ in own.sources} if tool == "uv" else set()
    for one in listed:
        read = _read(one, source)
        if read is None or read.requirement.name in elsewhere:
            complete = False
        else:
            asked.append(read)
    return tuple(asked), complete


def _read(one: Dependency, source: Source) -> Requested | None:
    if one.span is None or one.requirement is None:
        return None
    return Requested(one.requirement, Place(source, one.span), declared=True)


def _files(run: Run, folder: str, own: Pyproject) -> tuple[list[Requested], bool]:
    """What setuptools reads in other files, and whether that is all."""
    asked: list[Requested] = []
    complete = bool(own.files)
    for name in own.files:
        path = run.state.absolute(name, folder)
        document = run.reading.requirements(run.state, path)
        if document is None or document is True or document is False:
            complete = False
            continue
        complete = complete and not document.problems
        for line in document.lines:
            if isinstance(line, Requirement):
                asked.append(Requested(line, Place(document.source, line.span), declared=True))
            else:
                complete = False
    return asked, complete
