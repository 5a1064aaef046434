"""The only reader of settings: configuration files, and what the command line says instead of them."""

from __future__ import annotations

import os

from torchlint.config.settings import ConfigError, Settings
from torchlint.project.files import Files, exists, is_folder, read_bytes, reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from torchlint.config.keys import Known, Loaded, Reader

__all__ = ["Config", "ConfigError", "Settings"]

_NAMES = ("torchlint.toml", ".torchlint.toml", "pyproject.toml")
_LIMIT = 1024 * 1024
_MOST_EXTENDED = 16


class Config:
    """Settings for every file that is asked about: from the nearest configuration file, then the command line.

    `overrides` are keys and values as a configuration file would hold them, paths seen from where torchlint runs.
    With `ignore`, `extend-select` and their kin they add to what files say; otherwise they replace it.
    """

    __slots__ = ("_known", "_loaded", "_of_file", "_of_folder", "_overrides", "_same", "_start", "_top", "files")

    def __init__(
        self, start: str, overrides: Mapping[str, object] | None, known: Known | None, loaded: Loaded | None
    ) -> None:
        self.files = Files()
        self._start = self.files.absolute(start)
        self._top = ""
        self._overrides = dict(overrides or {})
        self._known = known
        self._loaded = loaded
        self._of_folder: dict[str, Settings] = {}
        self._of_file: dict[str, Settings | None] = {}
        self._same: Settings | None = None

    @classmethod
    def discover(
        cls,
        start: str = ".",
        *,
        overrides: Mapping[str, object] | None = None,
        known: Known | None = None,
        loaded: Loaded | None = None,
        top: str | None = None,
    ) -> Config:
        """For each file the nearest configuration upward, to the repository's root, `top` or the file system's root."""
        config = cls(start, overrides, known, loaded)
        config._top = "" if top is None else config.files.absolute(top)
        return config

    @classmethod
    def load(
        cls,
        file: str,
        *,
        overrides: Mapping[str, object] | None = None,
        known: Known | None = None,
        loaded: Loaded | None = None,
    ) -> Config:
        """One configuration file for everything. Raises ConfigError."""
        config = cls(os.curdir, overrides, known, loaded)
        path = config.files.absolute(file)
        settings = config._read_file(path, ())
        if settings is None:
            raise ConfigError(f"{config.files.shown(path)}: has no [tool.torchlint]")
        config._same = config._overridden(settings)
        return config

    @classmethod
    def isolated(cls, *, overrides: Mapping[str, object] | None = None, known: Known | None = None) -> Config:
        """No configuration file at all."""
        config = cls(os.curdir, overrides, known, None)
        config._same = config._overridden(Settings())
        return config

    @property
    def settings(self) -> Settings:
        """Those of the folder it started from: what concerns the run and no single file. May raise ConfigError."""
        return self._same or self._in_folder(self._start)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know about the configurations read so far."""
        used = {settings.file: settings for settings in (self._same, *self._of_folder.values()) if settings is not None}
        why = "rule packs are code and are not loaded because a file names them"
        return tuple(
            f"{file or 'command line'}: {why}; {self._way_to(missed)}"
            for file, settings in used.items()
            if (missed := self.missed_packs(settings))
        )

    def _way_to(self, packs: tuple[str, ...]) -> str:
        """How a person loads packs."""
        flags = [f"--pack {self.files.shown(pack)}" for pack in packs if is_folder(pack)]
        names = [os.path.basename(pack) for pack in packs if not is_folder(pack)]
        ways = ([f"give {' '.join(flags)}"] if flags else []) + ([f"install {', '.join(names)}"] if names else [])
        return " and ".join(ways)

    def missed_packs(self, settings: Settings) -> tuple[str, ...]:
        """The packs that a configuration names and that are not in use, as paths."""
        if not settings.packs:
            return ()
        from torchlint.config.keys import missed

        return missed(settings.packs, self._loaded)

    def settings_for(self, path: str) -> Settings:
        """Those of a file, which need not exist, or of a folder. Raises ConfigError."""
        path = self.files.absolute(path)
        folder = path if path in self._of_folder or is_folder(path) else os.path.dirname(path)
        settings = self._same or self._in_folder(folder)
        if not settings.per_file_ignores:
            return settings
        ignored = [
            name for globs in settings.per_file_ignores if globs.match(path, folder=False) for name in globs.value
        ]
        return settings._replace(file_ignores=tuple(dict.fromkeys(ignored)))

    def _in_folder(self, folder: str) -> Settings:
        climbed = []
        while folder not in self._of_folder:
            climbed.append(folder)
            found = self._beside(folder)
            if found is not None:
                self._of_folder[folder] = self._overridden(found)
                break
            above = os.path.dirname(folder)
            if above == folder or folder == self._top or exists(os.path.join(folder, ".git")):
                self._of_folder[folder] = self._overridden(Settings())
                break
            folder = above
        settings = self._of_folder[folder]
        self._of_folder.update(dict.fromkeys(climbed, settings))
        return settings

    def _beside(self, folder: str) -> Settings | None:
        for name in _NAMES:
            path = os.path.join(folder, name)
            if exists(path) and not is_folder(path):
                settings = self._read_file(path, ())
                if settings is not None:
                    return settings
        return None

    def _overridden(self, settings: Settings) -> Settings:
        if not self._overrides:
            return settings
        table = dict(self._overrides)
        if isinstance(table.get("ignore"), (list, tuple)):
            table["ignore"] = [*settings.ignore, *table["ignore"]]  # type: ignore[misc]
        return self._reader("command line: ", self.files.folder).applied(settings, table, strict=True)

    def _reader(self, said: str, folder: str) -> Reader:
        from torchlint.config.keys import Reader

        return Reader(said, folder, self._known, self._loaded)

    def _read_file(self, path: str, extended: tuple[str, ...]) -> Settings | None:
        """None for a pyproject.toml without our table."""
        if path not in self._of_file:
            self._of_file[path] = self._read_anew(path, extended)
        return self._of_file[path]

    def _read_anew(self, path: str, extended: tuple[str, ...]) -> Settings | None:
        shown = self.files.shown(path)
        if path in extended or len(extended) > _MOST_EXTENDED:
            raise ConfigError(f"{shown}: extend: leads back to itself")
        table = _table(path, shown)
        if table is None:
            return None
        below = Settings()
        folder = os.path.dirname(path)
        extend = table.pop("extend", None)
        reader = self._reader(f"{shown}: ", folder)
        if extend is not None:
            target = os.path.normpath(os.path.join(folder, os.path.expanduser(reader.text("extend", extend))))
            found = self._read_file(target, (*extended, path))
            if found is None:
                raise ConfigError(f"{shown}: extend: {self.files.shown(target)} has no [tool.torchlint]")
            below = found
        return reader.applied(below, table)._replace(file=shown)


def _may_name_us(data: bytes) -> bool:
    """False if a pyproject.toml has no [tool.torchlint] in any form: the reader of TOML costs as much as a small check.

    A project that has torchlint among its dependencies names it as well; so a line must begin with `tool.torchlint`,
    be the header of [tool] alone, or give `tool` a value.
    """
    if b"torchlint" not in data:
        return False
    for line in data.split(b"\n"):
        if b"tool" in line:
            bare = line.translate(None, b" \t\r\"'[\xef\xbb\xbf")
            if bare.startswith((b"tool.torchlint", b"tool]", b"tool=")):
                return True
    return False


def _table(path: str, shown: str) -> dict[str, Any] | None:
    """What a configuration file holds for us. A project's file without our table is not even parsed."""
    in_project = os.path.basename(path) == "pyproject.toml"
    try:
        data = read_bytes(path, _LIMIT)
        if in_project and not _may_name_us(data):
            return None
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
        table: Any = None
        if not in_project:
            from torchlint.config.plain_toml import read

            table = read(text)
        if table is None:
            import tomllib

            table = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{shown}: {reason(error, path)}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown}: is not UTF-8 text") from error
    except (ValueError, RecursionError) as error:
        why = "is nested too deeply" if isinstance(error, RecursionError) else f"is no TOML: {error}"
        raise ConfigError(f"{shown}: {why}") from error
    for name in ("tool", "torchlint") if in_project else ():
        table = table.get(name)
        if table is None:
            return None
        if not isinstance(table, dict):
            raise ConfigError(f"{shown}: {name}: must be a table")
    return dict(table)
