"""The words by which rules are found about what asks for packages: installs, and files of requirements.

See `torchlint.rule.rule` for what they mean.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.command import Install
    from torchlint.model.requirement import RequirementsFile

EXTENSIONS = (
    *("apex", "cluster", "detectron2", "gaussian-rasterization", "groundingdino", "mmcv", "pytorch3d", "scatter"),
    *("gsplat", "nerfacc", "nvdiffrast", "sparse", "spline", "tiny-cuda-nn", "tinycudann"),
)
"""Of each extension of torch that World knows a part of its name, as of its repository's."""

EXTENSIONS_ON_AN_INDEX = frozenset(
    {"mmcv", "mmcv-full", "torch-scatter", "torch-sparse", "torch-cluster", "torch-spline-conv"}
)
"""Those of them that are asked for by their names."""

KINDS_OF_SOURCE = frozenset({"vcs", "path", "url"})
"""The kinds of the requirements that name none."""


def of_install(install: Install, text: str) -> Iterator[str]:
    """The words of an install. `text`: what says what to install in its build, in lower case."""
    for one in install.requested:
        requirement = one.requirement
        name, specifier = requirement.name, requirement.specifier
        yield name
        yield f"a {requirement.kind}"
        if specifier:
            yield from (f"{name}{sign}" for sign in ("==", "<", "~=", "+") if sign in specifier)
        if requirement.marker:
            yield f"{name};"
        if ".whl" in (requirement.url or ""):
            yield "a wheel"
        if (requirement.url or "").startswith("file:"):
            yield "file:"
        if requirement.editable:
            yield "-e"
        if (requirement.url or name).endswith(("-txt", ".txt", "-in", ".in")):
            yield "maybe a list"
    words = [one.requirement.name for one in install.requested if one.at.source is install.at.source]
    if len(set(words)) < len(words):
        yield "twice"
    own = [one.requirement for one in install.requested]
    # What a folder holds is known by the repository that was cloned there.
    if any(one.kind in KINDS_OF_SOURCE or one.name in EXTENSIONS_ON_AN_INDEX for one in own) and any(
        part in text for part in EXTENSIONS
    ):
        yield "maybe an extension"
    if install.python is not None and any(one.clauses for one in own):
        yield "a release"
    yield from install.options
    if install.missing:
        yield "missing-file"
    if install.command.before.base.libc == "musl":
        yield "musl"
    indexes = install.indexes or ()
    yield from (f"asks {one.kind}" for one in indexes)
    if any(one.kind == "index" and "download.pytorch.org" in (one.url or "") for one in indexes):
        yield "pytorch-index"
    places = [*(one.url for one in indexes), *(word.value for word in install.options.values())]
    if any((place or "").startswith("http://") for place in places):
        yield "plain-http"
    places += [one.requirement.url for one in install.requested]
    if any("download.pytorch.org/whl/nightly" in (place or "") for place in places):
        yield "nightly"
    if "--extra-index-url" in install.options or any(one.kind == "extra" for one in indexes):
        yield "extra-index"
    if install.refused:
        yield "refused"


def of_file(file: RequirementsFile) -> Iterator[str]:
    """The words of a requirements file."""
    if file.document.problems:
        yield "unreadable"
    own = file.requirements
    if any(one.open for one in own):
        yield "open"
    if any(one.hashes for one in own):
        yield "hashes"
    if any((one.url or "").startswith("file:") for one in own):
        yield "file://"
    if any(one.ignored for one in own):
        yield "dropped-option"
    names = [one.name for one in own]
    yield from names
    beside = [
        one.requirement.name
        for install in file.reached_by
        for one in install.requested
        if one.at.source is not file.source
    ]
    if len(set(names)) < len(names) or not set(beside).isdisjoint(names):
        yield "twice"
