from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Severity, Span, rule

ROOT = ("root", "0", "0:0", "root:root")
TOOLS = frozenset({"pip", "setuptools", "wheel"})


@rule(Entry, Severity.ERROR, Outcome.IMPORT, when=("not root",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    build, state, main, environment = on.build, entry.state, entry.main, entry.environment
    user = state.user.value
    if build is None or main is None or user is None or user in ROOT or environment is None:
        return
    if (
        entry.obstacle("root") is not None
        or environment.kind == "venv"
        or any(state.variable(name) for name in ("PYTHONPATH", "PYTHONUSERBASE"))
    ):
        return
    users = [one for one in state.environments.values() if one.kind == "user" and one.packages]
    steps = [step for stage in build.lineage(entry.stage) for step in stage.steps]
    opened = any(one.name in ("chmod", "chown") for step in steps for one in step.commands)
    if len(users) != 1 or not users[0].prefix.startswith("/root/") or users[0].at is None or opened:
        return
    needed = entry.imports()
    if needed is not None and not needed:
        return
    sure = needed is not None and environment.complete and TOOLS.issuperset(environment.packages)
    yield Problem(
        main.words[0].at,
        f"{main.name} runs as {user} and does not see the packages in {users[0].prefix}: they are root's own",
        "install without --user, into a virtual environment, or after USER",
        _fix(entry, on),
        related=(Related(users[0].at, "this puts them into root's home folder"),),
        severity=None if sure else Severity.WARNING,
    )


def _fix(entry: Entry, on: Context) -> Fix | None:
    """The installs of the image without --user, where root runs them."""
    edits = []
    stages = on.build.lineage(entry.stage) if on.build is not None else ()
    for install in (one for stage in stages for step in stage.steps for one in step.installs):
        option = install.options.get("--user")
        if option is None:
            continue
        source, (start, end) = option.at
        if source is not entry.at.source or source.text[start - 1 : end] != " --user":
            return None
        edits.append(Edit(source, Span(start - 1, end), ""))
    return Fix("install for every user", tuple(edits)) if edits else None
