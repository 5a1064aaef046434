from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, Step, rule


@rule(
    Entry,
    Severity.ERROR,
    Outcome.START,
    when=("python", "python3", "sh", "bash", "streamlit", "chainlit", "torchrun", "accelerate", "deepspeed", "flask"),
)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main, started = entry.main, entry.started_file
    if main is None or started is None or on.build is None or not main.certain or not entry.alone:
        return
    script = started.path
    if entry.state.find(script) is not False or main.program() is False:
        return
    # A module that packages of an index bring is one that was not installed.
    if started.module and on.world.makers_of_module(started.module.partition(".")[0]):
        return
    steps = [step for stage in on.build.lineage(entry.stage) for step in stage.steps]
    # What `docker run -v` brings is no business of the image: only a folder that COPY filled is surely the program's.
    filled = [step for step in steps if _fills(step, script)]
    elsewhere = [(step, path) for step in steps if (path := _brings(step, script, entry)) is not None]
    if not (filled or elsewhere) or any(step.instruction.keyword == "VOLUME" for step in steps):
        return
    if on.build.context.mounter(script) is not None:
        return
    step, path = elsewhere[-1] if elsewhere else (filled[0], "")
    fails = f"finds no module {started.module} at" if started.module else "cannot open"
    yield Problem(
        started.at,
        f"the container ends at once: {started.program} {fails} {script}, "
        + (f"the file lies at {path}" if path else "nothing puts a file there"),
        "correct the name or WORKDIR, or copy the file there"
        if started.module
        else f"write {path}, or copy the script to where it is looked for"
        if path
        else "correct the path, or copy the script there",
        related=(Related(step.at, "this brings it" if path else "this is what fills the folder"),),
    )


def _fills(step: Step, script: str) -> bool:
    """Whether a COPY of folders or of several files goes to a folder that the script would lie below."""
    copied = step.copied
    target = None if copied is None or copied.target is None else step.before.absolute(copied.target)
    return target is not None and script.startswith(target.rstrip("/") + "/")


def _brings(step: Step, script: str, entry: Entry) -> str | None:
    """Where a COPY puts a file with the script's name, if it does."""
    copied, name = step.copied, script.rpartition("/")[2]
    target = None if copied is None or copied.target is None else step.before.absolute(copied.target)
    if target is None:
        return None
    places = (target, f"{target.rstrip('/')}/{name}")
    return next((path for path in places if path.endswith(f"/{name}") and _is_file(entry, path)), None)


def _is_file(entry: Entry, path: str) -> bool:
    found = entry.state.find(path)
    return isinstance(found, tuple) and found.kind == "file"
