from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Related, Severity, Stage, Step, rule

OTHERS = ("source", "python", "pip")
"""How words begin that other rules know more about."""

PACKAGES = {
    "add-apt-repository": "software-properties-common",
    "c++": "g++",
    "cc": "gcc",
    "gpg": "gnupg",
    "ninja": "ninja-build",
    "ssh": "openssh-client",
    "xz": "xz-utils",
}
"""What brings a program of another name, on Debian and Ubuntu."""

MANAGERS = ("amazon-linux-extras", "apk", "apt", "apt-get", "dnf", "microdnf", "pacman", "tdnf", "yum", "zypper")
"""What brings packages, each on distributions of its own."""

TOOLS = ("uv", "poetry", "pipenv", "pdm", "conda", "mamba", "micromamba")


@rule(Stage, Severity.ERROR, Outcome.BUILD, when=("a missing program",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    commands = ((step, command) for step in stage.steps for command in step.commands)
    missing = ((step, one) for step, one in commands if one.certain and one.fatal and one.program() is False)
    # What follows the first one is never reached.
    step, command = next(missing, (None, None))
    word = command.words[0].value if command is not None else None
    if step is None or command is None or not word or "/" in word or word.startswith(OTHERS):
        return
    beside = _beside(word, step)
    yield Problem(
        command.words[0].at,
        f"{word} is not found and the build stops: {stage.base.name or 'the base image'} has none, and no step above "
        "brings it into a folder of PATH",
        f'put the folder on PATH: ENV PATH="{beside}:$PATH"' if beside else _mend(word, step, stage),
        related=(Related(stage.at, "this stage"),),
    )


def _beside(word: str, step: Step) -> str:
    """A folder outside of PATH where the program lies."""
    state = step.before
    folders = ("/root/.local/bin", "/root/.cargo/bin", "/opt/conda/bin", "/root/miniconda3/bin", "/opt/miniconda3/bin")
    return next((folder for folder in folders if isinstance(state.find(f"{folder}/{word}"), tuple)), "")


def _mend(word: str, step: Step, stage: Stage) -> str:
    base = stage.final.base
    if word == "sudo":
        root = step.before.user.value in ("root", "0")
        return "leave it out: the step runs as root" if root else "leave it out, and write USER root above"
    if base.kind == "pytorch" and word in ("conda", "mamba"):
        return "install with pip: images of torch 2.10 and newer have no conda; or name one of an older torch"
    if word in TOOLS:
        return {
            "uv": "COPY --from=ghcr.io/astral-sh/uv:<version> /uv /bin/, or pip install uv first",
            "poetry": "install it first: pip install poetry==<version>",
        }.get(word, f"install {word} first, or begin from an image that has it")
    if word in MANAGERS:
        own = "apk add" if base.libc == "musl" else "apt-get install" if base.os != "amazonlinux2023" else "dnf install"
        rpm = base.kind == "cuda" and not (base.os or "").startswith("ubuntu")
        return f"packages of this image come with {'dnf install' if rpm else own}"
    if base.libc == "musl":
        return f"install it first: apk add --no-cache {word}"
    package = PACKAGES.get(word, word)
    if (base.os or "").startswith(("debian", "ubuntu")):
        return f"install it first: apt-get update && apt-get install -y --no-install-recommends {package}"
    return f"install {word} first"
