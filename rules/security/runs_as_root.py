from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Severity, rule

ROOT = frozenset({"root", "0"})
SHELLS = frozenset({"sh", "bash", "zsh", "ash", "dash", "fish"})
# These start as root on purpose and change the user themselves, or start the programs of several users.
CHANGES_USER = frozenset("gosu su-exec setpriv runuser su chpst s6-setuidgid supervisord init systemd sshd".split())


@rule(Entry, Severity.INFO, Outcome.RISK)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    user, main = entry.state.user, entry.main
    if user.value is None or user.value.split(":", 1)[0] not in ROOT or main is None or on.build is None:
        return
    names = {command.name for command in entry.commands}
    # What a script of one's own does is not known: it may change the user before it starts the program.
    if None in names or names & CHANGES_USER or any((name or "").endswith(".sh") for name in names):
        return
    # A shell to work in is no program that others talk to.
    if main.name in SHELLS and not any((word.value or "-")[:1] != "-" for word in main.arguments):
        return
    if main.program() is True or any((word.value or "").endswith(".sh") for word in main.words):
        return
    said = "USER says so" if user.at is not None else "no USER says otherwise"
    yield Problem(
        entry.at,
        f"the container runs as root: {said}, so a flaw in the program or in a model file has every right",
        "make a user and change to it before CMD: RUN useradd --create-home app, then USER app",
    )
