from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Severity, Span, rule


@rule(Install, Severity.WARNING, Outcome.RUN, when=("maybe an extension",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    if install.command.before.base.kind not in ("cuda", "pytorch"):
        return
    compiled = [one for one in on.compiled(install) if one.forced is False and not one.overlaid]
    change = on.torch_change(install) if compiled else None
    cuda = change.before.cuda if change is not None else None
    if cuda is None or not cuda[0].isdigit():
        return
    for one in compiled:
        switch = one.extension.switch or ""
        value = "1" if switch.startswith("FORCE") else '"8.0 8.6 9.0+PTX"'
        # Without it a build that is to compile for GPUs stops where none is seen.
        for_whom = ' TORCH_CUDA_ARCH_LIST="8.0 8.6 9.0+PTX"' if value == "1" and one.named is False else ""
        lacks = on.compiles_with(install.command) == "absent"
        yield Problem(
            one.requested.at,
            f"{one.extension.package} compiles its CUDA code only if torch sees a GPU, and a build has none: it will "
            "refuse tensors on the GPU",
            f"ENV {switch}={value}{for_whom} before this, in a stage with nvcc"
            + (": this one has none, images with -devel in their tag have it" if lacks else ""),
            _fix(install, switch, on) if one.named is not False else None,
        )


def _fix(install: Install, switch: str, on: Context) -> Fix | None:
    """The variable above the RUN; which GPUs to build for is for the author to say."""
    step = on.stage_of(install).steps[install.command.step]
    source, (start, _) = step.at
    if (
        not switch.startswith("FORCE")
        or source is not install.at.source
        or on.compiles_with(install.command) == "absent"
    ):
        return None
    return Fix(f"set {switch}", (Edit(source, Span(start, start), f"ENV {switch}=1{source.newline}"),))
