"""What well-known repositories ask for: by the address that pip is given."""

from __future__ import annotations

import pytest

from torchlint.world import World
from torchlint.world.repository_needs import project
from torchlint.world.tables.repository_needs import PROJECTS


@pytest.mark.parametrize(
    "address",
    [
        "git+https://github.com/openai/CLIP",
        "git+https://github.com/OpenAI/clip.git",
        "git+https://github.com/openai/CLIP/",
        "git+http://me@github.com/openai/CLIP.git",
        "git+ssh://git@github.com/openai/CLIP.git@main",
        "git+ssh://git@github.com:openai/CLIP.git",
        "git+https://github.com/openai/CLIP.git@d05afc436d78f1c48dc0dbf8e5980a9d471f35f6#egg=clip",
    ],
)
def test_a_repository_is_known_however_it_is_written(address: str) -> None:
    found = project(address, ())
    assert found is not None
    assert found.name == "clip"
    assert {"ftfy", "torch"} <= set(found.asks)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://github.com/openai/CLIP",
        "git+https://github.com/openai/CLIP/tree/main",
        "git+https://github.com/openai",
        "git+https://example.com/openai/CLIP",
        "git+https://github.com.example.com/openai/CLIP",
        "git+https://github.com/openai/CLIP@${REF}",
        "git+https://github.com/openai/CLIP#subdirectory=x",
        "git+https://github.com/example/CLIP",
    ],
)
def test_any_other_address_is_not(address: str) -> None:
    assert project(address, ()) is None


def test_an_older_commit_may_ask_for_more() -> None:
    tip, older = (project(f"git+https://github.com/huggingface/accelerate{ref}", ()) for ref in ("", "@v0.20.0"))
    assert tip is not None
    assert older is not None
    assert tip.asks == ("accelerate",)
    assert set(older.asks) == {"accelerate", "rich"}


def test_extras_are_those_of_the_releases() -> None:
    found = project("git+https://github.com/huggingface/diffusers", ("torch",))
    assert found is not None
    assert found.asks == ("diffusers[torch]",)
    assert project("git+https://github.com/openai/CLIP", ("dev",)) is None


@pytest.mark.parametrize("repository", PROJECTS)
def test_what_the_default_branch_asks_for_is_known(repository: str) -> None:
    found = project(f"git+https://github.com/{repository}", ())
    assert found is not None
    assert World().may_bring(found.asks) is not None
