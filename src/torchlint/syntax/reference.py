"""Names of images: `registry/repository:tag@digest`."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple

_HUB = ("docker.io", "index.docker.io")
_COMPONENT = r"[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?"
# Kept as text: few names need it, and `re` compiles and remembers it when one does.
_REST = (
    rf"({_COMPONENT}(?:/{_COMPONENT})*)"
    r"(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
    r"(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?"
)
_SMALL = "abcdefghijklmnopqrstuvwxyz0123456789"
_IN_TAGS = f"{_SMALL}{_SMALL[:26].upper()}_.-"
_LONGEST_NAME = 255
_LONGEST_TAG = 128
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
    parts = _plain(text[start:]) or _any(text[start:])
    if parts is None:
        return None
    repository, tag, digest = parts
    end = start + len(repository)
    if end > _LONGEST_NAME:
        return None
    if registry is None and len(text) == _IMAGE_ID_LENGTH and all(digit in "0123456789abcdef" for digit in text):
        return None
    return Reference(
        registry,
        repository,
        tag,
        digest,
        (0, end),
        (end + 1, end + 1 + len(tag)) if tag is not None else None,
        (len(text) - len(digest), len(text)) if digest is not None else None,
    )


def _plain(rest: str) -> tuple[str, str | None, None] | None:
    """Repository and tag of a name without a digest or anything rare in it."""
    repository, colon, tag = rest.partition(":")
    words = repository.replace("-", "/").replace(".", "/").replace("_", "/").split("/")
    if not all(words) or "".join(words).strip(_SMALL):
        return None
    if not colon:
        return repository, None, None
    if not tag or tag[0] in ".-" or len(tag) > _LONGEST_TAG or tag.strip(_IN_TAGS):
        return None
    return repository, tag, None


def _any(rest: str) -> tuple[str, str | None, str | None] | None:
    match = re.fullmatch(_REST, rest)
    return None if match is None else (match[1], match[2], match[3])
