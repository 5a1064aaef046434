from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, Step, rule

HEAVY = ("torch", "tensorflow", "jax", "vllm")


@rule(
    Step,
    Severity.WARNING,
    Outcome.WASTE,
    when=("chown -r", "chown --recursive", "chmod -r", "chmod --recursive", "chgrp -r", "chgrp --recursive"),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    if build is None or not build.in_shipped(step.stage):
        return
    for command in step.commands:
        if command.name not in ("chown", "chmod", "chgrp") or not command.certain or not _recursive(command):
            continue
        folders = [command.before.absolute(value, command.cwd) for value in command.values if value and value[0] != "-"]
        for environment in command.before.environments.values():
            heavy = next((environment.packages[name] for name in HEAVY if name in environment.packages), None)
            if heavy is None or not any(folder and _inside(environment.root, folder) for folder in folders):
                continue
            # What this very RUN installs is not yet in a layer below.
            if heavy.at is not None and heavy.at.source is step.at.source and step.at.span.contains(heavy.at.span):
                continue
            release = on.world.torch_release(heavy.version) if heavy.name == "torch" and heavy.version else None
            yield Problem(
                command.at,
                f"{command.name} -R writes all of {environment.root} a second time into this layer, with {heavy.name}: "
                "the image carries both",
                "do it in the RUN that installs, or install as the user who is to own it",
                related=(Related(heavy.at, "the files are from here"),) if heavy.at is not None else (),
                estimate_bytes=release.unpacked_bytes if release is not None else None,
            )
            return


def _recursive(command: Command) -> bool:
    return any(
        value is not None and (value == "--recursive" or (value[:1] == "-" != value[1:2] and "R" in value))
        for value in command.values
    )


def _inside(prefix: str, folder: str) -> bool:
    return prefix == folder or prefix.startswith(folder.rstrip("/") + "/")
