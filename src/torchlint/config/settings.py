"""What is set for one file."""

from __future__ import annotations

from collections.abc import Mapping

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.config.globs import Globs


class ConfigError(Exception):
    """What is wrong with a configuration, as one line that names the file and the key."""


class Settings(NamedTuple):
    """The settings of one file. Rules are named as the user wrote them: rules, families or "all".

    `select` None: the profile decides. `file_ignores`: the rules of every `per-file-ignores` pattern that fits this
    file. `as_of`: the day to judge by, as "2026-11-21". `baseline`: the absolute path of a file of
    known findings. `file`: the nearest configuration file, as shown. `packs`: absolute paths of packs that it names.
    `shell`: whether ShellCheck is asked.
    """

    file: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    file_ignores: tuple[str, ...] = ()
    profile: str = "default"
    fail_on: str = "warning"
    baseline: str | None = None
    context: str = "full"
    respect_gitignore: bool = True
    target_stage: str | None = None
    platform: str | None = None
    gpu: tuple[str, ...] = ()
    driver: str | None = None
    build_args: Mapping[str, str] = {}
    bases: Mapping[str, str | Mapping[str, object]] = {}
    mirrors: tuple[str, ...] = ()
    as_of: str | None = None
    require_reason: bool = False
    fixable: tuple[str, ...] | None = None
    unfixable: tuple[str, ...] = ()
    unsafe_fixes: bool = False
    exclude: tuple[Globs, ...] = ()
    extend_exclude: tuple[Globs, ...] = ()
    per_file_ignores: tuple[Globs, ...] = ()
    pairs: tuple[Globs, ...] = ()
    packs: tuple[str, ...] = ()
    shell: bool = False

    def context_folder(self, path: str) -> str | None:
        """The configured build context of the Dockerfile at `path`, both absolute; the nearest file's word counts."""
        for pair in reversed(self.pairs):
            if pair.match(path, folder=False):
                return pair.value[0]
        return None

    def excludes(self, path: str, *, folder: bool) -> bool:
        """Whether an absolute path is left out when a folder is walked."""
        return any(globs.match(path, folder=folder) for globs in (*self.exclude, *self.extend_exclude))
