from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("a release",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    environment, python = install.environment, install.python
    if not install.stops_build or environment is None or python is None:
        return
    found = [(one, one.fails) for one in on.from_source(install) if one.fails is not None]
    if not found:
        return
    (first, fails), *more = found
    others = [one for one, _ in more]
    related = [Related(one.requested.at, f"this has no such wheel; {fails.why}") for one, fails in more]
    related.append(Related(environment.at or on.stage_of(install).base.at, f"Python {python} comes from here"))
    minor = first.python(others, python)
    edit = on.of_python(install, minor) if minor is not None and not on.unfit(install) else None
    which = f"of {first.requested.requirement.name}, " if others else ""
    yield Problem(
        first.requested.at,
        f"no wheel for Python {python} of {first.listed(others)}, and what {install.tool} takes instead, the source, "
        f"cannot be built: {which}{fails.why}, so the build stops",
        first.advice(others, python),
        Fix(f"begin from Python 3.{minor}", (edit,), Safety.UNSAFE) if edit is not None else None,
        related=tuple(related),
    )
