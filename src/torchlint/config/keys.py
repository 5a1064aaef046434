"""The keys of a configuration file, and what their values may be."""

from __future__ import annotations

import os

from torchlint.config.globs import Globs
from torchlint.config.settings import ConfigError
from torchlint.text import Source, encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from typing import Any, NoReturn, TypeAlias

    from torchlint.config.settings import Settings

    Known: TypeAlias = Callable[[], Iterable[str]]
    """The names of all rules and families; asked only when a configuration names one."""

    Loaded: TypeAlias = Callable[[], Collection[str]]
    """The packs in use, by folder and by name; asked only when a configuration names one."""

ALL = "all"
PROFILES = ("default", "strict", "min")
FAIL_ON = ("error", "warning", "info", "never")
CONTEXTS = ("full", "partial")

_KEYS = {
    "select": "rules",
    "extend-select": "more rules",
    "ignore": "rules",
    "per-file-ignores": "rules by pattern",
    "exclude": "patterns",
    "extend-exclude": "more patterns",
    "respect-gitignore": "flag",
    "profile": PROFILES,
    "fail-on": FAIL_ON,
    "baseline": "path",
    "context": CONTEXTS,
    "pairs": "folders by pattern",
    "target-stage": "text",
    "target": "target",
    "build-args": "texts by name",
    "bases": "bases",
    "mirrors": "texts",
    "as-of": "day",
    "require-reason": "flag",
    "fixable": "rules",
    "unfixable": "rules",
    "unsafe-fixes": "flag",
    "packs": "packs",
    "shell": "flag",
}
# Read as the key that it must have meant: who names a pack is to be told how one is loaded.
_MEANT = {"pack": "packs"}
_TARGET = {"gpu": "texts", "driver": "version", "platform": "text"}
_BASE = {
    "like": "text",
    "os": "text",
    "python": "text",
    "prefix": "text",
    "packages": "texts",
    "cuda": "text",
    "user": "text",
    "workdir": "text",
    "env": "texts by name",
    "programs": "texts",
    "entrypoint": "texts",
    "cmd": "texts",
}


class Reader:
    """Values of one configuration, checked; `said`: what errors begin with, `folder`: where its paths are seen from."""

    def __init__(self, said: str, folder: str, known: Known | None, loaded: Loaded | None = None) -> None:
        self.said = said
        self.folder = folder
        self.known = known
        self.loaded = loaded

    def applied(self, settings: Settings, table: Mapping[str, Any], *, strict: bool = False) -> Settings:
        """The settings with what a table says. Unless `strict`, one that names packs which are not in use may name
        rules that nobody knows. Raises ConfigError."""
        changes: dict[str, Any] = {}
        table = {_MEANT.get(key, key): value for key, value in table.items()}
        packs = self.value("packs", "packs", table["packs"]) if "packs" in table else settings.packs
        if not strict and missed(packs, self.loaded):
            self.known = None
        for key, value in table.items():
            if key == "extend":
                raise self.error(key, "is for files only")
            form = self.form(_KEYS, key, key)
            if form == "target":
                changes.update(self.fields(key, value, _TARGET))
                continue
            field = key.replace("-", "_")
            made = self.value(form, key, value)
            held = getattr(settings, field)
            if form in ("more rules", "more patterns", "rules by pattern", "folders by pattern"):
                made = (*held, *made)
            elif form in ("texts by name", "bases"):
                made = {**held, **made}
            changes[field] = made
        return settings._replace(**changes)

    def value(self, form: str | tuple[str, ...], key: str, value: Any) -> Any:
        """`value` as Settings hold it."""
        if isinstance(form, tuple):
            return (
                value if value in form else self.refuse(key, f"must be one of {', '.join(map(_quoted, form))}", value)
            )
        if form == "flag":
            return value if isinstance(value, bool) else self.refuse(key, "must be true or false", value)
        if form == "text":
            return self.text(key, value)
        if form == "path":
            path = self.text(key, value)
            return os.path.normpath(os.path.join(self.folder, os.path.expanduser(path))) if path else None
        if form == "version":
            return str(value) if type(value) is int else self.text(key, value)
        if form == "day":
            return self.day(key, value)
        if form == "texts":
            return self.texts(key, value)
        if form == "packs":
            texts = (value,) if isinstance(value, str) else self.texts(key, value)
            return tuple(os.path.normpath(os.path.join(self.folder, os.path.expanduser(text))) for text in texts)
        if form in ("rules", "more rules"):
            return self.rules(key, value)
        if form in ("patterns", "more patterns"):
            return (self.globs(self.texts(key, value)),) if value else ()
        if form == "bases":
            return {name: self.base(f"{key}.{_quoted(name)}", base) for name, base in self.items(key, value)}
        if form == "texts by name":
            return {name: self.value("version", f"{key}.{name}", text) for name, text in self.items(key, value)}
        named = [(pattern, f"{key}.{_quoted(pattern)}", inner) for pattern, inner in self.items(key, value)]
        if form == "rules by pattern":
            return tuple(self.globs((pattern,), self.rules(where, rules)) for pattern, where, rules in named)
        return tuple(
            self.globs(
                (pattern if pattern.startswith(("/", "**")) else f"/{pattern.removeprefix('./')}",),
                (os.path.normpath(os.path.join(self.folder, self.text(where, folder))),),
            )
            for pattern, where, folder in named
        )

    def base(self, key: str, value: Any) -> Any:
        """What is said of a base image: the name of one that it is like, or a table."""
        return value if isinstance(value, str) else self.fields(key, value, _BASE)

    def fields(self, key: str, value: Any, forms: Mapping[str, str]) -> dict[str, Any]:
        """A table whose keys are known."""
        return {
            name: self.value(self.form(forms, name, f"{key}.{name}"), f"{key}.{name}", inner)
            for name, inner in self.items(key, value)
        }

    def form(self, forms: Mapping[str, Any], name: str, key: str) -> Any:
        """What a key's value must be."""
        if name not in forms:
            raise self.error(key, "unknown key" + _did_you_mean(name, forms))
        return forms[name]

    def items(self, key: str, value: Any) -> list[tuple[str, Any]]:
        """Name and value of everything in a table."""
        return list(value.items()) if isinstance(value, dict) else self.refuse(key, "must be a table", value)

    def text(self, key: str, value: Any) -> str:
        """One string."""
        return value if isinstance(value, str) else self.refuse(key, "must be a string", value)

    def texts(self, key: str, value: Any) -> tuple[str, ...]:
        """A list of strings."""
        if isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value):
            return tuple(value)
        return self.refuse(key, "must be a list of strings", value)

    def rules(self, key: str, value: Any) -> tuple[str, ...]:
        """A list of rules, families and "all"."""
        names = self.texts(key, value)
        if self.known is not None and any(name != ALL for name in names):
            known = {ALL, *self.known()}
            for name in names:
                if name not in known and not _of_shellcheck(name):
                    way = _did_you_mean(name, known) or "; if a pack has it, name the pack under packs"
                    raise self.error(key, f"no rule or family {_quoted(name)}{way}")
        return names

    def day(self, key: str, value: Any) -> str:
        """A calendar day: TOML's own or a string."""
        import datetime as dt

        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value.isoformat()
        try:
            if isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value:
                return value
        except ValueError:
            pass
        return self.refuse(key, "must be a day such as 2026-11-21", value)

    def globs(self, patterns: tuple[str, ...], value: tuple[str, ...] = ()) -> Globs:
        """Patterns seen from the configuration's folder."""
        from torchlint.syntax.gitignore import parse

        return Globs(self.folder, parse(Source(self.said, encoded("\n".join(patterns)))), value)

    def refuse(self, key: str, why: str, value: Any) -> NoReturn:
        """Say that a key has a wrong value."""
        shown = (
            _quoted(value) if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
        )
        shown = " ".join(shown.split())
        raise self.error(key, f"{why}, not {shown if len(shown) <= 40 else shown[:37] + '...'}")

    def error(self, key: str, why: str) -> ConfigError:
        """An error at a key."""
        return ConfigError(f"{self.said}{key}: {why}")


def missed(packs: Iterable[str], loaded: Loaded | None) -> tuple[str, ...]:
    """Those of the packs, by path, that are not in use; one that is installed may be named like a file."""
    packs = tuple(dict.fromkeys(packs))
    used = loaded() if packs and loaded is not None else ()
    return tuple(pack for pack in packs if os.path.realpath(pack) not in used and os.path.basename(pack) not in used)


def _of_shellcheck(name: str) -> bool:
    from torchlint.shellcheck.codes import is_name

    return is_name(name)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _did_you_mean(name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name.replace("_", "-").lower(), sorted(known), 1)
    return f"; did you mean {_quoted(close[0])}?" if close else ""
