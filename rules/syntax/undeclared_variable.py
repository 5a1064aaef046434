from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Problem, Related, Severity, Span, Step, rule

OF_THE_SHELL = ("HOME", "HOSTNAME", "LOGNAME", "PWD", "SHELL", "UID", "USER")


@rule(
    Step,
    Severity.WARNING,
    Outcome.RISK,
    when=(
        "ENV $unset",
        "COPY $unset",
        "ADD $unset",
        "WORKDIR $unset",
        "USER $unset",
        "EXPOSE $unset",
        "VOLUME $unset",
        "ARG $unset",
        "STOPSIGNAL $unset",
    ),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    assert build is not None
    sources = step.copied.sources if step.copied is not None and not step.copied.from_elsewhere else ()
    absent = any(one.name is not None and build.context.kind(one.name) is False for one in sources)
    own = {one.name for one in step.declared}
    document = False
    for use in build.variables.unset(step):
        # Other rules say it of an ARG above FROM, of an ENV that reads what it sets, of a source that is not there.
        if build.variables.declared_above(use.name) or (use.name in own and use.name != use.target):
            continue
        if use.document:
            if not document:
                yield Problem(
                    use.at,
                    f"{use.name} vanishes from this document: COPY fills in variables, and nothing sets {use.name}",
                    "put the marker in quotes, <<'EOF', to keep the document as it is written",
                )
            document = True
        # LIBS=/opt/lib:$LIBS goes on from what may be there.
        elif not absent and (use.name != use.target or use.alone) and not said_before(build, step, use.name):
            what, mend, related = told(build, step, use.name)
            # EXPOSE is but a remark: the port that the container listens to comes when it runs.
            severity = Severity.INFO if step.instruction.keyword == "EXPOSE" else None
            fix = renamed(build, step, use.name)
            yield Problem(use.at, f"{use.name} is empty here: {what}", mend, fix, related, severity)


def said_before(build: Build, step: Step, name: str) -> bool:
    """True if an earlier instruction of the stage has the same gap."""
    earlier = (one for one in build.stages[step.stage].steps[: step.index] if name in one.instruction.rest.text)
    return any(
        use.name == name and not use.shell and not use.document for one in earlier for use in build.variables.unset(one)
    )


def told(build: Build, step: Step, name: str) -> tuple[str, str, tuple[Related, ...]]:
    """Why a variable has no value, what to do, and where it gets one."""
    if name in OF_THE_SHELL:
        return "shells set it, and no shell reads this line", f"write the value itself in place of ${name}", ()
    stages = build.stages
    for stage in (stages[step.stage], *stages[: step.stage]):
        for other in stage.steps:
            found = [one for one in other.declared if one.name == name]
            if found or (
                other.instruction.keyword == "ARG" and name in other.after.args and name not in other.before.args
            ):
                at = found[0].at if found else other.at
                keyword = other.instruction.keyword
                if stage.index == step.stage and other.index > step.index:
                    return f"{keyword} sets it only below", "move that line above this one", (Related(at, "set here"),)
                if stage.index != step.stage:
                    why = f"{keyword} sets it in {stage.title}, on which this one does not build"
                    return why, f"declare {name} in {stages[step.stage].title} too", (Related(at, "set here"),)
    meant = nearest(name, (*step.before.env, *step.before.args))
    if meant:
        return "no ENV or ARG sets it", f"write ${meant} if that is meant", ()
    return "no ENV or ARG sets it", f"declare it above, as ARG {name}=... if a build is to choose it", ()


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The variable that was meant, if the word is close to one."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.8)), None)


def renamed(build: Build, step: Step, name: str) -> Fix | None:
    """The home folder of root for HOME, else the variable whose name is all but the same, in the rest of the stage."""
    steps = build.stages[step.stage].steps[step.index :]
    uses = [use.at for one in steps for use in build.variables.unset(one) if use.name == name and not use.shell]
    known = (*step.before.env, *step.before.args)
    near = [
        one for one in known if one.rstrip("S") == name.rstrip("S") or one.replace("_", "") == name.replace("_", "")
    ]
    edits = []
    for source, (start, end) in uses:
        written = source.text[start:end]
        if name == "HOME" and step.before.user.value in ("root", "0") and written in ("$HOME", "${HOME}"):
            edits.append(Edit(source, Span(start, end), "/root"))
        elif len(near) == 1 and written.count(name) == 1:
            begin = start + written.index(name)
            edits.append(Edit(source, Span(begin, begin + len(name)), near[0]))
    title = "write /root" if name == "HOME" else f"write {near[0]}" if near else ""
    return Fix(title, tuple(edits)) if edits and len(edits) == len(uses) else None
