from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Safety, Severity, rule

FIRST = "24.1"
"""The first pip that refuses them."""

KNOWN = (
    "a path",
    "a vcs",
    "catalyst==",
    "celery==",
    "celery<",
    "celery~=",
    "datasets==",
    "fairseq==",
    "feast==",
    "hydra-core==",
    "hydra-core<",
    "hydra-core~=",
    "lightning==",
    "mlflow==",
    "mosaicml==",
    "nemo-toolkit==",
    "omegaconf==",
    "omegaconf<",
    "omegaconf~=",
    "pytest-httpx==",
    "pytorch-lightning==",
    "pytorch-lightning<",
    "pytorch-lightning~=",
    "pytorch-tabular==",
    "streamlit==",
    "textract==",
    "torchsde==",
)
"""What World knows of this kind, with the signs that it is asked for with."""

CLOSED = frozenset({"==", "<", "<=", "~=", ">", ">="})
"""Operators that leave no hole in the releases they admit."""


@rule(Install, Severity.ERROR, Outcome.BUILD, when=KNOWN)
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf = install.shelf
    if not install.stops_build or shelf is None or not shelf.public:
        return
    if "--use-deprecated" in install.options:
        return
    brought = on.pip_from(install, FIRST)
    if brought is None:
        return
    said, at = brought
    seen = set()
    for one in install.requested:
        name = one.requirement.name
        if one.constraint or not install.applies(one):
            continue
        if one.requirement.kind in ("vcs", "path"):
            source = on.refused_source(install, one)
            if source is not None:
                yield Problem(
                    one.at,
                    f"{source.package} of this repository needs {source.what}, and {said} refuses the metadata of all "
                    "such releases: it finds nothing to install, and the build stops",
                    f"install 'pip<{FIRST}' before, or take a fork that needs a newer {source.through}",
                    related=() if at is None else (Related(at, f"brings {said}"),),
                )
            continue
        if name in seen or one.requirement.kind != "named":
            continue
        seen.add(name)
        taken = _taken(install, name, on)
        if taken is None:
            continue
        version, after, what, through = taken
        if through:
            why = f"needs {what}, and {said} refuses the metadata of all such releases: it"
        else:
            why = f'asks for "{what}", which is no valid requirement: {said} passes over it,'
        instead = f"take {name} {after} or newer, or " if after else ""
        yield Problem(
            one.at,
            f"{name} {version} {why} finds nothing to install, and the build stops",
            f"{instead}install 'pip<{FIRST}' before",
            _fix(one.place_of(version), after) if one.requirement.specifier == f"=={version}" else None,
            related=() if at is None else (Related(at, f"brings {said}"),),
        )


def _taken(install: Install, name: str, on: Context) -> tuple[str, str, str, str] | None:
    """The release that is asked for, the next valid one, the bad requirement, and the package that has it, if nothing
    but refused ones are admitted."""
    pin = install.pin(name)
    whole = all(clause.operator in CLOSED for one in install.asks(name) for clause in one.requirement.clauses)
    for run in on.world.refused_metadata(name):
        if run.through and "--no-deps" in install.options:
            continue
        told = (run.after, run.what, run.through)
        if pin is not None:
            if pin.label is None and run.holds(pin.version) and install.satisfied(name, pin.version) is False:
                return (pin.version, *told)
            continue
        # What lies between two valid releases is refused, and no release is added there any more.
        if not run.before or not run.after or not whole:
            continue
        inside = next((version for version in reversed(run.releases) if install.admits(name, version)), None)
        if inside and install.admits(name, run.before) is False and install.admits(name, run.after) is False:
            return (inside, *told) if install.has(name) is False else None
    return None


def _fix(written: Place | None, after: str) -> Fix | None:
    """The same release with its metadata put right, where there is one."""
    if written is None or not after.startswith(f"{written.source.text[slice(*written.span)]}.post"):
        return None
    return Fix(f"ask for {after}", (Edit(*written, after),), Safety.SAFE)
