from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Command, Context, Edit, Fix, Outcome, Problem, Safety, Severity, Span, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("USER",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    user = step.after.user
    if not user.value or user.at is None or on.build is None:
        return
    missing, outcome = _missing(step, on.build, on)
    if not missing:
        return
    state = step.after
    kind, _, name = missing.partition(" ")
    making = ("adduser -D", "addgroup") if state.base.libc == "musl" else ("useradd --create-home", "groupadd")
    mend = f"RUN {making[kind == 'group']} {name}"
    for one, command in _changing(step, name, on.build, on) if kind == "user" else ():
        yield Problem(
            command.words[-1].at,
            f"there is no {missing} in the image: {command.name}, which changes a user that is there, stops the build",
            f"write {mend} above this",
            _fix(one, mend),
            outcome=Outcome.BUILD,
        )
        return
    yield Problem(
        user.at,
        f"there is no {missing} in the image: "
        + ("the next RUN stops the build" if outcome is Outcome.BUILD else "the container cannot start"),
        f"write {mend} above this"
        if state.base.kind != "scratch"
        else "name it by number, which needs no account: USER 10001",
        _fix(step, mend),
        outcome=outcome,
    )


def _missing(step: Step, build: Build, on: Context) -> tuple[str, Outcome]:
    """The account that is not there when something first runs as the user, here or in a stage built on this one."""
    stage = on.stage_of(step)
    reached = [(stage, stage.steps[step.index + 1 :])]
    for one, steps in reached:
        first = next((later for later in steps if later.instruction.keyword in ("RUN", "USER")), None)
        if first is None:
            if on.ships(one):
                return one.final.missing_account, Outcome.START
            reached += [(child, child.steps) for child in build.stages if child.parent == one.index]
        elif first.instruction.keyword == "RUN":
            return first.before.missing_account, Outcome.BUILD
    return "", Outcome.START


def _changing(step: Step, name: str, build: Build, on: Context) -> Iterator[tuple[Step, Command]]:
    """The commands before that change the account, which is not there, and surely fail."""
    stages = reversed(build.lineage(on.stage_of(step).index))
    for one in (one for stage in stages for one in stage.steps):
        if one.stage == step.stage and one.index >= step.index:
            return
        for command in one.commands:
            asked = command.name == "usermod" and command.values[-1] == name
            if asked and command.fatal and command.certain and command.before.account(name) is False:
                yield one, command


def _fix(step: Step, mend: str) -> Fix | None:
    """The RUN that makes the account, where root runs it in a system that has the program."""
    source, before = step.at.source, step.before
    program = mend.split(" ")[1]
    if before.user.value not in ("root", "0", "root:root", "0:0", "") or before.shell.value not in (
        None,
        ("/bin/sh", "-c"),
    ):
        return None
    if before.base.libc != "glibc" or before.which(program) is False or before.base.kind in (None, "scratch"):
        return None
    name = mend.rpartition(" ")[2]
    plain = name.isascii() and name.replace("-", "a").replace("_", "a").isalnum() and not name[0].isdigit()
    start = step.at.span.start
    edit = Edit(source, Span(start, start), f"{mend}{source.newline}")
    return Fix(f"make {name} before", (edit,), Safety.SAFE) if plain else None
