"""The file that CMD or ENTRYPOINT gives to a program that runs it: `streamlit run app.py`, `python -m package.main`."""

from __future__ import annotations

from torchlint.model.files import Found
from torchlint.model.imports import STANDARD
from torchlint.model.invocation import OPTIONS_WITH_VALUE
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument
    from torchlint.model.entry import Entry
    from torchlint.text import Place

RUN = ("streamlit", "chainlit")
"""Programs whose subcommand `run` takes a file."""

LAUNCHERS = ("torchrun", "deepspeed")
"""Programs whose first operand is the file that they start."""

LAUNCHING_MODULES = {"torch.distributed.run": "torchrun", "torch.distributed.launch": "torchrun"}

ELSEWHERE = frozenset({"-m", "--module", "--no-python", "--no_python", "--help", "-h", "--version"})
"""Options after which the operand is no file of Python."""


BARE = frozenset({"pip", "setuptools", "wheel", "uv"})
"""Distributions that bring no module but of their names."""


class Started(NamedTuple):
    """`path`: the absolute path of the file; `program`: what is to run it; `at`: the words that say it. `module`: the
    name that Python's -m is given, "" for a path."""

    path: str
    program: str
    at: Place
    module: str = ""


def started(entry: Entry) -> Started | None:
    """The file that the last command runs; None when it runs none or that cannot be known."""
    main = entry.main
    if main is None or not main.words:
        return None
    direct = entry.script or entry.shell_script
    if direct is not None:
        named = (word for word in main.arguments if entry.state.absolute(word.value or "", main.cwd) == direct)
        own = next(named, main.words[0])
        return Started(direct, main.name or "", own.at)
    words = list(main.words)
    name = main.name or ""
    word = module_word(entry)
    if word is not None:
        module = word.value or ""
        if module not in RUN and module != "flask" and module not in LAUNCHING_MODULES:
            return _lacking(entry, name, word.at, module)
        name, words = LAUNCHING_MODULES.get(module, module), words[words.index(word) :]
    if name == "flask":
        return _flask(entry, words)
    if name == "accelerate" and len(words) > 1 and words[1].value == "launch":
        return _operand(entry, "accelerate launch", words[2:])
    if name in RUN and len(words) > 1 and words[1].value == "run":
        return _operand(entry, name, words[2:])
    return _operand(entry, name, words[1:]) if name in LAUNCHERS else None


def module_word(entry: Entry) -> Argument | None:
    """The word behind Python's -m; None when there is none or that cannot be known."""
    command = entry.main
    if command is None or not (command.name or "").startswith("python"):
        return None
    words = iter(command.arguments)
    for word in words:
        value = word.value
        if value == "-m" or (value is not None and value[:1] == "-" != value[1:2] and value.endswith("m")):
            return next(words, None)
        if value is None or not value.startswith("-") or value == "-c":
            return None
        if value in OPTIONS_WITH_VALUE:
            next(words, None)
    return None


def shell_script(entry: Entry) -> str | None:
    """The file that the last command, a shell, runs."""
    command = entry.main
    if command is None or command.name not in ("sh", "bash", "dash", "ash"):
        return None
    # Options may take the next word, or say that the text comes from elsewhere.
    value = command.values[0] if command.values else None
    return None if not value or value[0] in "-+" else entry.state.absolute(value, command.cwd)


def _operand(entry: Entry, name: str, words: list[Argument]) -> Started | None:
    """The first word that is a file of Python, where all words before it are options and their values."""
    before = ""
    for word in words:
        value = word.value
        if value is None or value in ELSEWHERE:
            return None
        if value.startswith("-"):
            before = value
            continue
        if value.endswith(".py") and "://" not in value:
            path = entry.state.absolute(value, entry.main.cwd if entry.main is not None else None)
            return Started(path, name, word.at) if path is not None else None
        if not before or "=" in before:
            return None
        before = ""
    return None


def _lacking(entry: Entry, name: str, at: Place, module: str) -> Started | None:
    """A module that nothing but the working directory can have, where it surely is not there."""
    state, main = entry.state, entry.main
    folder = main.cwd if main is not None else None
    parts = module.split(".")
    if folder is None or not all(part.isidentifier() for part in parts) or parts[0] in STANDARD:
        return None
    if state.variable("PYTHONPATH") is not None or not state.env_complete:
        return None
    stem = f"{folder.rstrip('/')}/{'/'.join(parts)}"
    if any(state.find(f"{stem}{ending}") is not False for ending in ("", ".py", ".pyc", ".so")):
        return None
    top = f"{folder.rstrip('/')}/{parts[0]}"
    # A folder without __init__.py gives way to an installed package of its name.
    if not any(isinstance(state.find(one), Found) for one in (f"{top}/__init__.py", f"{top}.py")):
        every = state.environments.values()
        if any(not one.complete or any(parts[0] in own.replace("-", "_") for own in one.packages) for one in every):
            return None
        # Packages may bring modules of other names than theirs, and so may a project that is installed from src/.
        base = folder.rstrip("/")
        fallen = len(parts) > 1 and isinstance(state.find(f"{base}/{'/'.join(parts[1:])}.py"), Found)
        if not fallen and any(not BARE.issuperset(one.packages) for one in every):
            return None
        if isinstance(state.find(f"{base}/src/{parts[0]}"), Found):
            return None
    return Started(f"{stem}.py", name, at, module)


def _flask(entry: Entry, words: list[Argument]) -> Started | None:
    """What flask is told to import, by --app or FLASK_APP. With its debugger it goes on without."""
    state, values = entry.state, [word.value or "" for word in words]
    variable = state.variable("FLASK_APP")
    debug = {"--debug", "--debugger", "--reload", "--lazy-loading"} & set(values)
    if "run" not in values or debug or any(state.variable(name) for name in ("FLASK_DEBUG", "FLASK_ENV")):
        return None
    told = [number for number, value in enumerate(values) if value in ("--app", "-A")]
    if any(word.value is None for word in words[: values.index("run")]) or any("--app=" in value for value in values):
        return None
    if told:
        word = words[told[0] + 1]
        said, at = word.value, word.at
    elif variable is not None and variable.at is not None and _sets_nothing(entry):
        said, at = variable.value, variable.at
    else:
        return None
    target = (said or "").partition(":")[0]
    if target.endswith(".py"):
        path = state.absolute(target, entry.main.cwd if entry.main is not None else None)
        return Started(path, "flask", at) if path is not None else None
    return _lacking(entry, "flask", at, target) if target else None


def _sets_nothing(entry: Entry) -> bool:
    """Whether nothing that runs before may have set another FLASK_APP."""
    return entry.alone and entry.main is not None and "FLASK_APP" not in entry.main.env
