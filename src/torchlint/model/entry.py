"""ENTRYPOINT and CMD as the runtime combines them: what really starts."""

from __future__ import annotations

from torchlint.model.bases import NVIDIA_ENTRYPOINT
from torchlint.model.command import Argument, Command
from torchlint.model.invocation import OPTIONS_WITH_VALUE, inner_script
from torchlint.model.reading import Reading
from torchlint.model.run import Run
from torchlint.model.shells import opened
from torchlint.record import NamedTuple
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.environment import Environment, Program
    from torchlint.model.snapshot import Launch, Snapshot
    from torchlint.world import World

TRANSPARENT = frozenset(
    {NVIDIA_ENTRYPOINT[0].rsplit("/", 1)[-1], "tini", "tini-static", "dumb-init", "docker-init", "catatonit"}
)
"""Programs whose only work is to start the program in the rest of their words."""


class Entry(NamedTuple):
    """What a container of a stage starts.

    `at`: the instruction that names the program. `argv`: the words that the runtime executes, wrappers such as tini
    left out. `shell_form`: a shell gets the text. `commands`: the commands that run: the program itself, or what the
    shell's text says. `state`: the stage's last snapshot.
    """

    stage: int
    at: Place
    argv: tuple[Argument, ...]
    shell_form: bool
    commands: tuple[Command, ...]
    state: Snapshot

    @property
    def program(self) -> Program | bool | None:
        """What the first word starts; False when there surely is no such program."""
        value = self.argv[0].value
        return None if value is None else self.state.which(value)

    @property
    def main(self) -> Command | None:
        """The command that goes on running: the last one; None when the text holds none."""
        return self.commands[-1] if self.commands else None

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

    def imports(self) -> frozenset[str] | None:
        """Top-level names of the third-party modules that the script itself imports; None when it cannot be read."""
        from torchlint.model.imports import third_party

        path = self.script
        source = None if path is None else Reading.text(self.state.find(path))
        return None if source is None or path is None else third_party(source, path, self.state)

    def words(self) -> frozenset[str] | None:
        """Every name that the script's code uses, those of modules included; None when it cannot be read."""
        from torchlint.model.imports import words

        path = self.script
        source = None if path is None else Reading.text(self.state.find(path))
        return None if source is None else words(source)

    def modules(self) -> frozenset[str] | None:
        """Top-level names of all modules that the script imports anywhere, the standard library left out; None when it
        cannot be read."""
        from torchlint.model.imports import modules

        path = self.script
        source = None if path is None else Reading.text(self.state.find(path))
        return None if source is None else modules(source)

    @property
    def environment(self) -> Environment | None:
        """The Python environment that the last command runs in; None when unknown or when it is no Python."""
        return None if self.main is None else self.state.environment_of(self.main.program())


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
    else:
        at = Place(argv[0].at.source, argv[0].at.span)
        commands = (
            Command(tuple(argv), at, state, stage=stage, step=first.step or 0, cwd=run.cwd, env={}, shell=None),
        )
    return Entry(stage, first.at, tuple(argv), False, commands, state)


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
    # ARGs are gone when a container starts: only ENV is left.
    return Run(state._replace(args={}), world, reading, stage=stage, step=0, dialect="sh")
