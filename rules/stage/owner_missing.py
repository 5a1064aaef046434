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
            taken = "takes another one" if said.startswith("group ") else "gives these files to root"
            yield Problem(
                Place(step.at.source, flag.value_span or flag.span),
                f"there is no {said} here: BuildKit {taken}, and other builders stop",
                _making(said, step.before.base),
                severity=Severity.WARNING,
                outcome=Outcome.RISK,
            )
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
            yield Problem(
                words[0].at,
                f"there is no {said} here, so nothing can be given to it: the build stops",
                _making(said, command.before.base),
            )


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


def _making(missing: str, base: Base) -> str:
    """How the account can be had."""
    kind, _, name = missing.partition(" ")
    if base.kind == "scratch":
        return "use numbers, which need no account: scratch has no program that makes one"
    making = ("adduser -D", "addgroup") if base.libc == "musl" else ("useradd --create-home", "groupadd")
    return f"write RUN {making[kind == 'group']} {name} above this, or use a number"
