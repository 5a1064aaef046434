from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Problem, Safety, Severity, Span, Step, rule

APT = ("apt-get", "apt", "aptitude")
REMOVE = "rm -rf /var/lib/apt/lists/*"
BLANKS = " \t\r\n\\"


@rule(Step, Severity.INFO, Outcome.WASTE, when=("leaves package lists",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    at = step.leaves_apt_lists
    if at is None:
        return
    fix = None
    if not _installs(step):
        mend = "join this with the RUN that installs, and end that one with && rm -rf /var/lib/apt/lists/*"
    elif any(_installs(later) and not _updates(later) for later in on.stage_of(step).steps[step.index + 1 :]):
        mend = "install all packages in this RUN, and end it with && rm -rf /var/lib/apt/lists/*"
    else:
        mend = "end this RUN with && rm -rf /var/lib/apt/lists/*"
        fix = _fix(step, _later(step, on.build))
    message = "the package lists that this downloads stay in the layer, and removing them in a later RUN frees nothing"
    yield Problem(at, message, mend, fix)


def _installs(step: Step) -> bool:
    return any(command.name in APT and "install" in command.values for command in step.commands)


def _updates(step: Step) -> bool:
    return any(command.name in APT and "update" in command.values for command in step.commands)


def _later(step: Step, build: Build) -> list[Step]:
    """What runs on the files that the step leaves."""
    above = [stage for stage in build.stages if step.stage in {one.index for one in build.lineage(stage.index)}]
    return [one for stage in above for one in stage.steps if (one.stage, one.index) > (step.stage, step.index)]


def _fix(step: Step, later: list[Step]) -> Fix | None:
    """Behind the last command of apt, joined as its neighbours are."""
    last = [command for command in step.commands if command.name in APT][-1]
    source, whole = step.at
    text, end = source.text, max([last.at.span.end, *(one.at.span.end for one in last.redirects)])
    if not last.certain or any(_installs(one) and not _updates(one) for one in later):
        return None
    sudo = "sudo " if text.endswith("sudo ", 0, last.at.span.start) else ""
    joint = _joint(text, end, whole, text[whole.start : whole.end], documents=bool(step.instruction.heredocs))
    if joint is None:
        return None
    unknown = any(one.instruction.keyword == "RUN" and not one.commands for one in later)
    unknown = unknown or any(command.unknown for one in later for command in one.commands)
    edit = Edit(source, Span(end, end), f"{joint}{sudo}{REMOVE}")
    return Fix("remove the package lists in the same RUN", (edit,), Safety.UNSAFE if unknown else Safety.SAFE)


def _joint(text: str, end: int, whole: Span, run: str, *, documents: bool) -> str | None:
    """What goes between the command that ends there and one that is to follow it; None where no list goes on."""
    newline = "\r\n" if "\r\n" in run else "\n"
    line = text[text.rfind("\n", 0, end) + 1 : end]
    if documents:
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        return f"{newline}{indent}" if text[end : end + 2].lstrip("\r").startswith("\n") else None
    rest = text[end : whole.end]
    if not rest.strip(f"{BLANKS};"):
        rest = ""
    sign = next((one for one in ("&&", ";") if rest.lstrip(BLANKS).startswith(one)), None)
    if sign is None:
        if rest.strip(BLANKS):
            return None
        sign = "&&" if "&&" in run or ";" not in run else ";"
        lines = run.split("\n")
        begun = next((one for one in lines[1:] if one.lstrip(" \t").startswith("&&")), None)
        ended = any(one.rstrip(BLANKS).endswith(sign) for one in lines[:-1])
        if len(lines) == 1:
            return f" {sign} " if sign == "&&" else f"{sign} "
        indent = _indent(begun if begun is not None else lines[-1])
        if begun is None and ended:
            # As deep as the other commands, of which one stands below the line of RUN.
            below = next(at for at, one in enumerate(lines, 1) if one.rstrip(BLANKS).endswith(sign))
            return f"{' ' if sign == '&&' else ''}{sign} \\{newline}{_indent(lines[below])}"
        return f" \\{newline}{indent}&& " if sign == "&&" else f"; \\{newline}{indent}"
    gap = rest[: rest.index(sign)]
    if "\n" in gap:
        return f" \\{newline}{_indent(gap[gap.rindex(chr(10)) + 1 :] + sign)}{sign} "
    behind = rest[len(gap) + len(sign) :]
    blank = behind[: len(behind) - len(behind.lstrip(BLANKS))]
    return f"{gap}{sign}{blank}" if blank else f"{gap}{sign} "


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]
