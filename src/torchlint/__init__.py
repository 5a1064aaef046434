"""torchlint reads the Dockerfiles of PyTorch images and says what will break, when and why.

This is the window: what users of the library and rules may import. Names are looked up when first used.
"""

from __future__ import annotations

import torchlint.importing  # noqa: F401  before all others: it finds them

# These two are bound at once: the import system would otherwise put the modules of the same name in their place.
from torchlint.check import check
from torchlint.rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.check import Report
    from torchlint.context import Context
    from torchlint.findings import Confidence, Finding, Fix, Outcome, Problem, Related, Safety, Severity, listed
    from torchlint.ignores import Suppressions
    from torchlint.model.bases import Base
    from torchlint.model.build import Build, Stage, Step, predict
    from torchlint.model.command import Command, Install
    from torchlint.model.entry import Entry
    from torchlint.model.requirement import RequirementLine, RequirementsFile
    from torchlint.project import Project, read
    from torchlint.text import Edit, Place, Span
    from torchlint.version import __version__
    from torchlint.world import World

_HOMES = {
    "torchlint.check": ("Report",),
    "torchlint.context": ("Context",),
    "torchlint.findings": (
        "Confidence",
        "Finding",
        "Fix",
        "Outcome",
        "Problem",
        "Related",
        "Safety",
        "Severity",
        "listed",
    ),
    "torchlint.ignores": ("Suppressions",),
    "torchlint.model.bases": ("Base",),
    "torchlint.model.build": ("Build", "Stage", "Step", "predict"),
    "torchlint.model.command": ("Command", "Install"),
    "torchlint.model.entry": ("Entry",),
    "torchlint.model.requirement": ("RequirementLine", "RequirementsFile"),
    "torchlint.project": ("Project", "read"),
    "torchlint.text": ("Edit", "Place", "Span"),
    "torchlint.version": ("__version__",),
    "torchlint.world": ("World",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Base",
    "Build",
    "Command",
    "Confidence",
    "Context",
    "Edit",
    "Entry",
    "Finding",
    "Fix",
    "Install",
    "Outcome",
    "Place",
    "Problem",
    "Project",
    "Related",
    "Report",
    "RequirementLine",
    "RequirementsFile",
    "Safety",
    "Severity",
    "Span",
    "Stage",
    "Step",
    "Suppressions",
    "World",
    "__version__",
    "check",
    "listed",
    "predict",
    "read",
    "rule",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(__import__(_HOME[name], fromlist=(name,)), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
