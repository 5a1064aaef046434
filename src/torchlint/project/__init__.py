"""Which files there are and what belongs to what: the only reading and writing of the user's files."""

from __future__ import annotations

import os

from torchlint.project.context import Context
from torchlint.project.discovery import DOCKERFILE, OTHER, REQUIREMENTS, kind_of_named, walk
from torchlint.project.files import BINARY, LIMIT, Failure, Files, WriteRefused, reason
from torchlint.project.tree import Tree
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from torchlint.project.composed import Service
    from torchlint.project.settings import Settings
    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.text import Source

__all__ = ["Context", "DockerfileInput", "Failure", "Project", "WriteRefused", "read"]

STANDARD_INPUT = "-"
COMPOSE_FILES = ("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml")
BAKE_FILES = ("docker-bake.json", "docker-bake.override.json", "docker-bake.hcl", "docker-bake.override.hcl")


class Plain:
    """Settings as they are without any configuration."""

    context = "full"
    respect_gitignore = True
    target_stage = None
    platform = None
    gpu: tuple[str, ...] = ()
    driver = None
    build_args: Mapping[str, str] = {}
    bases: Mapping[str, str | Mapping[str, object]] = {}
    mirrors: tuple[str, ...] = ()

    def context_folder(self, path: str) -> str | None:  # noqa: ARG002
        """None is configured."""
        return None

    def excludes(self, path: str, *, folder: bool) -> bool:  # noqa: ARG002
        """None is."""
        return False


class DockerfileInput(NamedTuple):
    """A Dockerfile with what it is built in.

    `target`: the stage to ship, if the user names one. `composed`: the services of Compose files and the targets of
    bake files that build it.
    """

    source: Source
    context: Context
    target: str | None
    parsed: Dockerfile
    settings: Settings
    composed: tuple[Service, ...] = ()


class Project:
    """What there is to check, in order, and what could not be read. Every file is in it once."""

    __slots__ = (
        "_files",
        "_found",
        "_settings_for",
        "dockerfiles",
        "environments",
        "failures",
        "notes",
        "requirements",
    )

    def __init__(
        self,
        files: Files,
        settings_for: Callable[[str], Settings],
        dockerfiles: tuple[DockerfileInput, ...] = (),
        requirements: tuple[Source, ...] = (),
        environments: tuple[Source, ...] = (),
        failures: tuple[Failure, ...] = (),
        notes: tuple[str, ...] = (),
        found: Mapping[str, str] | None = None,
    ) -> None:
        self._files = files
        self._found = found or {}
        self._settings_for = settings_for
        self.dockerfiles = dockerfiles
        self.requirements = requirements
        self.environments = environments
        self.failures = failures
        self.notes = notes

    def settings_for(self, path: str) -> Settings:
        """The settings of a file by its shown path."""
        return self._settings_for(self._files.lies(path))

    def files_read(self) -> tuple[str, ...]:
        """Where every file lies that was read so far, absolute and without links."""
        return self._files.read()

    def path_of(self, shown: str) -> str:
        """The path by which a file was found, by its shown one: of a link's target that of the link."""
        return self._found.get(shown) or self.lies(shown)

    def lies(self, shown: str) -> str:
        """Where the file of a shown path lies: an absolute path."""
        return shown if shown == STANDARD_INPUT else self._files.lies(shown)

    def rooted(self, shown: str) -> str:
        """A shown path seen from the root of the file's repository, with `/`: the same wherever torchlint runs. Outside
        of any repository as it is."""
        from torchlint.project.ignored import repository

        path = self.lies(shown)
        root = None if path == STANDARD_INPUT else repository(os.path.dirname(path))
        return shown if root is None else path[len(root.rstrip(os.sep)) + 1 :].replace(os.sep, "/")

    def write(self, source: Source, text: str) -> None:
        """Put `text` in the place of a file that was read. Raises WriteRefused; the file is then as it was."""
        self.write_all(((source, text),))

    def write_all(self, texts: Sequence[tuple[Source, str]]) -> None:
        """Put each text in the place of a file that was read. Raises WriteRefused; all files are then as they were."""
        from torchlint.project import writing

        swaps = []
        for source, text in texts:
            path = self._files.lies(source.path)
            if source.path == STANDARD_INPUT or self._files.overlays(path):
                raise WriteRefused(source.path, "is no file on disk")
            if not source.exact:
                raise WriteRefused(source.path, "is UTF-16 or UTF-32; only files in UTF-8 are written")
            swaps.append(writing.Swap(path, source.path, source.to_bytes(), text.encode("latin-1")))
        writing.replace_all(swaps)


def read(
    paths: Sequence[str],
    *,
    settings_for: Callable[[str], Settings] | None = None,
    overlay: Mapping[str, bytes] | None = None,
    stdin_name: str | None = None,
    stdin: Callable[[], bytes] | None = None,
    context: str | None = None,
    partial: bool = False,
    force_exclude: bool = False,
) -> Project:
    """Read files, folders and "-" (standard input).

    `settings_for` gives the settings of an absolute path and may raise what it likes; nothing else is raised.
    `overlay`: unsaved texts by path. `stdin_name`: the name that standard input goes by; its folder is its context,
    as a partial one. `context`: the build context of every Dockerfile. `partial`: every context is. `force_exclude`:
    exclude files that are named, too.
    """
    plain = Plain()
    reader = _Reader(settings_for or (lambda _path: plain), overlay, context, partial, force_exclude)
    for path in paths:
        if path == STANDARD_INPUT:
            reader.take_standard_input(stdin or _standard_input, stdin_name)
        else:
            reader.take(path)
    return reader.project()


def _standard_input() -> bytes:
    import sys

    return sys.stdin.buffer.read(LIMIT + 1)


class _Reader:
    def __init__(
        self,
        settings_for: Callable[[str], Settings],
        overlay: Mapping[str, bytes] | None,
        context: str | None,
        partial: bool,
        force_exclude: bool,
    ) -> None:
        self.files = Files(overlay)
        self.settings_for = settings_for
        self.partial = partial
        self.force_exclude = force_exclude
        self.trees: dict[str, Tree] = {}
        self.taken: dict[Source, str] = {}
        self.dockerfiles: list[DockerfileInput] = []
        self.requirements: list[Source] = []
        self.environments: list[Source] = []
        self.failures: list[Failure] = []
        self.notes: list[str] = []
        self.context = None if context is None else self.files.absolute(context)

    def project(self) -> Project:
        return Project(
            self.files,
            self.settings_for,
            tuple(self.dockerfiles),
            tuple(self.requirements),
            tuple(self.environments),
            tuple(dict.fromkeys(self.failures)),
            tuple(dict.fromkeys(self.notes)),
            {source.path: path for source, path in self.taken.items()},
        )

    def take(self, named: str) -> None:
        path = self.files.absolute(named)
        if not self.files.overlays(path) and os.path.isdir(path):
            for found, kind in walk(path, self.files, self.settings_for, self.failures):
                self.add(found, kind, found=True)
        elif not (self.force_exclude and self.settings_for(path).excludes(path, folder=False)):
            self.add(path, kind_of_named(os.path.basename(path)))

    def take_standard_input(self, stdin: Callable[[], bytes], name: str | None) -> None:
        try:
            data = stdin()
        except (OSError, ValueError, AttributeError) as error:
            why = reason(error, STANDARD_INPUT) if isinstance(error, OSError) else "cannot be read"
            self.failures.append(Failure(STANDARD_INPUT, why))
            return
        if name is not None:
            path = self.files.absolute(name)
            self.files.overlay(path, data)
            self.add(path, kind_of_named(os.path.basename(path)), partial=True)
            return
        source = self.files.hold(STANDARD_INPUT, data)
        if isinstance(source, Failure):
            self.failures.append(source)
        else:
            self.add_dockerfile(source, None, partial=True)

    def add(self, path: str, kind: str, *, partial: bool = False, found: bool = False) -> None:
        if kind == OTHER:
            self.notes.append(f"{self.files.shown(path)}: is neither a Dockerfile nor a requirements file, passed over")
            return
        source = self.files.source(path)
        if isinstance(source, Failure):
            # Nobody named it: an archive that happens to be called Dockerfile is passed over.
            if found and source.message == BINARY:
                self.notes.append(f"{source.path}: {source.message}, passed over")
            else:
                self.failures.append(source)
        elif source not in self.taken:
            self.taken[source] = path
            if kind == DOCKERFILE:
                self.add_dockerfile(source, path, partial=partial)
            else:
                (self.requirements if kind == REQUIREMENTS else self.environments).append(source)

    def add_dockerfile(self, source: Source, path: str | None, *, partial: bool) -> None:
        from torchlint.syntax.dockerfile import parse

        parsed = parse(source)
        if parsed.template:
            self.notes.append(f"{source.path}: is a template, of which little can be judged before it is filled in")
        settings = self.settings_for(path or self.files.folder)
        complete = not (partial or self.partial or settings.context == "partial")
        given = self.context or (None if path is None else settings.context_folder(path))
        composed: tuple[Service, ...] = ()
        if path is not None:
            from torchlint.project.choosing import parents

            own = os.path.dirname(path)
            above = parents(own, self.files.folder)
            composed = self.composed(path, tuple(dict.fromkeys((own, *((given,) if given else ()), *above))))
        if given is not None or path is None:
            context = self.given_context(given, path, complete)
        else:
            context = self.chosen_context(path, above, parsed, composed, complete)
        self.dockerfiles.append(DockerfileInput(source, context, settings.target_stage, parsed, settings, composed))

    def composed(self, path: str, folders: tuple[str, ...]) -> tuple[Service, ...]:
        """What Compose and bake files in the Dockerfile's folder, in a given context and above say of its build."""
        found: tuple[Service, ...] = ()
        if any(os.path.isfile(os.path.join(folder, name)) for folder in folders for name in COMPOSE_FILES):
            from torchlint.project import composed

            found += composed.services(path, folders, self.files)
        if any(os.path.isfile(os.path.join(folder, name)) for folder in folders for name in BAKE_FILES):
            from torchlint.project import baked

            found += baked.services(path, folders, self.files)
        return found

    def given_context(self, folder: str | None, path: str | None, complete: bool) -> Context:
        if folder is None:
            return Context.unknown()
        if not os.path.isdir(folder):
            self.failures.append(Failure(self.files.shown(folder), "is given as a build context, but is no folder"))
            return Context.unknown()
        return Context(self.tree(folder), self.files, complete=complete, given=True, dockerfile=path)

    def chosen_context(
        self, path: str, above: list[str], parsed: Dockerfile, composed: tuple[Service, ...], complete: bool
    ) -> Context:
        from torchlint.project.choosing import choose

        stated = (service.context for service in composed)
        choice = choose(os.path.dirname(path), above, stated, parsed, self.tree)
        certain = complete and choice.sure
        return Context(
            self.tree(choice.folder),
            self.files,
            complete=certain,
            dockerfile=path,
            rivals=choice.rivals,
            backed=choice.backed,
        )

    def tree(self, folder: str) -> Tree:
        if folder not in self.trees:
            self.trees[folder] = Tree(folder, self.files)
        return self.trees[folder]
