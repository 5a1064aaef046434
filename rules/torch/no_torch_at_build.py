from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "flash-attn",
        "torch-scatter",
        "torch-sparse",
        "torch-cluster",
        "torch-spline-conv",
        "causal-conv1d",
        "mamba-ssm",
        "xformers==",
        "maybe an extension",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf, change = install.shelf, on.torch_change(install)
    # A page of wheels may have one.
    if (
        not install.stops_build
        or shelf is None
        or not shelf.public
        or change is None
        or "--only-binary" in install.options
    ):
        return
    apart, before = on.isolated(install), change.before
    for one in install.requested:
        name = None if one.constraint or one.requirement.marker else on.built_with_torch(install, one)
        if name is None:
            continue
        if before.version == "absent":
            why = "it is built before torch is there" if any(install.asks("torch")) else "no torch is there yet"
            change_it = f"install torch in a command of its own before, and {name} with --no-build-isolation"
        elif apart is True:
            why = f"{install.tool} builds it apart from the environment, where there is no torch"
            change_it = "add --no-build-isolation, and install torch, setuptools, packaging and ninja before"
        else:
            continue
        fix = None
        if before.there and apart and one.at.source is install.at.source and not one.requirement.editable:
            edit = on.added(one.at, "--no-build-isolation", before=True)
            fix = None if edit is None else Fix("build it with the torch that is there", (edit,), Safety.UNSAFE)
        no_wheel = f"has no wheel for Python {install.python}, " if name == "xformers" else ""
        yield Problem(
            one.at,
            f"{name} {no_wheel}needs torch to be built and does not say so: {why}, and the build stops",
            change_it,
            fix,
            related=() if before.at is None or not before.there else (Related(before.at, "torch comes from here"),),
        )
