"""The nearest configuration counts, wrong ones are named in one line, and the command line has the last word."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from torchlint.config import Config, ConfigError, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Tree = Callable[..., Path]

RULES = ("unpinned-torch", "root-at-end", "torch", "pin")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Files by name in a new folder, in which torchlint then runs; `.git` marks it as a repository's root."""

    def make(files: dict[str, str]) -> Path:
        (tmp_path / ".git").mkdir(exist_ok=True)
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make


def known() -> tuple[str, ...]:
    return RULES


def error_of(files: dict[str, str], tree: Tree, **overrides: Any) -> str:
    tree(files)
    with pytest.raises(ConfigError) as caught:
        _ = Config.discover(overrides=overrides, known=known).settings
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_without_a_file_everything_has_its_default(tree: Tree) -> None:
    tree({})
    assert Config.discover().settings == Settings()


@pytest.mark.parametrize("name", ["torchlint.toml", ".torchlint.toml", "pyproject.toml"])
def test_each_name_of_a_configuration_is_found(name: str, tree: Tree) -> None:
    table = "[tool.torchlint]\n" if name == "pyproject.toml" else ""
    tree({name: f'{table}profile = "strict"\n'})
    settings = Config.discover().settings
    assert (settings.profile, settings.file) == ("strict", name)


def test_nearest_file_wins_and_is_looked_up_for_each_linted_file(tree: Tree) -> None:
    tree(
        {
            "torchlint.toml": 'profile = "strict"\nrequire-reason = true\n',
            "a/torchlint.toml": 'profile = "min"\n',
            "a/deep/er/Dockerfile": "",
            "b/Dockerfile": "",
        }
    )
    config = Config.discover()
    near = config.settings_for("a/deep/er/Dockerfile")
    assert (near.profile, near.require_reason) == ("min", False)
    assert config.settings_for("b/Dockerfile").profile == "strict"
    assert config.settings_for("b/not/there/Dockerfile").profile == "strict"


def test_project_file_without_our_table_is_passed_over(tree: Tree) -> None:
    tree(
        {
            "torchlint.toml": 'profile = "min"\n',
            "a/pyproject.toml": "[tool.other]\n# torchlint\n",
            "b/pyproject.toml": "this is no TOML, and none of our business",
        }
    )
    config = Config.discover()
    assert config.settings_for("a/x").profile == "min"
    assert config.settings_for("b/x").profile == "min"


def test_search_ends_at_the_root_of_the_repository(tree: Tree) -> None:
    root = tree({"torchlint.toml": 'profile = "min"\n', "inner/Dockerfile": ""})
    (root / "inner" / ".git").mkdir()
    assert Config.discover().settings_for("inner/Dockerfile").profile == "default"


def test_every_folder_is_looked_at_once(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree({"torchlint.toml": 'profile = "min"\n', "a/b/c/x": ""})
    config = Config.discover()
    config.settings_for("a/b/c/Dockerfile")
    looked: list[str] = []
    monkeypatch.setattr("torchlint.config.exists", looked.append)
    for number in range(50):
        assert config.settings_for(f"a/b/c/Dockerfile.{number}").profile == "min"
    assert not looked


def test_extend_lies_below_and_keeps_its_own_folder(tree: Tree) -> None:
    root = tree(
        {
            "shared/base.toml": 'profile = "strict"\nfail-on = "error"\nextend-select = ["pin"]\n'
            '[pairs]\n"x/Dockerfile" = "x/ctx"\n[build-args]\nA = "1"\nB = "2"\n[target]\n'
            'gpu = ["h100"]\ndriver = 570\n',
            "app/torchlint.toml": 'extend = "../shared/base.toml"\nprofile = "min"\nextend-select = ["torch"]\n'
            '[build-args]\nB = "3"\n[target]\ndriver = "535.104"\n',
        }
    )
    settings = Config.discover("app").settings
    assert (settings.profile, settings.fail_on) == ("min", "error")
    assert settings.extend_select == ("pin", "torch")
    assert settings.build_args == {"A": "1", "B": "3"}
    assert (settings.gpu, settings.driver) == (("h100",), "535.104")
    assert settings.file == "app/torchlint.toml"
    dockerfile = root / "shared" / "x" / "Dockerfile"
    assert settings.context_folder(str(dockerfile)) == str(root / "shared" / "x" / "ctx")


def test_extending_in_a_circle_is_an_error(tree: Tree) -> None:
    said = error_of({"torchlint.toml": 'extend = "b.toml"\n', "b.toml": 'extend = "torchlint.toml"\n'}, tree)
    assert said == "torchlint.toml: extend: leads back to itself"


def test_extending_what_is_not_there_names_it(tree: Tree) -> None:
    assert error_of({"torchlint.toml": 'extend = "no.toml"\n'}, tree) == "no.toml: no such file or folder"


def test_command_line_has_the_last_word_and_adds_to_ignore(tree: Tree) -> None:
    tree({"torchlint.toml": 'profile = "strict"\nignore = ["pin"]\nselect = ["torch"]\n[build-args]\nA = "1"\n'})
    overrides = {"profile": "min", "ignore": ["torch"], "select": ["all"], "build-args": {"B": "2"}}
    settings = Config.discover(overrides=overrides, known=known).settings
    assert settings.profile == "min"
    assert settings.ignore == ("pin", "torch")
    assert settings.select == ("all",)
    assert settings.build_args == {"A": "1", "B": "2"}


def test_one_given_file_counts_everywhere(tree: Tree) -> None:
    tree({"mine.toml": 'profile = "min"\n', "a/torchlint.toml": 'profile = "strict"\n', "a/Dockerfile": ""})
    assert Config.load("mine.toml").settings_for("a/Dockerfile").profile == "min"


def test_isolated_reads_no_file(tree: Tree) -> None:
    tree({"torchlint.toml": "this is no TOML"})
    assert Config.isolated(overrides={"profile": "min"}).settings == Settings(profile="min")


def test_patterns_for_files_are_seen_from_their_configuration(tree: Tree) -> None:
    tree(
        {
            "a/torchlint.toml": 'exclude = ["old/", "*.tmp.txt"]\n[per-file-ignores]\n"gpu/*" = ["pin", "torch"]\n'
            '"Dockerfile.dev" = ["pin"]\n',
        }
    )
    config = Config.discover(known=known)

    def ignored(path: str) -> tuple[str, ...]:
        return config.settings_for(path).file_ignores

    assert ignored("a/gpu/Dockerfile.dev") == ("pin", "torch")
    assert ignored("a/x/Dockerfile.dev") == ("pin",)
    assert ignored("a/Dockerfile") == ()
    assert ignored("gpu/Dockerfile.dev") == ()
    settings = config.settings_for("a/Dockerfile")
    assert settings.excludes(os.path.abspath("a/b/old"), folder=True)
    assert settings.excludes(os.path.abspath("a/old/in/it/Dockerfile"), folder=False)
    assert settings.excludes(os.path.abspath("a/x.tmp.txt"), folder=False)
    assert not settings.excludes(os.path.abspath("a/older"), folder=True)
    assert not settings.excludes(os.path.abspath("old"), folder=True)


def test_pair_means_the_dockerfile_at_that_path_only(tree: Tree) -> None:
    root = tree({"torchlint.toml": '[pairs]\n"Dockerfile" = "src"\n"docker/*.Dockerfile" = "."\n'})
    settings = Config.discover().settings
    assert settings.context_folder(str(root / "Dockerfile")) == str(root / "src")
    assert settings.context_folder(str(root / "docker" / "gpu.Dockerfile")) == str(root)
    assert settings.context_folder(str(root / "docker" / "Dockerfile")) is None


@pytest.mark.parametrize("written", ["2026-11-21", '"2026-11-21"'])
def test_day_is_a_date_of_toml_or_a_string(written: str, tree: Tree) -> None:
    tree({"torchlint.toml": f"as-of = {written}\n"})
    assert Config.discover().settings.as_of == "2026-11-21"


def test_bases_are_named_like_another_or_described(tree: Tree) -> None:
    tree(
        {
            "torchlint.toml": '[bases]\n"a/b:1" = "python:3.12"\n'
            '[bases."c/d:2"]\npython = "3.11"\npackages = ["torch==2.6.0"]\n'
        }
    )
    assert Config.discover().settings.bases == {
        "a/b:1": "python:3.12",
        "c/d:2": {"python": "3.11", "packages": ("torch==2.6.0",)},
    }


WRONG = [
    ("slect = []", 'slect: unknown key; did you mean "select"?'),
    ("zzzzzz = 1", "zzzzzz: unknown key"),
    ("fail_on = 'error'", 'fail_on: unknown key; did you mean "fail-on"?'),
    ('select = "torch"', 'select: must be a list of strings, not "torch"'),
    ('select = ["troch"]', 'select: no rule or family "troch"; did you mean "torch"?'),
    ('ignore = ["unpinned-troch"]', 'ignore: no rule or family "unpinned-troch"; did you mean "unpinned-torch"?'),
    (
        '[per-file-ignores]\n"a*" = ["x"]',
        'per-file-ignores."a*": no rule or family "x"; if a pack has it, name the pack under packs',
    ),
    ('profile = "loud"', 'profile: must be one of "default", "strict", "min", not "loud"'),
    ("context = true", 'context: must be one of "full", "partial", not true'),
    ("require-reason = 1", "require-reason: must be true or false, not 1"),
    ("as-of = 2026-11-21T10:00:00", "as-of: must be a day such as 2026-11-21, not 2026-11-21 10:00:00"),
    ('as-of = "2026-02-30"', 'as-of: must be a day such as 2026-11-21, not "2026-02-30"'),
    ("[target]\ngpus = []", 'target.gpus: unknown key; did you mean "gpu"?'),
    ("[target]\ndriver = 570.86", "target.driver: must be a string, not 570.86"),
    ("build-args = []", "build-args: must be a table, not []"),
    ("[build-args]\nPYTHON = 3.10", "build-args.PYTHON: must be a string, not 3.1"),
    ('[bases."x"]\npyton = ""', 'bases."x".pyton: unknown key; did you mean "python"?'),
    ("bases.x = 1", 'bases."x": must be a table, not 1'),
    ("extend = 1", "extend: must be a string, not 1"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_wrong_key_or_value_is_one_line_with_file_and_key(text: str, said: str, tree: Tree) -> None:
    assert error_of({"torchlint.toml": text}, tree) == f"torchlint.toml: {said}"


@pytest.mark.parametrize(("text", "said"), [("[tool]\ntorchlint = 3\n", "torchlint"), ('tool = "torchlint"\n', "tool")])
def test_our_table_in_a_project_file_is_a_table(text: str, said: str, tree: Tree) -> None:
    assert error_of({"pyproject.toml": text}, tree) == f"pyproject.toml: {said}: must be a table"


@pytest.mark.parametrize("text", ["a = ", "x = [" * 5000, "a = 1\na = 2", "\x00"])
def test_what_is_no_toml_is_one_line(text: str, tree: Tree) -> None:
    assert error_of({"torchlint.toml": text}, tree).startswith("torchlint.toml: is n")


def test_file_that_is_no_utf8_is_one_line(tree: Tree) -> None:
    root = tree({})
    (root / "torchlint.toml").write_bytes(b'profile = "\xff"\n')
    with pytest.raises(ConfigError, match=r"^torchlint\.toml: is not UTF-8 text$"):
        _ = Config.discover().settings


def test_file_with_byte_order_mark_and_crlf_is_read(tree: Tree) -> None:
    root = tree({})
    (root / "torchlint.toml").write_bytes(b'\xef\xbb\xbfprofile = "min"\r\nfail-on = "error"\r\n')
    assert Config.discover().settings.fail_on == "error"


def test_wrong_override_is_named_as_such(tree: Tree) -> None:
    assert error_of({}, tree, select=["troch"]) == (
        'command line: select: no rule or family "troch"; did you mean "torch"?'
    )


def test_given_file_that_is_missing_or_without_our_table_is_an_error(tree: Tree) -> None:
    tree({"pyproject.toml": "[project]\n"})
    with pytest.raises(ConfigError, match=r"^nowhere\.toml: no such file or folder$"):
        Config.load("nowhere.toml")
    with pytest.raises(ConfigError, match=r"^pyproject\.toml: has no \[tool\.torchlint\]$"):
        Config.load("pyproject.toml")


def test_packs_named_in_a_file_are_noted_once_and_not_loaded(tree: Tree) -> None:
    tree({"torchlint.toml": 'packs = ["house_rules"]\n', "house_rules/__init__.py": "raise SystemExit(3)\n"})
    config = Config.discover()
    config.settings_for("a/Dockerfile")
    config.settings_for("b/Dockerfile")
    assert len(config.notes) == 1
    assert "--pack house_rules" in config.notes[0]
    assert "house_rules" not in sys.modules


def test_rule_names_are_asked_for_only_when_one_is_named(tree: Tree) -> None:
    def never() -> tuple[str, ...]:
        raise AssertionError("asked")

    tree({"torchlint.toml": 'select = ["all"]\nprofile = "min"\n'})
    assert Config.discover(known=never).settings.select == ("all",)


def test_no_toml_reader_is_loaded_where_no_file_speaks_of_us(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree({"pyproject.toml": "[project]\nname = 'x'\n"})
    monkeypatch.setitem(sys.modules, "tomllib", None)
    assert Config.discover().settings == Settings()


@pytest.mark.parametrize(
    "text",
    [
        '[tool.torchlint]\nprofile = "strict"\n',
        '\ufeff[tool.torchlint]\nprofile = "strict"\n',
        '[project]\nname = "a"\r\n[ "tool" . \'torchlint\' ]\r\nprofile = "strict"\r\n',
        '[tool]\ntorchlint.profile = "strict"\n',
        '[tool]\ntorchlint = { profile = "strict" }\n',
        'tool.torchlint.profile = "strict"\n',
        'tool = { torchlint = { profile = "strict" } }\n',
        '\t[tool.other]\nx = 1\n\t[tool.torchlint]\n\tprofile = "strict"\n',
    ],
)
def test_table_is_found_however_it_is_written(tree: Tree, text: str) -> None:
    """Before it is parsed, a pyproject.toml is searched for our table."""
    tree({"pyproject.toml": text})
    assert Config.discover().settings.profile == "strict"


def test_pyproject_that_only_mentions_us_is_not_parsed(tree: Tree) -> None:
    """It need not even be TOML: that is for others to say."""
    tree({"pyproject.toml": '[project]\ndependencies = ["torchlint"]\n[tool.other]\ntorchlint = = 1\n'})
    assert Config.discover().settings == Settings()
