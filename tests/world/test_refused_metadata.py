"""Which releases pip refuses for their metadata, and how their table is made."""

from __future__ import annotations

import json
from typing import Any

import pytest
from packaging.requirements import InvalidRequirement, Requirement
from packaging.version import Version

from tests.world.refused_metadata import DATA, Refusal, Told, invalid, refusals, runs
from torchlint.world import World
from torchlint.world.refused_metadata import refused_metadata
from torchlint.world.release_ranges import release_key

ROWS: list[dict[str, Any]] = json.loads(DATA.read_text(encoding="utf-8"))["rows"]
TODAY = World("2026-11-22")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['package']}-{row['releases'].split()[0]}")
def test_rows_name_what_is_no_requirement_and_lie_between_their_neighbours(row: dict[str, Any]) -> None:
    """And what goes through another package is one that the table has."""
    if row["through"]:
        assert Requirement(row["what"]).name.replace("_", "-").lower() == row["through"]
        assert refused_metadata(row["through"])
    else:
        with pytest.raises(InvalidRequirement):
            Requirement(row["what"])
    order = [Version(one) for one in (row["before"] or "0", *row["releases"].split(), row["after"] or "9999")]
    assert order == sorted(set(order))
    assert all(release_key(one) is not None for one in row["releases"].split())


def test_a_release_is_found_by_any_spelling_and_its_neighbours_are_not() -> None:
    (run,) = refused_metadata("omegaconf")
    assert run.holds("2.0.6")
    assert run.holds("2.1")
    assert run.holds("2.1.0")
    assert not run.holds("2.0.0")
    assert not run.holds("2.1.1")
    assert not run.holds("2.0.x")


def test_a_post_release_may_be_in_order() -> None:
    runs_of = refused_metadata("pytorch-lightning")
    assert any(run.holds("1.6.5") and run.after == "1.6.5.post0" for run in runs_of)
    assert not any(run.holds("1.6.5.post0") for run in runs_of)


def test_others_are_not_known() -> None:
    assert refused_metadata("torch") == ()


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        (["numpy>=1.0", "torch (>=1.9.*)"], "torch (>=1.9.*)"),
        (["pytz (>dev)"], "pytz (>dev)"),
        (["future (>=1.0.*) ; extra == 'all'"], "future (>=1.0.*)"),
        (["numpy (>=1.0,<2)", "scipy==1.*"], None),
        ([], None),
    ],
)
def test_the_first_invalid_requirement_is_told_without_its_marker(asked: list[str], what: str | None) -> None:
    assert invalid(asked) == what


def test_what_needs_nothing_but_refused_releases_is_refused_too() -> None:
    """However many steps away; a requirement that a marker leaves out counts for nothing."""
    one, two, three = Version("1"), Version("2"), Version("3")
    every: dict[str, Told] = {
        "lib": {one: ["a"], two: ["b (>=1.*)"], three: ["a"]},
        "user": {one: ["lib==2"], two: ["lib>=2"], three: ["lib==2; python_version < '3'"]},
        "far": {one: ["user==1"], two: ["user"]},
    }
    found = refusals(every)
    assert found["lib"] == {two: Refusal("b (>=1.*)", "")}
    assert found["user"] == {one: Refusal("lib==2", "lib")}
    assert found["far"] == {one: Refusal("user==1", "user")}


def test_a_run_has_its_neighbours_unless_one_could_not_be_read() -> None:
    releases: Told = {Version(str(n)): ["a"] if n != 4 else None for n in range(1, 6)}
    refused = {Version(str(n)): Refusal("x (>=1.*)", "") for n in (2, 3)}
    (row,) = runs("lib", releases, refused)
    assert (row["before"], row["releases"], row["after"]) == ("", "2 3", "5")
    releases[Version("4")] = ["a"]
    (row,) = runs("lib", releases, refused)
    assert (row["before"], row["releases"], row["after"]) == ("1", "2 3", "4")


@pytest.mark.parametrize(
    ("patch", "listed", "pip"),
    [
        ("3.12.4", "2024-08-01", "23.2.1"),
        ("3.12.5", "2024-09-09", "24.2"),
        ("3.12.11", None, "24.2"),
        (None, "2026-08-13", "24.2"),
        (None, "2024-05-08", "23.2.1"),
        (None, None, "23.2.1"),
    ],
)
def test_a_later_patch_and_a_tag_that_was_built_anew_bring_a_later_pip(
    patch: str | None, listed: str | None, pip: str
) -> None:
    assert TODAY.bundled_pip("3.12", patch, listed) == pip
    assert TODAY.bundled_pip("3.13", patch, listed) == "24.2"
    assert TODAY.bundled_pip("3.11", patch, listed) is None


@pytest.mark.parametrize("source", ["facebookresearch/fairseq@", "pytorch/fairseq@main", "pytorch/fairseq@v0.12.2"])
def test_a_repository_is_known_by_the_refs_that_were_read(source: str) -> None:
    (run,) = TODAY.refused_metadata("fairseq")
    assert source in run.sources
    assert run.through == "omegaconf"
    assert not any(one.endswith(("@f2146bd", "@v0.10.2")) for one in run.sources)
