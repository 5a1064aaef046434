"""A command put behind another one of the same RUN, as its author writes lists of commands."""

from __future__ import annotations

from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.step import Step

BLANKS = " \t\r\n\\"
LONG = 120
"""Where a line that gets longer is broken."""


def behind(step: Step, command: Command, words: str, escape: str) -> Edit | None:
    """Puts these words behind a command of the step; None where no list goes on there. `escape`: what joins lines."""
    source, whole = step.at
    text, end = source.text, max([command.at.span.end, *(one.at.span.end for one in command.redirects)])
    if command.at.source is not source or not command.certain:
        return None
    sudo = "sudo " if text.endswith("sudo ", 0, command.at.span.start) else ""
    joint = _joint(text, end, whole, source.newline, len(words), documents=bool(step.instruction.heredocs))
    if joint is None or (escape != "\\" and "\\" in joint):
        return None
    return Edit(source, Span(end, end), f"{joint}{sudo}{words}")


def _joint(text: str, end: int, whole: Span, newline: str, length: int, *, documents: bool) -> str | None:
    """What goes between the command that ends there and one that is to follow it; None where no list goes on."""
    run = text[whole.start : whole.end]
    line = text[text.rfind("\n", 0, end) + 1 : end]
    if documents:
        return f"{newline}{_indent(line)}" if text[end : end + 2].lstrip("\r").startswith("\n") else None
    rest = text[end : whole.end]
    if not rest.strip(f"{BLANKS};"):
        rest = ""
    sign = next((one for one in ("&&", ";") if rest.lstrip(BLANKS).startswith(one)), None)
    if sign is None:
        return None if rest.strip(BLANKS) else _at_the_end(text, run, newline, length)
    gap = rest[: rest.index(sign)]
    if "\n" in gap:
        return f" \\{newline}{_indent(gap[gap.rindex(chr(10)) + 1 :] + sign)}{sign} "
    behind = rest[len(gap) + len(sign) :]
    blank = behind[: len(behind) - len(behind.lstrip(BLANKS))]
    return f"{gap}{sign}{blank}" if blank else f"{gap}{sign} "


def _at_the_end(text: str, run: str, newline: str, length: int) -> str:
    """Behind the last command of a RUN."""
    sign = "&&" if "&&" in run or ";" not in run else ";"
    lines = run.split("\n")
    begun = next((one for one in lines[1:] if one.lstrip(" \t").startswith("&&")), None)
    ended = any(one.rstrip(BLANKS).endswith(sign) for one in lines[:-1])
    if len(lines) == 1:
        if sign == "&&" and len(run) + length + 4 > LONG:
            return f" \\{newline}    && " if _leads(text) else f" && \\{newline}    "
        return f" {sign} " if sign == "&&" else f"{sign} "
    indent = _indent(begun if begun is not None else lines[-1])
    if begun is None and ended:
        # As deep as the other commands, of which one stands below the line of RUN.
        below = next(at for at, one in enumerate(lines, 1) if one.rstrip(BLANKS).endswith(sign))
        return f"{' ' if sign == '&&' else ''}{sign} \\{newline}{_indent(lines[below])}"
    return f" \\{newline}{indent}&& " if sign == "&&" else f"; \\{newline}{indent}"


def _leads(text: str) -> bool:
    """Whether the file writes && at the begin of a line, not at the end."""
    return any(line.lstrip(" \t").startswith("&&") for line in text.split("\n"))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]
