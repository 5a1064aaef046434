"""Whether a wheel's tags fit the Python, the C library and the machine that it is to be installed for."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.syntax.dockerfile import From
from torchlint.syntax.link import file_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build
    from torchlint.model.command import Install, Requested
    from torchlint.syntax.requirement import Requirement
    from torchlint.syntax.wheelname import WheelName
    from torchlint.world import World

FOREIGN = {"win32": "Windows", "win_": "Windows", "macosx_": "macOS", "ios_": "iOS", "android_": "Android"}
"""How the platform tags of other systems begin, and what people call those."""

LEGACY = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}
"""The glibc that the old names of platforms stand for (PEP 600)."""

MACHINES = ("x86_64", "aarch64", "i686", "armv7l", "armv6l", "ppc64le", "s390x", "riscv64", "loongarch64")


class Misfit(NamedTuple):
    """Why an installer refuses a wheel. `kind`: "python", "system", "machine", "musl" or "glibc".

    `needs`: what it is made for, in words: "Python 3.10", "Windows", "aarch64", "musl", "glibc 2.28". `besides`: the
    platform, where that does not fit, either.
    """

    kind: str
    needs: str
    besides: Misfit | None = None


def refusal(build: Build, install: Install, one: Requested, world: World) -> Misfit | None:
    """Why the wheel that a requirement names surely is refused; None if it fits, is none or that is unknown."""
    from torchlint.model.markers import applies
    from torchlint.model.wheels import ANOTHER_TARGET

    wheel = one.requirement.wheel
    if wheel is None or install.environment is None or any(name in install.options for name in ANOTHER_TARGET):
        return None
    if applies(one.requirement.marker, install.python) is not True:
        return None
    base = install.command.before.base
    distro = world.distro_of(base.os) if base.os is not None else None
    value = build.lineage(install.stage)[-1].instruction.value
    # Without a word about the platform the image is for the machine that builds it.
    told = build.input.settings.platform is not None or (isinstance(value, From) and value.platform is not None)
    machine = build.machine(install.stage) if told else None
    return misfit(wheel, install.python, base.libc, distro.glibc if distro else None, machine)


def misnamed(requirement: Requirement) -> str | None:
    """The file name that a requirement points at, if that ends like a wheel's and is none; None where a variable or
    wildcard stands in it."""
    if requirement.url is None or requirement.wheel is not None or requirement.kind == "vcs":
        return None
    name = file_name(requirement.url)
    return name if name.endswith(".whl") and not any(sign in name for sign in "*?[]${}") else None


def misfit(
    wheel: WheelName, python: str | None, libc: str | None, glibc: str | None, machine: str | None
) -> Misfit | None:
    """The first reason why no installer takes the wheel for a CPython there; None if it fits or nobody can tell.

    `machine` None: unknown.
    """
    reasons = [_of_platform(tag, libc, glibc, machine) for tag in wheel.platform_tags]
    platform = reasons[0] if all(reasons) else None
    wanted = [_of_python(python_tag, abi, python) for python_tag in wheel.python_tags for abi in wheel.abi_tags]
    if wanted and all(wanted):
        return Misfit("python", f"Python {', '.join(dict.fromkeys(text for text in wanted if text))}", platform)
    return platform


def _of_python(tag: str, abi: str, python: str | None) -> str | None:
    """The Python that a tag is for, if it surely is another one."""
    if python is None:
        return None
    here = _numbers(python)
    kind, digits = tag[:2], tag[2:]
    if kind not in ("cp", "py") or not digits.isdecimal() or not here:
        return tag if kind in ("pp", "gr", "ip", "jy") else None
    there = (int(digits[0]), int(digits[1:])) if digits[1:] else (int(digits),)
    named = ".".join(str(number) for number in there)
    if kind == "py" or abi == "abi3":
        fits = there[0] == here[0] and there <= here
        return None if fits else f"{named} and newer" if there[1:] and there > here else named
    if abi.rstrip("mu") not in (tag, "none"):
        return f"{named} without its global lock" if abi == f"{tag}t" else None
    return None if there == here[: len(there)] else named


def _of_platform(tag: str, libc: str | None, glibc: str | None, machine: str | None) -> Misfit | None:
    if tag == "any":
        return None
    foreign = next((system for start, system in FOREIGN.items() if tag.startswith(start)), None)
    if foreign is not None:
        return Misfit("system", foreign)
    made_for = next((one for one in MACHINES if tag.endswith(f"_{one}")), None)
    if made_for is not None and machine is not None and made_for != machine:
        return Misfit("machine", made_for)
    if tag.startswith("musllinux_"):
        return Misfit("musl", "musl") if libc == "glibc" else None
    if not tag.startswith("manylinux"):
        return None
    if libc == "musl":
        return Misfit("glibc", "glibc")
    needed = LEGACY.get(tag.split("_", 1)[0]) or _numbers(".".join(tag.split("_")[1:3]))
    if glibc is None or not needed or _numbers(glibc) >= needed:
        return None
    return Misfit("glibc", f"glibc {needed[0]}.{needed[1]}")


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else ()
