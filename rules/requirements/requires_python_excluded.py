from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Related, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("a path", "file:"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    if not install.stops_build or "--ignore-requires-python" in install.options or install.python is None:
        return
    for one in install.requested:
        local = install.local(one)
        if local is None or local.project is None or not local.refuses(install.python):
            continue
        source, project = local.project
        span = project.requires_python_span
        yield Problem(
            one.at,
            f"{project.name or 'the project'} asks for Python {project.requires_python}, this is {install.python}: "
            f"{install.tool} refuses to install it and the build stops",
            "begin from an image with a Python that the project allows, or widen its requires-python",
            related=(Related(Place(source, span), "what the project allows"),) if span is not None else (),
        )
