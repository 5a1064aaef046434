"""What a built image answers when its own Python is asked. The questions run inside the image, without network."""

from __future__ import annotations

import json

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from torchlint.verify.port import Engine

MARK = "torchlint-probe:"
IMPORT_SECONDS = 180.0

# Runs on every Python from 3.5 on. Each import in a process of its own: one that crashes leaves the others.
_QUESTIONS = r"""
import json, subprocess, sys
found = {"version": list(sys.version_info[:3]), "executable": sys.executable, "prefix": sys.prefix, "packages": {}}
try:
    from importlib.metadata import distributions
    for one in distributions():
        name = one.metadata["Name"]
        if name:
            found["packages"].setdefault(name.lower().replace("_", "-").replace(".", "-"), one.version)
except ImportError:
    try:
        import pkg_resources
        for one in pkg_resources.working_set:
            found["packages"][one.key.replace("_", "-").replace(".", "-")] = one.version
    except ImportError:
        found["packages"] = None
imports = {}
for name in json.loads(sys.argv[1]):
    code = "import importlib, sys; importlib.import_module(sys.argv[1])"
    child = subprocess.Popen([sys.executable, "-c", code, name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = child.communicate()[0].decode("utf-8", "replace").strip().splitlines()
    imports[name] = "" if child.returncode == 0 else (said or ["ended with %d" % child.returncode])[-1]
found["imports"] = imports
torch = None
if found["packages"] is None or "torch" in found["packages"]:
    # torch.cuda.get_arch_list() tells the same, but nothing where there is no GPU.
    code = ("import json, torch; flags = getattr(torch._C, '_cuda_getArchFlags', None); print(json.dumps({"
            "'version': str(torch.__version__), 'cuda': torch.version.cuda, "
            "'hip': getattr(torch.version, 'hip', None), "
            "'archs': (flags() or '').split() if torch.version.cuda and flags else None}))")
    if len(sys.argv) > 2:
        code += "; assert torch.ones(4, device='cuda').sum().item() == 4.0"
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, said = child.communicate()
    try:
        torch = json.loads(out.decode().strip().splitlines()[-1])
    except (ValueError, IndexError):
        torch = {}
    if child.returncode:
        torch["error"] = (said.decode("utf-8", "replace").strip().splitlines() or ["it ended"])[-1]
found["torch"] = torch
print("torchlint-probe:" + json.dumps(found))
"""


class Torch(NamedTuple):
    """`cuda`: "12.1", "rocm6.2" or "cpu". `archs`: as torch lists them ("sm_80"), None if it has none. `error`: why it
    cannot be imported or, with GPUs, computes nothing."""

    version: str | None
    cuda: str | None
    archs: tuple[str, ...] | None
    error: str


class Answer(NamedTuple):
    """What the interpreter says. `packages`: version by normalised name; None if it cannot tell. `imports`: for each
    module that was asked for why it cannot be imported, "" if it can."""

    python: str
    executable: str
    prefix: str
    packages: Mapping[str, str] | None
    imports: Mapping[str, str]
    torch: Torch | None


def ask(
    engine: Engine, image: str, run: str, python: str, modules: Sequence[str], gpus: bool
) -> tuple[Answer | None, str]:
    """Ask one interpreter of an image; the reason if it gives no answer."""
    words = ("-c", _QUESTIONS, json.dumps(list(modules)), *(("gpus",) if gpus else ()))
    ended = engine.run(image, run, python, words, IMPORT_SECONDS, gpus)
    if ended.code is None:
        return None, f"{python} gave no answer in {IMPORT_SECONDS:.0f} s"
    for line in reversed(ended.text.splitlines()):
        if line.startswith(MARK):
            return _answer(json.loads(line[len(MARK) :])), ""
    said = ended.text.strip().splitlines()
    return None, said[-1] if said else f"{python} ended with {ended.code}"


def _answer(said: dict[str, Any]) -> Answer:
    return Answer(
        ".".join(str(number) for number in said["version"][:2]),
        said["executable"],
        said["prefix"],
        said["packages"],
        said["imports"],
        None if said["torch"] is None else _torch(said["torch"]),
    )


def _torch(said: dict[str, Any]) -> Torch:
    cuda = said.get("cuda")
    if cuda is None and said.get("hip"):
        cuda = "rocm" + ".".join(str(said["hip"]).split(".")[:2])
    archs = said.get("archs")
    known = "version" in said
    return Torch(
        said.get("version"),
        (cuda or "cpu") if known else None,
        tuple(archs) if archs is not None else None,
        said.get("error", ""),
    )
