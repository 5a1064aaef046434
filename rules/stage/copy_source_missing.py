from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Place, Problem, Severity, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("missing source",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied = step.copied
    if (copied is not None and copied.from_elsewhere) or on.build is None:
        return
    if any(step.instruction.span.contains(note.span) for note in on.build.dockerfile.notes if note.kind in MISREAD):
        return
    context = on.build.context
    what = "mount" if copied is None else step.instruction.keyword
    for source in step.bound if copied is None else copied.sources:
        name = source.name
        if name is None or source.heredoc or source.remote:
            continue
        if copied is not None and not MARKS.isdisjoint(name):
            # A pattern may find nothing; only the folder that it is looked for in must be there.
            parts = name.split("/")
            name = "/".join(parts[: next(n for n, part in enumerate(parts) if not MARKS.isdisjoint(part))])
        # `<WORD>` is for somebody to fill in.
        if not name or {"<", ">"} <= set(name) or context.kind(name) is not False:
            continue
        pattern = context.excluded_by(name)
        if pattern is not None:
            yield Problem(
                source.at,
                f"{name} is kept from the builder by the pattern {pattern} of .dockerignore: "
                f"this {what} stops the build",
                f"remove {pattern} from .dockerignore, or add !{name} below it",
            )
        else:
            lower = context.matches(f"*/{name}") or ()
            folder = lower[0].partition("/")[0] if len(lower) == 1 else "DIR"
            # Where nothing speaks for the folder, all that is missing there has one cause.
            backed = folder != "DIR" or context.backed()
            if not backed and not _first(source.at, on.build):
                continue
            told = " until it is fetched as the comment above says" if _told(step, name, on) else _made(on.build, name)
            mend = "correct the path" if folder == "DIR" else f"write {lower[0]}"
            where = "" if folder == "DIR" else f" but in its folder {folder}"
            if not told and not backed:
                where = ", nor is anything else that is copied by name"
            yield Problem(
                source.at,
                f"{name} is not in the build context {context.root}{where}: this {what} stops the build" + told,
                f"{mend}, or name the folder that you build with: --context {folder}",
                severity=Severity.INFO if told else None if backed else Severity.WARNING,
            )


def _made(build: Build, name: str) -> str:
    """What a script of the project says against it, in words."""
    maker = build.context.maker(name)
    if maker is not None:
        return f" until {maker} has made it"
    bringer = build.context.bringer(name)
    if bringer is not None:
        return f" until it is brought there as {bringer} says"
    builder = build.context.builder()
    return "" if builder is None else f" unless {builder} builds with a folder that has it"


def _first(at: Place, build: Build) -> bool:
    """Whether it is the first thing that the Dockerfile takes from its build context by name."""
    steps = (step for stage in build.stages for step in stage.steps)
    taken = (step.bound if step.copied is None else step.copied.sources for step in steps if not _elsewhere(step))
    named = (one for sources in taken for one in sources if not one.heredoc and not one.remote and one.name is not None)
    return next((one.at for one in named if build.context.kind(one.name or "") is False), None) == at


def _elsewhere(step: Step) -> bool:
    return step.copied is not None and step.copied.from_elsewhere


def _told(step: Step, name: str, on: Context) -> bool:
    """Whether a comment in the lines right above says from where or by which command the source comes to be there."""
    if on.build is None:
        return False
    source = step.at.source
    line, last = source.line_at(step.at.span.start), name.rstrip("/").rpartition("/")[2]
    near = [one.text for one in on.build.dockerfile.comments if line - NEAR <= source.line_at(one.span.start) < line]
    return any(last in text and any(command in text for command in FETCHING) for text in near)


MARKS = frozenset("*?[")
NEAR = 3
"""So many lines above are looked at."""
FETCHING = (
    *("git clone", "git submodule", "wget ", "curl ", "tar ", "unzip ", "gsutil ", "aws s3", "rsync ", "make "),
    *("://", "download"),
)
MISREAD = ("malformed-json", "trailing-comment")
"""What rules of the syntax family say already: words that are no sources are read as sources."""
