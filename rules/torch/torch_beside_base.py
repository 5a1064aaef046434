from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Related, Severity, Stage, rule


@rule(Stage, Severity.WARNING, Outcome.WASTE, when=("pytorch-image", "ngc-image"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if not on.ships(stage):
        return
    held, environments = on.torch_held(stage), stage.final.environments
    own = next((torch for torch in held.values() if torch.source == "base" and torch.there), None)
    if own is None:
        return
    for prefix, torch in held.items():
        environment = environments[prefix]
        if torch.source in ("base", None) or not torch.there or environment.kind not in ("venv", "conda", "uv"):
            continue
        if environment.at is None or environment.at == stage.base.at:
            continue
        release = on.world.torch_release(own.version or "")
        # Which one a tag such as latest has is not known.
        brought = f"torch {own.version}" if own.exact else "torch"
        yield Problem(
            stage.base.at,
            f"the image's {brought} is a second one: {prefix} gets its own, and both are pulled",
            "begin from an image without torch (python:3.X-slim, nvidia/cuda), or install into the image's environment",
            related=tuple(
                Related(at, text)
                for at, text in ((environment.at, "this environment is new"), (torch.at, "torch is asked for here"))
                if at is not None
            ),
            estimate_bytes=None if release is None else release.unpacked_bytes,
        )
        return
