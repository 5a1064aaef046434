"""Distributions, and packages of systems, by what they mean for the torch that is there."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.command import Command
    from torchlint.model.torch_held import Torch
    from torchlint.world import World

WITHOUT_TORCH = frozenset(
    "addict aiofiles aiohttp anyio boto3 botocore build celery certifi cffi charset-normalizer click cmake contourpy "
    "cryptography cycler cython django fastapi filelock flask flask-cors fonttools fsspec gevent greenlet grpcio "
    "gunicorn h11 hf-transfer httpcore httptools httpx huggingface-hub idna imageio ipykernel ipython itsdangerous "
    "jinja2 joblib jupyter jupyterlab kiwisolver markupsafe matplotlib mmcv mmcv-full mmengine mpmath mypy networkx "
    "ninja nltk notebook numpy onnx onnxruntime opencv-contrib-python opencv-python opencv-python-headless orjson "
    "packaging pandas passlib pillow pip pip-tools pipenv plotly poetry prometheus-client protobuf psutil psycopg2 "
    "psycopg2-binary pyarrow pybind11 pycparser pydantic pydantic-core pydantic-settings pymongo pymysql pyparsing "
    "pytest python-dateutil python-dotenv python-multipart pytz pyyaml redis regex requests rich rsa ruff s3transfer "
    "safetensors scikit-build scikit-image scikit-learn scipy seaborn sentencepiece setuptools setuptools-scm six "
    "sniffio soundfile sqlalchemy starlette streamlit sympy tabulate tensorboard threadpoolctl tifffile tiktoken "
    "tokenizers toml tomli tornado tqdm transformers triton typer typing-extensions tzdata urllib3 uv uvicorn uvloop "
    "virtualenv watchfiles websockets werkzeug wheel xgboost yapf".split()
)
"""Distributions that, without extras, neither are torch nor depend on it. Source: their metadata."""

BOUND = frozenset(
    "auto-gptq autoawq bitsandbytes fairseq fastai functorch lightning lmdeploy pytorch pytorch-lightning sglang "
    "stable-baselines3 tensorrt-llm torchaudio torchcodec torchdata torchrec torchtext torchtune torchvision vllm "
    "xformers".split()
)
"""Distributions of which some release asks for one torch or for one below a bound: an install may exchange torch."""

WITH_VISION = frozenset(
    "clip easyocr facenet-pytorch lpips open-clip-torch segmentation-models-pytorch sentence-transformers timm "
    "ultralytics yolov5".split()
)
"""Distributions that bring the newest torchvision where there is none, and with it the torch of that."""

LEAST: Mapping[str, tuple[int, int]] = {
    "easyocr": (1, 4),
    "lpips": (0, 4),
    "open-clip-torch": (2, 0),
    "segmentation-models-pytorch": (1, 11),
    "sentence-transformers": (2, 2),
    "timm": (1, 7),
    "ultralytics": (1, 8),
    "yolov5": (1, 7),
}
"""From which torch on those among them leave torch and torchvision alone, in any release. Source: their metadata."""


def suits(name: str, torch: str) -> bool:
    """Whether every release of a distribution WITH_VISION surely takes that torch, and the torchvision beside it."""
    parts = torch.split(".")
    numbers = tuple(int(part) for part in parts[:2] if part.isascii() and part.isdigit())
    return name in LEAST and len(numbers) == 2 and numbers >= LEAST[name]


def apt_leaves(torch: Torch | None, command: Command, world: World) -> bool:
    """True for an apt after which torch is as it was. One that pip installed lies before the distribution's packages,
    whatever comes among these; where none is, only a package that nobody listed may bring Debian's own."""
    from torchlint.model.effects.apt import package_name
    from torchlint.model.managers import asked

    found = asked(command)
    if torch is None or torch.version is None or found is None or found.manager != "apt":
        return False
    if torch.there:
        return True
    values = [word.value or "" for word in found.packages]
    unlisted = [one for one in values if one.startswith("py") and world.apt_brings(package_name(one), True) is None]
    return found.complete and not unlisted and not any(one[:1] in ("", ".", "/") or "torch" in one for one in values)
