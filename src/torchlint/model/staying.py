"""Whether what an install asks for by name is there already, so that pip and uv leave it as it is."""

from __future__ import annotations

from torchlint.model.torch_held import ELSEWHERE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install
    from torchlint.model.torch_held import Change
    from torchlint.world import World

ANEW = (
    "--upgrade",
    "--force-reinstall",
    "--ignore-installed",
    "--reinstall",
    "--upgrade-package",
    "--reinstall-package",
    *ELSEWHERE,
)
"""Options that make an installer fetch what is there, or put it beside."""

BROUGHT = ("torch", "torchvision", "torchaudio")
"""What images of torch bring together."""

WITHOUT_TORCH = frozenset(
    "nvidia/cuda nvidia/cudagl nvcr.io/nvidia/cuda nvcr.io/nvidia/cuda-dl-base nvcr.io/nvidia/tensorrt "
    "nvcr.io/nvidia/l4t-base nvcr.io/nvidia/l4t-cuda nvcr.io/nvidia/l4t-jetpack rockylinux/rockylinux".split()
)
"""Images of systems, CUDA and libraries for it. Source: their pages in NVIDIA's catalogue and on Docker Hub."""


def stays(
    install: Install, name: str, earlier: tuple[Install, ...], change: Change | None, world: World
) -> bool | None:
    """Whether any release of it stays that is there; False if it surely is fetched, None when that cannot be known.

    `earlier`: the installs before it into the same environment; `change`: what this one does to torch.
    """
    beside = [install.options[option] for option in ELSEWHERE if option in install.options]
    # A folder that is worked out may be that of the Python itself.
    if any(word.value is None for word in beside):
        return None
    if any(option in install.options for option in ANEW):
        return False
    before = change.before if change is not None else None
    if name == "torch" and before is not None and before.exact and before.version is not None:
        return install.admits(name, before.version) is not False
    there = next((one.packages[name] for one in install.seen if name in one.packages), None)
    if there is not None and there.version is not None:
        return install.admits(name, there.version) is not False
    open_ = not any(one.requirement.clauses for one in install.requested if one.requirement.name == name)
    if there is not None:
        return True if open_ else None
    base = install.command.before.base
    if name in BROUGHT and before is not None and before.source == "base" and base.kind == "pytorch":
        return True if open_ else None
    # Of a wheel that was made here, or that a variable names, nobody knows which it is.
    words = (word for line in earlier for word in line.command.words if word.value is None)
    if any(".whl" in word.written for word in words):
        return None
    if name in BROUGHT and base.kind == "pytorch":
        return None
    if base.kind is not None or install.has(name) is not None:
        return False
    if base.reference is None:
        return None
    public = base.reference.familiar
    if "torch" in public:
        return True if name in BROUGHT else None
    bare = public in WITHOUT_TORCH or world.official(public) or world.latest(public) is not None
    return False if bare else None
