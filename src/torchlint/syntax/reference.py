"""Names of images: `registry/repository:tag@digest`."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple

_HUB = ("docker.io", "index.docker.io")
_COMPONENT = r"[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?"
_REST = re.compile(
    rf"({_COMPONENT}(?:/{_COMPONENT})*)"
    r"(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
    r"(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?"
)
_LONGEST_NAME = 255
_IMAGE_ID_LENGTH = 64


class Reference(NamedTuple):
    """A read image name. `repository` is as written, without the registry. The spans are (start, end) indices into
    the text: `name_span` covers registry and repository, `tag_span` and `digest_span` leave `:` and `@` out."""

    registry: str | None
    repository: str
    tag: str | None
    digest: str | None
    name_span: tuple[int, int]
    tag_span: tuple[int, int] | None
    digest_span: tuple[int, int] | None

    @property
    def name_end(self) -> int:
        """Index behind the repository: where `:tag` stands or would stand."""
        return self.name_span[1]

    @property
    def familiar(self) -> str:
        """The shortest name of the repository: `python` for every spelling of Docker Hub's official image."""
        if self.registry is not None and self.registry not in _HUB:
            return f"{self.registry}/{self.repository}"
        short = self.repository.removeprefix("library/")
        return self.repository if "/" in short else short


def parse(text: str) -> Reference | None:
    """Read an image name; None when it is not a valid one. `scratch` reads like any other name."""
    first, slash, _ = text.partition("/")
    registry = None
    start = 0
    # An upper-case first component cannot be a repository, so Docker takes it for a host.
    if slash and ("." in first or ":" in first or first == "localhost" or first != first.lower()):
        if re.fullmatch(_HOST, first) is None:
            return None
        registry = first
        start = len(first) + 1
    match = _REST.fullmatch(text, start)
    if match is None or match.end(1) > _LONGEST_NAME:
        return None
    repository, tag, digest = match.groups()
    if registry is None and len(text) == _IMAGE_ID_LENGTH and all(digit in "0123456789abcdef" for digit in text):
        return None
    return Reference(
        registry,
        repository,
        tag,
        digest,
        (0, match.end(1)),
        match.span(2) if tag is not None else None,
        match.span(3) if digest is not None else None,
    )
