from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Severity, rule


@rule(Install, Severity.WARNING, Outcome.RISK, when=("torchserve",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    image = on.world.other_image("pytorch/torchserve")
    line = next(install.asks("torchserve"), None)
    if line is None or image is None or install.command.before.base.unmaintained is not None or on.build is None:
        return
    finals = [on.build.stages[index].final for index in on.build.shipped]
    if any("torchserve" in one.packages for state in finals for one in state.environments.values()):
        yield Problem(
            line.at,
            f"torchserve gets no more fixes: {image.unmaintained}",
            "serve the model with a server that is kept up, such as vLLM, Triton, Ray Serve or LitServe",
        )
