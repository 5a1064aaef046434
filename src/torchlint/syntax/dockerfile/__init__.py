"""Dockerfiles as BuildKit reads them, with the bytes of every token."""

from __future__ import annotations

from torchlint.syntax.dockerfile.instructions import parse
from torchlint.syntax.dockerfile.mounts import mounts
from torchlint.syntax.dockerfile.shapes import (
    Arg,
    ArgItem,
    Comment,
    Copy,
    Directive,
    Dockerfile,
    Exec,
    Flag,
    From,
    Healthcheck,
    Heredoc,
    Instruction,
    Many,
    Mount,
    Onbuild,
    Pair,
    Pairs,
    Single,
    Value,
    Word,
)

__all__ = [
    "Arg",
    "ArgItem",
    "Comment",
    "Copy",
    "Directive",
    "Dockerfile",
    "Exec",
    "Flag",
    "From",
    "Healthcheck",
    "Heredoc",
    "Instruction",
    "Many",
    "Mount",
    "Onbuild",
    "Pair",
    "Pairs",
    "Single",
    "Value",
    "Word",
    "mounts",
    "parse",
]
