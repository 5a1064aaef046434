from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Related, Severity, Step, rule

CACHES = (".pycache", "__pycache__", ".cache", ".pytest_cache", ".mypy_cache", ".ruff_cache")
"""Folders that programs make anew where they are missing."""


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("COPY --from & missing path",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied = step.copied
    if copied is None or copied.stage is None or copied.origin is None or on.build is None:
        return
    stage = on.build.stages[copied.stage]
    for source in copied.sources:
        if source.name is None or any(mark in source.name for mark in "*?["):
            continue
        path = "/" + source.name.strip("/")
        if copied.origin.find(path) is False:
            yield Problem(
                source.at,
                f"{stage.title} has no {path}: nothing there creates it, so this COPY stops the build",
                f"create {path} in {stage.title}, or drop it from this COPY",
                _fix(step, path),
                related=(Related(stage.at, f"{stage.title} begins here"),),
            )


def _fix(step: Step, path: str) -> Fix | None:
    """Without the COPY, where what it copies is nothing that a program needs."""
    name = path.rpartition("/")[2]
    if name not in CACHES or step.copied is None or len(step.copied.sources) != 1:
        return None
    return Fix(f"drop the COPY of {name}", (Edit(step.at.source, step.lines, ""),))
