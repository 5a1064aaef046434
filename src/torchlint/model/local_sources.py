"""What an install takes from the container's own disk: wheels, archives, and projects with their pyproject.toml."""

from __future__ import annotations

from torchlint.model.files import Found, normal
from torchlint.model.reading import Reading
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Stage
    from torchlint.model.command import Install, Requested
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.pyproject import Pyproject
    from torchlint.syntax.requirement import Requirement
    from torchlint.text import Source


ELSEWHERE = (
    *(
        "/croot/",
        "/opt/conda/conda-bld/",
        "/tmp/build/",
        "/tmp/abs_",
        "/home/conda/feedstock_root/",
        "/home/builder/ci_",
    ),
    *("/home/ktietz/", "/home/linux1/", "/feedstock_root/", "/private/", "/Users/", "/C:/", "/D:/", "/C|/"),
)
"""Folders of the machines where conda's packages are built, and of people's own: no image has them. Source: what pip
freeze prints in conda environments."""

PROJECT_FILES = ("pyproject.toml", "setup.py", "setup.cfg")


def of_another_machine(one: Requirement) -> bool:
    """True for a file:// URL that names a folder of the machine where its package was built."""
    url = one.url or ""
    return one.kind == "url" and url.startswith("file:") and url[5:].replace("//", "", 1).startswith(ELSEWHERE)


class Local(NamedTuple):
    """Something on the disk. `path`: absolute."""

    path: str
    state: Snapshot

    @property
    def missing(self) -> bool:
        """True if surely nothing is there."""
        return self.state.find(self.path) is False

    @property
    def left_behind(self) -> bool:
        """True if it is a folder of the machine where a package was built."""
        return self.path.startswith(ELSEWHERE)

    @property
    def unbuildable(self) -> bool:
        """True if it is a folder that surely has none of the files that make a project of it."""
        there = self.state.find(self.path)
        if not isinstance(there, Found) or there.kind != "dir":
            return False
        return all(self.state.find(f"{self.path}/{name}") is False for name in PROJECT_FILES)

    @property
    def opaque(self) -> bool:
        """True if it surely is a project, and no table of a pyproject.toml says what that asks for."""
        if all(not isinstance(self.state.find(f"{self.path}/{name}"), Found) for name in PROJECT_FILES):
            return False
        project = self.project
        own = project[1] if project is not None else None
        return own is None or own.name is None or ("dependencies" in own.dynamic and not own.files)

    @property
    def project(self) -> tuple[Source, Pyproject] | None:
        """The pyproject.toml of a folder and the reading of it; None when there is none or it cannot be read."""
        from torchlint.syntax.pyproject import parse

        source = Reading.text(self.state.find(f"{self.path}/pyproject.toml"))
        read = None if source is None else parse(source)
        return None if source is None or read is None or read.problems else (source, read)

    def importable(self, stage: Stage) -> bool:
        """Whether what a stage starts may import it from its working directory or PYTHONPATH: it lies there too."""
        return importable(self, stage)

    def refuses(self, python: str) -> bool:
        """True if it is a project whose `requires-python` surely excludes every release of a minor version."""
        from packaging.specifiers import InvalidSpecifier, SpecifierSet

        project = self.project
        try:
            asked = SpecifierSet(project[1].requires_python or "" if project is not None else "")
        except InvalidSpecifier:
            return False
        return not any(asked.contains(f"{python}.{patch}", prereleases=True) for patch in range(40))


def importable(project: Local, stage: Stage) -> bool:
    """`Local.importable`."""
    final, entry = stage.final, stage.entry
    known = final.variable("PYTHONPATH")
    if known is not None and known.value is None:
        return True
    folders = {final.workdir.value, *(known.value or "" if known is not None else "").split(":")}
    folders |= {entry.main.cwd} if entry is not None and entry.main is not None else set()
    return any(_lies_in(project, final, normal(folder)) for folder in folders if folder)


def _lies_in(project: Local, state: Snapshot, folder: str) -> bool:
    read = project.project
    name = (read[1].name or "" if read is not None else "").replace("-", "_").replace(".", "_")
    if name and any(isinstance(state.find(f"{folder}/{name}{end}"), Found) for end in ("", ".py")):
        return True
    # Of a project of that layout the folder src has to be asked.
    if isinstance(state.find(f"{folder}/src"), Found):
        return False
    for file in PROJECT_FILES:
        own, other = project.state.find(f"{project.path}/{file}"), state.find(f"{folder}/{file}")
        if isinstance(own, Found) and isinstance(other, Found) and own.content is not None:
            return own.content == other.content
    return False


def local(install: Install, one: Requested) -> Local | None:
    """What an install asks for on the disk; None for what comes from elsewhere, and when it cannot be known."""
    state = install.command.before
    path = path_of(one.requirement.kind, one.requirement.url or "", state, install.command.cwd)
    return None if path is None else Local(path, state)


def path_of(kind: str, url: str, state: Snapshot, cwd: str | None) -> str | None:
    """The absolute path that a requirement names on the disk; None when it names none or that cannot be known."""
    if "$" in url or "%" in url or "*" in url:
        return None
    if kind == "path":
        return None if url.startswith("~") else state.absolute(url.partition("#")[0], cwd)
    if kind == "url" and url.startswith("file:"):
        path = url[5:].partition("#")[0].partition("?")[0].removeprefix("//localhost").removeprefix("//")
        return normal(path) if path.startswith("/") else None
    return None
