"""Images with torch inside, and images of Python tools."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple


class PytorchImage(NamedTuple):
    """What one tag of pytorch/pytorch holds. Source: tags seen in public files, RELEASE.md, the image's Dockerfile."""

    torch: str
    """The release inside, which in one image is not that of its tag; "" for the newest one, whichever that is."""
    cuda: str
    cudnn: str
    flavour: str
    """"runtime" or "devel"."""
    python: str | None
    python_sure: bool
    os: str | None
    os_sure: bool
    conda: bool
    """Whether python is conda's, in /opt/conda."""
    externally_managed: bool
    """Whether pip refuses to install into the image's python (PEP 668)."""
    listed: bool
    """Whether the tag is known to exist; False: only its shape was read."""
    doubt: str | None
    """Why the tag probably does not exist; a hint, not a proof."""


class NgcImage(NamedTuple):
    """What one tag of nvcr.io/nvidia/pytorch holds. Source: NVIDIA's version tables and release notes, public files."""

    torch: str | None
    torch_sure: bool
    cuda: str | None
    cuda_sure: bool
    python: str | None
    os: str | None
    conda: bool
    """Whether python is conda's, in /opt/conda; otherwise it is the distribution's, in /usr."""
    sure: bool
    """Whether python and os are certain."""
    min_driver: str | None
    pip_constraint_file: str | None
    """Constraints that pip obeys in the image; conflicting pins fail at build."""


class OtherImage(NamedTuple):
    """What a well-known image brings; None means unknown. Source: the Dockerfiles and documentation of each."""

    repository: str
    python: str | None = None
    """Minor version of the python on PATH."""
    has_python: bool | None = None
    has_pip: bool | None = None
    python_path: str | None = None
    """Folder of that python; {python} in it stands for its version."""
    venv: str | None = None
    """Folder of a virtual environment that PATH prefers."""
    conda: bool = False
    has_shell: bool | None = None
    os: str | None = None
    user: str | None = None
    workdir: str | None = None
    entrypoint: tuple[str, ...] | None = None
    cmd: tuple[str, ...] | None = None
    ports: tuple[int, ...] = ()
    unmaintained: str | None = None
    """What is known about its end, one sentence; None if it is kept up or unknown."""
    packages: tuple[tuple[str, str | None], ...] = ()
    """Distributions that its python surely has, with their versions where these are known."""
    env: tuple[tuple[str, str | None], ...] = ()
    """Variables that it sets; None: to something unknown."""
    names: tuple[str, ...] | None = None
    """Which names start its python; None: python and python3, of a distribution's python3 only."""
    shell: tuple[str, ...] | None = None
    """What its SHELL sets; None: nothing."""
    variant: str | None = None
    """Which build its torch is: "cu118", "rocm6.2"; None where that is unknown."""
    sure: bool = True
    lasting: bool = True
    """Whether all this held of each image that ever had the tag."""


_PYTORCH = (
    r"(?P<prefix>(?P<torch>[0-9]{1,3}\.[0-9]{1,3}(?:\.[0-9]{1,3})?)-cuda(?P<cuda>[0-9]+(?:\.[0-9]+)?)-cudnn(?P<cudnn>[0-9]+(?:\.[0-9]+)?))"
    r"-(?P<flavour>runtime|devel)"
)


def pytorch_image(tag: str) -> PytorchImage | None:
    """From the tag and, where it is listed, the table. Images from 2.10 on have the system's python and no conda."""
    from torchlint.world.tables.pytorch_images import DOUBTFUL, IMAGES

    match = re.fullmatch(_PYTORCH, tag, re.ASCII)
    if match is None:
        return None
    unlisted = (False, None, False, None, False, None)
    listed, python, python_sure, os, os_sure, torch = IMAGES.get(match["prefix"], unlisted)
    conda = tuple(int(number) for number in match["torch"].split(".")[:2]) < (2, 10)
    doubt = DOUBTFUL.get(tag) or DOUBTFUL.get(match["prefix"] + "-*")
    return PytorchImage(
        torch or match["torch"],
        match["cuda"],
        match["cudnn"],
        match["flavour"],
        python,
        python_sure,
        os,
        os_sure,
        conda,
        externally_managed=not conda,
        listed=listed,
        doubt=None if listed else doubt,
    )


def pytorch_latest(today: str, *, stale: bool) -> PytorchImage | None:
    """As the newest tag of the table: since 2.10 the image has the system's Python; its torch has no known number."""
    from torchlint.world.tables.pytorch_images import IMAGES
    from torchlint.world.torch import torch_release

    first = torch_release("2.10.0")
    if first is None or today < first.date:
        return None
    _, python, python_sure, os, os_sure, _ = IMAGES[next(reversed(IMAGES))]
    return PytorchImage(
        torch="",
        cuda="",
        cudnn="",
        flavour="runtime",
        python=python,
        python_sure=python_sure and not stale,
        os=os,
        os_sure=os_sure and not stale,
        conda=False,
        externally_managed=True,
        listed=True,
        doubt=None,
    )


def ngc_image(tag: str) -> NgcImage | None:
    """Only tags of the table: nothing about a release follows from its name."""
    from torchlint.world.tables.ngc_images import IMAGES

    found = IMAGES.get(tag)
    return NgcImage(*found) if found is not None else None


def other_image(repository: str, tag: str) -> OtherImage | None:
    """The first row of the table whose pattern the tag fits; of an official image that brings no Python its system."""
    from torchlint.world.tables.other_images import IMAGES

    for row in IMAGES.get(repository, ()):
        match = re.fullmatch(row[0], tag, re.ASCII)
        if match is not None:
            return _read(OtherImage(repository, *row[1:]), match.groupdict())
    return None if "/" in repository or not official(repository) else _official_image(repository, tag)


def _read(image: OtherImage, told: dict[str, str | None]) -> OtherImage:
    """The same, with what the groups of a tag's pattern say."""
    python = told.get("python")
    image = image._replace(os=_os(told.get("codename")) or image.os)
    if told.get("rocm") is not None:
        image = image._replace(variant=f"rocm{told['rocm']}")
    if python is not None:
        image = image._replace(python=python if "." in python else f"3.{python[1:]}")
    return image


def _official_image(name: str, tag: str) -> OtherImage | None:
    """What its tag says of its system, by a name of a release in it, or by the table of those that name none."""
    parts = tag.split("-")
    named = next((one for one in map(_os, parts) if one is not None), None)
    alpine = any(one.startswith("alpine") for one in parts)
    os = named or (None if alpine else _unnamed_system(name, "-".join(one for one in parts if one not in _FLAVOURS)))
    if os is None and not alpine:
        return None
    return OtherImage(name, has_shell=True, os=os, lasting=named is not None)


def _unnamed_system(name: str, stem: str) -> str | None:
    """Where a tag lies that is no longer rebuilt, by its release; `stem`: the tag without flavours."""
    from torchlint.world.tables.official_systems import RELEASES, TAGS

    if re.fullmatch(r"(?:[0-9]{1,4}\.){2}[0-9]{1,4}", stem, re.ASCII):
        release = tuple(int(part) for part in stem.split("."))
        return next((os for first, last, os in RELEASES.get(name, ()) if first <= release <= last), None)
    return next((os for os, tags in TAGS.get(name, {}).items() if stem in tags.split(" ")), None)


def conda_installer_python(maker: str, version: str) -> str | None:
    """The minor version of the Python in an installer such as Anaconda3-5.2.0; None where that is not known."""
    from torchlint.world.tables.conda_installers import PYTHONS

    key = tuple(int(part) for part in version.partition("-")[0].split(".") if part.isdecimal())
    return next((python for first, last, python in PYTHONS.get(maker, ()) if first <= key <= last), None)


def _os(codename: str | None) -> str | None:
    """The system that a part of a tag names: "bookworm", "alpine3.20", "ubuntu22.04", "ubuntu2204"."""
    from torchlint.world.tables.distros import CODENAMES

    if codename is not None and re.fullmatch(r"alpine3\.[0-9]+|ubuntu[0-9]{2}\.[0-9]{2}", codename, re.ASCII):
        return codename
    if codename is not None and re.fullmatch(r"ubuntu[0-9]{4}", codename, re.ASCII):
        return f"{codename[:-2]}.{codename[-2:]}"
    return CODENAMES.get(codename or "")


def image_bytes(kind: str, key: str) -> int | None:
    """What an image takes on disk, unpacked, on x86_64; see the keys of each kind in data/image_sizes.json."""
    from torchlint.world.tables.image_sizes import SIZES

    return SIZES.get(f"{kind} {key}")


_FLAVOURS = frozenset("apache cli fpm jdk jre slim zts".split())
"""Parts of official images' tags that leave the system as it is."""

_PROCESSORS = ("amd64/", "arm64v8/", "arm32v7/", "i386/", "ppc64le/", "riscv64/", "s390x/")
"""Where Docker Hub has the official images for one processor."""


def latest(repository: str) -> str | None:
    """By its name, else by the folder that it is in."""
    from torchlint.world.tables.moving_images import LATEST

    for processor in _PROCESSORS:
        repository = repository.removeprefix(processor)
    return LATEST.get(repository) or LATEST.get(f"{repository.rpartition('/')[0]}/*")


def official(name: str) -> bool:
    """Whether Docker Hub has, or once had, an official image of this name without a slash."""
    from torchlint.world.tables.official_images import NAMES

    return name in NAMES
