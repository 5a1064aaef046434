from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, Stage, rule

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
        related=tuple(Related(one.at, f"{one.title} ships") for one in lineage[:1] if len(lineage) > 1),
    )


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
