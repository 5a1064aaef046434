"""What Debian and Ubuntu packages bring when apt installs them."""

from __future__ import annotations

from functools import cache

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
    packages: int
    """How many packages come, itself among them; 0 if a bare system has it already."""


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
_DRIVER_PARTS = tuple(f"nvidia-{part}-" for part in ("driver", "utils", "headless", "compute-utils", "smi"))
# Sources and files of the kernel's module (nvidia-dkms, nvidia-kernel-source, nvidia-kernel-common) are no libraries.
_NO_LIBRARIES = ("nvidia-driver-pinning-", "nvidia-driver-assistant-", "nvidia-driver-local-repo-")
_REFUSING = {"debian": 10.0, "ubuntu": 17.1}
"""The first releases with an apt-get that refuses lists without a valid signature."""

_PYTHON = frozenset("python python-is-python2 python-is-python3 pypy pypy3 pipx".split())
_PYTHON_PARTS = ("-minimal", "-full", "-venv", "-distutils", "-pip")


def apt_brings(package: str, recommends: bool) -> AptEffect | None:
    """The closure of Depends, with Recommends if they are wanted; None for packages that are not in the table."""
    from torchlint.world.tables.apt import PACKAGES

    row = _cells(PACKAGES, package)
    if row is None:
        return None
    names, megabytes = row[2:4] if recommends else row[:2]
    programs = tuple(names.split())
    return AptEffect(
        "python3" in programs,
        "pip3" in programs,
        not {"gcc", "g++", "clang"}.isdisjoint(programs),
        "git" in programs,
        "curl" in programs,
        "wget" in programs,
        programs,
        int(megabytes),
        int(row[5] if recommends else row[4]),
    )


def apt_absent(package: str, image: str) -> bool:
    """True if official images of Debian, Ubuntu, Python and CUDA of that kind and flavour surely lack the package."""
    from torchlint.world.tables.apt import IN_IMAGES, NOT_IN, PACKAGES

    row = _cells(PACKAGES, package)
    if row is None or row[4] == "0":
        return False
    maybe = package in IN_IMAGES and f"{image} {package}" not in NOT_IN
    return not maybe and not apt_there(package, image)


def apt_there(package: str, image: str) -> bool:
    """Whether images of that kind and flavour surely hold the package, or all that it depends on."""
    from torchlint.world.tables.apt import IN_FLAVOURS

    return f"{image} {package}" in IN_FLAVOURS


def apt_kind(package: str) -> str | None:
    """By name alone. "compiler": what only builds need; "driver": brings libraries that belong to the host,
    not into an image."""
    # No patterns: to compile them takes longer than all that apt is asked in a run.
    bare = package.rstrip("0123456789.-")
    if package in _COMPILER or bare in _COMPILER:
        return "compiler"
    if bare.endswith(("-dev", "-devel")) or package.startswith("linux-headers-"):
        return "headers"
    if bare in _DRIVER or (f"{package}-".startswith(_DRIVER_PARTS) and not f"{package}-".startswith(_NO_LIBRARIES)):
        return "driver"
    for part in _PYTHON_PARTS:
        bare = bare.removesuffix(part)
    return "python" if package in _PYTHON or bare.rstrip("0123456789.") in _PYTHON else None


def archive_pythons(os: str) -> tuple[str, ...]:
    """The minor versions in the release's archive, universe included."""
    from torchlint.world.tables.apt_pythons import PYTHONS

    return PYTHONS.get(os, ((), None, None))[0]


def current_pythons(family: str, today: str) -> tuple[str, ...]:
    """The minor versions in the archives of all releases of "debian" or "ubuntu" whose support goes on."""
    from torchlint.world.eol import system_ended
    from torchlint.world.tables.apt_pythons import PYTHONS

    current = (os for os in PYTHONS if os.startswith(family) and system_ended(os, today) is None)
    return tuple(minor for os in current for minor in PYTHONS[os][0])


def deadsnakes_left(os: str) -> bool:
    """Whether its packages for that release are gone."""
    from torchlint.world.tables.apt_pythons import PYTHONS

    return PYTHONS.get(os, ((), None, None))[1] is not None


def apt_libraries(package: str) -> tuple[str, ...] | None:
    """Of the libraries that are followed, those that the package or what it depends on has."""
    from torchlint.world.tables.apt_libraries import LIBRARIES

    found = _cells(LIBRARIES, package)
    return None if found is None else tuple(found[0].split())


def system_pip(os: str) -> str | None:
    """The version of the release's python3-pip."""
    from torchlint.world.tables.apt_pythons import PYTHONS

    return PYTHONS.get(os, ((), None, None))[2]


OPTIONS = frozenset(
    "allow-unauthenticated assume-yes break-system-packages default-timeout extra-index-url fix-broken fix-missing "
    "force-reinstall ignore-installed index-url no-cache no-cache-dir no-deps no-input no-install-recommends "
    "trusted-host".split()
)
"""Options of apt and of pip, which no release has a package called like. Source: its package indexes."""


MISWRITTEN = {"build-essentials": "build-essential"}
"""Names that no release has ever had, and what was meant. Source: reports from Ubuntu 10.04 to 18.04, the index of
Debian 12; rocq-prover/platform#91."""


def apt_lacks(package: str, os: str) -> bool:
    """Whether the release is among those without it."""
    if package in OPTIONS or package in MISWRITTEN:
        return os.startswith(("debian", "ubuntu"))
    from torchlint.world.tables.apt_gone import GONE

    found = _cells(GONE, package)
    return found is not None and os in found[0].split()


def apt_instead(package: str) -> str | None:
    """Its successor under another name."""
    if package in MISWRITTEN:
        return MISWRITTEN[package]
    from torchlint.world.tables.apt_gone import GONE

    found = _cells(GONE, package)
    return found[1] or None if found is not None else None


def apt_refuses_unsigned(os: str) -> bool | None:
    """Whether its apt-get is 1.5 or newer. Source: manpage apt-secure; up to stretch apt-get only warned."""
    family, first = next(((one, first) for one, first in _REFUSING.items() if os.startswith(one)), ("", 0.0))
    release = os[len(family) :]
    return float(release) >= first if family and release.replace(".", "", 1).isdecimal() else None


@cache
def _cells(table: str, name: str) -> list[str] | None:
    """What stands behind a name in a table that is one text; None if it is not there."""
    start = -1 if "|" in name or "\n" in name else table.find(f"\n{name}|")
    return None if start < 0 else table[start + len(name) + 2 : table.index("\n", start + 1)].split("|")
