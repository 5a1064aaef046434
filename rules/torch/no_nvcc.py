from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("maybe an extension",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    compiled = [one for one in on.compiled(install) if one.forced] if install.stops_build else []
    change = on.torch_change(install) if compiled else None
    # Without torch the build stops before it looks for a compiler.
    if change is None or not change.before.there or on.compiles_with(install.command) != "absent":
        return
    base = install.command.before.base
    for one in compiled:
        yield Problem(
            one.requested.at,
            f"{one.extension.package} compiles CUDA code here, but the image has no nvcc: the build stops for want of "
            "CUDA_HOME",
            "compile in a stage that begins from a devel image, and copy the environment from there",
            related=(Related(base.at, "this image has no CUDA compiler"),),
        )
