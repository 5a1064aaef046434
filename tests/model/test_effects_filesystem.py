"""Files made, linked, moved and removed: what is known of them afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from tests.model.asking import Predict

PYTHONS = "FROM ubuntu:22.04\nRUN apt-get install -y python3 python3.11\n"

INSTALL = "update-alternatives --install /usr/bin/python3 python3 /usr/bin/python3"


@pytest.mark.parametrize(
    ("line", "word", "starts", "minor"),
    [
        ("ln -s /usr/bin/python3 /usr/bin/python", "python", "python of /usr", "3.10"),
        ("ln -sf python3.11 /usr/bin/python3", "python3", "python of /usr@3.11", "3.11"),
        ("cd /usr/bin && ln -s python3 python", "python", "python of /usr", "3.10"),
        ("ln -s /usr/bin/python3.11 /usr/local/bin/", "python3.11", "python of /usr@3.11", "3.11"),
        ("cp /usr/bin/python3.11 /usr/local/bin/python", "python", "python of /usr@3.11", "3.11"),
        ("ln -s $(which python3) /usr/bin/python", "python", "python of /usr", "3.10"),
        ("ln -s `command -v python3` /usr/bin/python", "python", "python of /usr", "3.10"),
        ("ln -s $(which python4) /usr/bin/python", "python", "something", None),
        ("ln -s $(which $X) /usr/bin/python", "python", "something", None),
        ("ln -sf $(which python3.11) /usr/bin/python3", "python3", "python of /usr@3.11", "3.11"),
        ("ln -s /opt/other/python /usr/bin/python", "python", "something", None),
        ("ln -sf $X $Y", "python", UNKNOWN, None),
        ("rm /usr/bin/python3", "python3", ABSENT, None),
        ("rm -f /usr/bin/python3*", "python3", UNKNOWN, None),
        ("mv /usr/bin/python3 /usr/bin/python", "python3", ABSENT, None),
        (
            "update-alternatives --install /usr/bin/python3 python3 /usr/bin/python3.11 1",
            "python3",
            "python of /usr@3.11",
            "3.11",
        ),
        ("update-alternatives --install /usr/bin/python python /usr/bin/python3 1", "python", "python of /usr", "3.10"),
        ("update-alternatives --set python3 /usr/bin/python3.11", "python3", "python of /usr@3.11", "3.11"),
        ("update-alternatives --config python3", "python3", "something", None),
        (f"{INSTALL}.11 1 && {INSTALL}.10 2", "python3", "something", None),
        ("tar -xzf python.tgz -C /usr/local", "python", UNKNOWN, None),
        ("tar -xzf python.tgz -C /opt", "python", ABSENT, None),
        ("unzip python.zip -d /usr/local", "python", UNKNOWN, None),
        ("git clone https://git.example/x /opt/x", "python", ABSENT, None),
        ("./configure && make altinstall", "python", UNKNOWN, None),
        ("wget -O /usr/local/bin/tool https://x.example/tool", "python", ABSENT, None),
        ("curl -fsSL https://x.example/install.sh | bash", "python", UNKNOWN, None),
        ("alias python=python3", "python", ABSENT, None),
    ],
)
def test_which_program_a_word_starts_afterwards(
    predicted: Predict, line: str, word: str, starts: str, minor: str | None
) -> None:
    prediction = predicted(f"{PYTHONS}ARG X\nARG Y\nRUN {line}\n")
    assert prediction.starts(word) == starts
    assert prediction.python(word) == minor


@pytest.mark.parametrize(
    ("line", "path", "there"),
    [
        ("mkdir -p /app/a/b", "/app/a", "dir"),
        ("mkdir -m 755 /x", "/755", ABSENT),
        ("touch /x", "/x", "file"),
        ("touch $X", "/x", UNKNOWN),
        ("install -d /x", "/x", "dir"),
        ("echo a > /x", "/x", "file"),
        ("echo a | tee -a /x", "/x", "file"),
        ("cat > ~/.x <<E\na\nE", "/root/.x", "file"),
        ("curl -o /x https://x.example", "/x", "file"),
        ("curl -fsSLo /x https://x.example", "/x", "file"),
        ("wget -qO /x https://x.example", "/x", "file"),
        ("wget -O- https://x.example", "/x", ABSENT),
        ("cd /d && curl -O https://x.example/f", "/d/f", "file"),
        ("cd /d && curl -O https://x.example/f", "/e", ABSENT),
        ("touch /x && rm /x", "/x", ABSENT),
        ("mkdir -p /d/e && rm -rf /d/*", "/d/e", ABSENT),
        ("mkdir -p /d/e && rm -rf /d/*", "/d", "dir"),
        ("touch /a && mv /a /b", "/b", "file"),
        ("touch /a && mv /a /b", "/a", ABSENT),
        ("touch /a && unlink /a", "/a", ABSENT),
        ("touch /a && own-program && mv /a /b", "/a", ABSENT),
        ("touch /a && own-program && mv /a /b", "/b", UNKNOWN),
        ("touch /a && mv /a $X", "/a", ABSENT),
        ("touch /a /b && mv -t /d /a /b", "/a", ABSENT),
        ("touch /a /b && mv --target-directory=/d /a /b", "/b", ABSENT),
        ("touch /a && mv /a* /d/", "/a", UNKNOWN),
        ("touch /a && mv -n /a /b", "/a", UNKNOWN),
        ("touch /a && mv $X /a", "/a", "there"),
        ("mkdir /d && touch /a && cp /a /d", "/d/a", "file"),
        ("touch /a && cp /a /d/", "/d/a", "file"),
        ("cp /nowhere/x* /d/", "/d/x", UNKNOWN),
        ("find /d -name x -exec rm {} +", "/e", ABSENT),
        ("find /d -name x -exec sh -c y {} +", "/e", UNKNOWN),
    ],
)
def test_what_is_there_afterwards(predicted: Predict, line: str, path: str, there: str) -> None:
    assert predicted(f"FROM debian:12\nARG X\nRUN {line}\n").there(path) == there


@pytest.mark.parametrize(
    "line", ["rm /usr/lib/python3*/EXTERNALLY-MANAGED", "mv /usr/lib/python3.11/EXTERNALLY-MANAGED /x"]
)
def test_without_its_marker_a_python_may_be_installed_into(predicted: Predict, line: str) -> None:
    text = f"FROM debian:12\nRUN apt-get install -y python3\nRUN {line}\n"
    assert predicted(text).environment("/usr").managed is None


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("-type d -name tests -exec rm -rf {} +", "python of /usr"),
        ("( -type d -a -name test -o -name tests ) -o ( -type f -name '*.pyc' ) -delete", "python of /usr"),
        ("-name 'python*' -delete", UNKNOWN),
        ("-name x -delete -o -name '*' -delete", UNKNOWN),
        ("-type f -o -name x -delete", UNKNOWN),
        ("! -name x -delete", UNKNOWN),
        ("-iname X -delete", UNKNOWN),
        ("-name $X -delete", UNKNOWN),
        ("-type f -delete", UNKNOWN),
    ],
)
def test_find_removes_only_what_is_called_so(predicted: Predict, words: str, starts: str) -> None:
    quoted = words.replace("( ", "'(' ").replace(" )", " ')'")
    assert predicted(f"{PYTHONS}ARG X\nRUN find /usr {quoted}\n").starts("python3") == starts
    made = "RUN touch /srv/a.pkl /srv/b.txt && find /srv -name '*.pkl' -delete\n"
    assert [predicted(PYTHONS + made).there(f"/srv/{name}") for name in ("a.pkl", "b.txt")] == [UNKNOWN, "file"]


def test_an_archive_unpacked_into_site_packages_makes_them_unknown(predicted: Predict) -> None:
    text = "FROM python:3.11-slim\nRUN tar -xf x.tar -C"
    assert predicted(f"{text} /usr/local/lib\n").environment("/usr/local").complete is False
    assert predicted(f"{text} /opt/x\n").environment("/usr/local").complete is True
