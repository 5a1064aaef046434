from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Place, Problem, Related, Severity, rule

OFF = ("FLASH_ATTENTION_SKIP_CUDA_BUILD", "BUILD_TARGET")
"""Variables that may keep flash-attn from declaring code for CUDA."""


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("maybe an extension", "flash-attn", "a path"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    compiled = [one for one in on.compiled(install) if one.forced] if install.stops_build else []
    asking = _asking(install, on)
    change = on.torch_change(install) if compiled or asking else None
    # Without torch the build stops before it looks for a compiler.
    if change is None or not change.before.there or on.compiles_with(install.command) != "absent":
        return
    base, cuda = install.command.before.base, change.before.cuda
    for at in asking if cuda is not None and not cuda.startswith(("rocm", "xpu")) else ():
        yield Problem(
            at,
            "flash-attn asks for nvcc even where it takes a finished wheel in the end, and the image has none: the "
            "build stops for want of CUDA_HOME",
            "install the wheel for this torch by its URL, from the releases of the project, or compile in a stage "
            "that begins from a devel image",
            related=(Related(base.at, "this image has no CUDA compiler"),),
        )
    for one in compiled:
        yield Problem(
            one.requested.at,
            f"{one.extension.package} compiles CUDA code here, but the image has no nvcc: the build stops for want of "
            "CUDA_HOME",
            "compile in a stage that begins from a devel image, and copy the environment from there",
            related=(Related(base.at, "this image has no CUDA compiler"),),
        )


def _asking(install: Install, on: Context) -> list[Place]:
    """Where flash-attn is asked for, whose setup.py declares CUDA code whatever it builds, and surely is run with the
    torch that is there."""
    if not install.stops_build or install.shelf is None or not install.shelf.only_public:
        return []
    command = install.command
    if "--only-binary" in install.options or any(command.before.variable(name) or name in command.env for name in OFF):
        return []
    asked = [one for one in install.asks("flash-attn") if one.requirement.kind == "named" and install.applies(one)]
    if not asked or install.has("flash-attn") or on.isolated(install) is not False:
        return []
    return (
        []
        if install.pin("flash-attn") is None and any(one.requirement.specifier for one in asked)
        else [one.at for one in asked]
    )
