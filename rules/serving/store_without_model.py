from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Stage, rule

PLAIN = ("COPY", "ENV", "ARG", "LABEL", "EXPOSE", "USER", "WORKDIR", "CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL")
"""Instructions that put nothing into a folder that they do not name."""


@rule(Stage, Severity.WARNING, Outcome.RUN, when=("torchserve-image", "torchserve"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    server = on.torchserve(stage) if on.ships(stage) and stage.parent is None else None
    store = server.store if server is not None else None
    folder = stage.final.absolute(store) if store is not None else None
    if server is None or folder is None:
        return
    copied: list[str] = []
    for step in stage.steps:
        if step.instruction.keyword == "RUN":
            # What a RUN before the first archive did is in the image's store at worst, and that is empty.
            if copied or any(command.name not in ("pip", "pip3", "apt-get", "rm") for command in step.commands):
                return
        elif step.instruction.keyword not in PLAIN:
            return
        if step.copied is None or step.copied.target is None or step.copied.from_elsewhere:
            continue
        if stage.final.absolute(step.copied.target) == folder:
            copied += [(one.name or "?").rstrip("/").rpartition("/")[2] for one in step.copied.sources]
    if not copied or not all(name.endswith(".mar") for name in copied):
        return
    words = iter(server.words)
    for word in words:
        if word.value == "--models":
            break
    for word in words:
        value = word.value
        if value is None or value.startswith("-"):
            break
        archive = value.rpartition("=")[2]
        if archive.endswith(".mar") and "/" not in archive and archive not in copied:
            yield Problem(
                word.at,
                f"{archive} is not among what is copied into the model store, {', '.join(copied)}: TorchServe starts "
                "without that model",
                f"copy {archive}, or name the archive that is there",
            )
