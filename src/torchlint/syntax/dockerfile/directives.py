"""`# escape=`, `# syntax=` and `# check=` at the top of a file."""

from __future__ import annotations

import re

from torchlint.syntax import SyntaxProblem
from torchlint.syntax.blanks import skipped
from torchlint.syntax.dockerfile.shapes import Directive
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.dockerfile.lines import Lines

_DIRECTIVE = r"([a-zA-Z][a-zA-Z0-9]*)[\t\f\r ]*=[\t\f\r ]*(.+?)[\t\f\r ]*\Z"
_NAMES = ("escape", "syntax", "check")
_OFFICIAL = r"(?:docker\.io/)?docker/dockerfile(?:-upstream)?(?:[:@ ]|\Z)"


def read_directives(lines: Lines, problems: list[SyntaxProblem]) -> tuple[Directive, ...]:
    """Take the directives off the top; the first line that is none ends them, even an empty one."""
    found: dict[str, Directive] = {}
    while lines.index < len(lines.lines):
        line = lines.lines[lines.index]
        start = skipped(line, 0, len(line))
        if line[start : start + 1] != "#":
            break
        if "=" not in line:
            break
        match = re.match(_DIRECTIVE, line[skipped(line, start + 1, len(line)) :])
        name = match[1].lower() if match else ""
        if not match or name not in _NAMES:
            break
        span = Span(lines.starts[lines.index] + start, lines.end(lines.index))
        lines.index += 1
        if name in found:
            problems.append(SyntaxProblem("duplicate-directive", f"the directive {name} is given twice", span))
        elif name == "escape" and match[2] not in ("\\", "`"):
            problems.append(SyntaxProblem("escape-directive", "escape must be a backslash or a backtick", span))
        else:
            found[name] = Directive(name, match[2], span)
    return tuple(found.values())


def is_foreign(directives: tuple[Directive, ...]) -> bool:
    """True if `# syntax=` names a frontend that may know other instructions and flags."""
    return any(item.name == "syntax" and not re.match(_OFFICIAL, item.value) for item in directives)
