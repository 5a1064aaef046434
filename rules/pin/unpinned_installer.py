from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule

INSTALLERS = ("pip", "uv", "poetry", "pipenv", "pdm", "setuptools", "wheel", "pip-tools", "hatch", "virtualenv")


@rule(
    Install,
    Severity.INFO,
    Outcome.RISK,
    when=INSTALLERS,
    strict=True,
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    found = [one for one in install.asks(*INSTALLERS) if one.requirement.open and one.at.source is install.at.source]
    if found:
        names = ", ".join(dict.fromkeys(one.requirement.name for one in found))
        yield Problem(
            found[0].at,
            f"no version is named for {names}: a new one may read the same files in another way, or not at all",
            f"name the version that works now: {found[0].requirement.name}==...",
        )
