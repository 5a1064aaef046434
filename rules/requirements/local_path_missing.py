from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("a path", "file:"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    if not install.stops_build:
        return
    for one in install.requested:
        local = install.local(one)
        # What conda's pip freeze wrote is said by path-of-another-machine.
        if local is not None and local.left_behind:
            continue
        if local is None or install.applies(one) is not True or not (local.missing or local.unbuildable):
            continue
        # A list of requirements that has no -r before it would not be read there either: file-as-package says that.
        if on.bare_file(install, one) is not None:
            continue
        name = local.path.rpartition("/")[2]
        where = "" if one.at.source is install.at.source else f", where {install.tool} looks from the folder it runs in"
        what = "is not in the image" if local.missing else "has neither pyproject.toml nor setup.py"
        yield Problem(
            one.at,
            f"{install.tool} stops the build: {local.path} {what} at this step{where}",
            f"copy it before this RUN: COPY {name} {local.path}"
            if local.missing
            else "copy the project before this RUN",
        )
