from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Safety, Severity, Span, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("missing-file",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    if not (install.command.fatal and install.command.certain) or install.interpreter is False:
        return
    for path, at in install.missing:
        yield Problem(
            at,
            f"{install.tool} stops the build: {path} is not in the image at this step",
            f"copy it before this RUN: COPY {path.rsplit('/', 1)[-1]} {path}",
            _fix(install, path, on),
        )


def _fix(install: Install, path: str, on: Context) -> Fix | None:
    """The COPY of the file from where it lies in the build context."""
    stage, build = on.stage_of(install), on.build
    step = stage.steps[install.command.step]
    folder = step.before.workdir.value
    source, (start, _) = step.at
    if build is None or source is not build.source or step.instruction.keyword != "RUN" or not path.startswith("/"):
        return None
    below = path.removeprefix(f"{(folder or '').rstrip('/')}/")
    name = path.rpartition("/")[2]
    found = [one for one in dict.fromkeys((below, name)) if build.context.kind(one) == "file"]
    if not found or any(sign in path for sign in " \"'$\\*?[#"):
        return None
    target = "." if below == name == found[0] else f"./{below}" if below != path else path
    edit = Edit(source, Span(start, start), f"COPY {found[0]} {target}{source.newline}")
    return Fix(f"copy {found[0]} before", (edit,), Safety.SAFE)
