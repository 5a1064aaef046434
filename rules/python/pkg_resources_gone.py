from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule

OLD = tuple(f"3.{minor}" for minor in range(9))

KNOWN = (
    "albumentations==",
    "crepe",
    "fbprophet",
    "lap==",
    "mmcv",
    "mmcv-full",
    "openai-whisper==",
    "visdom==",
)
"""What World knows of this kind."""


@rule(Install, Severity.ERROR, Outcome.BUILD, when=KNOWN)
def check(install: Install, on: Context) -> Iterator[Problem]:
    if install.python is None or install.python in OLD or not on.builds(install):
        return
    if on.isolated(install) is not True or on.held(install):
        return
    for one in install.requested:
        requirement = one.requirement
        if one.constraint or requirement.kind != "named" or not install.applies(one):
            continue
        pin = install.pin(requirement.name)
        if pin is None and requirement.specifier:
            continue
        after = on.world.imports_pkg_resources(requirement.name, pin.version if pin is not None else None)
        if after is None:
            continue
        there = install.satisfied(pin.name, pin.version) if pin is not None else install.has(requirement.name)
        if there is False:
            named = f"{pin.name} {pin.version}" if pin is not None else requirement.name
            newer = f"take {requirement.name} {after} or newer, or " if after else ""
            yield Problem(
                one.at,
                f"{named} is built from source, and its setup.py imports pkg_resources, which "
                "setuptools has no more from 82 on: the build stops",
                f"{newer}hold setuptools below 82 with a build constraint",
            )
