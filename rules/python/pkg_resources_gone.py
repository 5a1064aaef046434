from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule

# Options and variables that may keep the tools of a build at an older release.
HELD = ("--build-constraint", "--build-constraints", "--constraint", "--exclude-newer", "--uploaded-prior-to")
VARIABLES = ("PIP_BUILD_CONSTRAINT", "PIP_CONSTRAINT", "UV_BUILD_CONSTRAINT", "UV_CONSTRAINT", "UV_EXCLUDE_NEWER")
OLD = tuple(f"3.{minor}" for minor in range(9))


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("openai-whisper==", "lap=="))
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf, python, state = install.shelf, install.python, install.command.before
    if not install.stops_build or shelf is None or not shelf.only_public or python is None or python in OLD:
        return
    if any(name in install.options for name in HELD) or on.isolated(install) is not True:
        return
    if any(install.command.env.get(name) or state.variable(name) is not None for name in VARIABLES):
        return
    for one in install.requested:
        pin = None if one.constraint else install.pin(one.requirement.name)
        if pin is None or not on.world.imports_pkg_resources(pin.name, pin.version):
            continue
        if install.satisfied(pin.name, pin.version) is False:
            yield Problem(
                one.at,
                f"{pin.name} {pin.version} is built from source, and its setup.py imports pkg_resources, which "
                "setuptools has no more from 82 on: the build stops",
                "take a newer release, or hold setuptools below 82 with a build constraint",
            )
