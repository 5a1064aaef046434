"""Which addresses answer with a redirect only."""

from __future__ import annotations

import json

import pytest

from torchlint import catalog
from torchlint.world import compile as world_compile
from torchlint.world.redirects import redirecting

HUB = "https://huggingface.co/example/model/resolve"
DATA = json.loads((world_compile.HERE / "data" / "redirects.json").read_text(encoding="utf-8"))["rows"]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://repo.continuum.io/miniconda/Miniconda3-latest-Linux-x86_64.sh", "repo.continuum.io"),
        ("http://repo.continuum.io/archive/Anaconda3-5.0.1-Linux-x86_64.sh", "repo.continuum.io"),
        ("HTTPS://Repo.Continuum.io/miniconda/x.sh", "repo.continuum.io"),
        ("https://user:word@github.com:443/example/tool/raw/main/tool", "github.com"),
        ("https://github.com/example/tool/archive/refs/tags/v1.0.tar.gz", "github.com"),
        ("https://github.com/example/tool/archive/v${VERSION}.tar.gz", "github.com"),
        ("https://github.com/example/tool/releases/download/v1.0/tool?download=1#top", "github.com"),
        ("https://github.com/example/tool/releases/latest/download/tool", "github.com"),
        ("https://api.github.com/repos/example/tool/tarball", "api.github.com"),
        ("https://api.github.com/repos/example/tool/tarball/v1.0", "api.github.com"),
        (f"{HUB}/main/model.safetensors", "huggingface.co"),
        (f"{HUB}/main/folder/MODEL.GGUF?download=true", "huggingface.co"),
        ("https://huggingface.co/datasets/example/data/resolve/main/train.parquet", "huggingface.co"),
        ("https://go.dev/dl/go1.22.1.linux-amd64.tar.gz", "go.dev"),
        ("https://nixos.org/nix/install", "nixos.org"),
        ("https://astral.sh/uv/install.sh", "astral.sh"),
        ("https://astral.sh/uv/0.5.1/install.sh", "astral.sh"),
        ("https://sourceforge.net/projects/tool/files/1.0/tool.zip/download", "sourceforge.net"),
        ("http://get.docker.com", "get.docker.com"),
    ],
)
def test_an_address_is_known_however_it_is_written(address: str, host: str) -> None:
    assert redirecting(address) == host


@pytest.mark.parametrize(
    "address",
    [
        "",
        "github.com/example/tool/raw/main/tool",
        "git://github.com/example/tool/raw/main/tool",
        "https://github.com",
        "https://github.com/example/tool",
        "https://github.com/example/tool.git",
        "https://github.com/example/tool/releases/latest",
        "https://github.com/example/tool/blob/main/tool",
        "https://github.com//tool/raw/main/tool",
        "https://github.com/$REPOSITORY/raw/main/tool",
        "https://$HOST/example/tool/raw/main/tool",
        "https://github.com.example.com/example/tool/raw/main/tool",
        "https://raw.githubusercontent.com/example/tool/main/tool",
        "https://codeload.github.com/example/tool/tar.gz/v1.0",
        "https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh",
        f"{HUB}/main/config.json",
        f"{HUB}/main/model.$KIND",
        "https://huggingface.co/example/model/raw/main/model.safetensors",
        "https://go.dev/dl/",
        "https://astral.sh/uv/",
        "https://sourceforge.net/projects/tool/files/1.0/",
        "https://zenodo.org/records/1/files/x.zip",
        "https://get.docker.com/",
        "https://download.blender.org/release/x.tar.xz",
        "https://github.com/\xc3\x85/\xa0",
    ],
)
def test_of_other_addresses_nothing_is_known(address: str) -> None:
    assert redirecting(address) is None


@pytest.mark.parametrize("row", DATA, ids=lambda row: str(row["address"]))
def test_the_rule_is_asked_about_each_of_them(row: dict[str, str]) -> None:
    """A Dockerfile that names one has a word for which the rule is loaded."""
    (rule,) = (one for one in catalog.entries() if one.name == "redirect-not-followed")
    address = row["address"].lower()
    assert any(mention in address for mention in rule.mentions), row
    assert redirecting(f"{row.get('scheme', 'https')}://{address.replace('*', 'x')}y{(*row.get('ends', ()), '')[0]}")
