"""A pack that is installed is there without being named; which ones are is read, and nothing imported to know it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.packs.packs import FAULTY, PAGE, RULE, lay_out
from torchlint import catalog, packs
from torchlint.catalog import CatalogError
from torchlint.cli import main
from torchlint.packs import Installed
from torchlint.packs.folder import lies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Libraries = Callable[..., Path]

ENTRY_POINTS = "[console_scripts]\nacme = acme.main:run\n\n[torchlint.rules]\nacme = acme_rules\n"
PACK = {
    "acme_rules/__init__.py": "raise SystemExit('was imported')\n",
    "acme_rules/boss_works.py": RULE,
    "acme_rules/boss_works.md": PAGE,
}


@pytest.fixture
def libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Libraries]:
    """Makes the one folder of libraries that Python has, besides those that were there."""

    def libraries(files: dict[str, str], name: str = "site-packages") -> Path:
        folder = lay_out(tmp_path / name, files)
        monkeypatch.syspath_prepend(str(folder))
        packs.installed.cache_clear()
        return folder

    yield libraries
    monkeypatch.undo()
    packs.installed.cache_clear()


def test_rules_of_an_installed_pack_are_asked(
    libraries: Libraries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = libraries(PACK | {"acme_torchlint-1.0.dist-info/entry_points.txt": ENTRY_POINTS})
    assert packs.installed() == (Installed("acme", "acme_rules", "acme_torchlint"),)
    (entry,) = packs.rules()[len(catalog.entries()) :]
    assert (entry.name, entry.family) == ("boss-works", "acme-rules")
    assert entry.file == str(folder / "acme_rules" / "boss_works.py")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Dockerfile").write_text(FAULTY)
    assert main(["check", "--select", "acme-rules", "--output-format", "concise"]) == 1
    assert "[boss-works]" in capsys.readouterr().out
    assert "acme_rules" not in sys.modules


def test_without_one_the_rules_are_torchlints_own(libraries: Libraries) -> None:
    libraries({"acme-1.dist-info/entry_points.txt": "[console_scripts]\na = b:c\n", "b-1.dist-info/METADATA": ""})
    assert packs.installed() == ()
    assert packs.rules() == catalog.entries()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[torchlint.rules]\nacme=acme_rules\n", [("acme", "acme_rules")]),
        ("[torchlint.rules]\r\na = one\r\nb = two.three\r\n", [("a", "one"), ("b", "two.three")]),
        ("[torchlint.rules]\n# x = y\n; x = y\n\nacme = rules [extra]\n[other]\nx = y\n", [("acme", "rules")]),
        ("[a]\nx = [torchlint.rules]\ny = z\n", []),
        ("[torchlint.rules]", []),
        ("[torchlint.rules]\nnonsense\n\xff\n", []),
    ],
)
def test_entry_points_are_read_as_installers_write_them(
    text: str, found: list[tuple[str, str]], libraries: Libraries
) -> None:
    libraries({"acme-1.dist-info/entry_points.txt": text})
    assert [(pack.name, pack.package) for pack in packs.installed()] == found


def test_distribution_that_python_finds_first_counts(libraries: Libraries) -> None:
    libraries({"acme-1.dist-info/entry_points.txt": "[torchlint.rules]\nold = old\n"}, "a/site-packages")
    libraries({"acme-2.dist-info/entry_points.txt": "[torchlint.rules]\nnew = new\n"}, "b/dist-packages")
    assert [pack.name for pack in packs.installed()] == ["new"]


def test_only_folders_of_libraries_are_looked_at(libraries: Libraries) -> None:
    libraries({"acme-1.dist-info/entry_points.txt": ENTRY_POINTS}, "project")
    assert packs.installed() == ()


def test_package_inside_of_a_package_is_found_without_importing_it(libraries: Libraries) -> None:
    folder = libraries({"acme/__init__.py": "raise SystemExit('was imported')\n", "acme/rules/x": ""})
    assert lies(Installed("a", "acme.rules", "acme")) == str(folder / "acme" / "rules")


@pytest.mark.parametrize("package", ["no_such_package", "acme_rules.nothing", "json.decoder", "", ".", "a b"])
def test_package_that_is_not_there_is_told_with_its_distribution(
    package: str, libraries: Libraries, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"[torchlint.rules]\nacme = {package}\n"
    libraries(PACK | {"acme_torchlint-1.0.dist-info/entry_points.txt": text})
    with pytest.raises(CatalogError):
        packs.rules()
    assert main(["check", "."]) == 2
    said = f"its entry point acme of torchlint.rules names {package}, and there is no such package"
    assert capsys.readouterr().err == f"torchlint: acme_torchlint: {said}; install it anew, or remove it\n"


def test_installed_pack_that_is_named_by_folder_counts_once(libraries: Libraries) -> None:
    folder = libraries(PACK | {"acme-1.dist-info/entry_points.txt": ENTRY_POINTS})
    assert len(packs.rules((str(folder / "acme_rules"),))) == len(catalog.entries()) + 1


@pytest.mark.parametrize("name", ["acme", "acme_rules", "acme_torchlint"])
def test_configuration_may_name_an_installed_pack(
    name: str,
    libraries: Libraries,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    libraries(PACK | {"acme_torchlint-1.dist-info/entry_points.txt": ENTRY_POINTS})
    monkeypatch.chdir(lay_out(tmp_path / "project", {"torchlint.toml": f'packs = ["{name}"]\n', "Dockerfile": FAULTY}))
    assert main(["check", "--output-format", "concise"]) == 1
    assert capsys.readouterr().err == ""


def test_older_state_that_is_installed_does_not_keep_a_pack_from_being_tried(
    libraries: Libraries, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    libraries(PACK | {"acme-1.dist-info/entry_points.txt": ENTRY_POINTS})
    source = lay_out(tmp_path / "source", PACK)
    assert main(["test", str(source)]) == 0
    assert main(["check", "--pack", str(source), "."]) == 2
    assert "the name boss-works is taken by the rule in " in capsys.readouterr().err
