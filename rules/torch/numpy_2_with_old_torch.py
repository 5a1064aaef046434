from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule

# In no release do these ask for a numpy below 2.
INDIFFERENT = frozenset(
    "torch torchvision torchaudio torchtext pip setuptools wheel pillow tqdm requests flask fastapi uvicorn gunicorn "
    "pyyaml einops pydantic python-multipart boto3 jinja2 click rich typer psutil wandb huggingface-hub sentencepiece "
    "safetensors tokenizers tensorboard tensorboardx opencv-python opencv-python-headless ftfy regex nltk packaging "
    "python-dotenv loguru ninja cython ipython jupyter protobuf grpcio redis httpx aiohttp tabulate pytest omegaconf "
    "hydra-core yacs fire lmdb h5py imageio".split()
)
# Old releases of these do, what pip takes today does not.
FRESH = frozenset("pandas scipy scikit-learn scikit-image matplotlib seaborn datasets transformers networkx".split())


@rule(Install, Severity.WARNING, Outcome.RUN, when=("numpy",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    line, torch, build = next(install.asks("numpy"), None), install.pin("torch"), on.build
    environment, python = install.environment, install.python
    if line is None or build is None or environment is None or not install.command.certain:
        return
    there = environment.packages.get("torch") if not any(install.asks("torch")) else None
    version = torch.version if torch is not None else there.version if there is not None else None
    release = on.world.torch_release(version or "")
    if release is None or release.numpy2_ok or install.shelf is None or "--resolution" in install.options:
        return
    second = "2.0.2" if python == "3.9" else "2.2.6"
    pin = install.pin("numpy")
    two = pin.version.startswith("2.") if pin is not None else install.admits("numpy", second)
    if python in ("2.7", "3.5", "3.6", "3.7", "3.8") or not two or _later(install, build):
        return
    forced = pin is not None or install.admits("numpy", "1.26.4") is False
    if not forced and (python is None or install.has("numpy") is not False or not _indifferent(install)):
        return
    at = torch.requested.at if torch is not None else there.at if there is not None else None
    fix = None
    if not line.requirement.specifier and not line.requirement.options and line.at.source is not install.at.source:
        edit = Edit(line.at.source, line.at.span._replace(start=line.at.span.end), "<2")
        fix = Fix("keep numpy below 2", (edit,), Safety.UNSAFE)
    yield Problem(
        line.at,
        f"torch {release.version} was built before numpy 2, which is what {install.tool} takes here: "
        "tensor.numpy() and from_numpy fail with 'Numpy is not available'",
        "write numpy<2, or use torch 2.3 or newer",
        fix,
        related=() if at is None else (Related(at, f"torch {release.version} comes from here"),),
        severity=Severity.ERROR if forced else None,
    )


def _later(install: Install, build: Build) -> bool:
    """True if a later install, in this stage or in one built on it, speaks of numpy or torch again."""
    installs = build.installs()
    return any(
        any(one.asks("numpy", "torch")) or not one.complete
        for one in installs[installs.index(install) + 1 :]
        if build.stages[install.stage] in build.lineage(one.stage)
    )


def _indifferent(install: Install) -> bool:
    """True if nothing that is asked for or installed makes pip choose a numpy below 2."""
    asked = [one.requirement for one in install.requested if not one.constraint and one.requirement.name != "numpy"]
    wanted = [(one.name, "=" in one.specifier.replace(">=", "") or "<" in one.specifier) for one in asked]
    wanted += [(one.name, one.version is not None) for kept in install.seen for one in kept.packages.values()]
    return all(name in INDIFFERENT or (name in FRESH and not old) for name, old in wanted)
