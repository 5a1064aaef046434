from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Command, Context, Fix, Outcome, Problem, Related, Severity, Stage, rule

HARMLESS = frozenset(
    "apt-get apt pip pip3 python python3 rm mkdir echo printf ln cp mv chmod chown useradd adduser groupadd "
    "addgroup cd set export true : test [ touch sed cat ls ldconfig locale-gen curl wget".split()
)
"""Programs that compile nothing; pip is judged by what it installs."""

PREBUILT = frozenset(
    "torch torchvision torchaudio numpy pillow scipy pandas scikit-learn matplotlib opencv-python opencv- "
    "python-headless requests httpx aiohttp pyyaml tqdm click rich pydantic fastapi uvicorn gunicorn flask "
    "starlette jinja2 python-multipart python-dotenv protobuf grpcio transformers tokenizers safetensors "
    "huggingface-hub sentence-transformers accelerate sentencepiece einops timm soundfile boto3 redis "
    "sqlalchemy prometheus-client onnx onnxruntime onnxruntime-gpu pip setuptools wheel".split()
)
"""Distributions that come as wheels and compile nothing unless the program asks for it."""

MODULES = frozenset(
    "torch torchvision torchaudio numpy PIL scipy pandas sklearn matplotlib cv2 requests httpx aiohttp yaml "
    "tqdm click rich pydantic fastapi uvicorn flask starlette jinja2 dotenv google grpc transformers "
    "tokenizers safetensors huggingface_hub sentence_transformers accelerate sentencepiece einops timm "
    "soundfile boto3 redis sqlalchemy prometheus_client onnx onnxruntime".split()
)

ASKING = frozenset("compile cpp_extension load_inline triton inductor torch_compile subprocess system Popen".split())
"""Names in a program that may call a compiler."""


@rule(Stage, Severity.WARNING, Outcome.WASTE, when=("devel-image",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base, build = stage.base, on.build
    if base.flavour != "devel" or base.kind not in ("cuda", "pytorch") or build is None or not on.ships(stage):
        return
    lineage = build.lineage(stage.index)
    steps = [step for one in lineage for step in one.steps if step.instruction.keyword == "RUN"]
    if any(not step.commands for step in steps) or not _only_runs(stage):
        return
    if any(not _harmless(command, on) for step in steps for command in step.commands):
        return
    for install in build.installs():
        if install.stage not in {one.index for one in lineage}:
            continue
        asked = all(one.requirement.kind == "named" and one.requirement.name in PREBUILT for one in install.requested)
        if not install.complete or not asked or "--no-binary" in install.options:
            return
    yield Problem(
        base.at,
        f"{base.name} ships compilers and headers of CUDA, gigabytes, though nothing here compiles",
        "begin the stage that ships from the runtime flavour of the same tag",
        _fix(stage, build, on),
        related=tuple(Related(one.at, f"{one.title} ships") for one in lineage[:1] if len(lineage) > 1),
        estimate_bytes=on.beyond_runtime(base),
    )


def _fix(stage: Stage, build: Build, on: Context) -> Fix | None:
    """The runtime flavour, if there is one and no other stage builds on the base."""
    base, lineage = stage.base, build.lineage(stage.index)
    tag = base.reference.tag if base.reference is not None else None
    above = {one.index for one in build.stages if build.lineage(one.index)[-1] is lineage[-1]}
    if (
        tag is None
        or base.reference is None
        or base.reference.digest is not None
        or above - {below.index for below in lineage}
    ):
        return None
    name = tag.replace("-devel", "-runtime")
    cuda, pytorch = on.world.cuda_image(name), on.world.pytorch_image(name)
    there = pytorch is not None and pytorch.listed
    if base.kind == "cuda":
        there = cuda is not None and cuda.status in ("present", "unsupported")
    edit = base.retagged(name) if there and name != tag else None
    return None if edit is None else Fix(f"begin from {name}", (edit,))


def _harmless(command: Command, on: Context) -> bool:
    if command.name not in HARMLESS:
        return False
    if command.name in ("python", "python3"):
        return command.values[:2] in (("-m", "pip"), ("-m", "venv"))
    if command.name in ("apt-get", "apt"):
        return all(value is not None and on.world.apt_kind(value) in (None, "python") for value in command.values)
    return command.name not in ("pip", "pip3") or command.values[:1] == ("install",)


def _only_runs(stage: Stage) -> bool:
    """Whether the stage starts a script that surely calls no compiler."""
    entry = stage.entry
    if entry is None:
        return False
    modules, words = entry.modules(), entry.words()
    return modules is not None and modules <= MODULES and words is not None and not words & ASKING
