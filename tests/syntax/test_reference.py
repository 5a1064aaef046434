"""Image names: their parts, their places, and which texts are none."""

from __future__ import annotations

import pytest

from torchlint.syntax.reference import parse

DIGEST = "sha256:" + "0123456789abcdef" * 4

GOOD = [
    ("python", None, "python", None, None, "python"),
    ("python:3.11-slim", None, "python", "3.11-slim", None, "python"),
    ("docker.io/library/python:3", "docker.io", "library/python", "3", None, "python"),
    ("index.docker.io/library/python", "index.docker.io", "library/python", None, None, "python"),
    ("docker.io/python", "docker.io", "python", None, None, "python"),
    ("library/python", None, "library/python", None, None, "python"),
    ("library/a/b", None, "library/a/b", None, None, "library/a/b"),
    ("pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime", None, "pytorch/pytorch", "2.1.0-cuda12.1-cudnn8-runtime", None,
     "pytorch/pytorch"),
    ("nvcr.io/nvidia/pytorch:24.01-py3", "nvcr.io", "nvidia/pytorch", "24.01-py3", None, "nvcr.io/nvidia/pytorch"),
    ("localhost/a", "localhost", "a", None, None, "localhost/a"),
    ("localhost:5000/a/b:t", "localhost:5000", "a/b", "t", None, "localhost:5000/a/b"),
    ("registry.example/library/python", "registry.example", "library/python", None, None,
     "registry.example/library/python"),
    (f"a/b:t@{DIGEST}", None, "a/b", "t", DIGEST, "a/b"),
    (f"python@{DIGEST}", None, "python", None, DIGEST, "python"),
    ("[::1]:5000/a", "[::1]:5000", "a", None, None, "[::1]:5000/a"),
    ("Host/a", "Host", "a", None, None, "Host/a"),
    ("a__b/c--d", None, "a__b/c--d", None, None, "a__b/c--d"),
    ("scratch", None, "scratch", None, None, "scratch"),
    ("a:" + "t" * 128, None, "a", "t" * 128, None, "a"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "registry", "repository", "tag", "digest", "familiar"), GOOD)
def test_parts_and_their_places(
    text: str, registry: str | None, repository: str, tag: str | None, digest: str | None, familiar: str
) -> None:
    got = parse(text)
    assert got is not None
    assert (got.registry, got.repository, got.tag, got.digest) == (registry, repository, tag, digest)
    assert got.familiar == familiar
    assert text[slice(*got.name_span)] == (f"{registry}/{repository}" if registry else repository)
    assert got.name_end == got.name_span[1]
    assert (got.tag_span and text[slice(*got.tag_span)]) == tag
    assert (got.digest_span and text[slice(*got.digest_span)]) == digest


BAD = [
    "", "Python", "a/B", "a:", ":t", "a@sha256:12", "a:t:u", "a//b", "/a", "a/", "a b", " a", "a\n", "a:-t", "-a", "a-",
    "a___b", "a..b", "a:" + "t" * 129, "$BASE", "${BASE}:1", "https://a.example/b", "0123456789abcdef" * 4, "a" * 256,
    "pythön", "a.example:x/b", "docker.io/", "_a", "a@", f"a@{DIGEST}x",
]  # fmt: skip


@pytest.mark.parametrize("text", BAD)
def test_other_texts_are_no_image_names(text: str) -> None:
    assert parse(text) is None
