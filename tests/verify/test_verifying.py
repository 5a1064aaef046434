"""What a verdict says, with an engine whose answers are written down here. Real engines: see tests/build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import torchlint
from torchlint.model.outlook import outlook
from torchlint.report.verdict import render, render_json
from torchlint.verify.docker import Docker
from torchlint.verify.evidence import Evidence
from torchlint.verify.faults import fault_of
from torchlint.verify.port import Built, Image, Started
from torchlint.verify.probe import MARK
from torchlint.verify.process import Ended
from torchlint.verify.staging import Refused
from torchlint.verify.verifying import Asked, Verdict, verify

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torchlint.check import Report
    from torchlint.syntax.dockerfile import Dockerfile
    from torchlint.verify.port import Heard, Order

DOCKERFILE = """\
FROM python:3.11-slim
WORKDIR /app
RUN pip install --no-cache-dir torch==2.4.0
COPY app.py .
CMD ["python", "app.py"]
"""
ANSWER = {
    "version": [3, 11, 9],
    "executable": "/usr/local/bin/python3.11",
    "prefix": "/usr/local",
    "packages": {"torch": "2.4.0"},
    "imports": {"torch": ""},
    "torch": {"version": "2.4.0+cu121", "cuda": "12.1", "hip": None, "archs": ["sm_80"]},
}
IMAGE = Image((), ("python", "app.py"), (("PATH", "/usr/local/bin:/usr/bin"),), "", "/app", 10**9, 5, False)


class Scripted:
    """An engine that says what the test wants to hear, and remembers what it was asked."""

    name, version, runs = "scripted", "1", True

    def __init__(
        self,
        built: Built | None = None,
        image: Image = IMAGE,
        answer: Mapping[str, object] | None = ANSWER,
        started: Started | None = None,
        files: Mapping[str, bytes] | None = None,
        lacking: str | None = None,
    ) -> None:
        self.built = built or Built("sha256:1", "", 1.0)
        self.said = image
        self.answer = answer
        self.started = started or Started("running", None, (), 10.0)
        self.files = {"/usr/local/bin/python": b"\x7fELF"} if files is None else files
        self.lacking = lacking
        self.asked: list[str] = []

    def cannot(self, dockerfile: Dockerfile) -> str | None:
        return self.lacking

    def build(self, order: Order, heard: Heard) -> Built:
        self.asked.append("build")
        return self.built

    def image(self, image: str) -> Image | None:
        return self.said

    def run(self, image: str, run: str, program: str, words: tuple[str, ...], seconds: float, gpus: bool) -> Ended:
        self.asked.append(f"run {program}")
        text = "" if self.answer is None else f"noise\n{MARK}{json.dumps(self.answer)}\n"
        return Ended(0 if text else 1, text.encode(), 1.0)

    def start(self, image: str, run: str, seconds: float, gpus: bool) -> Started:
        self.asked.append("start")
        return self.started

    def fetch(self, image: str, run: str, paths: tuple[str, ...], most: int) -> tuple[str, bytes] | None:
        return next(((path, self.files[path][:most]) for path in paths if path in self.files), None)

    def remove(self, run: str, keep: str | None) -> None:
        self.asked.append(f"remove, keep {keep}")


class Project:
    """A checked Dockerfile in a folder."""

    def __init__(self, folder: Path, text: str = DOCKERFILE) -> None:
        (folder / "Dockerfile").write_text(text)
        (folder / "app.py").write_text("import torch\n")
        project = torchlint.read([str(folder / "Dockerfile")])
        self.world = torchlint.World()
        self.report: Report = torchlint.check(project, world=self.world)
        self.build = self.report.builds[0]

    def verified(self, engine: Scripted, asked: Asked = Asked()) -> Verdict:  # noqa: B008
        root = self.build.context.folder
        assert root is not None
        return verify(self.build, outlook(self.build, self.world), root, engine, asked, lambda _progress: None)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_all_that_is_asked_for_is_reached(project: Project) -> None:
    engine = Scripted()
    verdict = project.verified(engine)
    assert (verdict.reached, verdict.proven, verdict.why) == (Evidence.RAN, True, "")
    assert verdict.differences == ()
    assert engine.asked == ["build", "run /usr/local/bin/python", "start", "remove, keep None"]


def test_lower_level_starts_nothing(project: Project) -> None:
    engine = Scripted()
    verdict = project.verified(engine, Asked(level=Evidence.BUILT, keep=True))
    assert (verdict.reached, verdict.proven) == (Evidence.BUILT, True)
    assert engine.asked == ["build", "remove, keep sha256:1"]


@pytest.mark.parametrize(
    ("built", "proven", "why"),
    [
        (Built(None, "file", 1.0, "[2/4] RUN pip", 3, "exit code: 1"), False, "the build stops in [2/4] RUN pip"),
        (Built(None, "engine", 1.0, "", None, "no such host"), None, "the engine cannot build it here: no such host"),
        (Built(None, "deadline", 9.0, "[2/4] RUN pip", 3, "time was up"), None, "longer than it may in [2/4] RUN pip"),
    ],
)
def test_builds_that_fail(project: Project, built: Built, proven: bool | None, why: str) -> None:
    engine = Scripted(built)
    verdict = project.verified(engine)
    assert (verdict.reached, verdict.proven) == (Evidence.SEEN, proven)
    assert why in verdict.why
    assert engine.asked[-1] == "remove, keep None"


def test_what_the_engine_does_not_know_is_not_the_file_s_fault(project: Project) -> None:
    engine = Scripted(lacking="scripted 1 knows no heredocs")
    verdict = project.verified(engine)
    assert (verdict.proven, verdict.reached) == (None, Evidence.SEEN)
    assert engine.asked == []


@pytest.mark.parametrize(
    ("engine", "why"),
    [
        (Scripted(files={}), "python is not in the image"),
        (Scripted(started=Started("failed", 2, ("boom",), 1.0)), "the container ends with 2: boom"),
        (Scripted(started=Started("refused", 127, ("exec: not found",), 1.0)), "cannot start: exec: not found"),
        (Scripted(answer=None), "Python does not answer"),
        (Scripted(answer=ANSWER | {"imports": {"torch": "ImportError: no"}}), "import torch fails: ImportError: no"),
        (Scripted(answer=ANSWER | {"torch": {"error": "OSError: lib"}}), "torch does not work: OSError: lib"),
    ],
)
def test_images_that_do_not_work(project: Project, engine: Scripted, why: str) -> None:
    verdict = project.verified(engine)
    assert (verdict.reached, verdict.proven) == (Evidence.BUILT, False)
    assert why in verdict.why


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"version": [3, 12, 1]}, "python"),
        ({"packages": {"torch": "2.5.0"}}, "torch"),
        ({"packages": {}}, "torch"),
        ({"torch": {"version": "2.4.0+cpu", "cuda": None, "hip": None, "archs": None}}, "torch's CUDA"),
    ],
)
def test_every_wrong_prediction_is_told(project: Project, change: dict[str, object], what: str) -> None:
    verdict = project.verified(Scripted(answer=ANSWER | change))
    assert what in [one.what for one in verdict.differences]


def test_user_and_folder_are_compared(project: Project) -> None:
    verdict = project.verified(Scripted(image=IMAGE._replace(user="app", workdir="/srv")))
    assert {one.what for one in verdict.differences} == {"user", "workdir"}
    assert not project.verified(Scripted(image=IMAGE._replace(user="0"))).differences


def test_python_of_a_console_script_is_asked(project: Project) -> None:
    image = IMAGE._replace(cmd=("uvicorn", "app:app"))
    files = {"/usr/bin/uvicorn": b"#!/opt/venv/bin/python3\nimport sys\n"}
    engine = Scripted(image=image, files=files)
    project.verified(engine)
    assert "run /opt/venv/bin/python3" in engine.asked


ACTIVATING = """\
FROM python:3.11-slim
WORKDIR /app
RUN python -m venv /opt/venv && /opt/venv/bin/pip install torch==2.4.0
COPY app.py .
CMD {command}
"""


@pytest.mark.parametrize(
    ("command", "asked", "modules"),
    [
        (". /opt/venv/bin/activate && exec python app.py", "/opt/venv/bin/python", ["torch"]),
        ('["bash", "-c", "source /opt/venv/bin/activate && python app.py"]', "/opt/venv/bin/python", ["torch"]),
        ("PATH=/opt/venv/bin:$PATH exec python app.py", "/opt/venv/bin/python", ["torch"]),
        ("cd /opt/venv && exec bin/python /app/app.py", "/opt/venv/bin/python", ["torch"]),
        ("exec python app.py", "/usr/local/bin/python", ["torch"]),
        # Which Python runs it, and where that looks, only the shell knows.
        ("PATH=$(cat path) exec python app.py", "/usr/local/bin/python", []),
        ("PYTHONPATH=/libs exec python app.py", "/usr/local/bin/python", []),
        ("exec $PROGRAM app.py", "/usr/local/bin/python", []),
    ],
)
def test_python_that_a_shell_starts_is_asked(tmp_path: Path, command: str, asked: str, modules: list[str]) -> None:
    class Listening(Scripted):
        def run(self, image: str, run: str, program: str, words: tuple[str, ...], seconds: float, gpus: bool) -> Ended:
            assert json.loads(words[2]) == modules
            return super().run(image, run, program, words, seconds, gpus)

    files = dict.fromkeys(("/bin/sh", "/bin/bash", "/usr/local/bin/python", "/opt/venv/bin/python"), b"\x7fELF")
    image = IMAGE._replace(cmd=("/bin/sh", "-c", command))
    engine = Listening(image=image, files=files)
    Project(tmp_path, ACTIVATING.format(command=command)).verified(engine)
    assert f"run {asked}" in engine.asked


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("docker: no such user: app\n\nRun 'docker run --help' for more information\n", "docker: no such user: app"),
        ("f00\ndocker: exec: not found.\nSee 'docker run --help'.\n", "docker: exec: not found."),
        ("Error: no such user\n", "Error: no such user"),
        ("Run 'docker run --help' for more information\n", "Run 'docker run --help' for more information"),
    ],
)
def test_reason_why_a_container_does_not_start_is_no_advice(
    said: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(command: list[str], **_more: object) -> Ended:
        return Ended(125 if "run" in command else 0, said.encode(), 0.1)

    monkeypatch.setattr("torchlint.verify.process.run", answered)
    started = Docker("26.1.5", buildx=True).start("sha256:1", "torchlint-1", 1.0, gpus=False)
    assert (started.state, started.log[-1]) == ("refused", why)


def test_foreign_frontends_are_refused(tmp_path: Path) -> None:
    project = Project(tmp_path, f"# syntax=example.com/frontend:1\n{DOCKERFILE}")
    engine = Scripted()
    with pytest.raises(Refused, match=r"example\.com/frontend"):
        project.verified(engine)
    assert engine.asked == []


def test_a_failure_that_was_foreseen_names_its_rule(tmp_path: Path) -> None:
    project = Project(tmp_path, DOCKERFILE.replace("torch==2.4.0", "torch==1.13.1+cu118"))
    engine = Scripted(Built(None, "file", 1.0, "[3/4] RUN pip", 3, "exit code: 1", ("No matching distribution",)))
    verdict = project.verified(engine)
    text = render(project.report, project.build, engine, verdict, Evidence.RAN)
    assert "Dockerfile:3: fails; seen, ran was asked for" in text
    assert "No matching distribution" in text
    said = json.loads(render_json(project.report, project.build, engine, verdict, Evidence.RAN))
    assert (said["proven"], said["reached"], said["build"]["line"]) == (False, "seen", 3)
    assert said["explained_by"]
    assert f"foreseen by {said['explained_by'][0]}" in text


@pytest.mark.parametrize(
    ("cause", "fault"),
    [
        ('process "/bin/sh -c pip install x" did not complete successfully: exit code: 1', "file"),
        ('"/x": not found', "file"),
        ("docker.io/library/python:3.99: not found", "file"),
        ("failed to do request: Head ...: dial tcp: lookup host: no such host", "engine"),
        ("write /x: no space left on device", "engine"),
        ("Cannot connect to the Docker daemon at unix:///var/run/docker.sock", "engine"),
        ("error reading from server: EOF", "engine"),
        ("dockerfile parse error on line 2: unterminated heredoc: EOF", "file"),
        ('failed to compute cache key: "/geofence.txt": not found', "file"),
        ("creating build container: python:3.12-slim: image not known", "engine"),
        ('creating build container: short-name "x:1" did not resolve to an alias', "engine"),
        ('building at STEP "RUN pip": while running runtime: exit status 1', "file"),
    ],
)
def test_whose_fault_it_is(cause: str, fault: str) -> None:
    assert fault_of(cause) == fault


@pytest.mark.parametrize(
    ("text", "build_args", "wanted"),
    [
        (DOCKERFILE, (), "python:3.11-slim"),
        (f"FROM scratch AS none\n{DOCKERFILE}COPY --from=none /x /x\n", (), "python:3.11-slim"),
        (DOCKERFILE.replace("FROM python", "ARG IMAGE=python\nFROM $IMAGE"), (), "python:3.11-slim"),
        (DOCKERFILE.replace("FROM python", "ARG IMAGE=python\nFROM $IMAGE"), (("IMAGE", "other"),), None),
        (DOCKERFILE.replace("FROM python", "ARG IMAGE\nFROM $IMAGE"), (), None),
    ],
)
def test_nothing_is_fetched_that_may_not_be(
    text: str, build_args: tuple[tuple[str, str], ...], wanted: str | None, tmp_path: Path
) -> None:
    class Empty(Scripted):
        def image(self, image: str) -> Image | None:
            self.asked.append(f"image {image}")
            return IMAGE if image.startswith("sha256:") else None

    engine = Empty()
    project = Project(tmp_path, text)
    verdict = project.verified(engine, Asked(pull=False, build_args=build_args))
    if wanted is None:
        assert engine.asked[0] == "build"
        return
    assert (verdict.reached, verdict.proven, engine.asked) == (Evidence.SEEN, None, [f"image {wanted}"])
    assert wanted in verdict.why
    assert "--pull=never" in verdict.why
    assert project.verified(Empty(), Asked(build_args=build_args)).reached is Evidence.RAN


@pytest.mark.parametrize(
    ("last", "fault"),
    [
        ("cp: error writing '/x': No space left on device", "engine"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "engine"),
        ("ERROR: No matching distribution found for torch==9", "file"),
    ],
)
def test_full_disk_is_told_by_the_step(last: str, fault: str) -> None:
    cause = 'process "/bin/sh -c pip install x" did not complete successfully: exit code: 1'
    assert fault_of(cause, ("begun", last)) == fault


def test_container_that_is_lost_says_nothing_of_the_file(project: Project) -> None:
    """The engine answers no longer, or this machine does not let it start any."""
    for log in ((), ("runc: error setting rlimit type 7: operation not permitted",)):
        engine = Scripted(started=Started("lost", None, log, 1.0), answer=None)
        verdict = project.verified(engine)
        assert (verdict.reached, verdict.proven) == (Evidence.BUILT, None)
        assert "scripted cannot run it here" in verdict.why
        assert "label torchlint.run=" in verdict.why or "rlimit" in verdict.why


@pytest.mark.parametrize(
    ("code", "said", "state"),
    [
        (126, "Error: runc: error setting rlimit type 7: operation not permitted", "lost"),
        (125, 'docker: could not select device driver "" with capabilities: [[gpu]].', "lost"),
        (1, "Cannot connect to the Docker daemon at unix:///var/run/docker.sock.", "lost"),
        (None, "", "lost"),
        (127, 'docker: exec: "/none": stat /none: no such file or directory', "refused"),
        (125, "Error: unable to find user nosuch: no matching entries in passwd file", "refused"),
    ],
)
def test_machine_that_starts_no_container(
    code: int | None, said: str, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(command: list[str], **_more: object) -> Ended:
        return Ended(code if "run" in command else 0, said.encode(), 0.1)

    monkeypatch.setattr("torchlint.verify.process.run", answered)
    assert Docker("26.1.5", buildx=True).start("sha256:1", "torchlint-1", 1.0, gpus=False).state == state


def test_engine_that_stops_while_the_container_runs_is_no_fault_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends the container first, and then tells nothing more."""

    def answered(command: list[str], **_more: object) -> Ended:
        state = b'{"Running": false, "ExitCode": 137}'
        return Ended(1 if "logs" in command else 0, state if "inspect" in command else b"", 0.1)

    monkeypatch.setattr("torchlint.verify.process.run", answered)
    started = Docker("26.1.5", buildx=True).start("sha256:1", "torchlint-1", 1.0, gpus=False)
    assert (started.state, started.code) == ("lost", None)
