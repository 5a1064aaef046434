"""For which torch a compiled extension was built, as the names of wheels and of their pages say it."""

from __future__ import annotations

import re

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install, Requested
    from torchlint.text import Place

# flash_attn-2.8.3+cu12torch2.8cxx11abiTRUE, nunchaku-1.2.1+cu12.8torch2.9, torch_scatter-2.1.2+pt21cu118
_LABEL = r"(?a)(?:torch(\d+\.\d+)|pt(\d)(\d+))"
_LABEL_CUDA = r"(?a)(?:cu(\d+(?:\.\d+)?)|cpu)"
# torch-2.1.0+cu118.html of PyG, cu113/torch1.11.0/index.html of OpenMMLab, cu111/torch1.9/index.html of detectron2
_PAGE = (
    r"(?a)torch-(\d+\.\d+)(?:\.\d+)?(?:\+|%2[Bb])(cu\d+|cpu)\.html$"
    r"|/(cu\d+|cpu)/torch(\d+\.\d+)(?:\.\d+)?(?:/index\.html|/)?$"
)
SERVED = (
    (("data.pyg.org", "pytorch-geometric.com"), "torch-scatter torch-sparse torch-cluster torch-spline-conv pyg-lib"),
    (("download.openmmlab.com",), "mmcv mmcv-full"),
    (("dl.fbaipublicfiles.com",), "detectron2"),
)
"""What the pages of these hosts have, each for one torch. Source: the projects' own installation guides."""


class BuiltFor(NamedTuple):
    """The torch, as "2.6", and the CUDA that an extension needs: "12", "12.8", "cpu"; None where nothing says it.

    `cxx11`: whether it needs the C++11 interface. `at`: where all that is written. `page`: it is said by a page that
    the wheel may be taken from.
    """

    torch: str
    cuda: str | None
    cxx11: bool | None
    at: Place
    page: bool


def built_for(install: Install, one: Requested) -> BuiltFor | None:
    """What the wheel that a requirement names, or the page that it comes from, is built for; None if nothing says."""
    wheel = one.requirement.wheel
    if wheel is not None:
        label = wheel.version.partition("+")[2]
        torch, cuda = re.search(_LABEL, label), re.search(_LABEL_CUDA, label)
        if wheel.name == "torch" or torch is None:
            return None
        cxx11 = True if "cxx11abiTRUE" in label else False if "cxx11abiFALSE" in label else None
        return BuiltFor(torch[1] or f"{torch[2]}.{torch[3]}", _cuda(cuda[0] if cuda else None), cxx11, one.at, False)
    pages = [(index.url, index.at) for index in install.indexes or () if index.kind == "find-links"]
    told = install.options.get("--find-links")
    if install.indexes is None and told is not None:
        pages = [(told.value, told.at)]
    known = [(made, at) for url, at in pages if (made := _of_page(url or "", one.requirement.name)) is not None]
    if one.requirement.kind != "named" or len(known) != 1:
        return None
    (version, variant), at = known[0]
    return BuiltFor(version, _cuda(variant), None, at or one.at, True)


def _of_page(url: str, name: str) -> tuple[str, str] | None:
    host = url.partition("://")[2].partition("/")[0]
    if not any(host in hosts and name in served.split() for hosts, served in SERVED):
        return None
    match = re.search(_PAGE, url)
    return None if match is None else (match[1] or match[4], match[2] or match[3])


def _cuda(variant: str | None) -> str | None:
    """ "cu118" is "11.8", "cu12" stays "12", "cu12.8" "12.8"."""
    if variant is None or variant == "cpu":
        return variant
    digits = variant.removeprefix("cu")
    # CUDA 9.2 and before are written with two digits, so is a lone major version from 11 on.
    return (
        digits
        if "." in digits or (len(digits) == 2 and digits > "10") and digits < "75"
        else f"{digits[:-1]}.{digits[-1]}"
    )
