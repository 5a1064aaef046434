from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Severity, Span, rule

SWITCHES = {
    "apt": ("--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories"),
    "dnf": ("--nogpgcheck", "--no-gpgcheck", "--no-gpg-checks"),
    "apk": ("--allow-untrusted",),
}
SETTINGS = ("allowunauthenticated", "allowinsecurerepositories", "gpgcheck")
TAKING_LISTS = ("insecurerepositories", "allow-insecure", "trusted=yes", "trusted: yes")
"""What makes apt-get update take lists of packages without a valid signature, in lower case."""

INSTALL_NOTHING = frozenset({"autoremove", "remove", "purge", "clean", "autoclean", "erase", "del"})
PROGRAMS = {
    "apt-get": "apt",
    "apt": "apt",
    "aptitude": "apt",
    "yum": "dnf",
    "dnf": "dnf",
    "microdnf": "dnf",
    "zypper": "dnf",
    "apk": "apk",
}


@rule(
    Command,
    Severity.WARNING,
    Outcome.RISK,
    when=("apt-get", "apt", "aptitude", "yum", "dnf", "microdnf", "zypper", "apk", "echo", "printf", "tee"),
    mentions=(
        "unauthenticated",
        "force-yes",
        "insecurerepositories",
        "gpgcheck",
        "gpg-check",
        "untrusted",
        "trusted=yes",
    ),
)
def check(command: Command, on: Context) -> Iterator[Problem]:
    if INSTALL_NOTHING.intersection(command.values):
        return
    family = PROGRAMS.get(command.name or "")
    for word in command.arguments:
        value = word.value or ""
        if family is None:
            said = "[trusted=yes]" if value.startswith("deb") and "trusted=yes" in value.partition("]")[0] else ""
        else:
            said = value if value in SWITCHES[family] else setting(value)
        if said:
            idle = _idle(command, on, said) if family == "apt" else None
            who = "is on the way" if "http://" in value else "serves them"
            yield Problem(
                word.at,
                f"{said} {idle or f'installs packages whose signature nobody checked: whoever {who} can send others'}",
                "leave it out, and add the key of the repository: signed-by=/etc/apt/keyrings/NAME.gpg in its deb line"
                if family in (None, "apt")
                else "leave it out, and add the key of the repository",
                _fix(command, on) if family == "apt" else None,
                severity=Severity.INFO if idle else None,
            )
            return


def _idle(command: Command, on: Context, said: str) -> str | None:
    """What to say of a switch for installs where apt may have no unsigned lists to install from; None where it may."""
    text = on.build.source.text.lower() if on.build is not None else ""
    if any(one in f"{said} {text}" for one in TAKING_LISTS) or "nsecure" in said:
        return None
    os = command.before.base.os
    refuses = on.world.apt_refuses_unsigned(os) if os is not None else None
    if refuses is False:
        return None
    places = (step.target_written for step in on.stage_of(command).steps)
    if refuses and not any(place is not None and place[0].startswith("/etc/apt/s") for place in places):
        return f"lets nothing more in: the apt of {os} takes no list of packages without a valid signature"
    return "lets packages in whose signature nobody checked, where apt takes unsigned lists: those up to 1.4 do"


def setting(value: str) -> str:
    """`Acquire::AllowInsecureRepositories=true`, `gpgcheck=0`, as a word of its own or behind -o."""
    name, equals, said = value.removeprefix("-o").removeprefix("--setopt=").partition("=")
    last = name.rpartition("::")[2].rpartition(".")[2].lower()
    if not equals or last not in SETTINGS:
        return ""
    off = said.lower() in ("0", "false", "no")
    return value if off != last.startswith("allow") and said.lower() in ("0", "false", "no", "1", "true", "yes") else ""


def _fix(command: Command, on: Context) -> Fix | None:
    """The command without these switches; --force-yes is also what lets apt go on without an answer."""
    # Half of the work would look like all of it.
    if "verify-peer" in on.stage_of(command).steps[command.step].instruction.rest.text.lower():
        return None
    words, edits = command.words, []
    switches = [n for n, word in enumerate(words) if word.value in SWITCHES["apt"] or setting(word.value or "")]
    others = [word.value or "" for n, word in enumerate(words) if n not in switches]
    agrees = any(one in ("--yes", "--assume-yes") or (one[:1] == "-" != one[1:2] and "y" in one) for one in others)
    for number in switches:
        word, before = words[number], words[number - 1]
        if word.value == "--force-yes" and not agrees:
            edits.append(Edit(*word.at, "-y"))
            agrees = True
            continue
        first = before if before.value == "-o" else word
        gone = on.without(Place(word.at.source, Span(first.at.span.start, word.at.span.end)))
        if gone is None or word.written != word.value:
            return None
        edits.append(gone)
    return Fix("let the signatures be checked", tuple(edits))
