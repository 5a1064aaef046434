"""Whether an image is a machine's own system, which boots from it, and no container's."""

from __future__ import annotations

from torchlint.syntax.dockerfile import Pairs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build, Stage, Step

BASES = ("-bootc-", "-ostree-", "-coreos-", "-silverblue-", "-kinoite-", "-ublue-os-")
"""Words in the names of images that machines boot from."""

LABELS = ("containers.bootc", "ostree.bootable")
CHECKS = (("bootc", "container"), ("ostree", "container"))
"""The commands that check or close such an image."""


def bootable(build: Build, index: int) -> bool:
    """Whether anything says so of a shipped image that a stage is part of: its base, a label or a command."""
    lineages = (build.lineage(shipped) for shipped in build.shipped)
    return any(_says(one) for stages in lineages if any(one.index == index for one in stages) for one in stages)


def _says(stage: Stage) -> bool:
    name = (stage.base.name or "").partition("@")[0]
    words = f"-{name.translate(str.maketrans('/:._', '----'))}-"
    return any(part in words for part in BASES) or any(map(_step_says, stage.steps))


def _step_says(step: Step) -> bool:
    value = step.instruction.value
    if step.instruction.keyword == "LABEL" and isinstance(value, Pairs):
        return any(pair.name.text.strip("\"'") in LABELS for pair in value.items)
    return any((one.name, one.values[0] if one.values else None) in CHECKS for one in step.commands)
