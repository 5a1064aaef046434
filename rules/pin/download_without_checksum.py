from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Place, Problem, Related, Severity, Stage, Step, rule

PROGRAMS = (".sh", ".run", ".deb", ".rpm", ".jar", ".bin", ".appimage", ".whl", ".apk")
ARCHIVES = (".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".tar.zst", ".zip", ".tar")
SHOWN = 3


@rule(Stage, Severity.INFO, Outcome.RISK, when=("curl", "wget", "downloads"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if on.build is None or on.checked(stage):
        return
    found: dict[str, Place] = {}
    for step in stage.steps:
        for name, at in (*added(step), *fetched(step)):
            found.setdefault(name, at)
    if found:
        names = list(found)
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield Problem(
            found[names[0]],
            f"{', '.join(names[:SHOWN])}{more} downloaded and used without a check of what came: "
            "whoever can change the file there changes the image",
            "compare it before it is used: echo 'SHA256  FILE' | sha256sum -c, or ADD --checksum=sha256:... URL FILE",
            related=tuple(Related(found[name], f"{name} is downloaded here") for name in names[1:]),
        )


def fetched(step: Step) -> Iterator[tuple[str, Place]]:
    """Files that curl and wget write."""
    for command in step.commands:
        if command.name not in ("curl", "wget") or command.piped:
            continue
        for word in command.arguments:
            name = file_of(word.value or word.written.strip("\"'"))
            if name:
                yield name, word.at


def added(step: Step) -> Iterator[tuple[str, Place]]:
    """Files that ADD downloads."""
    if step.instruction.keyword == "ADD" and step.copied is not None and step.instruction.flag("checksum") is None:
        for source in step.copied.sources:
            name = file_of(source.name or "") if source.remote else ""
            if name:
                yield name, source.at


def file_of(url: str) -> str:
    """The file that a URL names, if it is a program or an archive and the URL does not name a commit."""
    scheme, colon, rest = url.partition("://")
    path = rest.partition("#")[0].partition("?")[0]
    if not colon or scheme not in ("http", "https", "ftp") or any(hexadecimal(part) for part in path.split("/")):
        return ""
    name = path.rpartition("/")[2]
    return name if name.lower().endswith(PROGRAMS + ARCHIVES) or name == "get-pip.py" else ""


def hexadecimal(part: str) -> bool:
    stem = part.partition(".")[0]
    return len(stem) == 40 and not set(stem) - set("0123456789abcdef")
