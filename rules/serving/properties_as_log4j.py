from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Stage, rule

SETTINGS = (
    "inference_address",
    "management_address",
    "metrics_address",
    "model_store",
    "load_models",
    "job_queue_size",
)
"""Keys of TorchServe's own properties, which log4j has not."""


@rule(Stage, Severity.WARNING, Outcome.RUN, when=("torchserve-image", "torchserve"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    mend = "copy a log4j2.xml and name it: --log-config /home/model-server/log4j2.xml"
    for step in stage.steps:
        target = (step.copied.target or "").rpartition("/")[2] if step.copied is not None else ""
        if step.copied is None or len(step.copied.sources) != 1 or not target.startswith("log4j"):
            continue
        settings = _settings(stage, on, step.copied.target)
        if settings is not None:
            yield Problem(
                step.copied.sources[0].at,
                f"{settings} holds the server's settings and becomes {target}: it says nothing about logging",
                mend,
            )
    server = on.torchserve(stage)
    named = server.option("--log-config") if server is not None else None
    if named is None or (named.value or "").rpartition("/")[2].startswith("log4j"):
        return
    settings = _settings(stage, on, named.value)
    if settings is not None:
        what = f"{settings} holds the server's settings, not a configuration of log4j"
        yield Problem(named.at, f"{what}: it says nothing about logging", mend)


def _settings(stage: Stage, on: Context, path: str | None) -> str | None:
    """The name of the file at a path if it holds settings of the server."""
    found = None if path is None else on.properties(stage, path)
    if found is None or not any(one.key in SETTINGS for one in found.entries):
        return None
    return found.source.path.rpartition("/")[2]
