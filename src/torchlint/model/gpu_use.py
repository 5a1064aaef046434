"""Whether what a stage starts uses a GPU, as far as the project's files tell."""

from __future__ import annotations

from torchlint.model.imports import modules, parsed
from torchlint.model.reading import Reading
from torchlint.model.starting import start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build, Stage
    from torchlint.model.target import Target
    from torchlint.project import Context
    from torchlint.text import Source

SIGNS = ("cuda", "gpu", "nvidia")
"""Words that stand in files of projects that use a GPU, whatever their case."""

NEUTRAL = frozenset(
    "PIL aiohttp boto3 click cv2 dotenv fastapi flask flask_cors gradio httpx jinja2 joblib matplotlib numpy pandas "
    "prometheus_client pydantic redis requests rich scipy sklearn sqlalchemy starlette streamlit torch torchaudio "
    "torchvision tqdm uvicorn waitress werkzeug yaml".split()
)
"""Modules that use no GPU unless they are told to."""


def uses_gpu(build: Build, stage: Stage, target: Target) -> bool | None:
    """True if anything says that a GPU is used, False if the program surely computes on the CPU, None if unknown.

    Surely: its one file is known, says "cpu", leaves no choice of a device to others, and imports nothing that would
    take a GPU by itself; and nothing beside it, nor the image, speaks of GPUs.
    """
    if target.gpus or any(name.startswith(("NVIDIA_", "CUDA_")) for name in stage.final.env):
        return True
    if stage.base.kind in ("cuda", "pytorch", "ngc"):
        return True
    if stage.base.kind not in ("python", "distribution") or not build.context.complete:
        return None
    if _spoken_of(build.context):
        return True
    script = start(stage).script
    source = None if script is None else Reading.text(stage.final.find(script))
    if source is None or not (modules(source) or {""}) <= NEUTRAL:
        return None
    said = _constants(source)
    return False if "cpu" in said and not any("device" in text.lower() for text in said) else None


def _spoken_of(context: Context) -> bool:
    """Whether a program, a Compose or other YAML file in the context's root speaks of GPUs."""
    for pattern in ("*.py", "*.yml", "*.yaml"):
        for name in context.matches(pattern) or ():
            source = context.read(name)
            text = "" if source is None else source.text.lower()
            if any(sign in text for sign in SIGNS):
                return True
    return False


def _constants(source: Source) -> frozenset[str]:
    """The text constants of a script."""
    import ast

    tree = parsed(source)
    nodes = () if tree is None else ast.walk(tree)
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
