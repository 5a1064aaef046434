"""Where an install looks: the indexes that options, variables and requirements files name."""

from __future__ import annotations

from torchlint.model.command import Index
from torchlint.model.files import normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.model.effects.words import Words
    from torchlint.model.environment import Environment
    from torchlint.model.run import Run
    from torchlint.syntax.requirements import OptionLine
    from torchlint.text import Place


def indexes(
    run: Run,
    words: Words,
    lines: Sequence[tuple[OptionLine, Place]],
    prefix: str,
    environment: Environment | None,
) -> tuple[Index, ...] | None:
    """Every place the install looks in, the index first; None when settings that nobody sees may add to them."""
    if "--no-index" in words.options or any(line.name == "--no-index" for line, _ in lines):
        return None
    if (
        run.lookup(prefix + "NO_INDEX") != ""
        or run.lookup(prefix + "CONFIG_FILE") != ""
        or configured(run, prefix, environment)
    ):
        return None
    found: list[Index] = []
    for kind, options, variables in PLACES:
        written = [Index(kind, word.value, word.at) for option in options for word in words.all(option)]
        read = [Index(kind, line.value, at) for line, at in lines if line.name in options]
        if kind == "index":
            if written and read and prefix == "UV_":
                return None
            # One index counts: for pip that of a requirements file before that of the command.
            last = (read or written)[-1:]
            found += last or _inherited(run, kind, prefix, variables)
        else:
            found += [*_inherited(run, kind, prefix, variables), *written, *read]
    backend = words.options.get("--torch-backend")
    folder = backend.value if backend is not None else run.lookup("UV_TORCH_BACKEND") if prefix == "UV_" else ""
    if folder != "":
        # "auto" looks for a driver: which folder that gives is known to the building machine only.
        url = f"https://download.pytorch.org/whl/{folder}" if folder not in (None, "auto") else None
        found.append(Index("extra", url, backend.at if backend is not None else None))
    return tuple(found)


PLACES = (
    ("index", ("--index-url", "--default-index"), ("INDEX_URL", "DEFAULT_INDEX")),
    ("extra", ("--extra-index-url", "--index"), ("EXTRA_INDEX_URL", "INDEX")),
    ("find-links", ("--find-links",), ("FIND_LINKS",)),
)
"""Kinds of places to look in: the options that name them, pip's first, and the variables, without PIP_ or UV_."""


def _inherited(run: Run, kind: str, prefix: str, variables: tuple[str, ...]) -> list[Index]:
    """What the environment names."""
    found: list[Index] = []
    for variable in variables:
        value = run.lookup(prefix + variable)
        if value is None:
            found.append(Index(kind, None, None))
        else:
            found += [Index(kind, url, None) for url in value.split(" ") if url]
    return found


def configured(run: Run, prefix: str, environment: Environment | None) -> bool:
    """True if a settings file of the installer is there or may be there."""
    state = run.state
    home = run.home()
    if home is None:
        return True
    if prefix == "PIP_":
        paths = ["/etc/pip.conf", "/etc/xdg/pip/pip.conf", f"{home}/.pip/pip.conf", f"{home}/.config/pip/pip.conf"]
        paths += [f"{environment.prefix}/pip.conf"] if environment is not None and environment.prefix else []
        return any(state.find(path) is not False for path in paths)
    if any(state.find(path) is not False for path in ("/etc/uv/uv.toml", f"{home}/.config/uv/uv.toml")):
        return True
    folder = run.cwd
    while folder:
        project = state.find(normal(f"{folder}/pyproject.toml"))
        text = run.reading.text(project)
        if state.find(normal(f"{folder}/uv.toml")) is not False or (text is None and project is not False):
            return True
        if text is not None and "[tool.uv" in text.text:
            return True
        folder = folder.rpartition("/")[0] or ("/" if folder != "/" else "")
    return folder is None
