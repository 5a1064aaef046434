from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Place, Problem, RequirementsFile, Severity, rule

SHOWN = 5


@rule(RequirementsFile, Severity.INFO, Outcome.RISK, when=("open",))
def check(file: RequirementsFile, on: Context) -> Iterator[Problem]:
    # A file that no Dockerfile beside it installs is not part of an image; one for pip-compile is meant to be open.
    if file.constraint or file.source.path.endswith(".in") or (on.project.dockerfiles and not file.reached_by):
        return
    variables = (install.command.before.variable("PIP_CONSTRAINT") for install in file.reached_by)
    if any(variable is not None for variable in variables):
        return
    # What torch needs is said by unpinned-torch, which knows what is installed beside it.
    found = [
        one
        for one in file.open
        if not (file.reached_by and on.world.is_torch_family(one.name)) and on.world.library_name(one.name) is None
    ]
    if found:
        # As the file spells them.
        names = [file.source.text[slice(*one.name_span)] for one in found]
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield Problem(
            Place(file.source, found[0].span),
            f"{', '.join(names[:SHOWN])}{more} {'are' if len(names) > 1 else 'is'} not pinned: "
            "the next install may take other releases",
            "pin what works now: pip freeze, pip-compile or uv pip compile write such a file",
            severity=Severity.WARNING if any(one.name == "torch" for one in found) else None,
        )
