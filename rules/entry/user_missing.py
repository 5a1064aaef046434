from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Safety, Severity, Span, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("USER",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    user = step.after.user
    if not user.value or user.at is None or on.build is None:
        return
    stage = on.stage_of(step)
    following = stage.steps[step.index + 1 :]
    until = next((n for n, one in enumerate(following) if one.instruction.keyword == "USER"), len(following))
    run = any(one.instruction.keyword == "RUN" for one in following[:until])
    starts = until == len(following) and on.ships(stage)
    if not run and not starts:
        return
    state = step.after if run else stage.final
    missing = state.missing_account
    if not missing:
        return
    kind, _, name = missing.partition(" ")
    making = ("adduser -D", "addgroup") if state.base.libc == "musl" else ("useradd --create-home", "groupadd")
    mend = f"RUN {making[kind == 'group']} {name}"
    yield Problem(
        user.at,
        f"there is no {missing} in the image: "
        + ("the next RUN stops the build" if run else "the container cannot start"),
        f"write {mend} above this"
        if state.base.kind != "scratch"
        else "name it by number, which needs no account: USER 10001",
        _fix(step, mend),
        outcome=Outcome.BUILD if run else Outcome.START,
    )


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
