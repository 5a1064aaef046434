"""Names of images: their parts, and the public image that a name surely means."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.syntax.reference import Reference


PLATFORMS = {"amd64": "linux/amd64", "arm64v8": "linux/arm64", "arm32v7": "linux/arm/v7"}
"""Where Docker Hub has its official images for one processor each."""


def reference_of(name: str | None) -> Reference | None:
    """The parts of an image name; None for an unknown or invalid one."""
    from torchlint.syntax.reference import parse

    return None if name is None else parse(name)


def public_name(reference: Reference, mirrors: tuple[str, ...]) -> str | None:
    """The public repository that a reference surely means ("python", "nvidia/cuda", "nvcr.io/nvidia/pytorch").

    A private registry counts as a mirror only with `library/` in the path or under a declared prefix: nobody else
    says what `registry.corp/python` holds. None for such a name.
    """
    familiar = reference.familiar
    if reference.registry in (
        None,
        "docker.io",
        "index.docker.io",
        "nvcr.io",
        "ghcr.io",
        "quay.io",
        "mcr.microsoft.com",
    ):
        folder, slash, official = familiar.partition("/")
        return official if slash and folder in PLATFORMS else familiar
    whole = f"{reference.registry}/{reference.repository}"
    for mirror in mirrors:
        prefix = mirror.rstrip("/") + "/"
        if whole.startswith(prefix):
            return whole[len(prefix) :].removeprefix("library/")
    if reference.registry == "public.ecr.aws" and reference.repository.startswith("docker/library/"):
        return reference.repository.removeprefix("docker/library/")
    if reference.registry == "public.ecr.aws" and reference.repository.startswith("lambda/"):
        return familiar
    if reference.registry == "registry.access.redhat.com":
        return familiar
    _, library, rest = whole.rpartition("/library/")
    return rest if library else None


def platform_of(reference: Reference | None) -> str | None:
    """The platform that an image's name says; None where it says none."""
    return None if reference is None else PLATFORMS.get(reference.familiar.partition("/")[0])


_TOLD = tuple(
    "py python cu cuda rocm ubuntu debian ubi rhel el rocky alma almalinux centos alpine fedora leap manylinux "
    "musllinux torch pytorch pytorch-installer".split()
)


def telling(repository: str) -> bool:
    """Whether a repository's name says which system, Python, CUDA or torch it holds: "acpt-pytorch-1.11-py38"."""
    return any(char in "0123456789" and _numbered(repository[:at]) for at, char in enumerate(repository))


def _numbered(name: str) -> bool:
    """Whether a name ends with one of these words, so that the number behind is its release."""
    name = name.removesuffix("v")
    if name.endswith(("-", "_", ".")):
        name = name[:-1]
    return any(name.endswith(word) and not "a" <= name[: -len(word)][-1:] <= "z" for word in _TOLD)
