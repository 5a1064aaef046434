from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Install, Outcome, Problem, Related, Severity, rule

TOOLS = frozenset({"pip", "setuptools", "wheel", "build", "uv", "poetry", "pipenv", "pdm", "virtualenv", "pipx"})

# Modules that no distribution but the one of the same name brings.
NAMESAKES = frozenset(
    "accelerate aiohttp boto3 celery diffusers django fastapi flask gradio gunicorn httpx joblib lightning matplotlib "
    "numpy onnx onnxruntime pandas peft pydantic redis requests scipy sqlalchemy streamlit timm torch torchaudio "
    "torchvision tqdm transformers ultralytics uvicorn vllm".split()
)


@rule(Entry, Severity.ERROR, Outcome.IMPORT, when=("all packages known",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    build, environment, main = on.build, entry.environment, entry.main
    if build is None or environment is None or main is None or not main.certain or not environment.complete:
        return
    known = {name for name in environment.packages if name not in TOOLS}
    if environment.kind == "conda" or entry.state.variable("PYTHONPATH") is not None:
        return
    others = [one for one in main.before.environments.values() if one.prefix != environment.prefix]
    if any(one.kind == "user" or not TOOLS.issuperset(one.packages) for one in others):
        return
    needed = entry.imports() or frozenset()
    if known:
        # What a lock installs is all there is; what pip was asked for brings more than is known.
        locked = all(one.source == "lock" for name, one in environment.packages.items() if name in known)
        needed = frozenset(name for name in needed & NAMESAKES if locked and name not in known)
    own = {stage.index for stage in build.lineage(entry.stage)}
    if not needed or any(install.stage not in own and _wanted(install) for install in build.installs()):
        return
    names = ", ".join(sorted(needed)[:4])
    stage = build.stages[entry.stage]
    what = "the lock file has no such package" if known else f"nothing installs a package in {environment.root}"
    yield Problem(
        main.words[0].at,
        f"the container ends at its first import: {main.name} needs {names}, and {what}",
        f"install {names} in this stage, into the environment that {main.name} runs in",
        related=(Related(stage.base.at, "brings Python alone"),) if not known else (),
    )


def _wanted(install: Install) -> bool:
    return any(one.requirement.name not in TOOLS and not one.constraint for one in install.requested)
