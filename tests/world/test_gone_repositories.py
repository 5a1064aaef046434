"""Which repositories are gone, however their address is written."""

from __future__ import annotations

import pytest

from torchlint import catalog
from torchlint.world import World
from torchlint.world.tables.gone_repositories import GONE

WORLD = World()


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/Stability-AI/stablediffusion",
        "https://github.com/stability-ai/StableDiffusion.git",
        "git+https://github.com/Stability-AI/stablediffusion.git@cf1d67a#egg=ldm",
        "git+https://github.com/Stability-AI/stablediffusion@cf1d67a",
        "git@github.com:Stability-AI/stablediffusion.git",
        "ssh://git@github.com/Stability-AI/stablediffusion",
        "https://user:word@www.github.com/Stability-AI/stablediffusion/archive/main.zip",
        "https://raw.githubusercontent.com/Stability-AI/stablediffusion/main/setup.py",
    ],
)
def test_every_way_to_write_an_address_leads_to_the_repository(address: str) -> None:
    gone = WORLD.repository_gone(address)
    assert gone is not None
    assert gone.repository == "github.com/stability-ai/stablediffusion"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "stablediffusion",
        "https://github.com/Stability-AI",
        "https://github.com/Stability-AI/stablediffusion2",
        "https://git.example.com/Stability-AI/stablediffusion",
        "https://huggingface.co/Stability-AI/stablediffusion",
        "https://huggingface.co/stabilityai/stable-diffusion-2-1-unclip",
        "https://github.com/\xc3\x85/\xa0",
    ],
)
def test_other_addresses_are_not_known_to_be_gone(address: str) -> None:
    assert WORLD.repository_gone(address) is None


def test_the_rule_is_asked_about_each_of_them() -> None:
    """A Dockerfile that names one has a word for which the rule is loaded."""
    (rule,) = (one for one in catalog.entries() if one.name == "repository-gone")
    assert [one for one in GONE if not any(mention in one for mention in rule.mentions)] == []
