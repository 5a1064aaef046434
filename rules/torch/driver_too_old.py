from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Problem, Severity, rule


@rule(Build, Severity.ERROR, Outcome.RUN, when=("target",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    for stage in (build.stages[index] for index in sorted(build.shipped)):
        for torch in on.torch_held(stage).values():
            cuda = torch.cuda if torch.exact and torch.cuda is not None and torch.cuda[0].isdigit() else None
            if cuda is None:
                continue
            needed = on.world.variant_min_driver("cu" + cuda.replace(".", "")) or on.world.cuda_min_driver(cuda)
            if needed is None or not needed.sure or not on.target.driver_below(needed.version):
                continue
            yield Problem(
                stage.base.at if torch.at is None else torch.at,
                f"torch {(torch.version or '').partition('+')[0]} for CUDA {cuda} needs driver {needed.version} or "
                f"newer, and {on.target.driver} is there: it will find no GPU",
                "take a build for an older CUDA, or a newer driver on the host",
                severity=Severity.WARNING if stage.base.kind in ("cuda", "ngc") else None,
            )
