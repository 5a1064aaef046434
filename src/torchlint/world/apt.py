"""What Debian and Ubuntu packages bring when apt installs them."""

from __future__ import annotations

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


# Names without the version that may follow: gcc-12, cuda-nvcc-12-1, swig4.0, libcuda1-535.
_COMPILER = frozenset(
    "build-essential gcc g++ cpp gfortran clang llvm lld make cmake meson scons ninja-build autoconf automake libtool"
    " libtool-bin pkg-config pkgconf m4 bison flex nasm yasm swig ccache dpkg-dev rustc cargo golang golang-go"
    " nvidia-cuda-toolkit cuda-nvcc cuda-compiler cuda-toolkit cuda-minimal-build cuda-command-line-tools binutils"
    " patchelf".split()
)
_DRIVER = frozenset(
    "cuda cuda-drivers cuda-runtime libcuda libnvidia-compute libnvidia-cfg libnvidia-gl libnvidia-encode"
    " libnvidia-decode".split()
)
_DRIVER_PARTS = tuple(
    f"nvidia-{part}-" for part in ("driver", "utils", "dkms", "kernel", "headless", "compute-utils", "smi")
)
_PYTHON = frozenset("python python-is-python2 python-is-python3 pypy pypy3 pipx".split())
_PYTHON_PARTS = ("-minimal", "-full", "-venv", "-distutils", "-pip")


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
    # No patterns: to compile them takes longer than all that apt is asked in a run.
    bare = package.rstrip("0123456789.-")
    if package in _COMPILER or bare in _COMPILER:
        return "compiler"
    if bare.endswith(("-dev", "-devel")) or package.startswith("linux-headers-"):
        return "headers"
    if bare in _DRIVER or f"{package}-".startswith(_DRIVER_PARTS):
        return "driver"
    for part in _PYTHON_PARTS:
        bare = bare.removesuffix(part)
    return "python" if package in _PYTHON or bare.rstrip("0123456789.") in _PYTHON else None
