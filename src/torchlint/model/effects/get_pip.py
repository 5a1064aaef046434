"""get-pip.py: it brings pip to the Python that runs it."""

from __future__ import annotations

from torchlint.model.effects import no_interpreter, no_python
from torchlint.model.effects.words import PIP_VALUED, Words
from torchlint.model.environment import Distribution, Program
from torchlint.model.files import Anything, Downloaded, Found, Made
from torchlint.syntax.requirement import Requirement, parse_requirement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.environment import Environment
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Place

ROOT = ("root", "0", "0:0", "root:root")


def bring(command: Command, run: Run, arguments: tuple[Argument, ...], environment: Environment | None) -> Snapshot:
    """The snapshot after the Python of `environment` ran it; None: nobody knows which."""
    state = run.state
    words = Words(arguments, PIP_VALUED)
    elsewhere = {"--target", "--prefix", "--root"} & set(words.options)
    home = run.home() if "--user" in words.options else None
    owned = environment is not None and (environment.kind in ("venv", "conda") or state.user.value in ROOT)
    if environment is None or elsewhere or not (owned or home) or ("--user" in words.options and home is None):
        # Whoever may not write to the Python's own folders gets it at home.
        return state._replace(files=state.files.then(Anything(("/",), _not_pip)))
    asked = [one for word in words.plain if isinstance(one := parse_requirement(word.value or ""), Requirement)]
    pip = next((one for one in asked if one.name == "pip"), None)
    exact = next((one.version for one in pip.clauses if one.operator == "=="), None) if pip is not None else None
    packages = [Distribution("pip", exact, pip.specifier if pip is not None else "", None, "pip", command.at)]
    # The Pythons of distributions put what pip installs, pip itself too, into /usr/local.
    folder = "/usr/local/bin" if environment.kind == "system" else f"{environment.root}/bin"
    folder = folder if home is None else f"{home}/.local/bin"
    minor = environment.python.value
    files = state.files.then(Anything((environment.root, "/usr/local", folder), no_interpreter))
    names = ["pip", *([f"pip{minor.partition('.')[0]}", f"pip{minor}"] if minor is not None else [])]
    for name in names:
        made = Made(f"{folder}/{name}", Found("file", Program("pip", environment.prefix), command.at))
        files = files.then(made)
    return state._replace(files=files).with_environment(environment.with_packages(*packages))


def minor(command: Command) -> str | None:
    """The minor version of the Python that runs it: as it is known, else as its program is called."""
    program = command.program()
    environment = command.before.environment_of(program)
    if environment is not None:
        return environment.python.value
    version = (command.name or "").removeprefix("python")
    major, dot, rest = version.partition(".")
    return version if program is not False and dot and major in ("2", "3") and rest.isdigit() else None


def origin(command: Command, before: Command | None) -> tuple[tuple[str, Place | None], ...]:
    """Where the get-pip.py that a Python runs came from, and what fetched it; empty for a command that runs none.

    `before`: the command before it, whose output it may read.
    """
    from torchlint.model.effects import downloads

    script = next((value for value in command.values if value is not None and not value.startswith("-")), None)
    if script is not None and script.rsplit("/", 1)[-1] == "get-pip.py":
        where = command.before.absolute(script, command.cwd)
        found = command.before.find(where) if where is not None else None
        if isinstance(found, Found) and isinstance(found.content, Downloaded):
            return ((found.content.address, found.at),)
        return (("", None),)
    piped = downloads.address_of(before) if before is not None and before.piped else ""
    return ((piped, before.at if before is not None else None),) if piped.endswith("get-pip.py") else ()


def _not_pip(word: str) -> bool:
    """True for what it surely does not create: a Python, or settings."""
    return no_python(word) and not word.startswith("pip")
