from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, rule

ROOT = frozenset({"root", "0"})


@rule(Entry, Severity.ERROR, Outcome.START, when=("user",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    user, main, state = entry.state.user, entry.main, entry.state
    name = (user.value or "").partition(":")[0]
    if not name or name in ROOT or user.at is None or main is None or on.build is None:
        return
    # The official images have /root with mode 0700; nobody knows about others.
    if state.base.kind not in ("python", "cuda", "pytorch", "distribution") or not entry.alone:
        return
    word = main.words[0].value
    where = state.where(word, cwd=main.cwd) if word is not None else None
    owner = entry.environment
    needed = (where, entry.script, owner.prefix if owner else None, owner.home if owner else None)
    hidden = next((path for path in needed if path is not None and path.startswith("/root/")), None)
    if hidden is None or _opened(entry, on):
        return
    yield Problem(
        entry.at,
        f"the container cannot start: user {name} may not enter /root, and {hidden} lies there",
        f"keep it elsewhere, in /opt or /home/{name}, or set UV_PYTHON_INSTALL_DIR, HOME or --prefix for what made it",
        related=(Related(user.at, "this user"),),
    )


def _opened(entry: Entry, on: Context) -> bool:
    """Whether a step may let others into /root, or give it another owner."""
    stages = on.build.lineage(entry.stage) if on.build is not None else ()
    commands = [one for stage in stages for step in stage.steps for one in step.commands]
    changing = ("chmod", "chown", "usermod", "useradd", "setfacl", "chgrp", "adduser")
    return any(
        one.name in changing and any(value is None or "/root" in value or value == "/" for value in one.values)
        for one in commands
    )
