"""Settings from configuration files and from what the options of a command say instead."""

from __future__ import annotations

from torchlint import packs
from torchlint.catalog import CatalogError
from torchlint.cli.arguments import UsageError
from torchlint.config import Config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from torchlint.catalog import Entry
    from torchlint.cli.asked import Check
    from torchlint.cli.inspecting import Inspect
    from torchlint.cli.verifying import Verify


_SINGLE = (
    "select",
    "ignore",
    "profile",
    "fail_on",
    "fixable",
    "unfixable",
    "unsafe_fixes",
    "baseline",
    "exclude",
    "respect_gitignore",
    "target_stage",
    "as_of",
    "shell",
)


def configured(asked: Check | Inspect | Verify) -> Config:
    """The settings that files and options give. Raises UsageError or ConfigError."""
    overrides: dict[str, object] = {}
    files = []
    for text in asked.config:
        key, equals, value = text.partition("=")
        if equals:
            _merge(overrides, _setting(key, value))
        else:
            files.append(text)
    if len(files) > 1 or (files and asked.isolated):
        raise UsageError("--config takes one file, and none with --isolated")
    _merge(overrides, dict(_said(asked)))
    folders = getattr(asked, "pack", ())

    def known() -> Iterable[str]:
        return names_of(rules_of(folders))

    def loaded() -> Collection[str]:
        return packs.loaded(folders)

    if asked.isolated:
        return Config.isolated(overrides=overrides, known=known)
    if files:
        return Config.load(files[0], overrides=overrides, known=known, loaded=loaded)
    return Config.discover(overrides=overrides, known=known, loaded=loaded)


def _setting(key: str, value: str) -> dict[str, object]:
    """`KEY=VALUE` as a configuration file would say it; a value that is no TOML is a text."""
    import tomllib

    for written in (value, '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'):
        try:
            return tomllib.loads(f"{key} = {written}")
        except ValueError:
            continue
    raise UsageError(f"--config {key}={value}: is no setting; write it as a configuration file would")


def _merge(into: dict[str, object], more: dict[str, object]) -> None:
    for key, value in more.items():
        held = into.get(key)
        if isinstance(held, dict) and isinstance(value, dict):
            _merge(held, value)
        else:
            into[key] = value


def _said(asked: Check | Inspect | Verify) -> Iterator[tuple[str, object]]:
    """What the options say as keys and values of a configuration."""
    for name in _SINGLE:
        value = getattr(asked, name, None)
        if value is not None:
            yield name.replace("_", "-"), list(value) if isinstance(value, tuple) else value
    for name in ("extend_select", "extend_exclude"):
        value = getattr(asked, name, ())
        if value:
            yield name.replace("_", "-"), list(value)
    platform = getattr(asked, "platform", None)
    if platform is not None:
        yield "target", {"platform": platform}
    if asked.build_arg:
        for text in asked.build_arg:
            if "=" not in text:
                raise UsageError(f"--build-arg {text}: must be NAME=VALUE")
        yield "build-args", dict(text.split("=", 1) for text in asked.build_arg)


def rules_of(folders: Sequence[str]) -> tuple[Entry, ...]:
    """Every rule there is to ask, with those of packs that are installed or in these folders. Raises UsageError."""
    try:
        return packs.rules(folders)
    except CatalogError as error:
        raise UsageError(str(error)) from error


def names_of(rules: Iterable[Entry]) -> list[str]:
    """Every name of a rule or family, former ones too."""
    return list(dict.fromkeys(name for rule in rules for name in (rule.family, rule.name, *rule.formerly)))
