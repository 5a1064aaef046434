"""What installing packages may bring: never less than it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version

from tests.world.dependencies import closed, of_archive, of_metadata, since, union, until
from torchlint.world import World
from torchlint.world.tables import dependencies, makers

if TYPE_CHECKING:
    from collections.abc import Callable

WORLD = World()
NAMES = [line.partition("|")[0] for line in dependencies.NEEDS.strip().split("\n")]
SOME = st.sets(st.sampled_from(NAMES[::7]), max_size=6)


@pytest.mark.parametrize(
    ("asked", "brought"),
    [
        ("ultralytics", "torch torchvision opencv-python numpy pandas pillow pyyaml requests matplotlib"),
        ("transformers", "numpy tqdm requests huggingface-hub tokenizers safetensors"),
        ("accelerate", "torch numpy psutil"),
        ("fastapi", "starlette pydantic typing-extensions"),
        ("jupyter", "notebook jupyterlab ipykernel jupyter-core"),
    ],
)
def test_what_a_package_needs_comes_with_it(asked: str, brought: str) -> None:
    found = WORLD.may_bring({asked})
    assert found is not None
    assert {asked, *brought.split()} <= found


def test_what_only_an_extra_needs_comes_with_extras_alone() -> None:
    plain, full, several = map(
        WORLD.may_bring, ({"fastapi==0.115.0"}, {"fastapi[standard]==0.115.0"}, {"httpx[http2,socks]"})
    )
    assert plain is not None
    assert full is not None
    assert several is not None
    assert plain < full
    assert {"uvicorn", "httptools"} <= full - plain
    assert {"httpx", "h2", "socksio"} <= several


@pytest.mark.parametrize(
    ("asked", "brings"),
    [
        ("fastapi==0.111.0", True),
        ("fastapi==0.112.4", False),
        ("fastapi==0.115.0", False),
        ("fastapi<=0.115.0", True),
        ("fastapi", True),
    ],
)
def test_only_a_pin_rules_out_what_older_releases_needed(asked: str, brings: bool) -> None:
    found = WORLD.may_bring({asked})
    assert found is not None
    assert ("uvicorn" in found) is brings
    assert {"fastapi", "starlette"} <= found


def test_until_is_the_first_release_after_the_last_one_that_needs_it() -> None:
    told = {Version(one): needs for one, needs in {"1.0": ["a", "b"], "1.1": ["b"], "1.2": ["c"], "2.0": ["a"]}.items()}
    assert until(told) == {"b": "1.2", "c": "2.0"}


def test_of_a_release_before_those_that_were_read_nobody_knows_what_it_needs() -> None:
    lines = (line.split("|") for line in dependencies.NEEDS.strip().split("\n"))
    name, since = next((name, since) for name, since, *_ in lines if since and WORLD.may_bring({name}) is not None)
    assert WORLD.may_bring({f"{name}=={since}"}) == WORLD.may_bring({f"{name}==999.1"}) == WORLD.may_bring({name})
    assert WORLD.may_bring({f"{name}==0.0"}) is None


def test_of_an_extra_that_is_not_known_nobody_knows_what_it_brings() -> None:
    assert WORLD.may_bring({"fastapi[of-example]"}) is None
    assert WORLD.may_bring({"fastapi[standard,of-example]"}) is None


def test_one_package_that_is_not_known_makes_everything_unknown() -> None:
    assert WORLD.may_bring({"torch", "our-models-of-example"}) is None
    assert WORLD.may_bring({"?"}) is None
    assert WORLD.may_bring({""}) is None
    assert WORLD.may_bring(set()) == frozenset()


@given(SOME, SOME)
def test_more_that_is_asked_for_never_brings_less(first: set[str], more: set[str]) -> None:
    one, both = WORLD.may_bring(first), WORLD.may_bring(first | more)
    assert both is None or (one is not None and one <= both)


@given(SOME)
def test_what_is_brought_needs_nothing_more(asked: set[str]) -> None:
    found = WORLD.may_bring(asked)
    assert found is None or WORLD.may_bring(found | asked) == found


@pytest.mark.parametrize(
    ("ask", "name", "first", "others"),
    [
        (WORLD.makers_of_module, "cv2", "opencv-python-headless", {"opencv-python", "opencv-contrib-python"}),
        (WORLD.makers_of_module, "sklearn", "scikit-learn", set()),
        (WORLD.makers_of_module, "onnxruntime", "onnxruntime", {"onnxruntime-gpu"}),
        (WORLD.makers_of, "torchrun", "torch", set()),
        (WORLD.makers_of, "fastapi", "fastapi-cli", {"fastapi"}),
    ],
)
def test_every_package_that_brings_it_is_named(
    ask: Callable[[str], tuple[str, ...]], name: str, first: str, others: set[str]
) -> None:
    found = ask(name)
    assert found[0] == first
    assert others <= set(found)


def test_of_other_names_nobody_knows_who_brings_them() -> None:
    assert WORLD.makers_of_module("utils") == WORLD.makers_of("serve") == WORLD.makers_of("python") == ()


def test_makers_are_named_as_an_index_has_them() -> None:
    for told in (*makers.MODULES.values(), *makers.PROGRAMS.values()):
        assert told == told.lower().replace("_", "-").replace(".", "-")
        assert told.split()


@pytest.mark.parametrize(
    ("requirement", "always", "extras"),
    [
        ("torch>=2", {"torch"}, {}),
        ("Flask_Cors (>=3)", {"flask-cors"}, {}),
        ("uvicorn[standard, Other_One]>=0.12", {"uvicorn[other-one,standard]"}, {}),
        ("pywin32 ; sys_platform == 'win32'", {"pywin32"}, {}),
        ("a ; extra == 'x'", set(), {"x": {"a"}}),
        ("a ; python_version < '3.8' and extra == 'X_y'", set(), {"x-y": {"a"}}),
        ("a ; extra == 'x' or extra == 'all'", set(), {"x": {"a"}, "all": {"a"}}),
        ("a ; extra == 'x' or python_version < '3.8'", {"a"}, {"x": set()}),
        ("a ; (extra == 'x') and (os_name == 'nt' or os_name == 'posix')", set(), {"x": {"a"}}),
        ("a ; extra != 'x'", {"a"}, {}),
        ("a ; extra == 'x;python_version<=\"2.7\"'", set(), {"x": {"a"}}),
        ("a >= 1.*, broken", {"a"}, {}),
    ],
)
def test_what_one_requirement_says(requirement: str, always: set[str], extras: dict[str, set[str]]) -> None:
    found = union([[requirement]])
    assert (set(found.always), {extra: set(listed) for extra, listed in found.extras.items()}) == (always, extras)
    assert found.releases == 1


@pytest.mark.parametrize(
    ("every", "read", "first"),
    [
        ("1.0 1.0.1 1.1 2.0", "1.0 1.1 2.0", ""),
        ("1.0 1.1 1.2 2.0", "1.0 1.2 2.0", "1.2"),
        ("1.0 1.1 1.2.1 1.2.3 2.0rc1 2.0", "1.2 2.0", "1.2.1"),
        ("1.0 2.0rc1", "1.0", ""),
        ("1.0 2.0", "1.0", None),
        ("1.0", "", None),
    ],
)
def test_from_which_release_on_all_were_read(every: str, read: str, first: str | None) -> None:
    series = {Version(one).release[:2] for one in read.split()}
    assert since(map(Version, every.split()), series) == first


def test_an_extra_that_needs_what_is_not_known_is_left_out() -> None:
    rows: dict[str, dict[str, Any]] = {
        "a": {"needs": "", "extras": {"x": "b", "y": "c", "z": "a[y]", "v": "a[w]"}},
        "b": {"needs": "", "extras": {}},
        "d": {"needs": "c", "extras": {"x": "b"}},
    }
    told = {name: list(one["extras"]) for name, one in zip(rows, closed(rows), strict=True)}
    assert told == {"a": ["x"], "b": [], "d": []}


def test_the_description_is_no_metadata() -> None:
    assert of_metadata("Name: a\r\nRequires-Dist: b\r\n\r\nRequires-Dist: c\r\n") == ["b"]


SETUP = "from setuptools import setup\nsetup(install_requires=['a'])\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"PKG-INFO": "Metadata-Version: 2.2\nRequires-Dist: a\n\nx", "setup.py": "if 1: requires = []"}, ["a"]),
        ({"PKG-INFO": "Metadata-Version: 2.4\nDynamic: requires-dist\nRequires-Dist: a\n"}, None),
        ({"PKG-INFO": "Metadata-Version: 1.1\n", "setup.py": SETUP, "a.egg-info/requires.txt": "a\n"}, ["a"]),
        ({"setup.py": SETUP, "a.egg-info/requires.txt": "a\n\n[x]\nb\n[y:os_name=='nt']\nc\n"}, ["a", "b", "c"]),
        (
            {"setup.py": f"requires = []\nif cuda:\n    requires.append('b')\n{SETUP}", "a.egg-info/requires.txt": "a"},
            None,
        ),
        ({"setup.py": "setup(name='a')", "a.egg-info/PKG-INFO": ""}, []),
        ({"setup.py": "setup(name='a')"}, []),
        ({"setup.py": SETUP}, None),
        ({"setup.py": "print 'a'", "a.egg-info/requires.txt": "a"}, None),
        ({}, None),
    ],
)
def test_what_a_source_archive_says(files: dict[str, str], said: list[str] | None) -> None:
    found = of_archive(files)
    assert (found if found is None else [one.split(" ;")[0] for one in found]) == said
