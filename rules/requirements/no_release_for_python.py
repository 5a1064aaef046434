from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Install, Outcome, Problem, Related, Severity, rule

SHOWN = 3


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("a release",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    environment, python = install.environment, install.python
    unfit = on.unfit(install) if install.stops_build else ()
    if not unfit or environment is None or python is None:
        return
    first, *others = unfit
    named = [f"{one.requested.requirement.name} {one.version} (for {one.pythons})" for one in unfit[:SHOWN]]
    more = f" and {len(unfit) - SHOWN} more" if len(unfit) > SHOWN else ""
    age = "old" if _minor(python) < _minor(first.pythons.oldest) else "new"
    related = [Related(one.requested.at, f"this is for Python {one.pythons}") for one in others]
    related.append(Related(environment.at or on.stage_of(install).base.at, f"Python {python} comes from here"))
    yield Problem(
        first.requested.at,
        f"Python {python} is too {age} for {', '.join(named)}{more}: "
        f"{install.tool} finds nothing to install and the build stops",
        f"begin from a Python that fits, or ask for releases that are for Python {python}",
        _fix(install, python, on),
        related=tuple(related),
    )


def _fix(install: Install, python: str, on: Context) -> Fix | None:
    """The same image with the nearest Python that all of them are for."""
    unfit, here = on.unfit(install), _minor(python)
    for minor in sorted(range(8, 15), key=lambda one: (abs(one - here), -one)):
        if all(one.fits(f"3.{minor}", "pip") for one in unfit):
            edit = on.of_python(install, minor)
            return None if edit is None else Fix(f"begin from Python 3.{minor}", (edit,))
    return None


def _minor(python: str) -> int:
    return int(python.partition(".")[2])
