"""The torch of the Python that torchlint itself runs in, beside what was predicted and what torchlint knows."""

from __future__ import annotations

import sys

from torchlint.record import NamedTuple
from torchlint.verify.judging import Difference
from torchlint.verify.probe import Torch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.outlook import Outlook
    from torchlint.world import World


class Beside(NamedTuple):
    """`torch` None: there is none here, `why` says so. `python`: the interpreter. `differences`: from the prediction
    first, then from what torchlint knows of that release."""

    python: str
    torch: Torch | None
    why: str
    differences: tuple[Difference, ...]


def beside(outlook: Outlook, world: World) -> Beside:
    """Import torch and compare."""
    torch, why = _here()
    differences = () if torch is None else (*_from_prediction(torch, outlook), *_from_world(torch, world))
    return Beside(sys.executable, torch, why, differences)


def _here() -> tuple[Torch | None, str]:
    try:
        import torch
    except ImportError as error:
        return None, f"{error}; the extra torchlint[torch] installs one"
    except (OSError, RuntimeError) as error:
        return None, f"torch is installed but cannot be loaded: {error}"
    cuda = torch.version.cuda
    hip = getattr(torch.version, "hip", None)
    # torch.cuda.get_arch_list() tells the same, but nothing where there is no GPU.
    flags = getattr(torch._C, "_cuda_getArchFlags", None)
    archs = tuple((flags() or "").split()) if cuda is not None and flags is not None else None
    said = cuda or ("rocm" + ".".join(hip.split(".")[:2]) if hip else "cpu")
    return Torch(str(torch.__version__), said, archs, ""), ""


def _from_prediction(torch: Torch, outlook: Outlook) -> Iterator[Difference]:
    stage = outlook.final.stage
    version = (torch.version or "").partition("+")[0]
    if stage.torch is not None and stage.torch[:1].isdigit() and stage.torch.partition("+")[0] != version:
        yield Difference("predicted torch", stage.torch, version)
    if stage.torch_cuda is not None and stage.torch_cuda != torch.cuda:
        yield Difference("predicted CUDA", stage.torch_cuda, torch.cuda or "")


def _from_world(torch: Torch, world: World) -> Iterator[Difference]:
    """Of a release that World knows: what it is built for by its label, and the GPU code in it."""
    from torchlint.model.torch_held import of_variant

    version, _, label = (torch.version or "").partition("+")
    if world.torch_release(version) is None or not label:
        return
    cuda = of_variant(label, world)
    if cuda is not None and cuda != torch.cuda:
        yield Difference(f"CUDA of {version}+{label}", cuda, torch.cuda or "")
    known = world.arch_list(version, label, _machine())
    if known is not None and torch.archs is not None and set(known) != set(torch.archs):
        yield Difference(f"GPU code of {version}+{label}", " ".join(known), " ".join(torch.archs))


def _machine() -> str:
    import platform

    return {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
