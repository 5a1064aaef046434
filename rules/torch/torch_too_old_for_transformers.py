from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule


@rule(
    Install,
    Severity.WARNING,
    Outcome.RUN,
    when=("transformers", "peft", "sentence-transformers", "trl"),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    build = on.build
    found = on.unused_torch(install) if build is not None and install.command.certain else None
    if build is None or found is None or _later(install, build, on):
        return
    name = found.requested.requirement.name
    taken = f"transformers {found.release}" + (" or newer" if found.newest else "")
    how = f"{install.tool} takes {taken} here" if name == "transformers" else f"{name} brings {taken} here"
    if not found.newest:
        how = f"{taken} is pinned here"
    at, below, fix = found.requested.at, (found.below or "").removesuffix(".0"), None
    requirement = found.requested.requirement
    alone = name == "transformers" and not requirement.specifier and not requirement.options
    if alone and below and at.source is not install.at.source:
        edit = Edit(at.source, at.span._replace(start=at.span.end), f"<{below}")
        fix = Fix(f"keep transformers below {below}", (edit,), Safety.UNSAFE)
    yield Problem(
        at,
        f"{how}, which uses no torch before {found.least}, and torch {found.torch} stays: it says 'Disabling PyTorch', "
        "and its models raise ImportError",
        f"use torch {found.least} or newer" + (f", or write transformers<{below}" if below else ""),
        fix,
        related=() if found.at is None else (Related(found.at, f"torch {found.torch} comes from here"),),
        severity=Severity.ERROR if _used(install, build) else None,
    )


def _later(install: Install, build: Build, on: Context) -> bool:
    """Whether a later install, in this stage or in one built on it, may bring another torch or transformers."""
    installs, change = build.installs(), on.torch_change(install)
    for one in installs[installs.index(install) + 1 :]:
        if build.stages[install.stage] not in build.lineage(one.stage):
            continue
        after = on.torch_change(one)
        if change is not None and not change.after.there:
            return True
        if any(one.asks("torch", "transformers")) or not one.complete or after is None or change is None:
            return True
        names = [other.requirement.name for other in one.requested if not other.constraint]
        brought = on.world.may_bring(names)
        if after.after.version != change.after.version or brought is None or "transformers" in brought:
            return True
    return False


def _used(install: Install, build: Build) -> bool:
    """Whether what a container starts surely speaks of a model of torch's."""
    for stage in build.stages:
        if stage.entry is not None and build.stages[install.stage] in build.lineage(stage.index):
            module = stage.entry.web_module()
            if module is not None and any(map(_of_torch, module.names)):
                return True
    return False


def _of_torch(name: str) -> bool:
    package, _, rest = name.partition(".")
    of_another = rest.startswith(("TF", "Flax", "DataCollator"))
    return package == "transformers" and not of_another and (rest.startswith("AutoModel") or "For" in rest)
