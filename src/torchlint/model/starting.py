"""What a stage's container starts, and whether it can: yes, no, or why that cannot be known."""

from __future__ import annotations

from torchlint.model.entry import TRANSPARENT
from torchlint.model.environment import Program
from torchlint.model.files import Downloaded, Found
from torchlint.model.snapshot import DEFAULT_PATH
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Stage
    from torchlint.model.command import Argument, Command
    from torchlint.model.entry import Entry
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Launch, Snapshot

BUILTINS = frozenset("source . cd export exec eval set unset alias ulimit umask".split())
"""Words that mean something to a shell only: no distribution has programs of these names."""

SERVERS = frozenset({"gunicorn", "uvicorn", "hypercorn"})
"""Programs whose operand `module:name` is a Python module of the working directory."""

MOVING = frozenset({"--app-dir", "--chdir", "--pythonpath"})
"""Options with which a server looks for modules elsewhere."""

RUNNERS = frozenset(
    "accelerate conda deepspeed hatch mamba micromamba pdm pipenv pixi poetry rye torchrun uv uvx".split()
)
"""Programs that choose the Python for what stands in their words."""

SHELLS = frozenset("sh bash dash ash".split())


class Start(NamedTuple):
    """What starts. `program`: its word as written; `path`: where that is; `script`: the file that it runs.

    `environment`: the Python environment of the program; None when it is none or unknown. `elsewhere`: the program
    may choose another Python than the one on PATH. `starts` None: unknown. `why`: the reason, "" if there is none.
    """

    program: str | None
    path: str | None
    environment: Environment | None
    elsewhere: bool
    script: str | None
    starts: bool | None
    why: str


def start(stage: Stage) -> Start:
    """What a container of the stage starts when it is run without words of its own."""
    if stage.entry is not None:
        return _Judged(stage.entry).start()
    state = stage.final
    words = [*_known(state.entrypoint), *_known(state.cmd)]
    if state.entrypoint is None and state.cmd is None:
        return Start(None, None, None, False, None, False, "neither the file nor its base sets CMD or ENTRYPOINT")
    if None in words:
        why = f"{stage.base.name or 'the base'} sets what starts, and that is unknown"
        return Start(None, None, None, True, None, None, why)
    argv = [word for word in words if word is not None]
    while len(argv) > 1 and (argv[0].value or "").rsplit("/", 1)[-1] in TRANSPARENT:
        argv = argv[1:]
    if not argv:
        return Start(None, None, None, False, None, False, "ENTRYPOINT and CMD name no program")
    word = argv[0].value or ""
    found = state.which(word)
    owner = state.environment_of(found)
    why = "" if found else f"whether {word} is there cannot be known"
    where = state.where(word)
    path = where if where is not None and isinstance(state.find(where), Found) else None
    return Start(word, path, owner, False, None, True if found else None, why)


def interpreter_there(state: Snapshot, environment: Environment) -> bool | None:
    """Whether the interpreter of an environment is there: a venv holds only a link, by one of three names."""
    if environment.kind != "venv" or environment.home is None:
        return None if environment.kind == "venv" else True
    if isinstance(state.find(environment.home), Found):
        return True
    folder = environment.home.rpartition("/")[0]
    absent = all(state.find(path) is False for path in (environment.home, f"{folder}/python", f"{folder}/python3"))
    return False if absent else None


class Misfit(NamedTuple):
    """Why a virtual environment cannot work. `path`: where it looks for its Python. `python`: the minor version of the
    one that is there; None when there is none."""

    path: str
    python: str | None


def misfit(state: Snapshot, environment: Environment) -> Misfit | None:
    """Why an environment's Python surely is not there, or not of its version; None when that is not sure."""
    home = environment.home
    if environment.kind != "venv" or home is None:
        return None
    if interpreter_there(state, environment) is False:
        return Misfit(home, None)
    if environment.python.value is None or state.find(home) is not False:
        return None
    for name in ("python3", "python"):
        path = f"{home.rpartition('/')[0]}/{name}"
        found = state.find(path)
        if isinstance(found, Found) and isinstance(found.content, Program):
            other = state.environment_of(found.content)
            python = other.python.value if other is not None else None
            return None if python in (None, environment.python.value) else Misfit(path, python)
    return None


def _known(launch: Launch | None) -> list[Argument | None]:
    """The words that are set; None among them for what cannot be known."""
    if launch is None:
        return []
    return [None] if launch.words is None else [*launch.words]


class _Judged:
    """One entry, and what is known of its start."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.state: Snapshot = entry.state
        self.main: Command | None = entry.main

    def start(self) -> Start:
        entry, main = self.entry, self.entry.runner or self.main
        words = main.words if main is not None else entry.argv
        word = words[0].value if words else None
        script = self._script()
        starts, why = self._starts(word, script)
        name = (word or "").rsplit("/", 1)[-1]
        elsewhere = word is None or name in RUNNERS or (entry.shell_form and not entry.alone)
        owner = entry.environment
        path = None if word is None or (main is not None and "PATH" in main.env) else self._where(word)
        if (
            path is not None
            and owner is not None
            and path == f"{owner.prefix}/bin/{name}"
            and self._dangles(owner, name)
        ):
            path = None
        return Start(word, path, owner, elsewhere and owner is None, script, starts, why)

    def _dangles(self, owner: Environment, name: str) -> bool:
        """True for the link to a Python that is not there."""
        return name.startswith("python") and interpreter_there(self.state, owner) is False

    def _where(self, word: str) -> str | None:
        where = self.state.where(word, cwd=self.main.cwd if self.main is not None else "")
        return where if where is not None and isinstance(self.state.find(where), Found) else None

    def _script(self) -> str | None:
        """The file that the last command runs: of Python, of a shell, or the module that a server is to import."""
        main = self.main
        if main is None:
            return None
        if self.entry.script is not None:
            return self.entry.script
        values = [value or "" for value in main.values]
        operands = [value for value in values if value and not value.startswith("-")]
        name = main.name or ""
        if name in SHELLS:
            return self._file(operands[0]) if operands and "-c" not in values and values[0] == operands[0] else None
        if name.startswith("python") and values[:1] == ["-m"] and len(values) > 1:
            return self._module(values[1])
        if name in SERVERS:
            return next(
                (found for one in operands if ":" in one and (found := self._module(one.split(":", 1)[0]))), None
            )
        return None

    def _file(self, word: str) -> str | None:
        return self.state.absolute(word, self.main.cwd if self.main is not None else "")

    def _module(self, name: str) -> str | None:
        """The file of a module in the working directory, None unless it surely is there."""
        values = self.main.values if self.main is not None else ()
        if not all(part.isidentifier() for part in name.split(".")) or any(
            (value or "").split("=", 1)[0] in MOVING for value in values
        ):
            return None
        stem = name.replace(".", "/")
        for candidate in (f"{stem}.py", f"{stem}/__main__.py", f"{stem}/__init__.py"):
            path = self._file(candidate)
            if path is not None and isinstance(self.state.find(path), Found):
                return path
        return None

    def _starts(self, word: str | None, script: str | None) -> tuple[bool | None, str]:
        entry, main = self.entry, self.entry.runner or self.main
        first = entry.obstacle("account", "source")
        fault = self._fault_of_words() or self._fault_of_shell() or (first.said if first is not None else "")
        if fault:
            return False, fault
        if main is None or word is None:
            return None, "the program's name is not known" if word is None else f"what {word} runs is not known"
        alone = entry.alone and main.certain
        found = main.program()
        if found and self.main is not None and entry.runner is not None and self.main.program() is False:
            found, word = False, self.main.words[0].value or ""
        if found is False:
            where = "does not exist" if "/" in word else "is in none of the folders of PATH"
            return (False if alone else None), f"{word} {where}"
        file = entry.found
        if (
            not entry.shell_form
            and file is not None
            and isinstance(file.content, Downloaded)
            and file.content.unfollowed
        ):
            return (False if alone else None), f"{word} is no more than a redirect, which curl did not follow"
        environment = entry.environment
        linked = environment is None or entry.runner is not None or interpreter_there(self.state, environment)
        if linked is False and environment is not None:
            said = f"the Python of {environment.prefix} is a link to {environment.home}, which is not there"
            return (False if alone else None), said
        if entry.moved is not None:
            missing = f"{entry.moved.made_in}/bin/python"
            return (False if alone else None), f"the first line of {word} names {missing}, which is not there"
        missing = self._shebang_of(found)
        if missing:
            return None, f"whether the first line of {word} still names {missing}, which may be gone, cannot be known"
        started = entry.started_file
        asked = started.path if started is not None else script
        if asked is not None and self.state.find(asked) is False:
            return (False if alone else None), f"{asked} is not there"
        fault = self._fault_of_files()
        if fault:
            return False, fault
        if entry.runner is not None:
            return None, f"what {word} does before it starts the program is not known"
        if not found and not self._somewhere(word):
            return None, f"whether {word} is there cannot be known"
        if linked is None and environment is not None:
            return None, f"whether the interpreter is there to which {environment.prefix} links cannot be known"
        return self._surely(word, found, script, alone)

    def _shebang_of(self, found: Program | bool | None) -> str:
        """The Python that a console script was made for, if gone: sed or uv's --relocatable may have met that."""
        if not isinstance(found, Program) or found.kind != "script" or found.prefix is None:
            return ""
        paths = [f"{found.prefix}/bin/{name}" for name in ("python", "python3")]
        there = any(isinstance(self.state.find(path), Found) for path in paths)
        gone = found.prefix not in self.state.environments and not there
        return paths[0] if gone else ""

    def _somewhere(self, word: str) -> bool:
        """Whether one of PATH's folders surely has the program, whatever those before it hold."""
        path = None if self.main is None else self.main.env.get("PATH", "")
        if path == "":
            known = self.state.variable("PATH")
            path = DEFAULT_PATH if known is None else known.value
        folders = (path or "").split(":")
        return "/" not in word and any(
            folder.startswith("/") and isinstance(self.state.find(f"{folder}/{word}"), Found) for folder in folders
        )

    def _surely(
        self, word: str, found: Program | bool | None, script: str | None, alone: bool
    ) -> tuple[bool | None, str]:
        """Of a program that is there."""
        main = self.main
        if not alone or main is None:
            return None, "the shell's text holds more than one command"
        values = [value or "" for value in main.values]
        name = word.rsplit("/", 1)[-1]
        at = self._where(word)
        answer = self.state.find(at) if at is not None else None
        if isinstance(answer, Found) and not isinstance(answer.content, Program) and not _of_packages(at or ""):
            return None, f"whether {word} may be executed is not known"
        runs_script = name.startswith("python") or (isinstance(found, Program) and found.kind == "python")
        runs_script = runs_script or name in SHELLS
        if script is not None:
            there = isinstance(self.state.find(script), Found)
            return (True, "") if there else (None, f"whether {script} is there cannot be known")
        if name in RUNNERS or (name in SHELLS and "-c" in values):
            return None, f"what {name} starts is not followed"
        if name in SERVERS and any(":" in value for value in values):
            return None, "where the module that it imports lies is not known"
        if runs_script and values[:1] == ["-m"]:
            return None, f"where the module {values[1] if len(values) > 1 else ''} lies is not known"
        if runs_script and any(value and not value.startswith("-") for value in values) and "-c" not in values:
            return None, "the file that it runs is not known"
        return True, ""

    def _fault_of_words(self) -> str:
        """What is wrong with how the words are written, "" if nothing surely is."""
        entry = self.entry
        quoted = entry.quoted_command
        if quoted is not None:
            return f"for the shell '{quoted.value}' is the name of one program, blanks included"
        first = entry.argv[0].value if entry.argv else None
        if entry.shell_form or first is None:
            return ""
        parts = [part for part in first.split(" ") if part]
        if not parts:
            return "its first word is empty"
        following = parts[1:] or [one.value or "" for one in entry.argv[1:2]]
        if parts[0] in ("source", ".", "conda") and following and "activate" in following[0]:
            return "activation is a matter of the shell, which an exec form does not have"
        if parts[0] in BUILTINS and not isinstance(self.state.find(f"/usr/bin/{parts[0]}"), Found):
            return f"{parts[0]} is a builtin of the shell, which an exec form does not have"
        if len(parts) > 1 and not first.startswith("/") and entry.program is not True:
            return f"'{first}' is looked up as one program of that name, blanks included"
        return ""

    def _fault_of_files(self) -> str:
        """What surely keeps a program from starting or going on that is there, "" if nothing does."""
        obstacle, module = self.entry.obstacle(), self.entry.served_module
        if obstacle is not None:
            return obstacle.said
        if module is not None and self.entry.alone and (module.missing or "/" in module.name):
            why = f"{module.missing} is not there" if module.missing else "a module's name has dots, no slashes"
            return f"{module.program} cannot import {module.name}: {why}"
        return "it goes to the background, and the container ends" if self.entry.detaches else ""

    def _fault_of_shell(self) -> str:
        """A shell form where there is no shell."""
        entry = self.entry
        shell = entry.argv[0].value if entry.shell_form and entry.argv else None
        return f"there is no {shell} for the shell form" if shell and self.state.which(shell) is False else ""


def _of_packages(path: str) -> bool:
    """True where nothing but the distribution's packages puts programs, which may be executed."""
    return path.startswith(("/usr/bin/", "/usr/sbin/"))
