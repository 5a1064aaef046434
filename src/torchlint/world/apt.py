"""What Debian and Ubuntu packages bring when apt installs them."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple


class AptEffect(NamedTuple):
    """What `apt-get install` of one package adds to a bare system, dependencies included. Source: Debian 12's index."""

    python3: bool
    """Whether python3 comes with it."""
    pip: bool
    """Whether pip3 comes with it."""
    compiler: bool
    """Whether a C or C++ compiler comes with it."""
    git: bool
    curl: bool
    wget: bool
    programs: tuple[str, ...]
    """Common commands that are on PATH then; not all of them."""
    megabytes: int
    """Installed size with dependencies, rough."""


_COMPILER = (
    r"build-essential|(?:gcc|g\+\+|cpp|gfortran|clang|llvm|lld)(?:-[0-9.]+)?|make|cmake|meson|scons|ninja-build|autoconf|automake"
    r"|libtool|libtool-bin|pkg-config|pkgconf|m4|bison|flex|nasm|yasm|swig[0-9.]*|ccache|dpkg-dev|rustc|cargo|golang(?:-go)?"
    r"|nvidia-cuda-toolkit|cuda-(?:nvcc|compiler|toolkit|minimal-build|command-line-tools)(?:-[0-9-]+)?|binutils|patchelf"
)
_HEADERS = r"[a-z0-9][a-z0-9.+-]*-(?:dev|devel)(?:-[0-9-]+)?|linux-headers-[a-z0-9.+-]+"
_DRIVER = (
    r"cuda|cuda-[0-9]+-[0-9]+|cuda-(?:drivers|runtime)(?:-[0-9-]+)?|nvidia-(?:driver|utils|dkms|kernel|headless|compute-utils|smi)"
    r"(?:-[a-z0-9-]+)?|libcuda1(?:-[0-9]+)?|libnvidia-(?:compute|cfg1|gl|encode|decode)(?:-[0-9]+)?"
)
_PYTHON = (
    r"(?:python[23]?|python[23]\.[0-9]+)(?:-minimal|-full|-venv|-distutils|-pip)?|python-is-python[23]|pypy3?|pipx"
)

_KINDS = (("compiler", _COMPILER), ("headers", _HEADERS), ("driver", _DRIVER), ("python", _PYTHON))
"""Compiled when first asked: most runs never ask."""


def apt_brings(package: str, recommends: bool) -> AptEffect | None:
    """The closure of Depends, with Recommends if they are wanted; None for packages that are not in the table."""
    from torchlint.world.tables.apt import PACKAGES

    row = PACKAGES.get(package)
    if row is None:
        return None
    names, megabytes = row[2:] if recommends else row[:2]
    programs = tuple(names.split())
    return AptEffect(
        "python3" in programs,
        "pip3" in programs,
        not {"gcc", "g++", "clang"}.isdisjoint(programs),
        "git" in programs,
        "curl" in programs,
        "wget" in programs,
        programs,
        megabytes,
    )


def apt_kind(package: str) -> str | None:
    """By name alone. "compiler": what only builds need; "driver": belongs to the host, not into an image."""
    return next((kind for kind, names in _KINDS if re.fullmatch(names, package, re.ASCII)), None)
