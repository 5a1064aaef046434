from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

ARCHIVES = (".tar.gz", ".tgz", ".zip", ".tar", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".deb", ".run", ".7z")
INSTALLERS = ("miniconda", "anaconda", "miniforge", "mambaforge", "cmake", "cuda")
READERS = frozenset("tar unzip bash sh dpkg apt-get apt 7z 7za pip pip3 bsdtar rpm".split())


@rule(
    Step,
    Severity.WARNING,
    Outcome.WASTE,
    when=(
        "fetches .gz",
        "fetches .tgz",
        "fetches .txz",
        "fetches .tbz2",
        "fetches .zip",
        "fetches .tar",
        "fetches .xz",
        "fetches .bz2",
        "fetches .deb",
        "fetches .run",
        "fetches .7z",
        "fetches .sh",
    ),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    if build is None or not build.in_shipped(step.stage) or any(one.unknown for one in step.commands):
        return
    stage = on.stage_of(step)
    later = [one for following in stage.steps[step.index :] for one in following.commands]
    for command in step.commands:
        if command.name not in ("curl", "wget", "aria2c") or not command.certain:
            continue
        for path in step.brought(command):
            name = path.rpartition("/")[2]
            size = on.world.archive_size(name)
            installer = name.endswith(".sh") and name.lower().startswith(INSTALLERS)
            archive = installer or (name.endswith(ARCHIVES) and size != "small")
            used = any(one.name in READERS and any(name in (value or "") for value in one.values) for one in later)
            there = stage.final.find(path)
            # Removed later is said where that is done.
            if archive and used and isinstance(there, tuple) and there.at == command.at:
                yield Problem(
                    command.at,
                    f"{name} stays in the image beside what came out of it",
                    f"remove it in this RUN: && rm {path if path.startswith('/') and '(' not in path else name}",
                    severity=None if size == "large" else Severity.INFO,
                )
                return
