from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Related, Severity, Span, Stage, rule

LIBRARIES = {"libGL.so.1": "libgl1", "libglib-2.0.so.0": "libglib2.0-0"}


@rule(
    Stage,
    Severity.WARNING,
    Outcome.IMPORT,
    when=("installs & holds opencv-python", "installs & holds opencv-contrib-python", "installs & holds ultralytics"),
)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    state, entry = stage.final, stage.entry
    missing = [name for name in LIBRARIES if state.lacks_library(name)]
    if on.build is None or not on.ships(stage) or not missing:
        return
    told = state.variable("LD_LIBRARY_PATH")
    if told is not None and told.origin != "base":
        return
    for environment in state.environments.values():
        names = [name for name in environment.packages if on.world.needs_libgl(name) is not None]
        # The headless build has the same module: which of the two is imported depends on the order of installs.
        if not names or environment.kind == "conda" or any(one.endswith("headless") for one in environment.packages):
            continue
        used = entry.environment if entry is not None else None
        package = environment.packages[names[0]]
        since = on.world.needs_libgl(package.name) or ""
        if package.at is None or (package.version is not None and _release(package.version) < _release(since)):
            continue
        known = entry.modules() if entry is not None and used is environment else None
        sure = known is not None and "cv2" in known
        source, span = package.at
        fix = None
        if source.text[span.start : span.end].startswith(package.name) and package.name.startswith("opencv"):
            end = Span(span.start + len(package.name), span.start + len(package.name))
            fix = Fix(f"install {package.name}-headless", (Edit(source, end, "-headless"),))
        where = "the image" if stage.name is None and len(on.build.stages) == 1 else stage.title
        yield Problem(
            package.at,
            f"importing cv2 fails: {package.name} needs {missing[0]}, and nothing brings it to {where}",
            f"install opencv-python-headless, or apt-get install -y --no-install-recommends {_debs(missing)}",
            fix,
            related=(Related(stage.base.at, f"this image has no {missing[0]}"),),
            severity=Severity.ERROR if sure else None,
        )
        return


def _debs(missing: list[str]) -> str:
    return " ".join(LIBRARIES[name] for name in missing)


def _release(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isascii() and part.isdigit())
