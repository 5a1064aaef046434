from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

WHOLE = frozenset({".", "./", "/"})
CLUTTER = (".git", ".venv", "venv", "node_modules", "wandb", "mlruns", ".dvc/cache", ".tox", ".mypy_cache")
"""Folders that no image needs: history, environments of this machine, logs of experiments."""


@rule(Step, Severity.WARNING, Outcome.WASTE, when=("copies all",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied = step.copied
    if copied is None or copied.from_elsewhere or on.build is None or step.instruction.flag("exclude") is not None:
        return
    whole = next((source for source in copied.sources if source.name in WHOLE), None)
    if whole is None or not on.build.in_shipped(step.stage):
        return
    found = [name for name in CLUTTER if on.build.context.kind(name) == "dir"]
    # A submodule or a worktree has .git as a small file; a folder is the whole history.
    if not found:
        return
    names = ", ".join(found)
    yield Problem(
        whole.at,
        f"this copies {names} into the image: nothing there is of use in a container, and each change of it misses the "
        "build cache",
        f"write a .dockerignore with: {' '.join(found)}",
    )
