from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Safety, Severity, Span, rule


@rule(
    Entry,
    Severity.ERROR,
    Outcome.START,
    when=("uvicorn", "gunicorn", "hypercorn", "fastapi", "uv", "poetry", "python", "python3"),
)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    module = entry.served_module
    if module is None or on.build is None or not entry.alone:
        return
    said = f"the container ends at once: {module.program} cannot import {module.name}"
    if "/" in module.name:
        dotted = module.name.replace("/", ".")
        source, start = module.at.source, module.at.span.start
        there = isinstance(entry.state.find(entry.state.absolute(f"{module.name}.py") or "/"), tuple)
        fix = None
        if there and source.text.startswith(module.name, start):
            edit = Edit(source, Span(start, start + len(module.name)), dotted)
            fix = Fix(f"write {dotted}", (edit,), Safety.SAFE)
        yield Problem(
            module.at,
            f"{said}: a module's name has dots where its path has slashes",
            f"write {dotted} if {module.name} is a path from the working directory",
            fix,
        )
    elif module.missing:
        steps = [step for stage in on.build.lineage(entry.stage) for step in stage.steps]
        copies = [step for step in steps if step.copied is not None and not step.copied.from_elsewhere]
        if not copies or any(step.instruction.keyword == "VOLUME" for step in steps):
            return
        if on.build.context.mounter(module.missing) is not None:
            return
        yield Problem(
            module.at,
            f"{said}: {module.missing} is not in the image",
            "correct the name or WORKDIR, or copy the file there",
            related=(Related(copies[-1].at, "this is what was copied last"),),
        )
