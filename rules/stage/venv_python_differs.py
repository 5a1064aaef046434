from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Outcome, Problem, Related, Severity, Stage, Step, rule


@rule(Step, Severity.ERROR, Outcome.START, when=("COPY --from & brings a venv",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied, build = step.copied, on.build
    if copied is None or build is None or not build.in_shipped(step.stage):
        return
    stage = on.stage_of(step)
    for venv in step.after.environments.values():
        at = next((source.at for source in copied.sources if source.at == venv.at), None)
        kept, python = stage.final.environments.get(venv.prefix), venv.python.value
        if venv.kind != "venv" or at is None or kept is None or kept.at != at or python is None:
            continue
        below = step.before.environments.get(venv.prefix)
        other = below.python.value if below is not None else None
        misfit = stage.final.misfit(kept)
        outcome, edits, mend = None, None, f"begin this stage from the image that {venv.prefix} was made in"
        if other is not None and other != python:
            what = f"it is laid over an environment of Python {other}, and neither works"
            edits = on.made_here(step, venv.prefix)
        elif misfit is None:
            continue
        elif misfit.python is None:
            what = f"its links lead to {misfit.path}, and there is no Python at that place here"
            if "/cpython-" in misfit.path:
                mend = f"copy {misfit.path.partition('/cpython-')[0]} too, where uv put that Python"
        else:
            what = f"{misfit.path} is Python {misfit.python} here and sees none of its packages"
            outcome = Outcome.IMPORT
        yield Problem(
            at,
            f"{venv.prefix} needs the Python {python} that it was made with: {what}",
            f"{mend}, or make the environment here",
            None if edits is None else Fix(f"install into the {venv.prefix} that is here", edits),
            related=(Related(stage.base.at, f"brings no Python {python} to the same place"),),
            severity=None if _uses(stage, venv.prefix) else Severity.WARNING,
            outcome=outcome,
        )


def _uses(stage: Stage, prefix: str) -> bool:
    """Whether what starts runs in that environment, or where that is unknown, whether `python` does."""
    used = stage.entry.environment if stage.entry is not None else None
    used = used or stage.final.environment_of(stage.final.which("python"))
    return used is not None and used.prefix == prefix
