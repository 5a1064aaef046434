from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Related, Safety, Severity, Span, Stage, Step, rule


@rule(Stage, Severity.WARNING, Outcome.RISK, when=("apt-get & apt again", "apt & apt again"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    updated: tuple[Step, Command] | None = None
    for step in stage.steps:
        calls = [(one, asked) for one in step.commands if (asked := one.asked) is not None and asked.manager == "apt"]
        verbs = [asked.verb for _, asked in calls]
        if "update" in verbs:
            alone = not {"install", "upgrade", "dist-upgrade"} & set(verbs)
            updated = (step, calls[verbs.index("update")][0]) if alone else None
        elif "install" in verbs and updated is not None:
            command = calls[verbs.index("install")][0]
            first, update = updated
            yield Problem(
                command.at,
                "this installs from package lists of another RUN: once that one comes from the cache, versions that it "
                "names are gone and the build stops",
                f"write {update.name} update && before this",
                _fix(stage, first, update, step, command),
                related=(Related(update.at, "the lists are from here"),),
            )
            return


def _fix(stage: Stage, first: Step, update: Command, step: Step, command: Command) -> Fix | None:
    between = stage.steps[first.index + 1 : step.index]
    source = step.at.source
    if len(first.commands) != 1 or any(one.instruction.keyword == "RUN" for one in between) or first.instruction.flags:
        return None
    before = source.text[step.instruction.keyword_span.end : command.at.span.start]
    start, end = source.text.rfind("\n", 0, first.at.span.start) + 1, source.text.find("\n", first.at.span.end) + 1
    if before.strip(" \t") or step.instruction.heredocs or not end or first.instruction.heredocs:
        return None
    told = source.text[update.at.span.start : update.at.span.end]
    here = Span(command.at.span.start, command.at.span.start)
    edits = (Edit(source, Span(start, end), ""), Edit(source, here, f"{told} && "))
    return Fix("update in the RUN that installs", edits, Safety.UNSAFE)
