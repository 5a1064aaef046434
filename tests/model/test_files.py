"""The file system of a container: presence and absence are separate facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.model.asking import ABSENT, UNKNOWN
from torchlint.model.files import Anything, Files, Found, Made, Mounted, Removed, Unmounted, inside, normal

if TYPE_CHECKING:
    from tests.model.asking import Predict

FILE = Found("file", None, None)


def empty(path: str) -> bool:
    """A base image that surely holds nothing."""
    return False


def unknown(path: str) -> None:
    """A base image of which nothing is known."""


def test_a_made_path_is_there_and_so_are_the_folders_above() -> None:
    files = Files(empty).then(Made("/app/venv/bin/python", FILE))
    assert files.find("/app/venv/bin/python") == FILE
    assert files.find("/app/venv") == Found("dir", None, None)
    assert files.find("/app/other") is False


def test_nothing_lies_below_a_file() -> None:
    assert Files(unknown).then(Made("/app/model.py", FILE)).find("/app/model.py/x") is False


def test_what_was_removed_is_gone_with_all_below_it() -> None:
    files = Files(unknown).then(Made("/a/b/c", FILE)).then(Removed("/a/b"))
    assert files.find("/a/b/c") is False
    assert files.find("/a") == Found("dir", None, None)


def test_emptying_a_folder_keeps_the_folder() -> None:
    files = Files(empty).then(Made("/lists/x", FILE)).then(Removed("/lists", content_only=True))
    assert files.find("/lists/x") is False
    assert files.find("/lists") == Found("dir", None, None)


def test_an_unknown_program_makes_absence_unknown_but_presence_stays() -> None:
    files = Files(empty).then(Made("/there", FILE)).then(Anything(("/",)))
    assert files.find("/there") == FILE
    assert files.find("/elsewhere") is None
    assert Files(empty).then(Anything(("/opt",))).find("/srv/x") is False


def test_an_unknown_program_does_not_create_what_it_cannot() -> None:
    files = Files(empty).then(Anything(("/",), lambda word: word == "python"))
    assert files.find("/usr/bin/python") is False
    assert files.find("/usr/bin/other") is None


def test_a_join_knows_only_what_all_ways_agree_on() -> None:
    start = Files(empty).then(Made("/before", FILE))
    one = start.then(Made("/a", FILE)).then(Removed("/before"))
    other = start.then(Made("/a", FILE)).then(Made("/b", FILE))
    joined = start.either(one, other)
    assert isinstance(joined.find("/a"), Found)
    assert joined.find("/b") is None
    assert joined.find("/before") is None
    assert joined.find("/c") is False


def test_a_join_with_a_way_that_did_nothing_keeps_presence_unknown() -> None:
    start = Files(empty)
    joined = start.either(start, start.then(Made("/a", FILE)))
    assert joined.find("/a") is None
    assert joined.find("/b") is False


def test_a_mount_shadows_and_leaves_nothing_behind() -> None:
    mount = Mounted("/cache", Made("/cache/old", FILE))
    during = Files(empty).then(Made("/cache/own", FILE)).then(mount)
    assert during.find("/cache/old") == FILE
    after = during.then(Made("/cache/new", FILE)).then(Made("/app", FILE)).then(Unmounted(mount))
    assert after.find("/cache/old") is False
    assert after.find("/cache/new") is False
    assert after.find("/cache/own") == FILE
    assert after.find("/app") == FILE


PATHS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3).map(lambda parts: "/" + "/".join(parts))
EVENTS = st.one_of(
    PATHS.map(lambda path: Made(path, FILE)), PATHS.map(Removed), PATHS.map(lambda path: Anything((path,)))
)


@given(st.lists(EVENTS, max_size=8), EVENTS, PATHS)
def test_an_event_changes_nothing_outside_the_paths_it_names(
    before: list[Made | Removed | Anything], event: Made | Removed | Anything, path: str
) -> None:
    files = Files(empty)
    for one in before:
        files = files.then(one)
    touched = event.folders[0] if isinstance(event, Anything) else event.path
    if not inside(path, touched) and not inside(touched, path):
        assert files.then(event).find(path) == files.find(path)


@given(st.lists(EVENTS, max_size=6), st.lists(EVENTS, max_size=4), st.lists(EVENTS, max_size=4), PATHS)
def test_what_a_join_knows_every_way_knows(
    before: list[Made | Removed | Anything],
    left: list[Made | Removed | Anything],
    right: list[Made | Removed | Anything],
    path: str,
) -> None:
    start = Files(empty)
    for one in before:
        start = start.then(one)
    ways = []
    for events in (left, right):
        way = start
        for one in events:
            way = way.then(one)
        ways.append(way)
    answer = start.either(*ways).find(path)
    each = [way.find(path) for way in ways]
    if isinstance(answer, Found):
        assert all(isinstance(one, Found) for one in each)
    elif answer is False:
        assert all(one is False for one in each)


@given(st.text(alphabet="ab./", max_size=12))
def test_normal_paths_are_absolute_and_stay_as_they_are(path: str) -> None:
    once = normal(path)
    assert once.startswith("/")
    assert normal(once) == once
    assert "//" not in once
    assert "/./" not in once + "/"
    assert "/../" not in once + "/"


def test_what_a_clone_brings_may_be_called_like_a_program(predicted: Predict) -> None:
    """It brings no Python to start, but perhaps a folder of that name."""
    prediction = predicted("FROM debian:12\nRUN apt-get update && apt-get install -y git\nRUN git clone URL /src\n")
    assert prediction.there("/src/python") == UNKNOWN
    assert prediction.there("/src/python/pip.conf") == ABSENT
    assert prediction.there("/src/bin/python") == ABSENT
    assert prediction.final.which("python") is False
