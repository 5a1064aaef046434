"""What is known of the world outside the project: releases, images, drivers, ends of life.

Every question answers None where the tables do not know; a newer version than the tables have seen is unknown, not
wrong. An answer that rests on general knowledge only says so in a field named `sure` or `*_sure`: it must never make
an error. `World` is the one door; the tables behind it are loaded when first asked.
"""

from __future__ import annotations

from torchlint.world.package_questions import PackageQuestions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from torchlint.world.companions import Companion, Need
    from torchlint.world.conda_channel import CondaChannel
    from torchlint.world.cuda import CudaImage
    from torchlint.world.distro import Distro
    from torchlint.world.eol import Ending
    from torchlint.world.gpu import Driver
    from torchlint.world.images import NgcImage, OtherImage, PytorchImage
    from torchlint.world.python_image import PythonImage
    from torchlint.world.torch import IndexWheels, TorchRelease

KNOWLEDGE_DATE = "2026-11-21"
"""The day at which the tables were true."""

STALE_FROM = "2027-03-22"
"""The first day on which the tables are older than 120 days."""


class World(PackageQuestions):
    """The facts as seen on one day. Frozen and cheap to make."""

    __slots__ = ("today",)

    today: str

    def __init__(self, today: str | date | None = None) -> None:
        """`today`: "YYYY-MM-DD" or a date; the knowledge date if None. ValueError if it is no calendar day."""
        self.today = KNOWLEDGE_DATE if today is None else _day(today)

    @property
    def stale(self) -> bool:
        """Whether the tables are more than 120 days old: what is "newest" is unknown then."""
        return self.today >= STALE_FROM

    # Ends of life and operating systems

    def end_of_life(self, product: str, cycle: str) -> Ending | None:
        """When support of a product's release line ends: ("python", "3.9"), ("debian", "10" or "buster")."""
        from torchlint.world.eol import end_of_life

        return end_of_life(product, cycle, self.today)

    def current_pythons(self, family: str) -> tuple[str, ...]:
        """The Pythons that the archives of those releases of "debian" or "ubuntu" have whose support goes on."""
        from torchlint.world.apt import current_pythons

        return current_pythons(family, self.today)

    def system_ended(self, os: str) -> str | None:
        """The day on which free support of an operating system ended: "debian10"; None before, and if unknown."""
        from torchlint.world.eol import system_ended

        return system_ended(os, self.today)

    def distro(self, family: str, release: str) -> Distro | None:
        """What an operating system release is made of: ("ubuntu", "22.04"), ("debian", "bookworm")."""
        from torchlint.world.distro import distro

        return distro(family, release, self.today)

    def distro_of(self, os: str) -> Distro | None:
        """`distro` for the joined form that images report: "ubuntu22.04", "debian12", "alpine3.21"."""
        from torchlint.world.distro import distro_of

        return distro_of(os, self.today)

    def python3_of(self, os: str) -> str | None:
        """The minor version of the distribution's own python3: "ubuntu22.04" -> "3.10" (see `python3_sure`)."""
        from torchlint.world.distro import python3_of

        return python3_of(os)

    # Base images

    def python_image(self, tag: str, *, pinned: bool = False) -> PythonImage | None:
        """What a tag of the official `python` image holds; None if it is not of that image's shape. `pinned`: an image
        that once had the tag is meant, whenever that was."""
        from torchlint.world.python_image import python_image

        return python_image(tag, self.today, pinned=pinned)

    def python_tag_exists(self, tag: str) -> bool | None:
        """Whether the official `python` image has the tag: False only if it surely never had it."""
        from torchlint.world.python_image import python_tag_exists

        return python_tag_exists(tag)

    def cuda_image(self, tag: str) -> CudaImage | None:
        """What a tag of nvidia/cuda is and whether it can be pulled; None if it is not of that image's shape."""
        from torchlint.world.cuda import cuda_image

        return cuda_image(tag)

    def pytorch_image(self, tag: str) -> PytorchImage | None:
        """What a tag of pytorch/pytorch holds; None for tags that name no release (latest, nightlies)."""
        from torchlint.world.images import pytorch_image

        return pytorch_image(tag)

    def pytorch_latest(self) -> PytorchImage | None:
        """What the moving tag of pytorch/pytorch holds on `today`; None before its layout was that of the last tags."""
        from torchlint.world.images import pytorch_latest

        return pytorch_latest(self.today, stale=self.stale)

    def ngc_image(self, tag: str) -> NgcImage | None:
        """What a tag of nvcr.io/nvidia/pytorch holds."""
        from torchlint.world.images import ngc_image

        return ngc_image(tag)

    def other_image(self, repository: str, tag: str = "latest") -> OtherImage | None:
        """What a well-known image of Python tools or servers brings: "condaforge/miniforge3", "pytorch/torchserve"."""
        from torchlint.world.images import other_image

        return other_image(repository, tag)

    def latest(self, repository: str) -> str | None:
        """What the tag latest of an image does: "moves" to another system, Python or CUDA, "rolls" as all of its tags
        do by design, "rests" as it is no longer built; "is another" for official images that are none of these."""
        from torchlint.world.images import latest

        return latest(repository)

    def official(self, image: str) -> bool:
        """Whether Docker Hub has, or once had, an official image of this name: "nginx"."""
        from torchlint.world.images import official

        return official(image)

    def conda_installer_python(self, maker: str, version: str) -> str | None:
        """The Python that an installer of conda brings: ("Anaconda", "5.2.0") -> "3.6"."""
        from torchlint.world.images import conda_installer_python

        return conda_installer_python(maker, version)

    def image_bytes(self, kind: str, key: str) -> int | None:
        """About what a base image takes on disk, unpacked: ("python", "debian12 slim"), ("cuda", "11.8 devel")."""
        from torchlint.world.images import image_bytes

        return image_bytes(kind, key)

    # torch and what must fit it

    def torch_release(self, version: str) -> TorchRelease | None:
        """A torch release by public version; "2.4" is 2.4.0; a version with a local label is not one."""
        from torchlint.world.torch import torch_release

        return torch_release(version)

    def torch_wheels(self, version: str, variant: str) -> IndexWheels | None:
        """The wheels of a release in one variant folder of the PyTorch index: ("2.4.1", "cu121")."""
        from torchlint.world.torch import torch_wheels

        return torch_wheels(version, variant)

    def torch_releases(self) -> tuple[str, ...]:
        """Every torch release known, oldest first."""
        from torchlint.world.torch import torch_releases

        return torch_releases()

    def newest_torch(self, before: str | None = None) -> str | None:
        """The newest torch release that was out on `today`, or the newest below version `before`; None if stale."""
        from torchlint.world.torch import newest_torch

        return newest_torch(self.today, before, self.stale)

    def torch_ended(self, python: str) -> bool | None:
        """Whether no newer torch comes for a Python, as "3.8", that the newest known one has left behind."""
        from torchlint.world.torch import torch_ended

        return torch_ended(python)

    def is_torch_family(self, name: str) -> bool:
        """Whether a package's binaries are built against one torch release, or are torch."""
        from torchlint.world.torch import is_torch_family

        return is_torch_family(name)

    def ended_index(self, variant: str) -> tuple[str, ...] | None:
        """The torch releases of a variant folder to which no more come, oldest first; None if some may come."""
        from torchlint.world.torch import ended_index

        return ended_index(variant)

    def stable_page_last(self) -> str:
        """The last torch release on the pages called torch_stable.html, which are not kept up any more."""
        from torchlint.world.torch import stable_page_last

        return stable_page_last()

    def conda_channel(self) -> CondaChannel:
        """What the conda channel of PyTorch holds."""
        from torchlint.world.conda_channel import conda_channel

        return conda_channel()

    def published(self, package: str, version: str) -> bool | None:
        """Whether a final release of torch, torchvision, torchaudio or torchtext ever was; None if unknown."""
        from torchlint.world.torch import published

        return published(package, version)

    def releases(self, package: str) -> tuple[str, ...]:
        """Every release known of torch or of a package that needs a certain one, oldest first."""
        from torchlint.world.torch import releases

        return releases(package)

    def early_pythons(self, package: str, version: str) -> tuple[str, ...] | None:
        """The Pythons with a wheel on the package index of a release from before 2020, older than those that
        `releases` has: ("torch", "1.3.0"); None for others."""
        from torchlint.world.torch import early_pythons

        return early_pythons(package, version)

    def torch_cxx11(self, version: str) -> bool | None:
        """Whether extensions for the x86_64 wheels of a release need the C++11 interface; None if that depends."""
        from torchlint.world.torch import torch_cxx11

        return torch_cxx11(version)

    def torch_pins(self, version: str) -> Mapping[str, str]:
        """The packages that the default x86_64 wheel of a release asks for with one exact version; empty if unknown."""
        from torchlint.world.torch import torch_pins

        return torch_pins(version)

    def torch_needs(self, version: str) -> Mapping[str, Need]:
        """What a release asks of other packages, by name, under Python 3.9 and later; empty if unknown or if it takes
        any version."""
        from torchlint.world.companions import torch_needs

        return torch_needs(version)

    def needs_torch(self, name: str) -> bool | None:
        """True if a package surely brings torch with it; None where that is not known."""
        from torchlint.world.torch import needs_torch

        return needs_torch(name)

    def companion(self, package: str, version: str) -> Companion | None:
        """A release of torchvision, torchaudio, torchtext, torchcodec, xformers or vllm and the torch it asks for."""
        from torchlint.world.companions import companion

        return companion(package, version)

    def companions_of(self, torch_version: str, package: str) -> tuple[str, ...]:
        """The releases of `package` made for that torch, oldest first; empty if none are known."""
        from torchlint.world.companions import companions_of

        return companions_of(torch_version, package)

    def newest_companion(self, package: str) -> str | None:
        """The newest release of a companion package; None if the package or (stale tables) the answer is unknown."""
        from torchlint.world.companions import newest_companion

        return newest_companion(package, self.today, self.stale)

    # CUDA, drivers, GPUs

    def variant_cuda(self, variant: str) -> str | None:
        """The CUDA version of a wheel variant: "cu121" -> "12.1", "cu92" -> "9.2"; None for cpu, rocm, xpu."""
        from torchlint.world.gpu import variant_cuda

        return variant_cuda(variant)

    def cuda_min_driver(self, cuda: str) -> Driver | None:
        """The oldest Linux driver with which programs built for this CUDA version run: "12.4.1", "12.4" or "12"."""
        from torchlint.world.gpu import cuda_min_driver

        return cuda_min_driver(cuda)

    def variant_min_driver(self, variant: str) -> Driver | None:
        """The oldest Linux driver for a wheel variant such as "cu121"."""
        from torchlint.world.gpu import variant_min_driver

        return variant_min_driver(variant)

    def arch_list(self, torch: str, variant: str, machine: str = "x86_64") -> tuple[str, ...] | None:
        """GPU code in a torch build, ascending, PTX last: ("2.4", "cu121") -> ("sm_50", ..., "sm_90")."""
        from torchlint.world.gpu import arch_list

        return arch_list(torch, variant, machine)

    def gpu(self, name: str) -> str | None:
        """The compute capability of an NVIDIA GPU: "A100" -> "8.0", "RTX 4090" -> "8.9"; None if unknown or unsure."""
        from torchlint.world.gpu import gpu

        return gpu(name)


def _day(day: str | date) -> str:
    text = day if isinstance(day, str) else day.isoformat()[:10]
    if len(text) == 10 and text.isascii() and text[4] == text[7] == "-":
        year, month, monthday = text[:4], text[5:7], text[8:]
        if year.isdigit() and month.isdigit() and monthday.isdigit() and 1 <= int(month) <= 12:
            leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
            length = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[int(month) - 1]
            if 1 <= int(monthday) <= length:
                return text
    raise ValueError(f"not a day of the form YYYY-MM-DD: {text}")
