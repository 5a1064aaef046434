"""Which rules are wanted for which file, as the settings say."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from torchlint.catalog import Entry
    from torchlint.check import Selection
    from torchlint.config import Settings


def by_settings(settings_for: Callable[[str], Settings]) -> Selection:
    """`settings_for` gives the settings of a shown path. The most precise word decides: a rule's name before its
    family, a family before "all"; where `select` and `ignore` are equally precise, `ignore` wins."""
    known: dict[str, Settings] = {}

    def wants(entry: Entry, path: str) -> bool:
        settings = known.get(path)
        if settings is None:
            settings = known[path] = settings_for(path)
        if not _names_rules(settings):
            return _in_profile(entry, settings.profile)
        chosen = precision(entry, settings.extend_select)
        if settings.select is not None:
            chosen = max(chosen, precision(entry, settings.select))
        elif _in_profile(entry, settings.profile):
            chosen = max(chosen, 1)
        refused = max(precision(entry, settings.ignore), precision(entry, settings.file_ignores))
        return chosen > refused

    return wants


def _names_rules(settings: Settings) -> bool:
    """Whether they say more than a profile, as few do: this is asked for every rule."""
    return bool(settings.extend_select or settings.ignore or settings.file_ignores) or settings.select is not None


def precision(entry: Entry, names: Collection[str]) -> int:
    """3 if the rule is named, 2 if its family is, 1 for "all", 0 if nothing means it."""
    if not names:
        return 0
    words = {"all": 1, entry.family: 2, entry.name: 3, **dict.fromkeys(entry.formerly, 3)}
    return max((words.get(name, 0) for name in names), default=0)


def _in_profile(entry: Entry, profile: str) -> bool:
    """ "min": errors that are sure; "default": all but what is only likely or for the strict; "strict": everything."""
    if profile == "min":
        return entry.severity == "error" and entry.confidence == "high" and not entry.strict
    return profile == "strict" or (entry.confidence != "low" and not entry.strict)
