"""A command put behind another one of the same RUN, as its author writes lists of commands."""

from __future__ import annotations

import re

from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.step import Step

BLANKS = " \t\r\n\\"
LONG = 120
"""Where a line that gets longer is broken."""

_ERREXIT = re.compile(r"\bset[ \t](?:[^;&|\n]*[ \t])?(?:-[A-Za-z]*e[A-Za-z]*|errexit)\b", re.ASCII)


def behind(step: Step, command: Command, words: str, escape: str) -> Edit | None:
    """Puts these words behind a command of the step; None where no list goes on there. `escape`: what joins lines."""
    source, whole = step.at
    text, end = source.text, max([command.at.span.end, *(one.at.span.end for one in command.redirects)])
    if command.at.source is not source or not command.certain:
        return None
    sudo = "sudo " if text.endswith("sudo ", 0, command.at.span.start) else ""
    stops = _stops(step, command, text[end : whole.end])
    if step.instruction.heredocs:
        joint = _in_document(text, end, source.newline, stops)
    else:
        joint = _joint(text, end, whole, source.newline, len(words), stops)
    if joint is None or (escape != "\\" and "\\" in joint):
        return None
    # A line does not end in blanks for it.
    line = text.find("\n", end)
    blank = text[end : len(text) if line < 0 else line].removesuffix("\r")
    stop = end if blank.strip(" \t") or end + len(blank) < whole.end else end + len(blank)
    return Edit(source, Span(end, stop), f"{joint}{sudo}{words}")


def leads(text: str) -> bool:
    """Whether a file writes && at the begin of a line more often than at the end of one."""
    lines = text.split("\n")
    begun = sum(line.lstrip(" \t").startswith("&&") for line in lines)
    ended = sum(line.rstrip(BLANKS).endswith("&&") for line in lines)
    return begun > ended


def _stops(step: Step, command: Command, rest: str) -> bool:
    """Whether a RUN ends at the first failure: there && would hide one, as -e does not ask what stands before it, and
    elsewhere nothing but && asks."""
    if command.fatal and rest.lstrip(" \t\r")[:1] in (";", "\n") and command is not step.commands[-1]:
        return True
    before = step.at.source.text[step.at.span.start : command.at.span.start]
    options = [one for one in (step.before.shell.value or ())[1:] if one[:1] == "-" or one == "errexit"]
    return bool(_ERREXIT.search(before)) or any("e" in one for one in options if one[:2] != "--")


def _in_document(text: str, end: int, newline: str, stops: bool) -> str | None:
    """What goes behind a command that ends a line of a document."""
    if text[end : end + 1] != "\n" or text[end - 1] == "\r":
        return None
    # A document ends with the status of its last command.
    return f"{newline}{_indent(text[text.rfind(chr(10), 0, end) + 1 : end])}" if stops else " && "


def _joint(text: str, end: int, whole: Span, newline: str, length: int, stops: bool) -> str | None:
    """What goes between the command that ends there and one that is to follow it; None where no list goes on."""
    run = text[whole.start : whole.end]
    rest = text[end : whole.end]
    if not rest.strip(f"{BLANKS};"):
        rest = ""
    sign = next((one for one in ("&&", ";") if rest.lstrip(BLANKS).startswith(one)), None)
    if sign is None:
        return None if rest.strip(BLANKS) else _at_the_end(text, run, newline, length, stops)
    gap = rest[: rest.index(sign)]
    # Behind a ; nobody asks how this one ended, but where every failure ends the RUN.
    joint = sign if stops else "&&"
    if "\n" in gap:
        return f" \\{newline}{_indent(gap[gap.rindex(chr(10)) + 1 :] + sign)}{joint} "
    behind = rest[len(gap) + len(sign) :]
    blank = behind[: len(behind) - len(behind.lstrip(BLANKS))]
    gap = gap or (" " if joint != sign else "")
    return f"{gap}{joint}{blank}" if blank else f"{gap}{joint} "


def _at_the_end(text: str, run: str, newline: str, length: int, stops: bool) -> str:
    """Behind the last command of a RUN."""
    listed = ";" if "&&" not in run and ";" in run else "&&"
    sign = listed if stops else "&&"
    lines = run.split("\n")
    if len(lines) == 1:
        if sign == "&&" and len(run) + length + 4 > LONG:
            return f" \\{newline}    && " if leads(text) else f" && \\{newline}    "
        return f" {sign} " if sign == "&&" else f"{sign} "
    begun = [one for one in lines[1:] if one.lstrip(" \t").startswith("&&")]
    # As deep as the other commands, of which one stands below the line of RUN.
    below = [number for number, one in enumerate(lines[:-1], 1) if one.rstrip(BLANKS).endswith((listed, sign))]
    if below and len(below) >= len(begun):
        return f"{' ' if sign == '&&' else ''}{sign} \\{newline}{_indent(lines[below[0]])}"
    if sign == ";":
        return f"; \\{newline}{_indent(lines[-1])}"
    if begun or leads(text):
        return f" \\{newline}{_indent(begun[0] if begun else lines[-1])}&& "
    return f" && \\{newline}{_indent(lines[-1]) or '    '}"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]
