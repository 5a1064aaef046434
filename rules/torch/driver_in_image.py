from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Severity, Span, rule


@rule(Command, Severity.WARNING, Outcome.RISK, when=("of NVIDIA",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked = command.asked
    if asked is None or asked.verb != "install" or on.build is None or not on.build.in_shipped(command.stage):
        return
    # There the host is this very image.
    if on.bootable(command):
        return
    left = [one for one in asked.packages if on.world.apt_kind((one.value or "").partition("=")[0]) != "driver"]
    for package in asked.packages:
        name = (package.value or "").partition("=")[0]
        if on.world.apt_kind(name) == "driver":
            yield Problem(
                package.at,
                f"{name} puts driver libraries into the image: the host mounts its own, and two versions do not go "
                "together",
                f"install {instead} in its place"
                if (instead := _instead(name))
                else "leave it out, and start the container with --gpus all",
                _fix(package.at, name, on, others=bool(left)) if package.written == package.value else None,
            )


def _instead(name: str) -> str:
    """What of CUDA the metapackage brings without the driver; "" for any other package."""
    for prefix, without in (("cuda-runtime", "cuda-libraries"), ("cuda", "cuda-toolkit")):
        release = name.removeprefix(prefix)
        if name == prefix or (release != name and release.replace("-", "").isdigit()):
            return f"{without}{release}" if release or prefix == "cuda" else ""
    return ""


def _fix(at: Place, name: str, on: Context, *, others: bool) -> Fix | None:
    """CUDA in place of CUDA with the driver, or the command without the word."""
    source, (start, end) = at
    if instead := _instead(name):
        return Fix(f"install {instead} in its place", (Edit(source, Span(start, start + len(name)), instead),))
    # A remark on the same line may speak of it.
    alone = "#" not in source.text[end : source.line_span(source.line_at(end)).end]
    gone = on.without(at) if others and alone else None
    return None if gone is None else Fix("leave it out", (gone,))
