"""The tables themselves: sourced, up to date, clean, and consistent with each other."""

from __future__ import annotations

import json
import re
from datetime import UTC
from typing import TYPE_CHECKING, Any

import pytest

from torchlint.world import KNOWLEDGE_DATE, STALE_FROM, World
from torchlint.world import compile as world_compile
from torchlint.world.tables import companions, cuda_images, distros, gpu_code, gpus, python_tags, torch_releases

if TYPE_CHECKING:
    from pathlib import Path

DATA = sorted((world_compile.HERE / "data").glob("*.json"))
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "deb." + "debian.org", "npm" + "js.org", "npm" + "js.com")
WORKPLACE = re.compile(r"/(?:wo" + r"rk|fa" + r"rm|root|home/[a-z]+/src)\b|stored copy|this machine|facts/")
DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"[0-9]+", version))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_every_row_names_its_source_and_sureness(path: Path) -> None:
    table = json.loads(path.read_text(encoding="utf-8"))
    assert table["about"]
    assert table["rows"]
    for row in table["rows"]:
        assert len(row["source"]) > 5, row
        assert isinstance(row["verified"], bool), row


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_no_row_names_a_registry_host_or_a_place_of_ours(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not [host for host in HOSTS if host in text]
    # torchserve's own paths inside its image are facts.
    assert not WORKPLACE.findall(text.replace("/home/", "~"))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_every_table_is_compiled_into_some_module(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that no module reads is dead: changing it must change what is compiled."""
    real = world_compile.rows

    def without(topic: str) -> list[dict[str, Any]]:
        return real(topic)[:-1] if topic == path.stem else real(topic)

    before = world_compile.render()
    monkeypatch.setattr(world_compile, "rows", without)
    after = world_compile.render()
    assert before != after


def test_modules_are_what_the_data_say() -> None:
    """Mended by `python -m torchlint.world.compile`."""
    folder = world_compile.HERE / "tables"
    modules = world_compile.render()
    assert {path.stem for path in folder.glob("*.py")} == {*modules, "__init__"}
    for name, text in modules.items():
        assert (folder / f"{name}.py").read_text(encoding="ascii") == text, name


def test_modules_import_nothing() -> None:
    for name, text in world_compile.render().items():
        assert not re.search(r"^(?:from|import) ", text, re.MULTILINE), name


def test_check_names_the_stale_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert world_compile.main(["--check"]) == 0
    monkeypatch.setattr(world_compile, "render", lambda: {"gpus": "GPUS = {}\n"})
    assert world_compile.main(["--check"]) == 1
    assert "tables/gpus.py" in capsys.readouterr().err


def test_knowledge_goes_stale_after_120_days() -> None:
    from datetime import date, timedelta

    assert date.fromisoformat(KNOWLEDGE_DATE) + timedelta(days=121) == date.fromisoformat(STALE_FROM)
    assert not World().stale
    assert not World(date.fromisoformat(STALE_FROM) - timedelta(days=1)).stale
    assert World(STALE_FROM).stale


@pytest.mark.parametrize(
    "day", ["", "2026-13-01", "2026-02-29", "26-01-01", "2026-1-1", "2026-01-01T00", "٢٠٢٦-01-01", "today"]
)
def test_a_world_has_a_calendar_day(day: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        World(day)


def test_a_world_takes_dates_and_leap_days() -> None:
    from datetime import date, datetime

    assert World(date(2024, 2, 29)).today == World("2024-02-29").today == "2024-02-29"
    assert World(datetime(2027, 1, 2, 3, tzinfo=UTC)).today == "2027-01-02"
    assert World(None).today == KNOWLEDGE_DATE


def test_days_in_the_tables_are_days() -> None:
    for row in torch_releases.RELEASES.values():
        assert DAY.fullmatch(row[0])
        assert row[0] <= KNOWLEDGE_DATE
    for releases in companions.COMPANIONS.values():
        assert all(DAY.fullmatch(row[0]) and row[0] <= KNOWLEDGE_DATE for row in releases.values())
    for tags in python_tags.LINES.values():
        for first, last, moves in tags.values():
            assert first <= last <= python_tags.LAST
            assert [day for day, _ in moves] == sorted({day for day, _ in moves})


def test_torch_releases_ascend_in_version() -> None:
    versions = [numbers(version) for version in torch_releases.RELEASES]
    assert versions == sorted(set(versions))


def test_pythons_ascend_and_no_release_is_without_wheels() -> None:
    for version, row in torch_releases.RELEASES.items():
        assert row[2], version
        for pythons in (row[2], row[3]):
            assert [numbers(python) for python in pythons] == sorted(numbers(python) for python in pythons)


def test_default_cuda_is_among_the_variants_where_these_are_complete() -> None:
    for version, row in torch_releases.RELEASES.items():
        if row[15]:
            assert "cu" + row[4].replace(".", "") in row[14], version
            assert "cpu" in row[14], version


def test_companions_ask_for_torch_releases_that_exist() -> None:
    for package, releases in companions.COMPANIONS.items():
        for version, (_, requires, exact, _, _) in releases.items():
            if exact is not None and numbers(exact) >= (1, 4):
                assert World().torch_release(exact) is not None, (package, version)
                assert exact in (requires or ""), (package, version)


def test_pairs_name_releases_that_exist() -> None:
    for torch, packages in companions.PAIRS.items():
        assert torch in torch_releases.RELEASES
        for package, versions in packages.items():
            assert all(World().companion(package, version) for version in versions), (torch, package)


def test_arch_lists_ascend_and_are_of_known_gpus() -> None:
    families = {capability.split(".")[0] for capability in gpus.GPUS.values()}
    for name, archs in gpu_code.CODE.items():
        real = [int(arch[3:]) for arch in archs if arch.startswith("sm_")]
        assert real == sorted(set(real)), name
        assert all(arch.startswith("compute_") for arch in archs[len(real) :]), name
        assert {str(arch // 10) for arch in real} <= families, name


def test_arch_lists_are_of_variants_that_exist() -> None:
    for name in gpu_code.CODE:
        minor, variant, _ = name.split(" ")
        releases = [row for version, row in torch_releases.RELEASES.items() if version.startswith(f"{minor}.")]
        assert releases, name
        if all(row[15] for row in releases):
            assert any(variant in row[14] for row in releases), name


def test_every_python_image_stands_on_a_system_with_a_name() -> None:
    systems = {os for tags in python_tags.LINES.values() for tag in tags.values() for _, os in tag[2]}
    for os in systems:
        assert re.fullmatch(r"debian[0-9]+|alpine3\.[0-9]+", os)
        if os.startswith("debian"):
            assert os in distros.DISTROS


def test_nearest_cuda_tags_exist_for_every_tag_of_the_table() -> None:
    world = World()
    for cuda, systems in cuda_images.TAGS.items():
        for os, (_, flavours, _, _, _) in systems.items():
            for flavour in flavours.split(" "):
                if flavour.startswith("tensorrt"):
                    continue
                wanted = f"{cuda}-{flavour}-{os}"
                image = world.cuda_image(wanted)
                assert image is not None, wanted
                assert image.status is not None, wanted
                assert wanted not in image.nearest
                for tag in image.nearest:
                    near = world.cuda_image(tag)
                    assert near is not None, tag
                    assert near.status in ("present", "unsupported"), tag
                    assert (near.os, near.flavour) == (image.os, image.flavour), tag
                    assert ("cudnn" in tag) == ("cudnn" in wanted), tag
                    assert numbers(tag)[0] == numbers(wanted)[0], tag
