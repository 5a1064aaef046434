from __future__ import annotations

from collections.abc import Iterator

from torchlint import Base, Command, Context, Outcome, Place, Problem, Severity, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("COPY --chown", "ADD --chown", "chown"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    before = on.stage_of(step).steps[: step.index]
    if any(one.instruction.keyword == "USER" and one.after.account(_name(one)) is False for one in before):
        # That USER stops the build or the start already.
        return
    flag = step.instruction.flag("chown")
    if flag is not None and flag.value and "$" not in flag.value:
        said = _missing(flag.value, step)
        if said:
            yield _problem(said, Place(step.at.source, flag.value_span or flag.span), step.before.base)
    for command in step.commands:
        words = [word for word in command.arguments if not (word.value or "-").startswith("-")]
        if (
            command.name != "chown"
            or not (command.fatal and command.certain)
            or not words
            or command.has("--reference")
        ):
            continue
        owner = words[0].value or ""
        said = _missing(owner, command)
        if said:
            yield _problem(said, words[0].at, command.before.base)


def _name(step: Step) -> str:
    return (step.after.user.value or "0").partition(":")[0]


def _missing(owner: str, where: Step | Command) -> str:
    """The account that surely is not there, as "user app"; "" if none is known to be missing."""
    name, colon, group = owner.partition(":")
    if not all(part.replace("-", "").replace("_", "").isalnum() for part in (name, group) if part):
        return ""
    if name and where.before.account(name) is False:
        return f"user {name}"
    if colon and group and where.before.account(group, group=True) is False:
        return f"group {group}"
    return ""


def _problem(missing: str, at: Place, base: Base) -> Problem:
    kind, _, name = missing.partition(" ")
    if base.kind == "scratch":
        mend = "use numbers, which need no account: scratch has no program that makes one"
    else:
        making = ("adduser -D", "addgroup") if base.libc == "musl" else ("useradd --create-home", "groupadd")
        mend = f"write RUN {making[kind == 'group']} {name} above this, or use a number"
    return Problem(
        at,
        f"there is no {missing} here, so nothing can be given to it: the build stops",
        mend,
    )
