from __future__ import annotations

import re
from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

WHOLE = frozenset({".", "./", "/"})
CLUTTER = (".git", ".venv", "venv", "node_modules", "wandb", "mlruns", ".dvc/cache", ".tox", ".mypy_cache")
"""Folders that no image needs: history, environments of this machine, logs of experiments."""
PROJECT = ("pyproject.toml", "setup.py", "setup.cfg")


@rule(Step, Severity.WARNING, Outcome.WASTE, when=("copies all",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied = step.copied
    if copied is None or copied.from_elsewhere or on.build is None or step.instruction.flag("exclude") is not None:
        return
    whole = next((source for source in copied.sources if source.name in WHOLE), None)
    if whole is None or not on.build.in_shipped(step.stage):
        return
    # A submodule or a worktree has .git as a small file; a folder is the whole history.
    found = [name for name in CLUTTER if on.build.context.kind(name) == "dir"]
    if ".git" in found and asks_history(step, on):
        found.remove(".git")
    if not found:
        return
    names = ", ".join(found)
    # A program of the project may ask git itself.
    maybe = found == [".git"] and runs_project(step, on)
    told = "of use only to what asks git for it" if found == [".git"] else "nothing there is of use in a container"
    yield Problem(
        whole.at,
        f"this copies {names} into the image: {told}, and each change of it misses the build cache",
        f"write a .dockerignore with: {' '.join(found)}",
        severity=Severity.INFO if maybe else None,
    )


def runs_project(step: Step, on: Context) -> bool:
    """Whether a later command of the build runs what nobody has read: a script or a program of the project."""
    commands = (one for later in on.stage_of(step).steps[step.index + 1 :] for one in later.commands)
    return any(one.unknown or (one.name or "").startswith("python") for one in commands)


def asks_history(step: Step, on: Context) -> bool:
    """Whether a later command asks git for the history, or the project takes its version from there."""
    asks = r"\bgit[\"', \t]+(?:-C[ \t]+[^ \t]+[ \t]+)?(?:describe|log|rev-list|rev-parse|show|submodule)\b"
    steps = on.stage_of(step).steps[step.index + 1 :]
    if any(re.search(asks, one.instruction.rest.text) for one in steps if one.instruction.keyword == "RUN"):
        return True
    tools = r"(?:setuptools|hatch)[-_](?:scm|vcs|git)|versioneer|versioningit|dunamai|dynamic-versioning|\bpbr\b"
    files = [on.build.context.read(name) for name in PROJECT] if on.build is not None else []
    pattern = re.compile(rf"{tools}|\bsource[ \t]*=[ \t]*[\"']scm\b|{asks}", re.ASCII)
    return any(pattern.search(one.text) for one in files if one is not None)
