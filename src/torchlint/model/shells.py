"""What SHELL puts before a command: a shell, or a program that starts one inside an environment."""

from __future__ import annotations

from itertools import pairwise

from torchlint.model.invocation import SHELLS, shell_flags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.model.run import Run

MICROMAMBA = "_dockerfile_shell.sh"
"""The shell of mambaorg/micromamba: bash, in the environment ENV_NAME if MAMBA_DOCKERFILE_ACTIVATE is 1."""

MICROMAMBA_SETTINGS = ("MAMBA_DOCKERFILE_ACTIVATE", "ENV_NAME", "MAMBA_ROOT_PREFIX")


def opened(run: Run, words: Sequence[str]) -> bool:
    """Begin the shell that `words` start: its options and variables. False when what reads the script is unknown."""
    name = words[0].rsplit("/", 1)[-1] if words else ""
    if name in SHELLS:
        run.dialect = name
        run.started(words[1:])
        return shell_flags(words[1:]).script is not None
    if name == MICROMAMBA:
        return _micromamba(run)
    if name in ("conda", "mamba", "micromamba") and "run" in words:
        return _conda(run, words)
    return False


def _micromamba(run: Run) -> bool:
    from torchlint.model.effects import conda_places

    run.dialect = "bash"
    active, name, root = (conda_places.setting(run, one) for one in MICROMAMBA_SETTINGS)
    if active is None or (active and active != "1"):
        run.variables["PATH"] = None
    elif active:
        conda_places.activate(run, conda_places.prefix_of(run, name or "base", root, run.cwd))
    return True


def _conda(run: Run, words: Sequence[str]) -> bool:
    """`conda run -n env /bin/bash -c`."""
    from torchlint.model.effects import conda_places

    number = next((at for at, word in enumerate(words) if word.rsplit("/", 1)[-1] in SHELLS), None)
    if number is None or number < words.index("run"):
        return False
    told = dict(pairwise(words[:number]))
    prefix = told.get("-p") or told.get("--prefix")
    name = told.get("-n") or told.get("--name")
    root = conda_places.root_by_name(run, words[0])
    conda_places.activate(run, conda_places.prefix_of(run, prefix or name or "base", root, run.cwd))
    return opened(run, words[number:])
