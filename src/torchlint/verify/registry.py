"""The digest that a tag of an image stands for now, asked of its registry: no engine, no account, no download."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
import urllib.request

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from email.message import Message
    from typing import Any

    from torchlint.syntax.reference import Reference

SECONDS = 20.0
_HUB = "docker.io"
_ACCEPTED = (
    "application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, "
    "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json"
)
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_MOST_BYTES = 1 << 20
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Unknown(Exception):
    """Why a digest could not be found out, in one line. `private`: with an account it might be."""

    def __init__(self, why: str, *, private: bool = False) -> None:
        super().__init__(why)
        self.private = private


class _Place(NamedTuple):
    """Where the manifests of a repository are asked for."""

    scheme: str
    host: str
    repository: str


class _Answer(NamedTuple):
    code: int
    headers: Message
    body: bytes


def host_of(reference: Reference) -> str:
    """The registry that is asked, as people name it."""
    return reference.registry or _HUB


def digest_of(reference: Reference) -> str:
    """`sha256:…` of the reference's tag: of the index where there are images for several platforms. Raises Unknown."""
    place = _place(reference)
    tag = reference.tag or "latest"
    url = f"{place.scheme}://{place.host}/v2/{place.repository}/manifests/{tag}"
    host = host_of(reference)
    try:
        answer = _open(url, {"Accept": _ACCEPTED}, "HEAD")
        challenge = answer.headers.get("WWW-Authenticate", "")
        token = {}
        if answer.code == 401 and challenge.lower().startswith("bearer "):
            token = {"Authorization": f"Bearer {_token(challenge, place)}"}
            answer = _open(url, {"Accept": _ACCEPTED, **token}, "HEAD")
        if answer.code == 200:
            told = answer.headers.get("Docker-Content-Digest", "")
            return told if _DIGEST.fullmatch(told) else _of_manifest(url, token)
    except (OSError, ValueError) as error:
        raise Unknown(f"{host} cannot be asked: {getattr(error, 'reason', None) or error}") from error
    if answer.code in (401, 403):
        raise Unknown(f"{host} shows it to its own accounts only", private=True)
    raise Unknown(f"{host} has no such image or tag" if answer.code == 404 else f"{host} answers {answer.code}")


def digest_with_account(name: str) -> str | None:
    """The same through Docker or skopeo, which know the user's accounts; None if neither can tell."""
    from torchlint.verify import process

    for command in (
        ("docker", "buildx", "imagetools", "inspect", name, "--format", "{{json .Manifest.Digest}}"),
        ("skopeo", "inspect", "--no-tags", "--format", "{{.Digest}}", f"docker://{name}"),
    ):
        try:
            ended = process.run(command, seconds=60.0)
        except OSError:
            continue
        found = _DIGEST.search(ended.text) if ended.code == 0 else None
        if found is not None:
            return found[0]
    return None


def _place(reference: Reference) -> _Place:
    registry = reference.registry
    if registry is None or registry in (_HUB, f"index.{_HUB}"):
        repository = reference.repository if "/" in reference.repository else f"library/{reference.repository}"
        return _Place("https", f"registry-1.{_HUB}", repository)
    # As engines do: only what is on this machine may speak without encryption.
    local = registry.rpartition(":")[0] if registry.rpartition(":")[2].isdigit() else registry
    return _Place("http" if local in _LOOPBACK else "https", registry, reference.repository)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A manifest is where it is asked for; a token must not follow to other hosts."""

    def redirect_request(self, *_asked: Any) -> None:
        """None is followed."""


def _open(url: str, headers: dict[str, str], method: str) -> _Answer:
    request = urllib.request.Request(url, headers={"User-Agent": "torchlint", **headers}, method=method)
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=SECONDS) as answer:
            return _Answer(answer.status, answer.headers, answer.read(_MOST_BYTES))
    except urllib.error.HTTPError as error:
        with error:
            return _Answer(error.code, error.headers, b"")


def _of_manifest(url: str, token: dict[str, str]) -> str:
    """A digest is that of the manifest's bytes; the header that says it is optional."""
    from hashlib import sha256

    answer = _open(url, {"Accept": _ACCEPTED, **token}, "GET")
    if answer.code != 200 or len(answer.body) >= _MOST_BYTES:
        raise ValueError("it does not show its manifest")
    return f"sha256:{sha256(answer.body).hexdigest()}"


def _token(challenge: str, place: _Place) -> str:
    """What the registry's own service gives to everybody for reading."""
    said = dict(re.findall(r'(\w+)="([^"]*)"', challenge))
    realm = urllib.parse.urlsplit(said.get("realm", ""))
    if realm.scheme != "https" and (realm.scheme, place.scheme) != ("http", "http"):
        raise ValueError("its tokens come without encryption")
    scope = said.get("scope") or f"repository:{place.repository}:pull"
    query = urllib.parse.urlencode({"scope": scope} | ({"service": said["service"]} if "service" in said else {}))
    held = json.loads(_open(f"{realm.geturl()}?{query}", {}, "GET").body or b"{}")
    token = held.get("token") or held.get("access_token")
    if not isinstance(token, str) or not token.isprintable():
        raise ValueError("its service gives no token")
    return token
