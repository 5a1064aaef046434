"""The Python program itself: `-m pip`, `-m venv`, scripts and setup.py."""

from __future__ import annotations

from torchlint.model.base_files import LIBRARIES
from torchlint.model.effects import no_python, not_configuration
from torchlint.model.files import Anything
from torchlint.model.invocation import OPTIONS_WITH_VALUE
from torchlint.model.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.environment import Environment
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `python …`."""
    program = command.program()
    if program is False:
        return run.state
    maker = command.before.environment_of(program)
    arguments = command.arguments
    number = 0
    while number < len(arguments):
        value = arguments[number].value
        if value is None:
            return _anything(run, command)
        if value == "-m" and number + 1 < len(arguments):
            rest = arguments[number + 2 :]
            module = arguments[number + 1].value
            if module == "pip":
                from torchlint.model.effects import pip

                return pip.follow(command, run, rest, program)
            if module in ("venv", "virtualenv"):
                from torchlint.model.effects import venv

                return venv.with_module(command, run, rest, maker)
            if module == "uv":
                from torchlint.model.effects import uv

                return uv.follow(command, run, rest)
            if module == "pipx":
                from torchlint.model.effects import pipx

                return pipx.follow(run, rest)
            return _fetched(module, rest, command, run, maker) or _anything(run, command)
        if value in ("-V", "--version", "-h", "--help"):
            return run.state
        if value.rsplit("/", 1)[-1] == "get-pip.py" or (value == "-" and _piped_pip(run)):
            return _get_pip(command, run, arguments[number + 1 :], maker)
        if not value.startswith("-") or value in ("-c", "-"):
            return _executed(arguments[number:], command, run) or _anything(run, command)
        number += 2 if value in OPTIONS_WITH_VALUE else 1
    if _piped_pip(run):
        return _get_pip(command, run, (), maker)
    return _anything(run, command)


def _fetched(
    module: str | None, rest: tuple[Argument, ...], command: Command, run: Run, maker: Environment | None
) -> Snapshot | None:
    from torchlint.model.effects import fetching

    name = fetching.MODULES.get(module or "")
    return None if name is None else fetching.by_name(name, command, run, rest, maker)


def _executed(words: tuple[Argument, ...], command: Command, run: Run) -> Snapshot | None:
    """After `-c text` or a script that surely does nothing but fetch; None for all others."""
    from torchlint.model.effects import fetching

    if words[0].value == "-c":
        text = words[1].value if len(words) > 1 else None
        return None if text is None else fetching.code(text, command, run, command.cwd)
    path = run.state.absolute(words[0].value or "-", command.cwd)
    source = Reading.text(run.state.find(path)) if path is not None else None
    if path is None or source is None or not source.text or len(words) > 1:
        # An empty file is one of which nothing is known yet; what is told something does something with it.
        return None
    return fetching.code(source.text, command, run, path.rpartition("/")[0] or "/")


def _piped_pip(run: Run) -> bool:
    from torchlint.model.effects import downloads

    return downloads.piped(run).endswith("get-pip.py")


def _get_pip(command: Command, run: Run, rest: tuple[Argument, ...], maker: Environment | None) -> Snapshot:
    from torchlint.model.effects import get_pip

    return get_pip.bring(command, run, rest, maker)


def _anything(run: Run, command: Command) -> Snapshot:
    """A script may write files and install into its own environment; it brings no other Python."""
    state = run.state
    own = command.before.environment_of(command.program())
    environments = {
        prefix: one._replace(complete=False) if own is None or one.prefix == own.prefix else one
        for prefix, one in state.environments.items()
    }
    return state._replace(files=state.files.then(Anything(("/",), _not_python_itself)), environments=environments)


def _not_python_itself(word: str) -> bool:
    return not_configuration(word) or (no_python(word) and word not in LIBRARIES and not word.startswith("pip"))
