"""Where a server listens and what it imports, as its words, variables, files and defaults say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict

WHERE = [
    ('["uvicorn", "main:app"]', ("uvicorn", "127.0.0.1", "8000")),
    ('["uvicorn", "main:app", "--host", "0.0.0.0", "--port=80"]', ("uvicorn", "0.0.0.0", "80")),
    ('["/venv/bin/uvicorn", "main:app", "--uds", "/tmp/s"]', ("uvicorn", None, None)),
    ("uvicorn main:app --port $PORT", ("uvicorn", None, None)),
    ("UVICORN_HOST=0.0.0.0 uvicorn main:app", ("uvicorn", None, None)),
    ('["python", "-m", "uvicorn", "main:app"]', ("uvicorn", "127.0.0.1", "8000")),
    ('["gunicorn", "-b", "127.0.0.1:9000", "main:app"]', ("gunicorn", "127.0.0.1", "9000")),
    ('["gunicorn", "-b:9000", "main:app"]', ("gunicorn", "0.0.0.0", "9000")),
    ('["gunicorn", "--bind=unix:/tmp/s", "main:app"]', ("gunicorn", None, None)),
    ('["gunicorn", "main:app"]', ("gunicorn", "127.0.0.1", "8000")),
    ('["gunicorn", "-c", "conf.py", "main:app"]', ("gunicorn", None, None)),
    ('["flask", "run", "-h", "0.0.0.0"]', ("flask run", "0.0.0.0", "5000")),
    ('["streamlit", "run", "app.py"]', ("streamlit run", "0.0.0.0", "8501")),
    ('["jupyter", "lab", "--ip=127.0.0.1"]', ("jupyter lab", "127.0.0.1", "8888")),
]


@pytest.mark.parametrize(("cmd", "expected"), WHERE)
def test_a_server_listens_where_it_is_told(
    predicted: Predict, cmd: str, expected: tuple[str, str | None, str | None]
) -> None:
    found = predicted(f"FROM python:3.12-slim\nWORKDIR /app\nCMD {cmd}\n").entry.listening
    assert found is not None
    assert (found.program, found.host, found.port) == expected


@pytest.mark.parametrize("cmd", ['["python", "train.py"]', '["flask", "db", "upgrade"]', '["bash"]', "$PROGRAM"])
def test_no_server_listens_nowhere(predicted: Predict, cmd: str) -> None:
    assert predicted(f"FROM python:3.12-slim\nCMD {cmd}\n").entry.listening is None


def test_a_file_in_the_working_directory_may_say_it(predicted: Predict) -> None:
    text = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "main:app"]\n'
    found = predicted(text, {"gunicorn.conf.py": "", "main.py": ""}).entry.listening
    assert found is not None
    assert found.host is None


MODULES = [
    ("COPY . .", '["uvicorn", "app.main:app"]', ("app.main", "")),
    ("COPY . .", '["uvicorn", "app.missing:app"]', ("app.missing", "/srv/app/missing.py")),
    ("COPY app/ .", '["gunicorn", "-w", "2", "app.main:app"]', ("app.main", "/srv/app/main.py")),
    ("COPY . .\nRUN ./make", '["uvicorn", "app.missing:app"]', ("app.missing", "")),
    ("COPY . .\nENV PYTHONPATH=/x", '["uvicorn", "app.missing:app"]', ("app.missing", "")),
    ("COPY . .\nRUN pip install .", '["uvicorn", "product.main:app"]', ("product.main", "")),
]


@pytest.mark.parametrize(("steps", "cmd", "expected"), MODULES)
def test_a_module_is_missing_only_where_nothing_else_can_be_it(
    predicted: Predict, steps: str, cmd: str, expected: tuple[str, str]
) -> None:
    files = {"app/main.py": "", "pyproject.toml": '[project]\nname = "product"\nversion = "1"\n'}
    module = predicted(f"FROM python:3.12-slim\nWORKDIR /srv\n{steps}\nCMD {cmd}\n", files).entry.served_module
    assert module is not None
    assert (module.name, module.missing) == expected


RESTARTED = [
    ("", '["uvicorn", "app.main:app"]', False),
    ("", '["uvicorn", "app.main:app", "--workers", "2"]', True),
    ("ENV WEB_CONCURRENCY=2", '["uvicorn", "app.main:app"]', True),
    ("", '["uvicorn", "app.main:app", "--reload"]', True),
    ("", '["gunicorn", "--workers=2", "app.main:app"]', False),
    ("", '["hypercorn", "-w", "2", "app.main:app"]', False),
]


@pytest.mark.parametrize(("steps", "cmd", "expected"), RESTARTED)
def test_what_a_server_starts_again_when_it_fails(predicted: Predict, steps: str, cmd: str, expected: bool) -> None:
    text = f"FROM python:3.12-slim\nWORKDIR /srv\nCOPY . .\n{steps}\nCMD {cmd}\n"
    module = predicted(text, {"app/main.py": ""}).entry.served_module
    assert module is not None
    assert (module.path, module.restarted) == ("/srv/app/main.py", expected)


OF_FASTAPI = [
    ("COPY . /srv", '["fastapi", "run", "app/main.py"]', ("app.main", "", "/srv/app/main.py", "/srv")),
    ("COPY . /srv", '["fastapi", "run", "--port", "80"]', ("app.main", "", "/srv/app/main.py", "/srv")),
    ("COPY . /srv", '["fastapi", "dev", "tool/main.py"]', ("main", "", "/srv/tool/main.py", "/srv/tool")),
    ("COPY . /srv", '["fastapi", "run", "api.py"]', ("api", "/srv/api.py", "", "/srv")),
    ("COPY . /srv\nRUN ./make", '["fastapi", "run", "api.py"]', ("api", "", "", "/srv")),
]


@pytest.mark.parametrize(("steps", "cmd", "expected"), OF_FASTAPI)
def test_what_fastapi_imports(predicted: Predict, steps: str, cmd: str, expected: tuple[str, ...]) -> None:
    files = {"app/__init__.py": "", "app/main.py": "", "tool/main.py": ""}
    module = predicted(f"FROM python:3.12-slim\nWORKDIR /srv\n{steps}\nCMD {cmd}\n", files).entry.served_module
    assert module is not None
    assert (module.name, module.missing, module.path, module.folder) == expected


@pytest.mark.parametrize("cmd", ['["uvicorn", "--app-dir", "x", "a:b"]', '["uvicorn", "$APP"]', '["python", "a:b"]'])
def test_no_module_where_it_may_be_elsewhere(predicted: Predict, cmd: str) -> None:
    module = predicted(f"FROM python:3.12-slim\nWORKDIR /app\nCMD {cmd}\n").entry.served_module
    assert module is None


DETACHES = [
    ("service ssh start", True),
    ("service ssh start && bash", False),
    ("python a.py &", True),
    ("python a.py & wait", False),
    ("python a.py & python b.py", False),
    ('["gunicorn", "-D", "main:app"]', True),
    ('["gunicorn", "main:app"]', False),
    ('["sshd"]', True),
    ('["sshd", "-D"]', False),
    ('["./sshd"]', False),
    ('["supervisord"]', False),
    ('["nginx", "-g", "daemon off;"]', False),
]


@pytest.mark.parametrize(("cmd", "detaches"), DETACHES)
def test_what_goes_to_the_background(predicted: Predict, cmd: str, detaches: bool) -> None:
    assert predicted(f"FROM ubuntu:24.04\nCMD {cmd}\n").entry.detaches is detaches


def test_a_variable_that_nobody_sets_may_come_with_the_start(predicted: Predict) -> None:
    prediction = predicted("FROM python:3.12-slim\nRUN echo $NAME\nCMD echo $NAME\n")
    assert prediction.commands[0].values == ()
    assert prediction.entry.commands[0].values == (None,)


@pytest.mark.parametrize(("base", "stays"), [("debian:12", True), ("alpine:3.20", False), ("ubuntu:22.04", True)])
def test_which_shell_stays_between(predicted: Predict, base: str, stays: bool) -> None:
    assert predicted(f"FROM {base}\nCMD sleep 1\n").entry.shell_stays is stays


NEEDED = [
    ("FROM debian:12 AS a\nFROM debian:12 AS b\nFROM debian:12\nCOPY --from=a /x /x\n", {0, 2}),
    ("FROM debian:12 AS a\nFROM a AS b\nFROM debian:12\nRUN --mount=type=bind,from=b,target=/b ls\n", {0, 1, 2}),
    ("FROM debian:12\nFROM debian:12\nCOPY --from=0 /x /x\n", {0, 1}),
    ("ARG B=a\nFROM debian:12 AS a\nFROM debian:12 AS b\nFROM $B\n", None),
]


@pytest.mark.parametrize(("text", "needed"), NEEDED)
def test_which_stages_the_shipped_one_needs(predicted: Predict, text: str, needed: set[int] | None) -> None:
    assert predicted(text).build.needed == needed


BY_DEFAULT = [
    ("ARG B=a\nFROM debian:12 AS a\nFROM debian:12 AS b\nFROM $B\n", {0, 2}),
    ("ARG CUDA=118\nFROM debian:12 AS cuda-118\nFROM debian:12 AS cuda-113\nFROM cuda-${CUDA}\n", {0, 2}),
    ("ARG B=debian:12\nFROM debian:12 AS a\nFROM $B\n", {1}),
    ("ARG B\nFROM debian:12 AS a\nFROM $B\n", None),
    ("FROM debian:12 AS a\nFROM stage-${TARGETARCH}\n", {1}),
    ("FROM debian:12 AS a-amd64\nFROM debian:12 AS a-arm64\nFROM a-${TARGETARCH}\n", {0, 2}),
]


@pytest.mark.parametrize(("text", "needed"), BY_DEFAULT)
def test_which_stages_are_needed_if_no_argument_is_given(
    predicted: Predict, text: str, needed: set[int] | None
) -> None:
    assert predicted(text).build.needed_by_default == needed
