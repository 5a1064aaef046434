"""What comes of a redirect that curl does not follow."""

from __future__ import annotations

import shutil
import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from torchlint import World
from torchlint.model.conda_installer import refusal
from torchlint.model.redirected import redirected
from torchlint.model.unfollowed import unfollowed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.model.asking import Predict, Predicted

FILE = "https://github.com/example/tool/releases/download/v1.0/tool.tar.gz"
CONDA = "https://repo.continuum.io/miniconda/Miniconda3-latest-Linux-x86_64.sh"
BASE = "FROM python:3.12\n"
MOVED = b"<html><head><title>301 Moved Permanently</title></head></html>\n"


def fate(prediction: Predicted) -> str | None:
    """What comes of the first curl: how it is read, by what, and where that stops the build."""
    command = next(one for one in prediction.commands if one.name == "curl")
    found = unfollowed(prediction.build, command)
    return None if found is None else " ".join(filter(None, (found.how, found.file, found.what)))


@pytest.mark.parametrize(
    "command",
    [
        f"curl {FILE}",
        f"curl -O {FILE}",
        f"curl -fsSo tool.tgz {FILE}",
        f"curl --header 'Accept: */*' -O {FILE}",
        f"curl -k -f --retry 3 --retry-all-errors --output tool.tgz {FILE}",
        f"curl --proto =https --tlsv1.2 -sSf --url {FILE}",
        f"curl -A L -e https://github.com/x/y/raw/z -o L {FILE}",
        f"curl --no-location -OJ {FILE}",
        f"curl -o $NAME {FILE}",
        f"/usr/bin/curl -O '{FILE}'",
        "curl -O https://github.com/example/tool/archive/v$NAME.zip",
    ],
)
def test_curl_does_not_follow_by_itself(predicted: Predict, command: str) -> None:
    prediction = predicted(f"{BASE}ARG NAME\nRUN {command}\n")
    assert len(redirected(prediction.commands[0])) == 1


@pytest.mark.parametrize(
    "command",
    [
        f"curl -L {FILE}",
        f"curl -fsSLO {FILE}",
        f"curl -sLo tool.tgz {FILE}",
        f"curl {FILE} -O --location",
        f"curl --location-trusted -O {FILE}",
        f"curl --loc -O {FILE}",
        f"curl --follow -O {FILE}",
        f"curl $OPTIONS -O {FILE}",
        f"curl -$OPTIONS -O {FILE}",
        f"curl --$OPTIONS -O {FILE}",
        f"curl -K curl.conf {FILE}",
        f"curl -I {FILE}",
        f"curl --head {FILE}",
        f"curl -sw '%{{redirect_url}}' {FILE}",
        f"curl -XPOST {FILE}",
        f"curl --data-raw x {FILE}",
        f"curl -T tool.tgz {FILE}",
        f"curl --resolve github.com:443:10.0.0.1 {FILE}",
        f"curl -H {FILE} https://example.com/tool",
        f"wget {FILE}",
        f"aria2c {FILE}",
        "curl -O https://example.com/tool",
        "curl -O $OPTIONS",
    ],
)
def test_others_follow_or_ask_for_something_else(predicted: Predict, command: str) -> None:
    prediction = predicted(f"{BASE}ARG OPTIONS\nRUN {command}\n")
    assert redirected(prediction.commands[0]) == ()


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        ("", True),
        ("ENV CURL_HOME=/etc\n", False),
        ("ENV XDG_CONFIG_HOME=/etc\n", False),
        ("COPY .curlrc /root/\n", False),
        ("RUN echo location > ~/.curlrc\n", False),
        ("RUN echo location > /home/.curlrc\n", True),
        ("ENV HOME=/srv\nRUN echo location > /srv/.curlrc\n", False),
    ],
)
def test_settings_may_have_it_follow(predicted: Predict, lines: str, sure: bool) -> None:
    prediction = predicted(f"{BASE}{lines}RUN curl -O {FILE}\n", {".curlrc": "location\n"})
    assert bool(redirected(prediction.named("curl"))) is sure


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (f"curl {FILE} | tar xz", "archive tar"),
        (f"curl {FILE} | tar -xzf - -C /opt", "archive tar"),
        (f"curl {FILE} | gunzip > /tool", "archive gunzip"),
        (f"curl -o t.tgz {FILE} && tar --extract -zf t.tgz", "archive t.tgz tar"),
        (f"curl {FILE} > t.tgz && tar xz < t.tgz", "archive t.tgz tar"),
        (f"cd /tmp && curl -O {FILE} && mkdir x && cd x && tar xzf ../tool.tar.gz", "archive tool.tar.gz tar"),
        (f"curl -o t.zip {FILE} && mv t.zip u.zip && unzip u.zip", "archive t.zip unzip"),
        (f"curl -o t.deb {FILE} && dpkg -i t.deb", "archive t.deb dpkg"),
        (f"curl -o t.deb {FILE} && apt-get install -y ./t.deb", "archive t.deb apt-get"),
        (f"curl -O {FILE} && pip install ./tool.tar.gz", "archive tool.tar.gz pip"),
        (f"curl -O {FILE} && python -m pip install tool.tar.gz", "archive tool.tar.gz python"),
        (f"curl {FILE} | gpg --dearmor -o /k.gpg", "key gpg"),
        (f"curl -o k {FILE} && apt-key add k", "key k apt-key"),
        (f"curl -o t {FILE} && echo 'ab  t' | sha256sum -c -", "sum t sha256sum"),
        (f"curl -o t {FILE} && sha256sum --check <<< 'ab  t'", "sum t sha256sum"),
        (f"curl {FILE} | bash -s -- -y", "script bash"),
        (f"curl {FILE} | python3 -", "script python3"),
        (f"curl -o t.sh {FILE} && sh ./t.sh", "script t.sh sh"),
        (f"curl -o t {FILE} && chmod +x t && ./t", "script t t"),
        (f"curl -o /usr/bin/t {FILE} && chmod +x /usr/bin/t", "t"),
        (f"curl -o /usr/local/bin/t {FILE} && chmod +x /usr/local/bin/t && t --version", "script t t"),
        (f"curl -O {FILE} && tar xzf all.tgz tool.tar.gz", "tool.tar.gz"),
        (f"curl -o t {FILE} && echo 'ab  other\\nab  bin/t' | md5sum -c", "sum t md5sum"),
        (f"curl -o t {FILE} && echo 'ab  tool' | md5sum -c", "t"),
        # Of nothing as it is, of an empty list of requirements, and of a pack made of it these make no trouble.
        (f"curl -O {FILE} && gunzip -cf tool.tar.gz", "tool.tar.gz"),
        (f"curl -o r.txt {FILE} && pip install -r r.txt", "r.txt"),
        (f"curl -O {FILE} && tar czf all.tgz tool.tar.gz", "tool.tar.gz"),
        (f"curl -o t {FILE} && echo 'ab  u' | sha256sum -c -", "t"),
        (f"curl -o t {FILE} && sha256sum t", "t"),
        # Another file lies there meanwhile.
        (f"curl -o t.tgz {FILE} && curl -Lo t.tgz {FILE} && tar xzf t.tgz", "t.tgz"),
    ],
)
def test_what_reads_it(predicted: Predict, script: str, told: str) -> None:
    assert fate(predicted(f'{BASE}SHELL ["/bin/bash", "-c"]\nRUN {script}\n')) == told


@pytest.mark.parametrize(
    "script",
    [
        f"curl {FILE}",
        f"curl -s {FILE} | grep location",
        f"X=$(curl -s {FILE})",
        f"curl -o /dev/null {FILE}",
        f"curl -o - {FILE}",
        f"curl -O {FILE} || true",
        f"curl -O {FILE} && tar xzf tool.tar.gz || true",
        f"curl {FILE} | tar xz || curl -L {FILE} | tar xz",
        f"[ -e tool.tar.gz ] || curl -O {FILE}",
        f"curl -O {FILE} &",
        f"curl -O {FILE}; tar xzf tool.tar.gz; true",
    ],
)
def test_what_harms_nothing_or_may_be_meant_so(predicted: Predict, script: str) -> None:
    assert fate(predicted(f"{BASE}RUN {script}\n")) is None


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("RUN /opt/conda/bin/conda install -y numpy\n", "missing c.sh /opt/conda/bin/conda"),
        ("ENV PATH=/opt/conda/bin:$PATH\nRUN conda install -y numpy\n", "missing c.sh conda"),
        ("ENV PATH=/opt/conda/bin:$PATH\nRUN ls && conda install -y numpy\n", "missing c.sh conda"),
        ("RUN /opt/conda/bin/python -V\n", "missing c.sh /opt/conda/bin/python"),
        # The other Python would be found.
        ("ENV PATH=/opt/conda/bin:$PATH\nRUN python -V\n", "script c.sh sh"),
        ("RUN /opt/conda/bin/conda install -y numpy || true\n", "script c.sh sh"),
        ("RUN ./more\nRUN /opt/conda/bin/conda install -y numpy\n", "script c.sh sh"),
        ("", "script c.sh sh"),
    ],
)
def test_where_a_build_stops_for_want_of_a_conda(predicted: Predict, lines: str, told: str) -> None:
    text = f"{BASE}RUN curl -o /c.sh {CONDA} && sh /c.sh -b -p /opt/conda\n{lines}"
    assert fate(predicted(text)) == told


def test_a_conda_may_be_there_already(predicted: Predict) -> None:
    text = f"RUN curl -o /c.sh {CONDA} && sh /c.sh -b -p /opt/conda && /opt/conda/bin/conda install -y numpy\n"
    assert fate(predicted(f"FROM registry.example.com/team/base:1\n{text}")) == "script c.sh sh"
    assert fate(predicted(f"FROM continuumio/miniconda3:24.9.2-0\n{text}")) == "script c.sh sh"


@pytest.mark.parametrize(("fetch", "runs"), [("wget -O", True), ("curl -Lo", True), ("curl -o", False)])
def test_only_what_came_is_an_installer(predicted: Predict, fetch: str, runs: bool) -> None:
    prediction = predicted(f"FROM ubuntu:18.04\nRUN {fetch} /c.sh {CONDA}\nRUN sh /c.sh -b -p /opt/conda\n")
    assert (refusal(prediction.named("sh"), World()) is not None) is runs


def test_what_follows_is_judged_as_if_it_had_come(predicted: Predict) -> None:
    """So that one mistake is said once."""
    prediction = predicted(f"{BASE}RUN curl -o /c.sh {CONDA} && sh /c.sh -b -p /opt/conda\n")
    assert prediction.starts("/opt/conda/bin/conda") == "conda of /opt/conda"


@pytest.mark.parametrize(
    ("starts", "told"),
    [
        ('ENTRYPOINT ["/init"]\nCMD ["python"]', "start init init"),
        ('CMD ["/init", "python"]', "start init init"),
        ('ENTRYPOINT ["python"]\nCMD ["/init"]', "init"),
        ("ENTRYPOINT /init", "init"),
        ('COPY init /init\nENTRYPOINT ["/init"]', "init"),
    ],
)
def test_what_a_container_starts_with(predicted: Predict, starts: str, told: str) -> None:
    assert fate(predicted(f"{BASE}RUN curl -o /init {FILE} && chmod +x /init\n{starts}\n", {"init": ""})) == told


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
@pytest.mark.parametrize("body", [b"", MOVED])
def test_curl_ends_well_with_a_redirect(tmp_path: Path, body: bytes) -> None:
    class Moved(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *_arguments: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Moved)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_address[1]}/file"
        words = ["curl", "-q", "--noproxy", "*", "-fsS", "-o", str(tmp_path / "file"), address]
        assert subprocess.run(words, check=False).returncode == 0
    finally:
        server.shutdown()
        server.server_close()
    assert (tmp_path / "file").read_bytes() == body


@pytest.mark.parametrize("body", [b"", MOVED])
@pytest.mark.parametrize(
    "command",
    [
        *("tar xzf {}", "tar xf {}", "tar xjf {}", "tar tf {}", "unzip {}", "gunzip -c {}", "gzip -dc {}", "zcat {}"),
        *("bunzip2 -c {}", "xz -dc {}", "dpkg -x {} .", "tar xz", "tar x", "tar xJ", "gunzip", "funzip"),
        "gpg --homedir . --dearmor",
    ],
)
def test_what_is_no_archive_makes_them_fail(tmp_path: Path, command: str, body: bytes) -> None:
    """As the model takes for granted."""
    program, *words = command.split(" ")
    if shutil.which(program) is None:
        pytest.skip(f"there is no {program} here")
    path = tmp_path / "file.tar.gz"
    path.write_bytes(body)
    told = [word.replace("{}", str(path)) for word in words]
    with path.open("rb") as fed:
        ended = subprocess.run([program, *told], stdin=fed, cwd=tmp_path, capture_output=True, check=False)
    assert ended.returncode != 0
