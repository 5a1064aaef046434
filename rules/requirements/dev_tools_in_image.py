from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Severity, rule

SHOWN = 4


@rule(
    Install,
    Severity.INFO,
    Outcome.WASTE,
    when=(
        "pytest",
        "pytest-cov",
        "black",
        "flake8",
        "isort",
        "mypy",
        "pylint",
        "ruff",
        "pre-commit",
        "tox",
        "coverage",
        "sphinx",
        "ipdb",
        "jupyter",
        "jupyterlab",
        "notebook",
    ),
    strict=True,
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    build = on.build
    if build is None or install.stage not in build.shipped or "--dry-run" in install.options:
        return
    entry = build.stages[install.stage].entry
    # Without a program of its own the image may be meant to work in.
    if entry is None or entry.main is None or entry.script is None:
        return
    found: dict[str, Place] = {}
    for one in install.asks(*TOOLS):
        if install.applies(one):
            found.setdefault(one.requirement.name, one.at)
    if found:
        names = list(found)
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield Problem(
            found[names[0]],
            f"{', '.join(names[:SHOWN])}{more} for development are in the image that runs {entry.main.name}",
            "move them to a list of their own (requirements-dev.txt) that this image does not install",
        )


TOOLS = tuple(
    "pytest pytest-cov black flake8 isort mypy pylint ruff pre-commit tox coverage sphinx ipdb jupyter jupyterlab "
    "notebook".split()
)
