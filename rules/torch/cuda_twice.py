from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Stage, rule

HARMLESS = frozenset(
    "apt-get apt pip pip3 rm mkdir echo printf ln cp mv chmod chown useradd adduser groupadd addgroup cd set export "
    "true : test [ touch sed cat ls locale-gen curl wget git update-alternatives ldconfig usermod".split()
)
"""Programs that use no library of CUDA and leave none behind that do; pip is judged by what it installs."""

INDEPENDENT = frozenset(
    "torch torchvision torchaudio numpy pillow scipy pandas scikit-learn matplotlib opencv-python "
    "opencv-python-headless "
    "requests httpx aiohttp pyyaml tqdm click rich pydantic fastapi uvicorn gunicorn flask flask-cors starlette jinja2 "
    "python-multipart python-dotenv protobuf grpcio transformers tokenizers safetensors huggingface-hub accelerate "
    "sentence-transformers sentencepiece einops timm soundfile boto3 redis sqlalchemy prometheus-client onnx diffusers "
    "datasets evaluate peft librosa nltk regex gradio streamlit pip setuptools wheel packaging psutil tensorboard "
    "torchmetrics lightning pytorch-lightning hydra-core omegaconf wandb loguru orjson typer".split()
)
"""Distributions that use CUDA through torch alone, if at all."""

MODULES = INDEPENDENT | frozenset(
    "PIL cv2 sklearn yaml dotenv huggingface_hub sentence_transformers google flask_cors prometheus_client "
    "pytorch_lightning hydra grpc".split()
)

CONDA = frozenset({"conda", "mamba", "micromamba"})
ENTERING = frozenset({".", "source", "chsh"})


@rule(Stage, Severity.WARNING, Outcome.WASTE, when=("cuda-image & runtime-image",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base, build, entry = stage.base, on.build, stage.entry
    if base.kind != "cuda" or base.flavour != "runtime" or build is None or not on.ships(stage):
        return
    brought = _of_conda(stage, on)
    if brought is not None:
        yield Problem(
            base.at,
            f"the image ships CUDA's libraries twice: conda brings those that its torch uses, and torch never uses "
            f"those of {base.name}",
            "begin from the base flavour of the same tag, or from an image of conda's makers",
            _fix(stage, on),
            related=(Related(brought, "this torch brings CUDA"),),
            severity=Severity.INFO,
        )
        return
    if entry is None:
        return
    torches = [torch for torch in on.torch_held(stage).values() if torch.there]
    if len(torches) != 1 or torches[0].source not in ("pip", "uv") or not (torches[0].cuda or "?")[0].isdigit():
        return
    lineage = build.lineage(stage.index)
    own = {one.index for one in lineage}
    if any(not _harmless(command, on) for one in lineage for step in one.steps for command in step.commands):
        return
    for install in build.installs():
        named = all(
            one.requirement.kind == "named" and one.requirement.name in INDEPENDENT for one in install.requested
        )
        if install.stage in own and (not install.complete or not named or "--no-binary" in install.options):
            return
    modules = entry.modules()
    if modules is None or not modules <= MODULES:
        return
    yield Problem(
        base.at,
        f"the image ships CUDA's libraries twice: torch {torches[0].version} brings its own and never uses those of "
        f"{base.name}",
        "begin from the base flavour of the same tag, or from a slim image of Python",
        _fix(stage, on),
        related=() if torches[0].at is None else (Related(torches[0].at, "this torch brings CUDA"),),
    )


def _fix(stage: Stage, on: Context) -> Fix | None:
    base = stage.base
    tag = f"{base.cuda.cuda}-base-{base.cuda.os}" if base.cuda is not None and base.cuda.cuda and base.cuda.os else ""
    published = on.world.cuda_image(tag)
    edit: Edit | None = base.retagged(tag) if published is not None and published.status == "present" else None
    return None if edit is None else Fix("begin from the base flavour", (edit,))


def _of_conda(stage: Stage, on: Context) -> Place | None:
    """What asks conda for a torch with CUDA, where nothing else is installed that may use that of the image."""
    found: Place | None = None
    lineage = on.build.lineage(stage.index) if on.build is not None else ()
    for command in (command for one in lineage for step in one.steps for command in step.commands):
        asked = on.conda_asked(command) if command.name in CONDA else None
        if asked is not None:
            named = {spec.name: at for spec, at in asked.specs}
            if "pytorch" in named and command.certain and command.program() is not False:
                found = named.get("pytorch-cuda") or named.get("cudatoolkit") or found
        elif command.name not in CONDA | ENTERING and not _installs_conda(command) and not _harmless(command, on):
            return None
    own = {one.index for one in lineage}
    installs = (one for one in (on.build.installs() if on.build is not None else ()) if one.stage in own)
    plain = all(one.requirement.name in INDEPENDENT for install in installs for one in install.requested)
    return found if plain else None


def _installs_conda(command: Command) -> bool:
    """Whether a shell is started with what its words say, or with an installer of conda by its name."""
    words = " ".join(word.written.lower() for word in command.words)
    return command.name in ("bash", "sh") and ("-c" in command.values or "conda" in words or "forge" in words)


def _harmless(command: Command, on: Context) -> bool:
    asked = command.asked
    if asked is not None:
        names = [package.value or "?" for package in asked.packages]
        return asked.complete and all(on.world.apt_kind(name) in (None, "python") for name in names)
    if (command.name or "").startswith("python"):
        return command.values[:2] in (("-m", "pip"), ("-m", "venv"))
    return command.name in HARMLESS
