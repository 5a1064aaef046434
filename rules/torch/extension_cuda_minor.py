from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(Install, Severity.INFO, Outcome.RISK, when=("maybe an extension",), strict=True)
def check(install: Install, on: Context) -> Iterator[Problem]:
    compiled = [one for one in on.compiled(install) if one.forced and not one.extension.exact]
    change = on.torch_change(install) if compiled else None
    toolkit = on.compiles_with(install.command) if change is not None else None
    cuda = change.before.cuda if change is not None else None
    if change is None or toolkit is None or toolkit == "absent" or cuda is None or not cuda[0].isdigit():
        return
    if cuda == toolkit or cuda.split(".")[0] != toolkit.split(".")[0]:
        return
    at = change.before.at
    for one in compiled:
        yield Problem(
            one.requested.at,
            f"{one.extension.package} is compiled with the nvcc of CUDA {toolkit}, while torch {change.before.version} "
            f"is built for CUDA {cuda}",
            f"begin from a devel image of CUDA {cuda}",
            related=() if at is None else (Related(at, "this torch is there"),),
        )
