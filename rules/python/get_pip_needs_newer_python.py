from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Related, Safety, Severity, Span, Step, rule

CURRENT = "https://bootstrap.pypa.io/get-pip.py"


@rule(
    Step,
    Severity.ERROR,
    Outcome.BUILD,
    when=("python", "python2", "python2.7", "python3", "python3.6", "python3.7", "python3.8", "python3.9"),
    mentions=("get-pip",),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    for run in step.get_pips:
        command = run.command
        python = run.python
        script = on.world.get_pip_script(python) if python is not None else None
        if script is None or run.address != CURRENT or not (command.fatal and command.certain):
            continue
        if command.has("--help", "-h", "--version"):
            continue
        right = CURRENT.replace("get-pip.py", script)
        fix = None
        if run.at is not None:
            source, span = run.at
            start = source.text.find(CURRENT, span.start, span.end)
            if start >= 0:
                edit = Edit(source, Span(start, start + len(CURRENT)), right)
                fix = Fix(f"fetch the script for Python {python}", (edit,), Safety.SAFE)
        yield Problem(
            command.at,
            f"get-pip.py refuses Python {python} and the build stops: the current script needs 3.10 or newer",
            f"fetch {right}, or install python3-pip with apt",
            fix,
            related=() if run.at is None else (Related(run.at, "this fetches the current script"),),
        )
        return
