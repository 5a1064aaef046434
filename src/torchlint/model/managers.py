"""What a command asks of the distribution's package manager, and whether it answers the manager's questions."""

from __future__ import annotations

from torchlint.model.effects.apt import APT, INSTALL, operands
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command

RPM = frozenset({"dnf", "yum", "microdnf"})

AGREEING = frozenset(
    "--yes --assume-yes --assumeyes --force-yes --dry-run --simulate --just-print --no-act --recon --print-uris "
    "--download-only --downloadonly".split()
)
"""Options after which nothing is asked, or nothing is installed."""


class Asked(NamedTuple):
    """One call of a package manager. `manager`: "apt", "dnf" or "apk"; `verb`: as written, "install" for its synonyms.

    `packages`: with their places; `complete`: every word is known. `agrees`: it asks nothing before it begins; None
    when that cannot be known.
    """

    manager: str
    verb: str
    packages: tuple[Argument, ...]
    complete: bool
    agrees: bool | None


def asked(command: Command) -> Asked | None:
    """What the command asks of a package manager; None when it is no such command."""
    name = command.name or ""
    manager = "apt" if name in APT else "dnf" if name in RPM else "apk" if name == "apk" else None
    if manager is None:
        return None
    verb, packages, known = operands(command)
    if verb in INSTALL:
        verb = "install"
    return Asked(manager, verb or "", tuple(packages), known, manager == "apk" or _agrees(command, known))


def _agrees(command: Command, known: bool) -> bool | None:
    """Whether it answers by an option or by its input."""
    if command.fed or any(one.operator.startswith("<") for one in command.redirects):
        return True
    for value in command.values:
        if value is None:
            continue
        lowered = value.lower()
        if value in AGREEING or ("assume-yes" in lowered and "=" in value) or lowered.startswith("--setopt=assumeyes"):
            return True
        if value[:1] == "-" and value[1:2] not in ("-", "o"):
            letters, _, level = value[1:].partition("=")
            if "y" in letters or "s" in letters or letters.count("q") > 1 or (letters == "q" and level == "2"):
                return True
    return False if known else None
