"""Each rule about builds, starts and imports against reality: what it is about fails when it is really built, the
repaired file works, and so does one that looks alike. Then torchlint has to say the same, before anything is built.

A context is a folder of `contexts` with `bad`, `fixed`, `near-miss` and `expect.json`:

    rule      the rule that has to speak of `bad`, and be silent of the others
    fact      why `bad` fails
    bases     the bases of the three; stand-ins are made for them
    bad       fails: "build", "start", "import", or "ends" for a container that does not go on; line: the instruction
              that fails, or the one that is started; says: what the engine or the program says
    finding   where the rule speaks: path, line (null: anywhere), outcome
    lives     the repaired container goes on running
    stubs     file names of wheels that are made for it in the folder `wheels`, and the module in each
    wheels    requirements whose real wheels are put there
    wrong     where torchlint is known to be wrong, and how: "bad prediction", "fixed verdict" and so on
              That test has to fail as long as it is so
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.build import trial

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent / "contexts"
EXPECTED = {path.parent.name: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*/expect.json"))}
WORKING = ("fixed", "near-miss")


class Seen(NamedTuple):
    """What happened, and what was said before: `torchlint verify` and `torchlint check` of one folder."""

    verified: dict[str, Any]
    checked: list[trial.Said]


def cases(aspect: str, *parts: str) -> list[Any]:
    """A parameter set for each context and part; strictly expected to fail where torchlint is known to be wrong."""
    found = []
    for name, expected in EXPECTED.items():
        for part in parts:
            wrong = expected.get("wrong", {}).get(f"{part} {aspect}")
            marks = [pytest.mark.xfail(reason=wrong, strict=True)] if wrong else []
            found.append(pytest.param(name, part, id=f"{name}-{part}", marks=marks))
    return found


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A real wheel by its requirement; the test is skipped if there is none to be had."""
    held: dict[str, Path | None] = {}

    def get(requirement: str) -> Path:
        if requirement not in held:
            held[requirement] = trial.downloaded(requirement, tmp_path_factory.mktemp("wheel"))
        found = held[requirement]
        if found is None:
            pytest.skip(f"no index that can be reached has {requirement}")
        return found

    return get


@pytest.fixture(scope="session")
def seen(
    tmp_path_factory: pytest.TempPathFactory, bases: Callable[..., None], wheel: Callable[[str], Path]
) -> Callable[[str, str], Seen]:
    """One folder of a context, built once."""
    held: dict[tuple[str, str], Seen] = {}

    def see(name: str, part: str) -> Seen:
        if (name, part) not in held:
            expected = EXPECTED[name]
            bases(*expected["bases"])
            wheels = [wheel(one) for one in expected.get("wheels", ())]
            above = tmp_path_factory.mktemp(name)
            folder = trial.lay_out(FOLDER / name / part, above / part, expected.get("stubs", {}), wheels)
            held[name, part] = Seen(trial.verified(folder), trial.checked(folder))
            shutil.rmtree(above)
        return held[name, part]

    return see


@pytest.mark.parametrize(("name", "part"), cases("truth", "bad"))
def test_it_really_fails(name: str, part: str, seen: Callable[[str, str], Seen]) -> None:
    said, bad = seen(name, part).verified, EXPECTED[name]["bad"]
    if bad["fails"] == "ends":
        assert said["start"]["state"] == "ended", trial.evidence(said)
        return
    assert (said["exit"], said["proven"]) == (1, False), trial.evidence(said)
    assert said["reached"] == ("seen" if bad["fails"] == "build" else "built"), trial.evidence(said)
    assert bad["says"].lower() in trial.evidence(said).lower()
    if bad["fails"] == "build":
        assert said["build"]["line"] == bad["line"]


@pytest.mark.parametrize(("name", "part"), cases("truth", *WORKING))
def test_it_really_works(name: str, part: str, seen: Callable[[str, str], Seen]) -> None:
    said = seen(name, part).verified
    assert said["start"] is not None, trial.evidence(said)
    # What loads torch may still be at it.
    states = ("running",) if EXPECTED[name].get("lives") else ("running", "ended")
    assert said["start"]["state"] in states, trial.evidence(said)
    assert said["start"]["code"] in (None, 0)


@pytest.mark.parametrize(("name", "part"), cases("verdict", *WORKING))
def test_verify_says_that_it_works(name: str, part: str, seen: Callable[[str, str], Seen]) -> None:
    said = seen(name, part).verified
    assert (said["exit"], said["reached"]) == (0, "ran"), trial.evidence(said)


@pytest.mark.parametrize(("name", "part"), cases("prediction", "bad"))
def test_failure_is_predicted(name: str, part: str, seen: Callable[[str, str], Seen]) -> None:
    """The rule speaks of that line, with the outcome that was seen."""
    rule, where, found = EXPECTED[name]["rule"], EXPECTED[name]["finding"], seen(name, part).checked
    said = [one for one in found if one.rule == rule and one.path == where["path"]]
    assert {one.outcome for one in said if where["line"] in (None, one.line)} == {where["outcome"]}, found


@pytest.mark.parametrize(("name", "part"), cases("prediction", *WORKING))
def test_no_failure_is_predicted(name: str, part: str, seen: Callable[[str, str], Seen]) -> None:
    """Neither by the rule, nor by any other: an error about a build, start or import that works is untrue."""
    found = seen(name, part).checked
    assert EXPECTED[name]["rule"] not in {one.rule for one in found if one.outcome in trial.FAILING}
    assert [one for one in found if one.severity == "error" and one.outcome in trial.FAILING] == []


@pytest.mark.parametrize(("name", "part"), cases("differences", "bad", *WORKING))
def test_prediction_is_what_the_image_has(name: str, part: str, seen: Callable[[str, str], Seen]) -> None:
    assert seen(name, part).verified["differences"] == []
