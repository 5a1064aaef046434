from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Confidence, Context, Edit, Fix, Outcome, Place, Problem, Safety, Severity, Span, Step, rule

# What the words behind the # are taken for; where the build goes on, the second and third say how much it matters.
MEANT = {
    "ARG": ("ARG declares them as further arguments", Severity.INFO, Outcome.RISK),
    "ENV": ("they become part of the variable's value", Severity.WARNING, Outcome.RISK),
    "EXPOSE": ("EXPOSE takes them for ports and the build stops", Severity.ERROR, Outcome.BUILD),
    "STOPSIGNAL": ("no signal has such a name and the build stops", Severity.ERROR, Outcome.BUILD),
    "VOLUME": ("VOLUME makes volumes of these names", Severity.WARNING, Outcome.RISK),
    "WORKDIR": ("the folder's name ends with them, blanks included", Severity.WARNING, Outcome.RISK),
}


@rule(Build, Severity.ERROR, Outcome.BUILD, when=("trailing-comment",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    text = build.source.text
    for one in (*build.dockerfile.problems, *build.dockerfile.notes):
        if one.kind != "trailing-comment":
            continue
        instruction = next(known for known in build.dockerfile.instructions if known.span.contains(one.span))
        keyword, start = instruction.keyword, instruction.span.start
        steps = (step for stage in build.stages for step in stage.steps if step.instruction is instruction)
        step = next(steps, None)
        confidence = Confidence.HIGH
        if one in build.dockerfile.problems:
            what = f"{keyword} takes no such words and the build stops"
            severity, outcome = Severity.ERROR, Outcome.BUILD
        elif step is None:
            continue
        elif keyword == "USER":
            what, severity, outcome = user(build, step)
        elif keyword in MEANT:
            what, severity, outcome = MEANT[keyword]
        else:
            missing = lacks(build, step)
            if missing is False:
                continue
            what = f"{keyword} takes '#' and the words behind it for paths, and there is no file of that name"
            severity, outcome = Severity.ERROR, Outcome.BUILD
            confidence = Confidence.MEDIUM if missing is None else confidence
        before = one.span.start
        while text[before - 1] in " \t":
            before -= 1
        indent = text[text.rfind("\n", 0, start) + 1 : start].lstrip("\xef\xbb\xbf")
        above = f"{text[one.span.start : one.span.end]}{build.source.newline}{indent}"
        edits = (
            Edit(build.source, Span(start, start), above),
            Edit(build.source, Span(before, one.span.end), ""),
        )
        sure = severity is Severity.ERROR and confidence is Confidence.HIGH or keyword == "ARG"
        yield Problem(
            Place(build.source, one.span),
            f"a # behind {keyword} begins no comment: {what}",
            "move the comment to a line of its own above the instruction",
            Fix("move the comment to the line above", edits, Safety.SAFE if sure else Safety.UNSAFE),
            severity=severity,
            outcome=outcome,
            confidence=confidence,
        )


def lacks(build: Build, step: Step) -> bool | None:
    """True if something that COPY looks for because of the words behind the # surely is not there, False if all is."""
    if step.copied is None:
        return None
    answers: list[object] = []
    for one in step.copied.remark:
        if one.name is None or one.heredoc or one.remote or any(mark in one.name for mark in "*?["):
            answers.append(None)
        elif step.copied.from_elsewhere:
            answers.append(None if step.copied.origin is None else step.copied.origin.find(f"/{one.name.strip('/')}"))
        else:
            answers.append(build.context.kind(one.name))
    if any(answer is False for answer in answers):
        return True
    return None if None in answers else False


def user(build: Build, step: Step) -> tuple[str, Severity, Outcome]:
    """What comes of a user of such a name."""
    stage = build.stages[step.stage]
    what = "no user has such a name, blanks included"
    for later in stage.steps[step.index + 1 :]:
        if later.instruction.keyword == "USER":
            break
        if later.instruction.keyword == "RUN":
            return f"{what}, and the next RUN stops the build", Severity.ERROR, Outcome.BUILD
    else:
        if stage.index in build.shipped:
            return f"{what}, and the container does not start", Severity.ERROR, Outcome.START
    return what, Severity.WARNING, Outcome.RISK
