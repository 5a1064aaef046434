"""pip: what an install asks for, where it looks, into which environment it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pip._internal.commands import create_command

from tests.model.asking import asked, looks
from torchlint.model.effects.words import PIP_VALUED

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\n"
CACHED = "/root/.cache/pip/http/downloaded"
HERE = "https://index.example/simple"


def test_the_table_of_options_agrees_with_pip_s_parser() -> None:
    for name in ("install", "uninstall", "download", "wheel"):
        parser = create_command(name).parser
        options = [*parser.option_list, *(option for group in parser.option_groups for option in group.option_list)]
        valued = {word for one in options if one.takes_value() for word in (*one._short_opts, *one._long_opts)}
        flags = {word for one in options if not one.takes_value() for word in (*one._short_opts, *one._long_opts)}
        assert valued - PIP_VALUED.keys() == set(), name
        assert flags & PIP_VALUED.keys() == set(), name


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("torch", ["torch"]),
        ("'torch>=2.0,<2.5' Numpy", ["torch>=2.0,<2.5", "numpy"]),
        ("-U torch", ["torch"]),
        ("torch --upgrade-strategy eager", ["torch"]),
        ("--timeout 100 --retries=5 --default-timeout 3 torch", ["torch"]),
        ("--root-user-action ignore torch", ["torch"]),
        ("--cache-dir /c --progress-bar off torch", ["torch"]),
        ("--only-binary :all: --no-binary torch torch", ["torch"]),
        ("--trusted-host index.example torch", ["torch"]),
        ("-qr /r.txt", ["torch==2.4.1", "numpy"]),
        ("-Ur/r.txt", ["torch==2.4.1", "numpy"]),
        ("--requirement=/r.txt", ["torch==2.4.1", "numpy"]),
        ("-r /nested.txt", ["torch==2.4.1", "numpy", "(numpy<2)"]),
        ("-c /c.txt torch", ["torch", "(numpy<2)"]),
        ("torch@https://files.example/torch-2.4.1-cp311-cp311-linux_x86_64.whl", ["torch"]),
        ("git+https://git.example/x.git#egg=x", ["x"]),
    ],
)
def test_what_is_asked_for(predicted: Predict, words: str, wanted: list[str]) -> None:
    files = {"r.txt": "torch==2.4.1\nnumpy\n", "nested.txt": "-r r.txt\n-c c.txt\n", "c.txt": "numpy<2\n"}
    install = predicted(f"{SLIM}COPY *.txt /\nRUN pip install {words}\n", files).install
    assert sorted(asked(install)) == sorted(wanted)
    assert install.complete


@pytest.mark.parametrize("way", ["copy", "bind", "stage", "bind from a stage", "folder"])
def test_requirements_files_are_read_wherever_they_come_from(predicted: Predict, way: str) -> None:
    lines = {
        "copy": "COPY deps/r.txt /d/r.txt\nRUN pip install -r /d/r.txt",
        "folder": "WORKDIR /d\nCOPY deps .\nRUN pip install -r r.txt",
        "bind": "RUN --mount=type=bind,source=deps,target=/d pip install -r /d/r.txt",
        "stage": "COPY --from=files /x/r.txt /d/\nRUN pip install -r /d/r.txt",
        "bind from a stage": "RUN --mount=type=bind,from=files,source=/x,target=/d pip install -r /d/r.txt",
    }[way]
    text = f"FROM scratch AS files\nCOPY deps /x\n{SLIM}{lines}\n"
    install = predicted(text, {"deps/r.txt": "torch==2.4.1\n"}).install
    assert asked(install) == ["torch==2.4.1"]
    assert [source.path.rpartition("/")[2] for source, _ in install.files] == ["r.txt"]


def test_a_file_that_is_surely_not_there_is_missing(predicted: Predict) -> None:
    install = predicted(SLIM + "COPY app /app\nRUN pip install -r /r.txt\n", {"app/x": ""}).install
    assert [path for path, _ in install.missing] == ["/r.txt"]


@pytest.mark.parametrize(
    "line",
    [
        "RUN make-files\nRUN pip install -r /r.txt",
        "RUN cd $X && pip install -r r.txt",
        "RUN pip install -r https://x.example/r.txt",
    ],
)
def test_a_file_that_may_be_there_is_not_missing(predicted: Predict, line: str) -> None:
    install = predicted(f"{SLIM}ARG X\n{line}\n").install
    assert install.missing == ()
    assert not install.complete


INDEXES = [
    ("pip install a", "", []),
    (f"pip install -i {HERE} a", "", [("index", HERE)]),
    (f"pip install --index-url={HERE} --extra-index-url {HERE}2 a", "", [("index", HERE), ("extra", HERE + "2")]),
    (f"pip install -f {HERE} a", "", [("find-links", HERE)]),
    ("pip install a", f"ENV PIP_INDEX_URL={HERE}", [("index", HERE)]),
    (f"pip install -i {HERE}2 a", f"ENV PIP_INDEX_URL={HERE}", [("index", HERE + "2")]),
    ("pip install a", f"ENV PIP_EXTRA_INDEX_URL='{HERE} {HERE}2'", [("extra", HERE), ("extra", HERE + "2")]),
    ("pip install a", f"ARG PIP_INDEX_URL={HERE}", [("index", HERE)]),
    ("pip install a", "ARG PIP_INDEX_URL", [("index", None)]),
    (f"PIP_INDEX_URL={HERE} pip install a", "", [("index", HERE)]),
    (f"env PIP_INDEX_URL={HERE} pip install a", "", [("index", HERE)]),
    (f"export PIP_INDEX_URL={HERE} && pip install a", "", [("index", HERE)]),
    ("pip install -i $X a", "ARG X", [("index", None)]),
    ("pip install --no-index a", "", None),
    ("pip install a", "ENV PIP_NO_INDEX=1", None),
    ("pip install a", "ENV PIP_CONFIG_FILE=/x", None),
    ("pip install a", "COPY pip.conf /etc/pip.conf", None),
    ("pip install a", f"RUN pip config set global.index-url {HERE}", None),
    ("pip install a", f"RUN pip config --site set global.index-url {HERE}", None),
    ("pip install a", "RUN pip config list", []),
    ("pip install a", "USER app", None),
    ("pip install -r /r.txt", "COPY r.txt /r.txt", [("index", HERE + "/file")]),
    (f"pip install -i {HERE} -r /r.txt", "COPY r.txt /r.txt", [("index", HERE + "/file")]),
]


@pytest.mark.parametrize(("line", "before", "wanted"), INDEXES)
def test_where_it_looks(
    predicted: Predict, line: str, before: str, wanted: list[tuple[str, str | None]] | None
) -> None:
    files = {"pip.conf": "", "r.txt": f"--index-url {HERE}/file\na\n"}
    assert looks(predicted(f"{SLIM}{before}\nRUN {line}\n", files).install) == wanted


@pytest.mark.parametrize(
    ("line", "prefix"),
    [
        ("pip install a", "/usr/local"),
        ("python -m pip install a", "/usr/local"),
        ("/v/bin/pip install a", "/v"),
        ("/v/bin/python -m pip install a", "/v"),
        (". /v/bin/activate && pip install a", "/v"),
        ("PATH=/v/bin:$PATH pip install a", "/v"),
        ("pip --python /v/bin/python install a", "/v"),
        ("pip --python /v install a", "/v"),
        ("pip --python $X install a", None),
        (". /other/activate; pip install a", None),
        ("$X/pip install a", None),
        ("PIP_PYTHON=/v pip install a", None),
    ],
)
def test_into_which_environment_it_goes(predicted: Predict, line: str, prefix: str | None) -> None:
    prediction = predicted(f"{SLIM}ARG X\nRUN python -m venv /v\nRUN {line}\n")
    installs = prediction.installs
    if line.startswith("$X"):
        assert installs == ()
        return
    environment = installs[0].environment
    assert (None if environment is None else environment.prefix) == prefix


def test_installed_packages_are_known_afterwards(predicted: Predict) -> None:
    environment = predicted(SLIM + "RUN pip install torch==2.4.1+cu121 'numpy<2' flask\n").environment("/usr/local")
    torch = environment.packages["torch"]
    assert (torch.version, environment.packages["numpy"].version, torch.source) == ("2.4.1", None, "pip")
    assert environment.packages["numpy"].specifier == "<2"
    assert environment.complete


@pytest.mark.parametrize(
    "line",
    ["pip install .", "pip install -e .", "pip install a $X", "pip install -r $X", "PIP_CONSTRAINT=$X pip install ."],
)
def test_what_else_an_install_brings_may_be_unknown(predicted: Predict, line: str) -> None:
    prediction = predicted(f"{SLIM}ARG X\nRUN {line}\n", {"pyproject.toml": ""})
    assert prediction.environment("/usr/local").complete is False
    assert prediction.environment("/usr/local").has("torch") is None


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("pip install --target /app/libs torch", ""),
        ("pip install -t libs torch", ""),
        ("pip install --prefix=/install torch", ""),
        ("pip install torch", "ENV PIP_TARGET=/app/libs"),
        ("pip install torch", "ENV PIP_PREFIX=/install"),
        ("pip install --dry-run torch", ""),
        ("pip download torch", ""),
        ("pip wheel -w /wheels torch", ""),
        ("pip uninstall -y torch", "RUN pip install torch"),
        ("pip uninstall -y -r r.txt", "RUN pip install torch"),
    ],
)
def test_an_install_elsewhere_does_not_fill_the_environment(predicted: Predict, line: str, before: str) -> None:
    prediction = predicted(f"{SLIM}WORKDIR /app\n{before}\nRUN {line}\n")
    assert "torch" not in prediction.environment("/usr/local").packages


def test_a_target_inside_the_environment_makes_it_unknown(predicted: Predict) -> None:
    text = SLIM + "RUN pip install --target /usr/local/lib/python3.11/site-packages torch\n"
    assert predicted(text).environment("/usr/local").has("torch") is None


def test_user_installs_lie_in_the_home_folder(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN pip install --user torch\n")
    assert "torch" in prediction.environment("/root/.local").packages
    assert prediction.environment("/root/.local").python.value == "3.11"
    assert prediction.environment("/usr/local").packages == {}
    assert "/root/.local" not in predicted(SLIM + "USER app\nRUN pip install --user torch\n").final.environments


@pytest.mark.parametrize(
    ("line", "before", "kept"),
    [
        ("pip install a", "", True),
        ("pip install --no-cache-dir a", "", False),
        ("pip install --no-cache a", "", False),
        ("pip --no-cache-dir install a", "", False),
        ("pip install a", "ENV PIP_NO_CACHE_DIR=1", False),
        ("pip install a && rm -rf /root/.cache", "", False),
        ("pip install a && rm -rf ~/.cache/pip", "", False),
        ("pip install a && pip cache purge", "", False),
        ("pip install --cache-dir /c a", "", False),
    ],
)
def test_the_cache_stays_unless_it_is_turned_off_or_removed(
    predicted: Predict, line: str, before: str, kept: bool
) -> None:
    assert (predicted(f"{SLIM}{before}\nRUN {line}\n").there(CACHED) == "file") is kept


def test_a_cache_mount_adds_nothing(predicted: Predict) -> None:
    text = SLIM + "RUN --mount=type=cache,target=/root/.cache/pip pip install a\n"
    assert predicted(text).there(CACHED) != "file"


def test_pip_where_there_is_none_installs_nothing(predicted: Predict) -> None:
    prediction = predicted(
        "FROM ubuntu:22.04\nRUN apt-get install -y --no-install-recommends python3 && pip install a\n"
    )
    assert prediction.install.interpreter is False
    assert prediction.environment("/usr").packages == {}


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("six; python_version < '3.11'", False),
        ("six; sys_platform == 'win32'", False),
        ("six; python_version >= '3.11'", True),
        ("six; python_version >= '3.8' and platform_machine == 'aarch64'", True),
        ("six; platform_release == '5'", True),
    ],
)
def test_what_a_marker_leaves_out_is_not_installed(predicted: Predict, line: str, there: bool) -> None:
    """For which processor an image is made no install knows: such a line may count."""
    environment = predicted(f"{SLIM}COPY r.txt /\nRUN pip install -r /r.txt\n", {"r.txt": line}).environment(
        "/usr/local"
    )
    assert ("six" in environment.packages) is there


@pytest.mark.parametrize("tool", ["pip", "uv pip"])
def test_an_uninstall_leaves_what_the_package_needed(predicted: Predict, tool: str) -> None:
    system = "--system " if tool == "uv pip" else ""
    text = "FROM python:3.11-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.8.0 /uv /bin/uv\n"
    text += f"RUN {tool} install {system}flask numpy && {tool} uninstall {system}flask\n"
    environment = predicted(text).environment("/usr/local")
    assert (set(environment.packages), environment.complete) == ({"numpy"}, False)
    assert environment.has("click") is None
    same = predicted(text.replace("uninstall flask", "uninstall other").replace("uninstall --system flask", "list"))
    assert same.environment("/usr/local").complete


def test_an_uninstall_from_nobody_knows_where_may_be_from_each(predicted: Predict) -> None:
    text = "FROM python:3.11-slim\nRUN pip install flask && $X uninstall flask && unknown-pip\n"
    text = text.replace("$X uninstall", "PATH=$Y pip uninstall")
    environment = predicted("ARG Y\n" + text).environment("/usr/local")
    assert "flask" not in environment.packages and not environment.complete


APT = "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y python3-pip python3-venv\n"


@pytest.mark.parametrize(
    ("line", "into"),
    [
        ("pip install --upgrade pip", "/usr"),
        ("pip3 install -U pip setuptools wheel", "/usr"),
        ("python3 -m pip install --upgrade pip==24.0", "/usr"),
        ("python3 -m venv /v && /v/bin/pip install -U pip", "/usr"),
        ("pip install --upgrade six", "/usr"),
        ("pip install --upgrade --user pip", "/usr"),
        ("sh -c 'other-tool' && pip install --upgrade pip", None),
    ],
)
@pytest.mark.parametrize("name", ["pip", "pip3"])
def test_a_renewed_pip_is_for_the_same_python(predicted: Predict, line: str, into: str | None, name: str) -> None:
    """Debian's pip puts the new one in /usr/local/bin, before /usr/bin, and both start the new module."""
    environment = predicted(f"{APT}RUN {line}\nRUN {name} install flask\n").installs[-1].environment
    assert (environment.prefix if environment is not None else None) == into


def test_a_renewed_pip_of_an_environment_stays_there(predicted: Predict) -> None:
    found = predicted(f"{APT}RUN python3 -m venv /v && /v/bin/pip install -U pip\nRUN /v/bin/pip3 install flask\n")
    environment = found.installs[-1].environment
    assert environment is not None
    assert environment.prefix == "/v"
    assert "pip" in environment.packages
