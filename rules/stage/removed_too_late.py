from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Place, Problem, Related, Severity, Step, rule

ARCHIVES = (".tar.gz", ".tgz", ".zip", ".tar", ".tar.xz", ".tar.bz2", ".deb", ".whl", ".run", ".7z", ".bz2", ".xz")
LARGE_INSTALLERS = ("miniconda", "anaconda", "miniforge", "mambaforge", "cmake", "cuda")


@rule(
    Step,
    Severity.WARNING,
    Outcome.WASTE,
    when=(
        "rm .gz",
        "rm .tgz",
        "rm .zip",
        "rm .tar",
        "rm .xz",
        "rm .bz2",
        "rm .deb",
        "rm .whl",
        "rm .run",
        "rm .7z",
        "rm .sh",
    ),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    if build is None or not build.in_shipped(step.stage):
        return
    earlier = [one for stage in build.lineage(step.stage) for one in stage.steps if _before(one, step)]
    found = (one for command in step.commands for one in _removed(command, earlier))
    removed = [one for one in found if on.world.archive_size(_origin(one)) != "small"]
    if not removed:
        return
    at, name, made, step_of = removed[0]
    more = f" and {len(removed) - 1} more" if len(removed) > 1 else ""
    yield Problem(
        at,
        f"this frees nothing: {name}{more} stays in the layer of the step that brought it, and the image ships it",
        "download, use and remove it in one RUN"
        if step_of.copied is None
        else "read it without copying: RUN --mount=type=bind,source=FILE,target=/tmp/FILE",
        related=(Related(made, "it comes from here"),),
    )


def _removed(command: Command, earlier: list[Step]) -> Iterator[tuple[Place, str, Place, Step]]:
    """Files that the command removes from a layer of an earlier step: the word, the name, what made it and where."""
    if command.name != "rm" or not command.certain:
        return
    for word in command.arguments:
        name = (word.value or "").rpartition("/")[2]
        where = command.before.absolute(word.value, command.cwd) if word.value and name else None
        large = name.endswith(ARCHIVES) or (name.endswith(".sh") and name.lower().startswith(LARGE_INSTALLERS))
        found = command.before.find(where) if where is not None and large else None
        at = found.at if isinstance(found, tuple) and found.kind == "file" else None
        if at is None:
            continue
        for one in earlier:
            if at.source is one.at.source and one.at.span.contains(at.span):
                yield word.at, name, at, one
                break


def _origin(one: tuple[Place, str, Place, Step]) -> str:
    """The last name in what the file was made from, which may be another than its own."""
    _, name, made, step = one
    for source in step.copied.sources if step.copied is not None else ():
        if source.at == made or made.span.contains(source.at.span):
            return (source.name or name).rpartition("/")[2]
    return name


def _before(one: Step, step: Step) -> bool:
    return one.stage != step.stage or one.index < step.index
