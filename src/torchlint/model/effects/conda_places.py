"""Where conda's environments lie, and what activating one does to a shell."""

from __future__ import annotations

import re

from torchlint.model.environment import Program
from torchlint.model.files import inside, normal
from torchlint.model.snapshot import UNKNOWN_REST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run

BASE = ("base", "root")
_HOOK = re.compile(r"(?:\$\(|`)[^)`]*\b(?:conda|mamba|micromamba)\b[^)`]*\bhook\b", re.ASCII)


def root_of(command: Command, run: Run) -> str | None:
    """The prefix of the installation that a command belongs to; None when unknown."""
    return root_by_name(run, command.words[0].value or "")


def root_by_name(run: Run, word: str) -> str | None:
    """The prefix of the installation whose conda a word starts; None when unknown."""
    if word.rsplit("/", 1)[-1] == "micromamba":
        told = run.lookup("MAMBA_ROOT_PREFIX")
        return normal(told) if told is not None and told.startswith("/") else None
    program = run.state.which(word, cwd=run.cwd, path=run.search_path())
    if isinstance(program, Program) and program.kind == "conda" and program.prefix is not None:
        return program.prefix
    for executable in (word, run.variables.get("CONDA_EXE") or ""):
        folder = executable.rpartition("/")[0]
        if folder.startswith("/") and folder.endswith(("/bin", "/condabin")):
            return normal(folder.rpartition("/")[0])
    return None


def prefix_of(run: Run, name: str | None, root: str | None, cwd: str | None) -> str | None:
    """The prefix of an environment by its name or path; None when unknown."""
    if name is None:
        return None
    if "/" in name:
        return run.state.absolute(name, cwd)
    if root is None or name in BASE:
        return root
    where = f"{root}/envs/{name}"
    if where in run.state.environments:
        return where
    home = run.home()
    writable = run.state.user.value in ("root", "0", "0:0", "root:root") or (home is not None and inside(root, home))
    # Who cannot write to the installation gets environments at home.
    elsewhere = any(setting(run, told, root) != "" for told in ("CONDA_ENVS_PATH", "CONDA_ENVS_DIRS"))
    return where if writable and not elsewhere else None


def target_of(
    command: Command,
    run: Run,
    options: Mapping[str, Argument],
    *,
    create: bool = False,
    named: str | None = None,
) -> str | None:
    """The prefix that a command works on: `-p`, `-n`, what its file names, or the active environment."""
    root = root_of(command, run)
    told = options.get("--root-prefix")
    if told is not None:
        root = None if told.value is None else run.state.absolute(told.value, command.cwd)
    if "--prefix" in options:
        prefix = options["--prefix"].value
        return None if prefix is None else run.state.absolute(prefix, command.cwd)
    if "--name" in options:
        return prefix_of(run, options["--name"].value, root, command.cwd)
    if create:
        return prefix_of(run, named, root, command.cwd)
    active = setting(run, "CONDA_PREFIX", root)
    if active:
        return normal(active) if active.startswith("/") else None
    default = setting(run, "CONDA_DEFAULT_ENV", root) if active == "" else None
    if default is None or command.name == "micromamba":
        return None
    return prefix_of(run, default or "base", root, command.cwd)


def setting(run: Run, name: str, root: str | None = None) -> str | None:
    """One of conda's variables: "" when it is surely unset, None when it cannot be known."""
    value = run.lookup(name)
    if value is None and name not in run.variables and run.state.variable(name) is None:
        # Images of conda's makers set PATH and little else. A base image does not set up what was installed later.
        installed = run.state.environments.get(root or "")
        late = installed is not None and installed.at is not None and installed.at != run.state.base.at
        return "" if late or run.state.base.kind == "tool" else None
    return value


def activate(run: Run, prefix: str | None) -> None:
    """Put an environment before everything else until this shell ends; `prefix` None: nobody knows which."""
    path = run.lookup("PATH")
    run.variables["PATH"] = None if prefix is None else f"{prefix}/bin:{UNKNOWN_REST if path is None else path}"
    run.variables["CONDA_PREFIX"] = prefix
    run.variables["CONDA_DEFAULT_ENV"] = prefix


def hooked(run: Run) -> bool:
    """True if `conda` may be a function of this shell."""
    return run.variables.get("CONDA_EXE", "") != ""


def hook(run: Run, written: str) -> bool:
    """Follow `eval "$(conda shell.bash hook)"`, whose substitution has just been followed. False when it is not one."""
    if _HOOK.search(written) is None:
        return False
    asked = run.commands[-2] if len(run.commands) > 1 else None
    root = root_of(asked, run) if asked is not None and asked.name in ("conda", "mamba", "micromamba") else None
    if asked is not None and asked.name == "conda":
        activate(run, root)
    run.variables["CONDA_EXE"] = None if root is None else f"{root}/bin/conda"
    return True


def sourced(run: Run, target: str | None, where: str | None, rest: tuple[str | None, ...]) -> bool:
    """Follow `. conda.sh`, `source activate NAME`, `. /opt/conda/bin/activate NAME`. False when it is none of them."""
    if target is None:
        return False
    if where is not None and where.endswith(("/etc/profile.d/conda.sh", "/etc/profile.d/mamba.sh")):
        root = where.rsplit("/etc/", 1)[0] or None
        path = run.lookup("PATH")
        known = root is not None and path is not None
        run.variables["PATH"] = f"{root}/condabin:{path}" if known else path
        run.variables["CONDA_EXE"] = None if root is None else f"{root}/bin/conda"
        return True
    if target == "activate":
        root = root_by_name(run, "conda")
    elif where is not None and where.endswith("/bin/activate"):
        root = where[: -len("/bin/activate")]
        environment = run.state.environments.get(root)
        if environment is None or environment.kind != "conda":
            return False
    else:
        return False
    name = rest[0] if rest else "base"
    activate(run, prefix_of(run, name, root, run.cwd))
    return True
