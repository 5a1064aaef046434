from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Span, Stage, Step, rule

NAMES = ("venv", "virtualenv", "-env", "_env")
PYTHONS = ("python", "python3", "pip", "pip3", "uvicorn", "gunicorn", "flask", "torchrun")


@rule(Step, Severity.WARNING, Outcome.RISK, when=("ENV & PATH of a venv",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    path = next((one for one in step.declared if one.name == "PATH" and one.value is not None), None)
    if build is None or path is None or path.value is None or not build.in_shipped(step.stage):
        return
    before = step.before.variable("PATH")
    known = set(((before.value if before is not None else None) or "").split(":"))
    for folder in path.value.split(":"):
        if folder in known or not _of_venv(folder):
            continue
        shipped = [build.stages[index] for index in sorted(build.shipped)]
        above = [stage for stage in shipped if step.stage in {one.index for one in build.lineage(stage.index)}]
        # What may make a folder makes no environment if it surely brings no Python.
        absent = all(not stage.final.find(folder) and stage.final.find(f"{folder}/python") is False for stage in above)
        if not absent or any(stage.entry is not None and stage.entry.runner is not None for stage in above):
            continue
        users = (one for stage in above if stage.entry is not None for one in stage.entry.commands)
        used = next((one for one in users if one.name in PYTHONS and one.program() is not None), None)
        what = "no step creates that environment"
        if used is not None and used.program() is not False:
            what += f", so {used.name} is another one"
        yield Problem(
            path.at,
            f"PATH names {folder}, but {what}",
            f"make it before (RUN python -m venv {folder.removesuffix('/bin')}), copy it here, or correct the path",
            _fix(path.at, folder, above),
            related=(Related(used.at, "starts without that environment"),) if used is not None else (),
        )
        return


def _of_venv(folder: str) -> bool:
    """Whether a folder of PATH is that of a virtual environment, by its name."""
    parts = folder.split("/")
    name = parts[-2].lower().lstrip(".") if len(parts) > 2 and parts[-1] == "bin" else ""
    return name == "env" or name.endswith(NAMES)


def _fix(at: Place, folder: str, stages: list[Stage]) -> Fix | None:
    """The path of the only environment that there is."""
    venvs = {one.prefix for stage in stages for one in stage.final.environments.values() if one.kind == "venv"}
    source, (start, end) = at
    # The place is that of the name and its value, or of the value alone.
    written = source.text[start:end]
    if len(venvs) != 1 or written.count(folder) != 1:
        return None
    (prefix,) = venvs
    begin = start + written.index(folder)
    return Fix(f"write {prefix}/bin", (Edit(source, Span(begin, begin + len(folder)), f"{prefix}/bin"),))
