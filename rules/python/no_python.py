from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Related, Severity, Span, rule

PYTHONS = ("python3", "python")
PIPS = ("pip3", "pip")


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("no program",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not (command.fatal and command.certain) or command.program() is not False:
        return
    state = command.before
    path = command.env.get("PATH", "")
    if any(state.which(word, path=path) is not False for word in (*PYTHONS, *PIPS)):
        return
    stage = on.stage_of(command)
    first = next(one for step in stage.steps for one in step.commands if one.name in (*PYTHONS, *PIPS))
    if first is not command:
        return
    name = command.name or ""
    what = "no Python" if name in PYTHONS else "no Python and no pip"
    message = f"{name} is not found and the build stops: {stage.base.name} has {what}"
    packages = "python3" if name in PYTHONS else "python3 python3-pip"
    install = f"apt-get install -y --no-install-recommends {packages}"
    if stage.base.libc == "musl":
        install = "apk add --no-cache " + packages.replace("python3-pip", "py3-pip")
    yield Problem(
        command.words[0].at,
        f"{message}, and no step before this one installs it",
        f"install it first ({install}), or begin from an image with Python",
        _fix(command, on),
        related=(Related(stage.base.at, "this image has no Python"),),
    )


def _fix(command: Command, on: Context) -> Fix | None:
    """The RUN that installs the distribution's Python, with an environment where that keeps others out."""
    stage, state = on.stage_of(command), command.before
    step = stage.steps[command.step]
    distro = on.world.distro_of(stage.base.os) if stage.base.os is not None else None
    if distro is None or distro.family not in ("debian", "ubuntu") or distro.apt_works is False:
        return None
    source = step.at.source
    if state.user.value not in ("root", "0", "") or source is not stage.at.source or step.instruction.keyword != "RUN":
        return None
    used = {one.name for other in stage.steps for one in other.commands}
    made = any(one.values[:2] == ("-m", "venv") for other in stage.steps for one in other.commands)
    apart = (distro.externally_managed or "python" in used) and not made
    packages = "python3 python3-venv" if apart or made else "python3 python3-pip" if used & set(PIPS) else "python3"
    lines = [
        "RUN apt-get update \\",
        f"    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends {packages} \\",
        "    && rm -rf /var/lib/apt/lists/*",
    ]
    if apart:
        lines += ["RUN python3 -m venv /opt/venv", "ENV VIRTUAL_ENV=/opt/venv", 'ENV PATH="/opt/venv/bin:$PATH"']
    # Above the files that are copied for it, so that an edit of them does not install Python again.
    while step.index and stage.steps[step.index - 1].instruction.keyword == "COPY":
        step = stage.steps[step.index - 1]
    start = step.lines.start
    gap = source.newline if source.text.endswith(("\n\n", "\n\r\n"), 0, start) else ""
    text = "".join(line + source.newline for line in lines) + gap
    return Fix(f"install Python of {distro.family} before", (Edit(source, Span(start, start), text),))
