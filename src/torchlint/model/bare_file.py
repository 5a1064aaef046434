"""Requirements files that an install names without `-r`: it takes them for packages."""

from __future__ import annotations

import re

from torchlint.model.files import Found
from torchlint.syntax.requirement import HEAD
from torchlint.syntax.wheelname import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install, Requested

ENDINGS = (".txt", ".in")
_CALLED = re.compile(r"(?i)(?:.*[-_.])?(?:requirements?|reqs?)(?:[-_.].*)?\.(?:txt|in)", re.ASCII)
"""How only lists of requirements are called."""


def bare_file(install: Install, one: Requested) -> str | None:
    """What becomes of a list of requirements on the command line that has no -r before it: "refused", as a path that is
    no project; "absent", as no index has a package of that name; "another", as one may. None for others."""
    requirement, state = one.requirement, install.command.before
    told = requirement.extras or requirement.specifier or requirement.marker or requirement.options
    if told or requirement.editable or one.constraint or one.declared or install.tool not in ("pip", "uv"):
        return None
    written = _written(one)
    if one.at.source is not install.at.source or not written.endswith(ENDINGS):
        return None
    where = state.absolute(written, install.command.cwd)
    found = state.find(where) if where is not None else None
    if isinstance(found, Found) and found.kind == "dir":
        return None
    if requirement.kind == "path":
        return "refused" if written == requirement.url else None
    if requirement.kind != "named" or normalize(written) != requirement.name:
        return None
    if requirement.name == "requirements-txt":
        return "absent"
    return "another" if isinstance(found, Found) or _CALLED.fullmatch(written) else None


def spelled(one: Requested) -> str:
    """A requirement's name as its place spells it, "ruamel.yaml"; normalised where that does not show it."""
    head = re.match(HEAD, _written(one))
    name = one.requirement.name
    return head[1] if head is not None and normalize(head[1]) == name else name


def _written(one: Requested) -> str:
    source, span = one.at
    return source.text[span.start : span.end].strip("\"'")
