"""The options of apt and apt-get, and words that are none of them."""

from __future__ import annotations

LONG = frozenset(
    "allow-change-held-packages allow-downgrades allow-insecure-repositories allow-releaseinfo-change "
    "allow-releaseinfo-change-codename allow-releaseinfo-change-defaultpin allow-releaseinfo-change-label "
    "allow-releaseinfo-change-origin allow-releaseinfo-change-suite allow-releaseinfo-change-version "
    "allow-remove-essential allow-unauthenticated allow-weak-repositories arch-only assume-no assume-yes audit "
    "auto-remove autoremove build build-profiles cli-version color comment compile config-file debian-only "
    "default-release diff-only download download-only dry-run dsc-only error-on fix-broken fix-missing fix-policy "
    "force-yes help host-architecture ignore-hold ignore-missing indep-only install-recommends install-suggests "
    "just-print list-cleanup list-columns mark-auto new-pkgs no-act only-source only-upgrade option planner "
    "print-uris purge quiet recon reinstall remove show-progress show-upgraded silent simulate snapshot solver "
    "strict-pinning tar-only target-release trivial-only update upgrade verbose-versions version with-source "
    "yes".split()
)
"""Of what installs, removes and updates, in any release. Source: apt, apt-private/private-cmndline.cc, from 1.4 to 3.1;
tried with apt-get 2.6.1."""

LETTERS = frozenset("SPUVabcdefhmoqstuvy")
"""Likewise."""

VALUED_LETTERS = frozenset("SPaceot")
"""Behind them a value may follow in the same word."""

VALUED = frozenset(
    "build-profiles cli-version comment config-file default-release error-on host-architecture option planner snapshot "
    "solver target-release with-source".split()
)
"""Options before a value, which may be the next word."""

OF_OTHERS = frozenset(
    "break-system-packages force-reinstall ignore-installed no-cache no-cache-dir no-check-certificate no-confirm "
    "no-deps no-input no-interaction no-progress noconfirm non-interactive trusted-host".split()
)
"""Options of pip, apk, pacman and their kin that say nothing an apt command would lack without them."""


def unknown_option(word: str) -> str | None:
    """What apt does not understand in a word that begins with a dash, as written; None if it understands all of it.

    Case does not count in long options, and what stands before their first dash may be a yes or a no ("no-", "with-").
    """
    if word.startswith("--"):
        name = word[2:].partition("=")[0].lower()
        head, dash, rest = name.partition("-")
        known = name in LONG or (dash and head and (rest in LONG or (len(rest) == 1 and rest.upper() != rest)))
        return None if known or not name else word.partition("=")[0]
    for letter in word[1:]:
        if letter in VALUED_LETTERS or letter == "=":
            return None
        if letter not in LETTERS:
            return f"-{letter}"
    return None


def takes_next(word: str) -> bool:
    """Whether the next word is the value of this one."""
    if word.startswith("--"):
        return word[2:].lower() in VALUED
    return word[-1:] in VALUED_LETTERS and not any(letter in VALUED_LETTERS or letter == "=" for letter in word[1:-1])


def meant(unknown: str) -> str | None:
    """The option that was surely meant by what apt does not understand: "" if none is needed; None if that is open."""
    if len(unknown) == 2:
        letter = unknown[1].lower()
        return f"-{letter}" if letter in "yqf" else None
    name = unknown[2:].lower()
    if name in OF_OTHERS:
        return ""
    close = [one for known in sorted(LONG) for one in (known, f"no-{known}") if _within_two(name, one)]
    best = [one for one in close if _within_one(name, one)] or close
    return f"--{best[0]}" if len(best) == 1 else None


def _within_one(one: str, other: str) -> bool:
    """Whether one letter that is missing, too many or wrong makes the difference, or two that changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, left = one[start:], other[start:]
    swapped = rest[:2] == left[1::-1] and rest[2:] == left[2:]
    return rest[1:] == left or rest == left[1:] or rest[1:] == left[1:] or swapped


def _within_two(one: str, other: str) -> bool:
    """Whether two such differences do."""
    if len(one) < 8 or abs(len(one) - len(other)) > 2:
        return False
    if _within_one(one, other):
        return True
    shorter, longer = sorted((one, other), key=len)
    return any(_within_one(longer[:n] + longer[n + 1 :], shorter) for n in range(len(longer)))
