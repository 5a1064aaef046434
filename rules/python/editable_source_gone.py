from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Severity, Span, Stage, rule


@rule(Install, Severity.WARNING, Outcome.IMPORT, when=("a path & -e",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    build, environment = on.build, install.environment
    if build is None or environment is None:
        return
    for one in install.requested:
        path = one.requirement.url if one.requirement.editable and one.requirement.kind == "path" else None
        folder = install.command.before.absolute(path.removeprefix("file://"), install.command.cwd) if path else None
        if folder is None or path is None or "$" in path:
            continue
        for stage in (build.stages[index] for index in sorted(build.shipped)):
            own = install.stage in {below.index for below in build.lineage(stage.index)}
            brought = stage.final.environments.get(environment.prefix)
            if brought is None or stage.final.find(folder) is not False or not (own or _copied(stage, install, on)):
                continue
            project = install.local(one)
            if project is not None and project.importable(stage):
                continue
            how = "is gone in the end" if own else f"is not in {stage.title}"
            yield Problem(
                one.at,
                f"importing what this installs fails: -e leaves only a link to {folder}, which {how}",
                "install without -e, or keep the folder at that path in the image that ships",
                _without_option(one.at),
                related=() if own or brought.at is None else (Related(brought.at, "brings the link only"),),
            )
            return


def _copied(stage: Stage, install: Install, on: Context) -> bool:
    """Whether the environment that was installed into comes to the stage by a COPY from the install's stage."""
    prefix = install.environment.prefix if install.environment is not None else ""
    brought = stage.final.environments.get(prefix)
    return brought is not None and any(
        source.at == brought.at and step.copied.stage == install.stage
        for below in (on.build.lineage(stage.index) if on.build is not None else ())
        for step in below.steps
        if step.copied is not None
        for source in step.copied.sources
    )


def _without_option(at: Place) -> Fix | None:
    """The edit that drops the option in front of the path."""
    source, (start, _) = at
    for option in ("-e ", "--editable "):
        before = start - len(option)
        if source.text.startswith(option, start):
            return Fix("install without -e", (Edit(source, Span(start, start + len(option)), ""),))
        if source.text.startswith(f" {option}", before - 1):
            return Fix("install without -e", (Edit(source, Span(before, start), ""),))
    return None
