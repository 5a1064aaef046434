"""Tags of nvidia/cuda: which exist, which are gone, which never were, and what to take instead."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple


class CudaImage(NamedTuple):
    """What one tag of nvidia/cuda is. Source: NVIDIA's tag lists (2025-12), the registry's (2026-08)."""

    cuda: str | None
    """As the tag writes it: "12.4.1", "12.4"; None for latest."""
    flavour: str | None
    """"base", "runtime" or "devel"."""
    cudnn: int | None
    """Major version of the cuDNN inside; None if there is none or it is unknown."""
    os: str | None
    """"ubuntu22.04", "rockylinux8", "ubi9"."""
    status: str | None
    """"present", "unsupported" (no longer maintained, may vanish), "removed", "never-published"; None if unknown."""
    why: str
    """One sentence on the status, "" if there is nothing to say."""
    nearest: tuple[str, ...]
    """Existing tags to use instead, best first; same system and flavour. Empty if unsure or not needed."""
    ld_library_path: str | None
    """The LD_LIBRARY_PATH that the image sets; None if not known exactly."""
    cuda_in_ld_path: bool | None
    """Whether /usr/local/cuda/lib64 is in it."""
    instead: str | None = None
    """Where the tag is removed and none is near: one of the same flavour that exists, of another CUDA and system."""


_TAG = re.compile(
    r"(?P<cuda>[0-9]{1,3}\.[0-9]{1,3}(?:\.[0-9]{1,3})?)(?P<cudnn>-cudnn(?P<major>[0-9]{0,3})[0-9.]*)?-(?P<flavour>base|runtime|devel)"
    r"(?:-(?P<os>[a-z]+[0-9]+(?:\.[0-9]+)?))?",
    re.ASCII,
)
Version = tuple[int, ...]


class _Wish(NamedTuple):
    """A tag in parts."""

    cuda: str
    version: Version
    cudnn: str | None
    """"cudnn", "cudnn8"; None without cuDNN."""
    flavour: str
    os: str | None


def cuda_image(tag: str) -> CudaImage | None:
    """The tag's meaning and state; None if it is none of the shapes that the image ever used."""
    if tag == "latest":
        why = "nvidia/cuda has no latest tag: it was deprecated and removed"
        newest = _instead(_Wish("", (99, 0, 0), None, "base", None))
        return CudaImage(None, None, None, None, "removed", why, (), None, None, newest)
    match = _TAG.fullmatch(tag)
    if match is None:
        return None
    cuda = match["cuda"]
    version = tuple(int(number) for number in cuda.split("."))
    cudnn = None if match["cudnn"] is None else f"cudnn{match['major']}"
    wish = _Wish(cuda, version, cudnn, match["flavour"], match["os"])
    status, why = _status(wish)
    nearest = _nearest(wish) if status is not None and status != "present" else ()
    path, inside = _ld_path(wish)
    instead = _instead(wish) if status == "removed" and not nearest else None
    return CudaImage(cuda, wish.flavour, _cudnn_major(wish), wish.os, status, why, nearest, path, inside, instead)


def _status(wish: _Wish) -> tuple[str | None, str]:
    from torchlint.world.tables.cuda_images import REMOVED, TAGS

    if wish.cuda in REMOVED:
        return "removed", f"all tags of CUDA {wish.cuda} were deleted from the registry"
    impossible = _never(wish)
    row = TAGS.get(wish.cuda, {}).get(wish.os or "")
    if row is None:
        # Tags such as 11.0-base were there once; from 11.2 on no tag was ever without a patch release.
        if len(wish.version) == 2 and (11, 0) <= wish.version < (11, 2):
            return "removed", f"the tags of CUDA {wish.cuda} without a patch release were deleted from the registry"
        return ("never-published", impossible) if impossible else (None, "")
    state, flavours, complete, _, _ = row
    if state == "removed":
        return state, f"the {wish.os} tags of CUDA {wish.cuda} were deleted from the registry"
    name = wish.flavour if wish.cudnn is None else f"{wish.cudnn}-{wish.flavour}"
    if name in flavours.split(" "):
        if state == "unsupported":
            return state, f"NVIDIA no longer maintains CUDA {wish.cuda} images and may delete them"
        return state, ""
    if impossible:
        return "never-published", impossible
    if complete:
        return "never-published", f"CUDA {wish.cuda} on {wish.os} has no {name} tag, only {flavours.replace(' ', ', ')}"
    return None, ""


def _never(wish: _Wish) -> str:
    """Why no such tag can be; "" if it may."""
    from torchlint.world.tables.cuda_images import FIRST, LAST, NO_CUDNN, TAGS

    version, os = wish.version, wish.os
    newest = max(tuple(int(number) for number in cuda.split(".")) for cuda in TAGS)
    if (version[0] == 12 and (version[1] == 7 or version[1] >= 10)) or (version[0] == 11 and version[1] >= 9):
        return f"there is no CUDA {version[0]}.{version[1]}"
    if version[:2] > newest[:2] or version[0] < 11:
        return ""
    if len(version) == 2:
        return f"nvidia/cuda tags name the patch release: {wish.cuda} is not a tag"
    if os is not None and os.startswith("debian"):
        return "nvidia/cuda was never published for Debian"
    if os in FIRST and version < FIRST[os]:
        return f"the first CUDA image for {os} is {_dotted(FIRST[os])}"
    if os in LAST and version > LAST[os]:
        return f"CUDA {wish.cuda} is not published for {os}: support ended with {_dotted(LAST[os])}"
    if wish.cudnn is None:
        return ""
    if wish.cuda in NO_CUDNN:
        return f"no image of CUDA {wish.cuda} has cuDNN"
    if version >= (12, 4, 0) and wish.cudnn != "cudnn":
        return "from CUDA 12.4 on, the tags say cudnn without a number (it is cuDNN 9)"
    if version < (12, 4, 0) and wish.cudnn == "cudnn":
        return "before CUDA 12.4, the tags name cuDNN's major version"
    if version >= (12, 3, 0) and wish.cudnn == "cudnn8":
        return "from CUDA 12.3 on, there is no image with cuDNN 8"
    return ""


def _nearest(wish: _Wish) -> tuple[str, ...]:
    """Up to three existing tags for the same system and flavour, of the same CUDA major version, closest first."""
    from torchlint.world.tables.cuda_images import TAGS

    if wish.os is None:
        return ()
    flavour = "runtime" if wish.cudnn is not None and wish.flavour == "base" else wish.flavour
    wished = "-".join(part for part in (wish.cuda, wish.cudnn, wish.flavour, wish.os) if part is not None)
    minor, patch = wish.version[1], wish.version[2] if len(wish.version) == 3 else 99
    found: list[tuple[int, bool, bool, int, str]] = []
    for cuda, systems in TAGS.items():
        version = tuple(int(number) for number in cuda.split("."))
        if wish.os not in systems or version[0] != wish.version[0] or len(version) != 3:
            continue
        state, flavours, _, seen, _ = systems[wish.os]
        for name in flavours.split(" "):
            cudnn, _, last = name.rpartition("-")
            if last != flavour or not (cudnn.startswith("cudnn") if wish.cudnn else cudnn == ""):
                continue
            # What is no longer maintained counts only if the registry still showed it lately.
            tag = f"{cuda}-{name}-{wish.os}"
            if tag != wished and (state == "present" or (state == "unsupported" and seen)):
                away = abs(version[1] - minor)
                found.append((away, state != "present", version[1] < minor, abs(version[2] - patch), tag))
    found.sort()
    tags = [entry[-1] for entry in found]
    same = [tag for tag in tags if wish.cudnn is not None and f"-{wish.cudnn}-" in tag]
    return tuple(dict.fromkeys((*tags[:1], *same[:1], *tags[1:])))[:3]


def _instead(wish: _Wish) -> str | None:
    """The tag of the nearest CUDA that there is on a system that is kept up: the last one of its major version."""
    from torchlint.world.tables.cuda_images import TAGS

    kept: tuple[str, ...] = (
        (wish.os,) if wish.os is not None and not wish.os.startswith(("ubuntu", "centos", "ubi")) else ()
    )
    kept += ("rockylinux8",) if (wish.os or "").startswith(("centos", "ubi")) else ("ubuntu22.04", "ubuntu24.04")
    cudnn = wish.cudnn is not None
    flavour = "runtime" if cudnn and wish.flavour == "base" else wish.flavour
    found = [
        (abs(version[0] - wish.version[0]), tuple(-number for number in version), f"{cuda}-{name}-{os}")
        for os in kept
        for cuda, systems in TAGS.items()
        if os in systems and systems[os][0] == "present"
        for version in (tuple(int(number) for number in cuda.split(".")),)
        for name in systems[os][1].split(" ")
        if name.rpartition("-")[2] == flavour and name.startswith("cudnn") is cudnn
    ]
    return min(found)[-1] if found else None


def _cudnn_major(wish: _Wish) -> int | None:
    if wish.cudnn is None:
        return None
    if wish.cudnn == "cudnn":
        return 9 if (12, 4) <= wish.version[:2] <= (13, 99) else None
    return int(wish.cudnn[5:])


def _ld_path(wish: _Wish) -> tuple[str | None, bool | None]:
    from torchlint.world.tables.cuda_images import LD_LIBRARY_PATH, TAGS

    for first, last, value in LD_LIBRARY_PATH:
        if first <= (*wish.version, 0)[:3] <= last:
            return value, "/usr/local/cuda/lib64" in value
    row = TAGS.get(wish.cuda, {}).get(wish.os or "")
    return None, row[4] if row is not None else None


def _dotted(version: Version) -> str:
    """ "12.9.99" stands for the last patch release of 12.9."""
    return ".".join(str(number) for number in version if number != 99)
