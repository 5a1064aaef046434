"""What a rule is found by is written where the rule speaks, and names all that the tables know.

That a rule is found at all is shown by the bad examples of its page.
"""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.rules.test_pages import PAGES
from torchlint import catalog
from torchlint.catalog import Entry
from torchlint.model.effects.apt import APT
from torchlint.model.managers import RPM
from torchlint.requirement_triggers import EXTENSIONS as PARTS_OF_EXTENSIONS
from torchlint.requirement_triggers import EXTENSIONS_ON_AN_INDEX
from torchlint.triggers import _MANAGERS, ENDS_OF_SECRETS
from torchlint.world import apt, tokens
from torchlint.world.tables.apt import PACKAGES
from torchlint.world.tables.extensions import EXTENSIONS, REPOSITORIES
from torchlint.world.tables.opencv import NEEDING_GL

MENTIONING = [rule for rule in PAGES if rule.mentions]


def found_by(name: str) -> Entry:
    rule = catalog.find(name)
    assert rule is not None
    return rule


def constant(name: str, constant: str) -> tuple[str, ...]:
    """A constant of a rule's module."""
    return tuple(getattr(import_module(found_by(name).module), constant))


@pytest.mark.parametrize("rule", MENTIONING, ids=lambda rule: rule.name)
def test_every_bad_example_holds_what_the_rule_is_found_by(rule: Entry) -> None:
    assert all(word == word.lower() for word in rule.mentions)
    for example in PAGES[rule].examples:
        texts = [body.lower() for _, body in example.files]
        assert not example.bad or any(word in text for word in rule.mentions for text in texts), example.at


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.name)
def test_words_of_a_pair_are_two(rule: Entry) -> None:
    assert all(word.count(" & ") < 2 and word.strip(" ") == word for word in rule.when)


def test_extensions_are_known_by_parts_of_their_names() -> None:
    """Those that an index has under a name too may be written with other signs in it."""
    served = {name for name, row in EXTENSIONS.items() if row[-1] is not None}
    assert served == EXTENSIONS_ON_AN_INDEX
    names = {*REPOSITORIES, *(name.replace("-", sign) for name in served for sign in "-_.")}
    assert [name for name in names if not any(part in name for part in PARTS_OF_EXTENSIONS)] == []


def test_opencv_without_libgl_knows_what_needs_it() -> None:
    assert set(found_by("opencv-without-libgl").when) == {f"installs & holds {name}" for name in NEEDING_GL}


def test_build_tools_shipped_knows_what_brings_a_compiler() -> None:
    names = [line.partition("|")[0] for line in PACKAGES.strip().split("\n")]
    known = [(name, apt.apt_brings(name, recommends=False)) for name in names]
    compilers = {name for name, one in known if one is not None and one.compiler}
    kinds = ("compiler", "headers")
    named = {f"adds {name}" for name in compilers if apt.apt_kind(name) in kinds}
    assert len(named) > 5
    assert set(found_by("build-tools-shipped").when) == named


def test_variables_of_secrets_end_as_the_words_know() -> None:
    assert all(name.endswith(ENDS_OF_SECRETS) for name in tokens._NAMES)


def test_secret_file_copied_is_found_by_the_last_part_of_each_name() -> None:
    names = [one for part in ("KEYS", "LOGINS", "VARIABLES") for one in constant("secret-file-copied", part)]
    names += [path.rpartition("/")[2] for path in constant("secret-file-copied", "LOGIN_PATHS")]
    assert {f"copies {name}" for name in names} | {"copies all"} == set(found_by("secret-file-copied").when)


@pytest.mark.parametrize(("rule", "word"), [("removed-too-late", "rm"), ("archive-left", "fetches")])
def test_archives_are_found_by_the_last_part_of_each_ending(rule: str, word: str) -> None:
    endings = {one.rpartition(".")[2] for one in (*constant(rule, "ARCHIVES"), ".sh")}
    assert {f"{word} .{one}" for one in endings} == set(found_by(rule).when)


@pytest.mark.parametrize(
    ("rule", "names"), [("operator-in-exec-form", "OPERATORS"), ("builtin-in-exec-form", "BUILTINS")]
)
def test_words_of_a_shell_in_an_exec_form_are_found_each(rule: str, names: str) -> None:
    assert {f"exec-form & {one}" for one in constant(rule, names)} == set(found_by(rule).when)


def test_drivers_are_packages_of_nvidia() -> None:
    beginnings = ("cuda", "libcuda", "libnvidia", "nvidia")
    assert all(name.startswith(beginnings) for name in (*apt._DRIVER, *apt._DRIVER_PARTS))
    assert all(name.startswith(beginnings) for name in constant("container-toolkit-in-image", "HOSTS"))


def test_managers_are_those_whose_calls_are_read() -> None:
    assert _MANAGERS == APT | RPM
