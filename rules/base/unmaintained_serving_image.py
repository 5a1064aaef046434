from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Stage, rule


@rule(Stage, Severity.WARNING, Outcome.RISK, when=("unmaintained-image",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    if stage.parent is None and base.unmaintained is not None:
        yield Problem(
            base.at,
            f"{base.name} gets no more fixes: {base.unmaintained}",
            "serve the model with a server that is kept up, such as vLLM, Triton, Ray Serve or LitServe",
        )
