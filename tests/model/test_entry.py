"""ENTRYPOINT and CMD together: which program a container starts, in which environment, with which script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import said

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\nRUN python -m venv /v\n"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('CMD ["python", "a.py"]', ["python", "a.py"]),
        ('ENTRYPOINT ["python", "a.py"]', ["python", "a.py"]),
        ('ENTRYPOINT ["python"]\nCMD ["a.py"]', ["python", "a.py"]),
        ('CMD ["a.py"]\nENTRYPOINT ["python"]', ["python", "a.py"]),
        ('CMD ["x"]\nCMD ["python"]', ["python"]),
        ('ENTRYPOINT ["tini", "--"]\nCMD ["python", "a.py"]', ["python", "a.py"]),
        ('ENTRYPOINT ["tini", "-g", "--", "python"]\nCMD ["a.py"]', ["python", "a.py"]),
        ('ENTRYPOINT ["dumb-init"]\nCMD ["python"]', ["python"]),
        ('ENTRYPOINT ["/opt/nvidia/nvidia_entrypoint.sh"]\nCMD ["python"]', ["python"]),
        ("CMD python a.py", ["/bin/sh", "-c", "python a.py"]),
        ('ENTRYPOINT ["tini", "--"]\nCMD python a.py', ["/bin/sh", "-c", "python a.py"]),
        ('SHELL ["/bin/bash", "-c"]\nCMD python a.py', ["/bin/bash", "-c", "python a.py"]),
        ('ENTRYPOINT python a.py\nCMD ["ignored"]', ["/bin/sh", "-c", "python a.py"]),
    ],
)
def test_what_the_runtime_executes(predicted: Predict, lines: str, words: list[str]) -> None:
    assert [word.value for word in predicted(f"{SLIM}{lines}\n").entry.argv] == words


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ('CMD ["python", "a.py"]', ["python"]),
        ("CMD python a.py", ["python"]),
        ("CMD cd /app && exec python a.py", ["cd", "python"]),
        ('CMD ["sh", "-c", "cd /app && python a.py"]', ["cd", "python"]),
        ('ENTRYPOINT ["/bin/bash", "-c"]\nCMD ["python a.py"]', ["python"]),
        ('ENTRYPOINT ["tini", "--", "bash", "-c", "python a.py"]', ["python"]),
        ('CMD ["bash", "start.sh"]', ["bash"]),
    ],
)
def test_which_commands_run(predicted: Predict, lines: str, names: list[str]) -> None:
    assert [command.name for command in predicted(f"{SLIM}{lines}\n").entry.commands] == names


@pytest.mark.parametrize(
    ("lines", "prefix"),
    [
        ('CMD ["python", "a.py"]', "/usr/local"),
        ('ENV PATH=/v/bin:$PATH\nCMD ["python", "a.py"]', "/v"),
        ('CMD ["/v/bin/python", "a.py"]', "/v"),
        ('RUN . /v/bin/activate\nCMD ["python", "a.py"]', "/usr/local"),
        ("CMD . /v/bin/activate && python a.py", "/v"),
        ('CMD ["bash", "-c", "source /v/bin/activate && python a.py"]', "/v"),
        ('CMD ["uvicorn", "a:app"]', None),
        ('ENV PATH=$X:$PATH\nCMD ["python"]', None),
        ('ARG X\nENV PATH=$X:$PATH\nCMD ["python"]', None),
        ('CMD ["bash", "-lc", "python a.py"]', None),
    ],
)
def test_in_which_environment_it_runs(predicted: Predict, lines: str, prefix: str | None) -> None:
    environment = predicted(f"{SLIM}{lines}\n").entry.environment
    assert (None if environment is None else environment.prefix) == prefix


@pytest.mark.parametrize(
    ("lines", "script"),
    [
        ('CMD ["python", "a.py"]', "/app/a.py"),
        ('CMD ["python", "-u", "-W", "ignore", "/x/a.py", "--port", "1"]', "/x/a.py"),
        ('CMD ["python3.11", "-X", "dev", "a.py"]', "/app/a.py"),
        ('CMD ["python", "-m", "a"]', None),
        ('CMD ["python", "-um", "a"]', None),
        ('CMD ["python", "-c", "pass"]', None),
        ("CMD cd sub && python a.py", "/app/sub/a.py"),
        ("CMD cd $(pick) && python a.py", None),
        ('CMD ["uvicorn", "a:app"]', None),
    ],
)
def test_which_script_it_runs(predicted: Predict, lines: str, script: str | None) -> None:
    text = f"{SLIM}WORKDIR /app\n{lines}\n"
    prediction = predicted(text)
    assert prediction.entry.script == script


@pytest.mark.parametrize(
    "text", ["FROM python:3.11\n", "FROM corp/base\n", 'FROM corp/base\nCMD ["python"]\n', "FROM python:3.11\nCMD []\n"]
)
def test_an_entry_that_no_one_can_know_is_none(predicted: Predict, text: str) -> None:
    """The image's own start is not judged; an unknown base may have an ENTRYPOINT that gets CMD's words."""
    assert predicted(text).stage.entry is None


def test_an_entrypoint_over_an_unknown_base_is_known(predicted: Predict) -> None:
    prediction = predicted('FROM corp/base\nENTRYPOINT ["/app/run"]\n')
    assert [word.value for word in prediction.entry.argv] == ["/app/run"]


def test_cmd_of_the_base_is_dropped_by_an_entrypoint(predicted: Predict) -> None:
    assert [word.value for word in predicted('FROM python:3.11\nENTRYPOINT ["a"]\n').entry.argv] == ["a"]
    text = 'FROM python:3.11 AS a\nCMD ["b"]\nFROM a\nENTRYPOINT ["c"]\n'
    assert [word.value for word in predicted(text).entry.argv] == ["c"]


def test_what_a_local_stage_starts_is_inherited(predicted: Predict) -> None:
    text = 'FROM python:3.11 AS a\nENTRYPOINT ["python"]\nFROM a\nCMD ["b.py"]\n'
    assert [word.value for word in predicted(text).entry.argv] == ["python", "b.py"]


def test_arguments_are_gone_when_a_container_starts(predicted: Predict) -> None:
    prediction = predicted(f"{SLIM}ARG X=/v/bin/python\nENV Y=/v/bin/python\nCMD $X; $Y a.py\n")
    assert [said(command.program()) for command in prediction.entry.commands][-1] == "python of /v"
    assert all(command.words[0].value != "/v/bin/python" for command in prediction.entry.commands[:-1])


RUN_BY = (
    "FROM python:3.11-slim\nRUN pip install uv poetry pdm pipenv\nWORKDIR /app\nCOPY . .\nRUN uv sync --frozen\n"
    "ENV VIRTUAL_ENV=/app/.venv\n"
)
PROJECT = {
    "pyproject.toml": '[project]\nname = "app"\nversion = "1"\nrequires-python = "==3.11.*"\ndependencies = []\n',
    "uv.lock": 'version = 1\nrequires-python = "==3.11.*"\n\n[[package]]\nname = "app"\nversion = "1"\n'
    'source = { virtual = "." }\n',
    "app.py": "",
}


@pytest.mark.parametrize(
    ("words", "last", "script", "prefix"),
    [
        ('"uv", "run", "app.py"', ["python", "app.py"], "/app/app.py", "/app/.venv"),
        ('"uv", "run", "--no-sync", "python", "app.py"', ["python", "app.py"], "/app/app.py", "/app/.venv"),
        ('"uv", "run", "python", "-m", "app"', ["python", "-m", "app"], None, "/app/.venv"),
        ('"/usr/local/bin/uv", "run", "/x/tool", "up"', ["/x/tool", "up"], None, None),
        ('"tini", "--", "uv", "run", "app.py"', ["python", "app.py"], "/app/app.py", "/app/.venv"),
        ('"uv", "--version"', ["uv", "--version"], None, None),
    ],
)
def test_what_a_project_manager_starts_is_followed(
    predicted: Predict, words: str, last: list[str], script: str | None, prefix: str | None
) -> None:
    """The program that it starts is the one that runs on; the manager is what the runtime starts."""
    entry = predicted(f"{RUN_BY}CMD [{words}]\n", PROJECT).entry
    assert entry.main is not None
    assert [word.value for word in entry.main.words] == last
    assert (entry.script, entry.environment and entry.environment.prefix) == (script, prefix)
    assert entry.alone
    assert (entry.runner is None) == (last[0] == "uv")


def test_a_manager_that_is_not_there_starts_nothing(predicted: Predict) -> None:
    entry = predicted('FROM python:3.11-slim\nCMD ["uv", "run", "app.py"]\n').entry
    assert entry.runner is None
    assert entry.main is not None
    assert entry.main.program() is False


@pytest.mark.parametrize(
    ("words", "module"),
    [
        ('"python", "-m", "http.server"', "http.server"),
        ('"python3", "-W", "ignore", "-um", "app", "-m", "x"', "app"),
        ('"python", "app.py", "-m", "x"', None),
        ('"python", "-c", "pass", "-m", "x"', None),
        ('"uvicorn", "-m", "x"', None),
    ],
)
def test_which_module_it_runs(predicted: Predict, words: str, module: str | None) -> None:
    assert predicted(f"{SLIM}CMD [{words}]\n").entry.module == module


@pytest.mark.parametrize(
    ("lines", "programs"),
    [
        ("HEALTHCHECK CMD curl -f http://localhost || exit 1\n", ["curl"]),
        ('HEALTHCHECK --interval=5s CMD ["python", "probe.py"]\n', ["python"]),
        ("HEALTHCHECK CMD curl x\nHEALTHCHECK NONE\n", []),
        ("HEALTHCHECK CMD curl x\nHEALTHCHECK CMD wget x\n", ["wget"]),
        ("", []),
    ],
)
def test_what_a_healthcheck_runs(predicted: Predict, lines: str, programs: list[str]) -> None:
    assert [command.name for command in predicted(f"{SLIM}{lines}").stage.probe] == programs


def test_a_healthcheck_runs_in_the_finished_image(predicted: Predict) -> None:
    text = f"{SLIM}HEALTHCHECK CMD curl x\nRUN apt-get update && apt-get install -y curl\n"
    (command,) = predicted(text).stage.probe
    assert said(command.program()) != "absent"
