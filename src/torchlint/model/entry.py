"""ENTRYPOINT and CMD as the runtime combines them: what really starts."""

from __future__ import annotations

from torchlint.model.bases import NVIDIA_ENTRYPOINT
from torchlint.model.command import Argument, Command
from torchlint.model.environment import Program
from torchlint.model.files import Found
from torchlint.model.invocation import OPTIONS_WITH_VALUE, inner_script
from torchlint.model.reading import Reading
from torchlint.model.run import Run
from torchlint.model.shells import opened
from torchlint.record import NamedTuple
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.model.build import Stage
    from torchlint.model.environment import Environment
    from torchlint.model.listening import Listening
    from torchlint.model.obstacles import Obstacle
    from torchlint.model.served import Served
    from torchlint.model.served_module import Module
    from torchlint.model.snapshot import Launch, Snapshot
    from torchlint.model.started_file import Started
    from torchlint.model.web_app import WebModule
    from torchlint.text import Source
    from torchlint.world import World

TRANSPARENT = frozenset(
    {NVIDIA_ENTRYPOINT[0].rsplit("/", 1)[-1], "tini", "tini-static", "dumb-init", "docker-init", "catatonit"}
)
"""Programs whose only work is to start the program in the rest of their words."""

RUNNERS = frozenset({"uv", "poetry", "pipenv", "pdm", "conda", "mamba", "micromamba"})
"""Programs that start another one in an environment of theirs, once that is as it should be."""


class Entry(NamedTuple):
    """What a container of a stage starts.

    `at`: the instruction that names the program. `argv`: the words that the runtime executes, wrappers such as tini
    left out. `shell_form`: a shell gets the text. `commands`: the commands that run: the program itself, or what the
    shell's text says. `state`: the stage's last snapshot. `stages`: all stages of its build.
    """

    stage: int
    at: Place
    argv: tuple[Argument, ...]
    shell_form: bool
    commands: tuple[Command, ...]
    state: Snapshot
    stages: Sequence[Stage] = ()

    @property
    def program(self) -> Program | bool | None:
        """What the first word starts; False when there surely is no such program."""
        value = self.argv[0].value
        return None if value is None else self.state.which(value)

    @property
    def moved(self) -> Environment | None:
        """The virtual environment that was moved away from the Python which the first line of its program still names;
        None when none surely was."""
        from torchlint.model.moved import moved

        return moved(self)

    @property
    def main(self) -> Command | None:
        """The command that goes on running: the last one; None when the text holds none."""
        return self.commands[-1] if self.commands else None

    @property
    def runner(self) -> Command | None:
        """The program, such as uv, that an exec form starts and that starts the last command in its environment."""
        first = self.commands[0] if len(self.commands) > 1 and not self.shell_form else None
        return first if first is not None and first.shell is None and first.name in RUNNERS else None

    @property
    def alone(self) -> bool:
        """True if nothing runs but the last command and what starts it."""
        return len(self.commands) == (1 if self.runner is None else 2)

    @property
    def complete_here(self) -> bool:
        """True if its words all stand in its own instruction, and no other instruction adds some."""
        (source, span), entrypoint = self.at, self.state.entrypoint
        lone = entrypoint is None or not entrypoint.words or self.state.cmd is None
        return lone and all(word.at.source is source and span.contains(word.at.span) for word in self.argv)

    @property
    def module(self) -> str | None:
        """The module that the last command runs with Python's -m; None when it runs none or it is unknown."""
        from torchlint.model.started_file import module_word

        word = module_word(self)
        return None if word is None else word.value

    @property
    def started_file(self) -> Started | None:
        """The file that the last command runs, or lacks for a module; None when there is none or that is unknown."""
        from torchlint.model.started_file import started

        return started(self)

    @property
    def quoted_command(self) -> Argument | None:
        """The word of a shell form that is looked up as one program although it is a command with its arguments."""
        from torchlint.model.quoted_command import quoted_command

        return quoted_command(self)

    @property
    def shell_script(self) -> str | None:
        """The absolute path of the file that a shell, the last command, runs; None if there is none or unknown."""
        from torchlint.model.started_file import shell_script

        return shell_script(self)

    @property
    def script(self) -> str | None:
        """The absolute path of the Python file that the last command runs; None when it runs none or it is unknown."""
        command = self.main
        if command is None or not (command.name or "").startswith("python"):
            return None
        words = iter(command.arguments)
        for word in words:
            value = word.value
            if (
                value is None
                or value == "-"
                or (value[:1] == "-" and value[1:2] not in "-WX" and {"m", "c"} & set(value))
            ):
                return None
            if not value.startswith("-"):
                return self.state.absolute(value, command.cwd)
            if value in OPTIONS_WITH_VALUE:
                next(words, None)
        return None

    @property
    def found(self) -> Found | None:
        """The file of the program that goes on running; None when there is none or it cannot be known."""
        main = self.main
        word = main.words[0].value if main is not None and main.words else None
        where = self.state.where(word, cwd=main.cwd) if word is not None and main is not None else None
        answer = self.state.find(where) if where is not None else None
        return answer if isinstance(answer, Found) else None

    @property
    def file(self) -> Source | None:
        """The text of that program where it is a file of the build context; None when it is none or is binary."""
        return Reading.text(self.found)

    @property
    def _text(self) -> Source | None:
        """The text of the script; None when it runs none or it is unknown."""
        path = self.script
        return None if path is None else Reading.text(self.state.find(path))

    def imports(self) -> frozenset[str] | None:
        """Top-level names of the third-party modules that the script or module needs whenever it is run, or the module
        that a server imports; None when that cannot be known."""
        from torchlint.model.imports import needed

        return needed(self)

    def words(self) -> frozenset[str] | None:
        """Every name that the script's code uses, those of modules included; None when it cannot be read."""
        from torchlint.model.imports import words

        source = self._text
        return None if source is None else words(source)

    def modules(self) -> frozenset[str] | None:
        """Top-level names of all modules that the script imports anywhere, the standard library left out; None when it
        cannot be read."""
        from torchlint.model.imports import modules

        source = self._text
        return None if source is None else modules(source)

    def dotted(self) -> frozenset[str]:
        """Full names of what the script's code speaks of, as its imports tell: "torch.compile"; none if unreadable."""
        from torchlint.model.imports import dotted

        source = self._text
        return frozenset() if source is None else dotted(source)

    def served(self) -> tuple[Served, ...]:
        """The servers that the script surely starts itself; none when it cannot be read."""
        from torchlint.model.served import served

        source = self._text
        return () if source is None else served(source)

    @property
    def listening(self) -> Listening | None:
        """Where the server that the last command is listens; None when it is none that is known."""
        from torchlint.model.listening import listening

        return listening(self)

    @property
    def detaches(self) -> bool:
        """True if the last command surely goes to the background, and the container ends with what started it."""
        main = self.main
        if main is None or not main.certain or main.name is None or None in main.values:
            return False
        if main.background:
            return True
        from torchlint.world.daemons import detaches

        folder = (main.words[0].value or "").rpartition("/")[0]
        if folder not in ("", "/usr/sbin", "/usr/bin", "/sbin", "/bin") or self.state.base.libc == "musl":
            # A program of one's own by that name, or busybox's, may do otherwise.
            return False
        does, configured = detaches(main.name, [value or "" for value in main.values])
        return does and not configured

    @property
    def shell_stays(self) -> bool:
        """True if the shell of a shell form surely stays as the parent of the last command, unless that has `exec`."""
        from torchlint.world.daemons import stays_parent

        first = self.argv[0].value if self.argv else None
        sh = self.state.find("/bin/sh")
        # A /bin/sh that a step put there may be another shell.
        return first == "/bin/sh" and isinstance(sh, Found) and sh.at is None and stays_parent(self.state.base.os)

    def obstacle(self, *kinds: str) -> Obstacle | None:
        """What surely keeps it from starting although its file is there: the first one of these kinds, or of any."""
        from torchlint.model.obstacles import obstacles

        return next((one for one in obstacles(self) if not kinds or one.kind in kinds), None)

    @property
    def served_module(self) -> Module | None:
        """The module that the last command, a server, is to import; None when that cannot be known."""
        from torchlint.model.served_module import module

        return module(self)

    def web_module(self) -> WebModule | None:
        """The Python file that is run or imported first, as far as web frameworks are concerned; None if unknown."""
        from torchlint.model.web_app import start

        return start(self)

    @property
    def environment(self) -> Environment | None:
        """The Python environment that the last command runs in, as it finds it; None when unknown or when it is no
        Python."""
        return None if self.main is None else self.main.before.environment_of(self.main.program())


def combine(state: Snapshot, stage: int, world: World, reading: Reading) -> Entry | None:
    """The entry of a stage; None when nothing is set in the file or what is set cannot be known."""
    entrypoint, cmd = state.entrypoint, state.cmd
    if entrypoint is not None and entrypoint.words is None and entrypoint.text is None:
        return None
    first = _named_by(entrypoint, cmd)
    if first is None or first.stage is None:
        return None
    if first.text is not None:
        return _shell_form(first, state, stage, world, reading)
    argv = [*_words(entrypoint)]
    if entrypoint is None or entrypoint.text is None:
        if cmd is not None and cmd.words is None and cmd.text is None:
            return None
        argv += _words(cmd)
    skipped = 0
    while len(argv) - skipped > 1 and (argv[skipped].value or "").rsplit("/", 1)[-1] in TRANSPARENT:
        skipped += 1
        while len(argv) - skipped > 1 and (argv[skipped].value or "").startswith("-"):
            skipped += 1
    argv = argv[skipped:]
    if not argv:
        return None
    if cmd is not None and cmd.text is not None and argv[0].at == cmd.at:
        return _shell_form(cmd, state, stage, world, reading)
    run = _runner(state, stage, world, reading)
    script = inner_script(tuple(argv))
    if script is not None:
        run.dialect = (argv[0].value or "sh").rsplit("/", 1)[-1]
        run.started([word.value for word in argv[1:]])
        run.script(script)
        commands = tuple(run.commands)
    elif (argv[0].value or "").rsplit("/", 1)[-1] in RUNNERS:
        run.execute(tuple(argv))
        commands = tuple(run.commands)
    else:
        at = Place(argv[0].at.source, argv[0].at.span)
        commands = (
            Command(tuple(argv), at, state, stage=stage, step=first.step or 0, cwd=run.cwd, env={}, shell=None),
        )
    return Entry(stage, first.at, tuple(argv), False, commands, state)


def probe(state: Snapshot, stage: int, world: World, reading: Reading) -> tuple[Command, ...]:
    """The commands of a stage's HEALTHCHECK; none when it has none or that cannot be known."""
    launch = state.healthcheck
    if launch is None:
        return ()
    if launch.text is not None:
        return _shell_form(launch, state, stage, world, reading).commands
    run = _runner(state, stage, world, reading)
    run.execute(launch.words or ())
    return tuple(run.commands)


def _named_by(entrypoint: Launch | None, cmd: Launch | None) -> Launch | None:
    """The instruction whose words begin the program, transparent wrappers left out."""
    if entrypoint is None:
        return cmd
    words = entrypoint.words
    if words is not None and all(
        (word.value or "").rsplit("/", 1)[-1] in TRANSPARENT or (word.value or "").startswith("-") for word in words
    ):
        return cmd
    return entrypoint


def _words(launch: Launch | None) -> tuple[Argument, ...]:
    if launch is None:
        return ()
    if launch.text is not None:
        shell = launch.shell or ("/bin/sh", "-c")
        return (
            *(Argument(word, launch.at, word) for word in shell),
            Argument(launch.text.text, launch.at, launch.text.text),
        )
    return launch.words or ()


def _shell_form(launch: Launch, state: Snapshot, stage: int, world: World, reading: Reading) -> Entry:
    run = _runner(state, stage, world, reading)
    if launch.text is not None and opened(run, launch.shell or ("/bin/sh", "-c")):
        run.script(launch.text)
    return Entry(stage, launch.at, _words(launch), True, tuple(run.commands), state)


def _runner(state: Snapshot, stage: int, world: World, reading: Reading) -> Run:
    # ARGs are gone when a container starts: only ENV is left, and what `docker run` gives.
    run = Run(state._replace(args={}), world, reading, stage=stage, step=0, dialect="sh")
    run.builds = False
    return run
