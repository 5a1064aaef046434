"""`torchlint fix --verify` with a real engine: what holds is written, what does harm is not, nothing without proof."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.build.leavings import SLEEPS, ended_by, left_behind, ran
from tests.build.test_verify import BASE
from tests.fix.conftest import workshop as workshop
from tests.fix.toys import Toy, texts
from torchlint.fix import mend
from torchlint.fix.writing import write
from torchlint.model.outlook import outlook
from torchlint.verify.before_after import Turn, compare
from torchlint.verify.verifying import Asked, Verdict, verify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.fix.toys import Workshop
    from torchlint.findings import Finding
    from torchlint.fix.shapes import Mended
    from torchlint.model.build import Build
    from torchlint.verify.port import Engine

FAILS = f'FROM {BASE}\nWORKDIR /app\nCOPY app.py . # the program\nUSER nobody\nCMD ["python", "app.py"]\n'
WORKS = f'FROM {BASE}\nMAINTAINER somebody\nWORKDIR /app\nCOPY app.py .\nUSER nobody\nCMD ["python", "app.py"]\n'
STILL_FAILS = f"FROM {BASE}\nMAINTAINER somebody\nRUN echo no such luck && false\nUSER nobody\n"


@pytest.fixture(autouse=True)
def _ready(bases: Callable[..., None]) -> None:
    bases(BASE)


def fixed(folder: Path, text: str, *words: str, app: str = "print('done')\n") -> tuple[int, dict[str, Any], str]:
    """Exit code, report and new text of `torchlint fix --verify`."""
    (folder / "Dockerfile").write_text(text)
    (folder / "app.py").write_text(app)
    head = ("fix", "--profile", "strict", "--output-format", "json-report", "--watch", "2")
    done = ran(*head, *(words or ("--verify",)), ".", within=folder)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout), (folder / "Dockerfile").read_text()


def test_red_becomes_green(tmp_path: Path, engine: Engine) -> None:
    code, said, text = fixed(tmp_path, FAILS)
    (one,) = said["evidence"]["dockerfiles"]
    assert (code, one["turn"], one["before"]["reached"], one["after"]["reached"]) == (0, "mended", "seen", "ran")
    assert one["before"]["line"] == 3
    assert "#" not in text.partition("COPY")[2]
    assert said["evidence"]["taken_back"] == []
    assert left_behind(engine.name) == []


def test_green_stays_green(tmp_path: Path) -> None:
    code, said, text = fixed(tmp_path, WORKS)
    (one,) = said["evidence"]["dockerfiles"]
    assert (code, one["turn"], one["after"]["reached"]) == (0, "kept", "ran")
    assert one["before"]["layers"] == one["after"]["layers"] > 0
    assert "MAINTAINER" not in text


def test_level_built_starts_nothing(tmp_path: Path) -> None:
    code, said, text = fixed(tmp_path, WORKS, "--verify=built", app="raise SystemExit('never started')\n")
    (one,) = said["evidence"]["dockerfiles"]
    assert (code, said["evidence"]["asked"], one["after"]["reached"]) == (0, "built", "built")
    assert "MAINTAINER" not in text


def test_red_stays_red_and_is_told(tmp_path: Path) -> None:
    code, said, text = fixed(tmp_path, STILL_FAILS)
    (one,) = said["evidence"]["dockerfiles"]
    assert (code, one["turn"], one["same_step"], one["after"]["line"]) == (1, "failing", True, 3)
    assert any("no such luck" in line for line in one["after"]["log"])
    assert "MAINTAINER" not in text


def test_what_cannot_be_judged_is_not_written(tmp_path: Path) -> None:
    text = "FROM registry.invalid/nothing:1\nMAINTAINER somebody\nUSER nobody\n"
    code, said, after = fixed(tmp_path, text)
    assert (code, after) == (2, text)
    assert said["evidence"]["taken_back"][0]["judged"]["turn"] == "unknown"


@pytest.mark.parametrize("text", ["# syntax=example.com/other:1\n" + WORKS])
def test_foreign_frontends_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "Dockerfile").write_text(text)
    done = ran("fix", "--profile", "strict", "--verify", str(tmp_path / "Dockerfile"))
    assert done.returncode == 2
    assert "example.com/other" in done.stderr
    assert (tmp_path / "Dockerfile").read_text() == text


def test_whole_home_is_refused_as_a_context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    docker = os.environ.get("DOCKER_CONFIG", os.path.expanduser("~/.docker"))
    monkeypatch.setenv("DOCKER_CONFIG", docker)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Dockerfile").write_text(WORKS)
    done = ran("fix", "--profile", "strict", "--verify", str(tmp_path / "Dockerfile"))
    assert (done.returncode, "name a narrower one with --context" in done.stderr) == (2, True), done.stderr
    assert (tmp_path / "Dockerfile").read_text() == WORKS


def test_unsafe_fix_that_really_breaks_an_image(tmp_path: Path, engine: Engine) -> None:
    """The file counts on what is a mistake almost everywhere: an ARG that is empty behind FROM."""
    lines = ('RUN echo "$V" > /v', 'RUN test -z "$(cat /v)"', "USER nobody", "CMD true")
    text = "\n".join((f"ARG V=1\nFROM {BASE}\nMAINTAINER somebody", *lines, ""))
    code, said, after = fixed(tmp_path, text, "--unsafe-fixes", "--verify")
    assert code == 1
    assert "MAINTAINER" not in after
    assert after.count("ARG") == 1, said
    (dropped,) = said["evidence"]["taken_back"]
    assert (dropped["rule"], dropped["judged"]["turn"]) == ("arg-not-redeclared", "broken")
    assert [one["turn"] for one in said["evidence"]["dockerfiles"]] == ["kept"]
    assert left_behind(engine.name) == []


class Bench:
    """Toy fixes with real builds."""

    def __init__(self, workshop: Workshop, engine: Engine) -> None:
        self.workshop = workshop
        self.engine = engine
        self.builds = 0

    def plan(self, wanted: Callable[[Finding], bool]) -> Mended:
        return mend(self.workshop.look, self.workshop.wishes(True, ())._replace(fixable=wanted))

    def judge(self, build: Build, contents: Mapping[str, bytes]) -> Verdict:
        self.builds += 1
        root = build.context.folder
        assert root is not None
        world = self.workshop.look({}, None).world
        asked = Asked(watched=2.0)
        return verify(build, outlook(build, world), root, self.engine, asked, lambda _: None, changed=contents)


def test_fix_that_breaks_the_image_is_found_and_left_out(workshop: Callable[..., Workshop], engine: Engine) -> None:
    text = f"FROM {BASE}\nRUN true one\nRUN true two\nRUN true three\nRUN true four\nCMD true\n"
    toys = {
        "first": Toy("true one", ": one"),
        "harmful": Toy("true three", "false three"),
        "last": Toy("true four", ": four"),
    }
    bench = Bench(workshop(text, **toys), engine)
    compared = compare(bench.plan, bench.judge)
    assert [one.refused.told.rule for one in compared.dropped] == ["harmful"]
    assert [one.turn for one in compared.judged] == [Turn.KEPT]
    assert write(compared.mended) == ()
    after = Path("Dockerfile").read_text()
    assert after == text.replace("true one", ": one").replace("true four", ": four")
    judged = compared.dropped[0].judged
    assert judged is not None
    assert judged.after.built is not None
    assert judged.after.built.line == 4
    assert left_behind(engine.name) == []


def test_fix_that_breaks_the_start_only(workshop: Callable[..., Workshop], engine: Engine) -> None:
    """It builds all the same: only a container that is started shows it."""
    text = f'FROM {BASE}\nRUN true one\nCMD ["python", "-c", "print(1)"]\n'
    toys = {"good": Toy("true one", ": one"), "harmful": Toy(r"print\(1\)", "raise SystemExit(3)")}
    bench = Bench(workshop(text, **toys), engine)
    compared = compare(bench.plan, bench.judge)
    assert [one.refused.told.rule for one in compared.dropped] == ["harmful"]
    assert "ends with 3" in compared.dropped[0].refused.fault.why
    assert texts(compared.mended)["Dockerfile"] == text.replace("true one", ": one")


def test_requirements_are_built_as_they_would_be(workshop: Callable[..., Workshop], engine: Engine) -> None:
    """The new content of a file in the context is what is built, and the file itself stays."""
    files = {
        "Dockerfile": f"FROM {BASE}\nCOPY requirements.txt .\nRUN grep -q wanted requirements.txt\n"
        "RUN pip install --no-index -r requirements.txt || true\n",
        "requirements.txt": "pip # wanted\nold==1\n",
    }
    toys = {
        "harmful": Toy("pip # wanted", "pip", file="requirements.txt"),
        "good": Toy("old==1", "old==2", file="requirements.txt"),
    }
    bench = Bench(workshop(files, **toys), engine)
    compared = compare(bench.plan, bench.judge)
    assert [one.refused.told.rule for one in compared.dropped] == ["harmful"]
    assert texts(compared.mended) == {"requirements.txt": "pip # wanted\nold==2\n"}
    assert Path("requirements.txt").read_text() == files["requirements.txt"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_leaves_nothing(tmp_path: Path, engine: Engine, number: signal.Signals) -> None:
    text = f"FROM {BASE}\nMAINTAINER somebody\n{SLEEPS}"
    (tmp_path / "Dockerfile").write_text(text)
    words = ("fix", "--profile", "strict", "--verify", str(tmp_path / "Dockerfile"))
    assert ended_by(number, "RUN echo begun", *words) != 0
    assert left_behind(engine.name) == []
    assert (tmp_path / "Dockerfile").read_text() == text
    assert os.listdir(tmp_path) == ["Dockerfile"]


def test_time_that_is_up_writes_nothing(tmp_path: Path, engine: Engine) -> None:
    text = f"FROM {BASE}\nMAINTAINER somebody\n{SLEEPS}"
    code, said, after = fixed(tmp_path, text, "--verify", "--timeout", "4")
    assert (code, after) == (2, text)
    assert "--timeout" in said["evidence"]["taken_back"][0]["why"]
    assert left_behind(engine.name) == []
