from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("maybe an extension", "a path"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    compiled = [one for one in on.compiled(install) if one.forced] if install.stops_build else []
    change = on.torch_change(install) if compiled else None
    toolkit = on.compiles_with(install.command) if change is not None else None
    if change is None or toolkit is None or toolkit == "absent":
        return
    cuda, torch = change.before.cuda, change.before
    if cuda is None or not cuda[0].isdigit() or torch.version is None:
        return
    for one in compiled:
        other_major = cuda.split(".")[0] != toolkit.split(".")[0]
        if not other_major and not (one.extension.exact and cuda != toolkit):
            continue
        who, part = (one.extension.package, "minor") if not other_major else ("torch", "major")
        yield Problem(
            one.requested.at,
            f"{one.extension.package} is compiled with the nvcc of CUDA {toolkit}, but torch {torch.version} is built "
            f"for CUDA {cuda}: {who} refuses another {part} version and the build stops",
            f"begin from a devel image of CUDA {cuda}, or install the torch for CUDA {toolkit}",
            related=() if torch.at is None else (Related(torch.at, "this torch is there"),),
        )
