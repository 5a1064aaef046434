"""What engines write while they build, cut anywhere, gives the same answers."""

from __future__ import annotations

import base64
import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from torchlint.verify.plain import Plain
from torchlint.verify.port import Progress
from torchlint.verify.rawjson import Reader

STEP = "[2/3] RUN pip install nothing-like-it"


def vertex(name: str, **more: object) -> dict[str, object]:
    return {"vertexes": [{"digest": f"sha256:{name}", "name": name, **more}]}


def log(name: str, text: str | bytes, stream: int = 1) -> dict[str, object]:
    data = text.encode() if isinstance(text, str) else text
    return {"logs": [{"vertex": f"sha256:{name}", "stream": stream, "data": base64.b64encode(data).decode()}]}


OBJECTS = [
    vertex("[internal] load build definition"),
    vertex("[1/3] FROM base", started="1", completed="2", cached=True),
    vertex(STEP, started="1"),
    log(STEP, "Collecting nothing-like-it {\n"),
    log(STEP, "ERROR: No matching distribution\n"),
    vertex("[3/3] COPY x /x", started="1", completed="2", error="rpc: context canceled"),
    vertex(STEP, started="1", completed="2", error="process did not complete successfully: exit code: 1"),
]
TAIL = """\
WARNING: something of the client's
Dockerfile:4
--------------------
   2 |     # {
   3 |     ENV A=1
   4 | >>> RUN pip install \\
   5 | >>>   nothing-like-it
--------------------
ERROR: failed to solve: process "/bin/sh -c pip" did not complete successfully: exit code: 1
"""
STREAM = ("\n".join(json.dumps(one, indent=2) for one in OBJECTS) + "\n" + TAIL).encode()


@given(st.lists(st.integers(0, len(STREAM)), max_size=8))
def test_rawjson_cut_anywhere(cuts: list[int]) -> None:
    heard: list[Progress] = []
    reader = Reader(heard.append)
    places = [0, *sorted(cuts), len(STREAM)]
    for start, end in pairwise(places):
        reader.take(STREAM[start:end])
    assert reader.step == STEP
    assert reader.line == 4
    assert reader.cause == 'process "/bin/sh -c pip" did not complete successfully: exit code: 1'
    assert reader.log == ("Collecting nothing-like-it {", "ERROR: No matching distribution")
    assert Progress("[1/3] FROM base", "cached") in heard
    assert [one.state for one in heard if one.step == STEP] == ["started", "said", "said", "failed"]


def test_rawjson_of_a_build_that_worked() -> None:
    reader = Reader(lambda _progress: None)
    reader.take(json.dumps(vertex("[1/1] FROM base", started="1", completed="2"), indent=2).encode() + b"\n")
    assert (reader.step, reader.line, reader.cause, reader.log) == ("", None, "", ())


SAID = "Å in front\nln: failed to create symbolic link '/usr/bin/python3': File exists\r\n10 %\r20 %\r\nends without"
LINES = tuple(SAID.splitlines())


@given(st.lists(st.integers(0, len(SAID.encode())), max_size=8), st.booleans())
def test_a_line_that_comes_in_pieces_is_one_line(cuts: list[int], ends: bool) -> None:
    """Whatever the program wrote at once, and whatever it wrote to its other stream meanwhile."""
    heard: list[Progress] = []
    reader = Reader(heard.append)
    places = [0, *sorted(cuts), len(SAID.encode())]
    objects = [vertex(STEP, started="1")]
    for start, end in pairwise(places):
        objects += [log(STEP, SAID.encode()[start:end]), log(STEP, b"", 2)]
    objects.append(vertex(STEP, started="1", error="exit code: 1", **({"completed": "2"} if ends else {})))
    reader.take("\n".join(json.dumps(one, indent=2) for one in objects).encode() + b"\n")
    assert reader.log == LINES
    assert tuple(one.text for one in heard if one.state == "said") == (LINES if ends else LINES[:-1])


def test_streams_are_not_mixed_within_a_line() -> None:
    reader = Reader(lambda _progress: None)
    said = [log(STEP, "one ", 1), log(STEP, "two\n", 2), log(STEP, "three\n", 1)]
    for one in [vertex(STEP, started="1"), *said, vertex(STEP, completed="2", error="exit code: 1")]:
        reader.take(json.dumps(one, indent=2).encode() + b"\n")
    assert reader.log == ("two", "one three")


def test_a_line_without_end_is_not_kept_back() -> None:
    heard: list[Progress] = []
    reader = Reader(heard.append)
    for one in [vertex(STEP, started="1"), *[log(STEP, "." * 1000)] * 20]:
        reader.take(json.dumps(one, indent=2).encode() + b"\n")
    assert [len(one.text) for one in heard if one.state == "said"] == [17_000]


BUILDKIT = """\
#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s
#5 [2/3] RUN pip install x
#5 0.312 Collecting x
#5 0.500 ERROR: none
#5 ERROR: process "/bin/sh -c pip" did not complete successfully: exit code: 1
------
Dockerfile:4
--------------------
   4 | >>> RUN pip install x
--------------------
ERROR: failed to solve: process "/bin/sh -c pip" did not complete successfully: exit code: 1
"""
BUILDAH = """\
STEP 1/3: FROM base
STEP 2/3: RUN pip install x
Collecting x
no such thing
Error: building at STEP "RUN pip install x": while running runtime: exit status 1
"""


@given(st.sampled_from([BUILDKIT, BUILDAH]), st.lists(st.integers(0, 400), max_size=6))
def test_plain_words_cut_anywhere(text: str, cuts: list[int]) -> None:
    data = text.encode()
    reader = Plain(lambda _progress: None)
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    for start, end in pairwise(places):
        reader.take(data[start:end])
    if text is BUILDKIT:
        assert reader.step == "[2/3] RUN pip install x"
        assert reader.line == 4
        assert reader.log == ("Collecting x", "ERROR: none")
        assert "exit code: 1" in reader.cause
    else:
        assert reader.step == "RUN pip install x"
        assert reader.line is None
        assert "Collecting x" in reader.log
        assert reader.cause.endswith("exit status 1")
