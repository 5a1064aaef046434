"""When uv finds no Python that a project allows, and fetches one or may not."""

from __future__ import annotations

from torchlint.model.files import Found, normal
from torchlint.model.snapshot import DEFAULT_PATH
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.model.effects.words import Words
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.world import World

VERBS = ("sync", "run", "venv")
BARE = ("python", "tool")
"""Kinds of images that bring no Python managed by uv."""

PLAIN = ("python", "cuda", "distribution")
"""Kinds of images that bring no environment, and no setting for uv."""

ELSEWHERE = ("--system", "--python", "--target", "--prefix", "--config-file")
"""Options with which `uv pip` needs no virtual environment, or may have one."""

ONLY_THERE = ("never", "manual", "0", "false", "no", "off")
KEEPING = (
    ("UV_PYTHON_DOWNLOADS", ONLY_THERE),
    ("UV_PYTHON_PREFERENCE", ("only-system",)),
    ("UV_NO_MANAGED_PYTHON", ("1", "true", "yes", "on")),
)
"""Variables that keep uv from fetching a Python, and with which values."""


class NoPython(NamedTuple):
    """What a project asks for ("3.13", ">=3.13"), which Pythons are there, what keeps uv from fetching another."""

    asked: str
    there: tuple[str, ...]
    because: str


class Fetched(NamedTuple):
    """What is asked for ("3.13", ">=3.13"), by what ("UV_PYTHON", "--python", ".python-version", "requires-python"),
    and which Pythons are there instead."""

    asked: str
    by: str
    there: tuple[str, ...]


def no_python(command: Command, world: World) -> NoPython | None:
    """Why uv surely finds no Python for the project; None when it finds one or that cannot be known."""
    found, because = _unfit(command, world)
    return None if found is None or not because else NoPython(found.asked, found.there, because)


def fetched(command: Command, world: World) -> Fetched | None:
    """The Python that uv surely fetches, as none of those that are there will do; None if that cannot be known."""
    found, because = _unfit(command, world)
    return None if because else found


def _unfit(command: Command, world: World) -> tuple[Fetched | None, str]:
    """The Python that a project asks for and that surely is not there, and what keeps uv from fetching one."""
    from torchlint.model.effects import uv_project, uv_python
    from torchlint.model.effects.words import UV_VALUED, Words
    from torchlint.model.reading import Reading
    from torchlint.model.run import Run

    words = Words(command.arguments, UV_VALUED)
    verb = words.plain[0].value if words.plain else None
    if command.name != "uv" or verb not in VERBS or not words.known:
        return None, ""
    run = Run(command.before, world, Reading(), stage=command.stage, step=command.step, dialect="sh")
    run.variables, run.cwd = dict(command.env), command.cwd
    because = _because(run, words)
    root = uv_project.folder_of(run, words, command.cwd)
    if because is None or root is None or "--script" in words.options or "--no-project" in words.options:
        return None, ""
    if not because and _settings(run, root):
        return None, ""
    if run.lookup("UV_PROJECT_ENVIRONMENT") != "" or command.before.find(f"{root}/.venv") is not False:
        return None, ""
    asked = uv_python.request(run, root, words.options.get("--python"))
    if not asked.known or asked.path is not None:
        return None, ""
    names = ("python", "python3", *(f"python{one}" for one in uv_python.MINORS))
    there = _minors(command.before, run, names)
    if not there or any(asked.admits(one) is not False for one in there):
        return None, ""
    pinned = ".python-version" if asked.minor else "requires-python"
    by = "--python" if "--python" in words.options else "UV_PYTHON" if run.lookup("UV_PYTHON") else pinned
    return Fetched(asked.minor or asked.requires or "", by, there), because


def _because(run: Run, words: Words) -> str | None:
    """What keeps uv from fetching a Python; "" if nothing does, None if that cannot be known."""
    for option in ("--no-python-downloads", "--no-managed-python"):
        if option in words.options:
            return option
    preference = words.options.get("--python-preference")
    if preference is not None and preference.value == "only-system":
        return "--python-preference only-system"
    unknown = False
    for name, values in KEEPING:
        value = run.lookup(name)
        if value is not None and value.lower() in values:
            return f"{name}={value.lower()}"
        unknown = unknown or value is None
    return None if unknown else ""


def _settings(run: Run, root: str) -> bool:
    """Whether settings of uv in a project's folder may say from where Pythons come."""
    if run.state.find(normal(f"{root}/uv.toml")) is not False:
        return True
    project = run.reading.text(run.state.find(normal(f"{root}/pyproject.toml")))
    return project is None or "python-downloads" in project.text or "python-preference" in project.text


def _minors(state: Snapshot, run: Run, names: tuple[str, ...]) -> tuple[str, ...]:
    """The minor versions of all Pythons that uv finds; empty if there may be others."""
    from torchlint.model.effects.uv import MANAGED

    home = run.home()
    if state.base.kind not in BARE or home is None or run.lookup("UV_PYTHON_INSTALL_DIR") != "":
        return ()
    if isinstance(state.find(f"{home}/{MANAGED}"), Found):
        return ()
    found: dict[str, None] = {}
    for name in names:
        program = state.which(name, path=run.search_path())
        environment = state.environment_of(program)
        if program is False:
            continue
        if environment is None or environment.python.value is None:
            return ()
        found[environment.python.value] = None
    return tuple(found)


def no_environment(command: Command, world: World) -> bool:
    """Whether `uv pip` surely finds no virtual environment to work on, and is not told to take the image's Python.

    It takes VIRTUAL_ENV, CONDA_PREFIX, a .venv in or above the folder, and a virtual one whose Python is on PATH.
    """
    from torchlint.model.effects.words import UV_VALUED, Words
    from torchlint.model.reading import Reading
    from torchlint.model.run import Run

    words = Words(command.arguments, UV_VALUED)
    verbs = [word.value for word in words.plain[:2]]
    if command.name != "uv" or verbs not in (["pip", "install"], ["pip", "sync"], ["pip", "uninstall"]):
        return False
    state = command.before
    if not words.known or state.base.kind not in PLAIN or any(option in words.options for option in ELSEWHERE):
        return False
    run = Run(state, world, Reading(), stage=command.stage, step=command.step, dialect="sh")
    run.variables, run.cwd = dict(command.env), command.cwd
    told = ("VIRTUAL_ENV", "CONDA_PREFIX", "UV_SYSTEM_PYTHON", "UV_PYTHON", "UV_CONFIG_FILE", "XDG_CONFIG_HOME")
    home = run.home()
    if command.cwd is None or home is None or any(run.lookup(name) != "" for name in told):
        return False
    folders = _upwards(command.cwd)
    places = [f"{folder}/{name}" for folder in folders for name in (".venv", "uv.toml")]
    places += ["/etc/uv/uv.toml", f"{home}/.config/uv/uv.toml"]
    if any(state.find(normal(place)) is not False for place in places):
        return False
    return not any(_may_configure(state, folder) for folder in folders) and _only_the_images(state, run)


def _upwards(folder: str) -> list[str]:
    """A folder and all above it, the root last."""
    parts = normal(folder).strip("/").split("/")
    return ["/" + "/".join(parts[:number]) for number in range(len(parts), 0, -1)] + [""]


def _may_configure(state: Snapshot, folder: str) -> bool:
    """Whether a pyproject.toml there may have settings of uv."""
    from torchlint.model.reading import Reading

    found = state.find(normal(f"{folder}/pyproject.toml"))
    if found is False:
        return False
    source = Reading().text(found) if isinstance(found, Found) else None
    return source is None or "tool.uv" in source.text


def _only_the_images(state: Snapshot, run: Run) -> bool:
    """True if each Python on PATH surely is that of an image or a distribution, and there is one."""
    path, known = run.search_path(), state.variable("PATH")
    if path == "":
        path = DEFAULT_PATH if known is None else known.value
    if path is None:
        return False
    some = False
    for folder in path.split(":"):
        for name in ("python", "python3"):
            program = state.which(f"{folder}/{name}")
            environment = state.environment_of(program)
            if program is False:
                continue
            if environment is None or environment.kind not in ("image", "system"):
                return False
            some = True
    return some
