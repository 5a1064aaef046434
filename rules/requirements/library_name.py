from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, RequirementsFile, Safety, Severity, Span, rule


@rule(
    RequirementsFile,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "sqlite3",
        "time",
        "os",
        "sys",
        "json",
        "tkinter",
        "pickle",
        "shutil",
        "re",
        "random",
        "argparse",
        "pathlib",
        "asyncio",
        "typing",
        "uuid",
        "dataclasses",
        "contextvars",
        "unittest2",
    ),
)
def check(file: RequirementsFile, on: Context) -> Iterator[Problem]:
    stops = any(install.stops_build and install.shelf is not None for install in file.reached_by)
    for one in file.requirements:
        # A marker may keep it from a Python that has the module; that is how backports are written.
        fate = on.world.library_name(one.name) if one.kind == "named" and one.marker is None else None
        if fate is None:
            continue
        source = file.source
        line = source.line_span(source.line_at(one.span.start))
        whole = Span(line.start, min(line.end + len(source.newline), len(source.text)))
        sure = fate == "absent" and stops and not file.constraint
        safety = Safety.SAFE if sure else Safety.UNSAFE
        fix = Fix(f"delete the line {one.name}", (Edit(source, whole, ""),), safety) if line == one.span else None
        if fate == "absent":
            yield Problem(
                Place(file.source, one.span),
                f"{one.name} is a part of Python and not in the package index: the install does not find it and stops",
                f"delete the line: import {one.name} works without it",
                severity=None if sure else Severity.WARNING,
                fix=fix,
            )
        else:
            yield Problem(
                Place(file.source, one.span),
                f"{one.name} is a part of Python: the distribution of that name is an old copy for Pythons long gone",
                f"delete the line: import {one.name} works without it",
                # One small module, which Python never comes to: its own is found first.
                severity=Severity.INFO if one.name == "argparse" else Severity.WARNING,
                outcome=Outcome.WASTE,
                fix=fix,
            )
