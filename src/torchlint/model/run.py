"""A RUN, command by command: the shell's own state, and each simple command handed to its effect."""

from __future__ import annotations

from torchlint.model import structure
from torchlint.model.builtins import builtin
from torchlint.model.command import Argument, Command, Redirect
from torchlint.model.effects import effect_of, unknown_program
from torchlint.model.expanding import arguments
from torchlint.model.files import Anything, Found, Made
from torchlint.model.invocation import (
    SHELLS,
    Wrapping,
    inner_script,
    script_word,
    shell_flags,
    unwrapped,
)
from torchlint.model.snapshot import DEFAULT_PATH
from torchlint.model.structure import Stake
from torchlint.model.users import home_of
from torchlint.record import NamedTuple
from torchlint.syntax import shell
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from torchlint.model.command import Install
    from torchlint.model.reading import Reading
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax import SyntaxProblem
    from torchlint.syntax.joined import Joined
    from torchlint.world import World

DEPTH = 12
"""How deep scripts in scripts (`bash -c`, functions) are followed."""

INSTALLERS = ("PIP_", "UV_", "XDG_", "VIRTUAL_ENV", "CONDA_")
"""How the variables begin that installers listen to."""

NOT_SET = (*INSTALLERS, "PYTHON")
"""How variables begin that NVIDIA's CUDA images and pytorch/pytorch do not set, among the many that they do."""

PLACES = ("PIP_PYTHON", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
"""What NVIDIA's PyTorch images leave unset among their variables for pip: those say where it installs. For uv they set
none, as the history of the image 25.10 shows."""


class Scope(NamedTuple):
    """The shell's own state, which ends with the shell."""

    variables: Mapping[str, str | None]
    cwd: str | None
    errexit: bool
    pipefail: bool
    ended: str
    exits: bool
    returns: bool
    left: tuple[Snapshot, ...]


SPECIAL = frozenset(": . break continue eval exec exit export readonly return set shift times trap unset".split())
"""POSIX's special builtins: what is assigned before one stays assigned, but not in bash."""


class Run:
    """One RUN while it is followed. `state` is the snapshot so far; `commands` and `installs` what was met.

    `exits`: leaving this shell with an error fails the RUN; `returns`: leaving this function with one does.
    `ended`: what ended this way through the script, "exit" or "return"; "" while it goes on. `left`: the states in
    which the script may have been left before, without failing: what follows is no longer certain. `problems`: what is
    wrong with the text of the script.
    `builds`: it is no start of a container, who starts it gives it no variables.
    """

    def __init__(self, state: Snapshot, world: World, reading: Reading, *, stage: int, step: int, dialect: str) -> None:
        self.state = state
        self.builds = True
        self.world = world
        self.reading = reading
        self.stage = stage
        self.step = step
        self.dialect = dialect
        self.commands: list[Command] = []
        self.installs: list[Install] = []
        self.problems: tuple[SyntaxProblem, ...] = ()
        self.cwd = state.workdir.value
        self.variables: dict[str, str | None] = {}
        self.functions: dict[str, shell.List] = {}
        self.errexit = False
        self.pipefail = False
        self.ended = ""
        self.exits = True
        self.returns = True
        self.left: tuple[Snapshot, ...] = ()
        self._depth = 0

    def script(self, text: Joined) -> None:
        """Follow a script whose exit status is the RUN's."""
        start = self.state
        read = shell.parse(text.text)
        self.problems = read.problems
        structure.follow(self, read.body, text, Stake(fails=True))
        structure.leave(self, start)

    def started(self, values: Sequence[str | None]) -> None:
        """What the options of the shell set, and what it reads before the script."""
        flags = shell_flags(values)
        self.errexit, self.pipefail = flags.errexit, flags.pipefail
        if flags.login or (self.dialect == "bash" and self.state.variable("BASH_ENV") is not None):
            self.variables["PATH"] = None

    def fatal(self, stake: Stake) -> bool:
        """Whether the failure of what has this stake fails the RUN."""
        return stake.fails or (self.errexit and self.exits and not stake.ignored)

    def scope(self) -> Scope:
        """The shell's own state."""
        return Scope(
            dict(self.variables),
            self.cwd,
            self.errexit,
            self.pipefail,
            self.ended,
            self.exits,
            self.returns,
            self.left,
        )

    def restore(self, kept: Scope) -> None:
        """Go back to a state of the shell; the snapshot stays as it is."""
        variables, self.cwd, self.errexit, self.pipefail, self.ended, self.exits, self.returns, self.left = kept
        self.variables = dict(variables)

    def lookup(self, name: str) -> str | None:
        """A variable's value: "" when it is surely unset, None when it cannot be known."""
        if name in self.variables:
            return self.variables[name]
        known = self.state.variable(name)
        if known is not None:
            return known.value
        if name in ("HOME", "PWD", "USER", "HOSTNAME", "SHELL", "RANDOM", "OLDPWD") or not name[:1].isalpha():
            return self.home() if name == "HOME" else self.cwd if name == "PWD" else None
        base = self.state.base
        if name.startswith(NOT_SET) and base.kind in ("cuda", "pytorch"):
            return ""
        if (name in PLACES or name.startswith(("UV_", "VIRTUAL_ENV"))) and base.kind == "ngc":
            return ""
        if name.startswith(INSTALLERS) and base.kind == "tool" and base.unmaintained is None:
            # The images of uv and of conda's makers set no more than this for installers.
            return None if name == "UV_TOOL_BIN_DIR" else ""
        if not self.builds and not name.startswith(NOT_SET):
            return None
        return "" if self.state.env_complete else None

    def home(self) -> str | None:
        """The home folder of the user this RUN runs as; None when unknown."""
        if "HOME" in self.variables:
            return self.variables["HOME"]
        declared = self.state.variable("HOME")
        if declared is not None:
            return declared.value
        return home_of(self.state, self.state.user.value)

    def search_path(self) -> str | None:
        """PATH as it is here: "" means the snapshot's own."""
        return self.variables.get("PATH", "")

    def _where(self, program: str) -> str | None:
        """The path of a program, None when that cannot be known."""
        return self.state.where(program, cwd=self.cwd) if self.search_path() == "" else None

    def simple(self, node: shell.Simple, text: Joined, stake: Stake) -> None:
        """Follow a simple command."""
        self._substituted(node, text, stake)
        assigned = {
            one.name: one.value.value(self.lookup) if one.value is not None and not one.append else None
            for one in node.assignments
        }
        words = [one for word in node.words for one in arguments(word, text, self.lookup, self.home, self._where)]
        if not words:
            self.variables.update(assigned)
            self.redirect(node.redirects, text)
            return
        wrapping = unwrapped(words)
        if wrapping.sudo and self.state.which("sudo") is False:
            # It is the first program that is not found.
            wrapping = Wrapping(0, {}, sudo=False)
        if wrapping.sudo:
            assigned["PATH"] = self._path_of_sudo()
            if self.state.user.value not in ("root", "0"):
                # Some keep the caller's, others take root's.
                assigned["HOME"] = None
        assigned.update(wrapping.variables)
        outer = dict(self.variables)
        self.variables.update(assigned)
        self._dispatch(node, tuple(words[wrapping.words :]), text, stake)
        if words[0].value in SPECIAL and self.dialect != "bash":
            return
        for name in assigned:
            if name in outer:
                self.variables[name] = outer[name]
            else:
                self.variables.pop(name, None)

    def _substituted(self, node: shell.Simple, text: Joined, stake: Stake) -> None:
        """Follow `$( … )`. The status of the last one is the command's when there is nothing but assignments."""
        words = [*node.words, *(one.value for one in node.assignments if one.value is not None)]
        parts = [part for word in words for part in word.parts if isinstance(part, shell.Substitution)]
        for number, part in enumerate(parts):
            counts = not node.words and number == len(parts) - 1 and not part.process
            own = stake if counts else Stake(False, True, stake.certain)

            def walk(own: Stake, part: shell.Substitution = part) -> None:
                self.errexit = self.errexit and self.dialect != "bash"
                structure.follow(self, part.body, text, own)

            structure.apart(self, own, walk)

    def _path_of_sudo(self) -> str | None:
        """sudo sets PATH to its own, which is the usual one: other folders may be lost."""
        path = self.lookup("PATH")
        usual = path is not None and set(path.split(":")) <= set(DEFAULT_PATH.split(":"))
        return path if usual else None

    def _dispatch(self, node: shell.Simple, words: tuple[Argument, ...], text: Joined, stake: Stake) -> None:
        place = Place(text.source, Span(words[0].at.span.start, words[-1].at.span.end))
        redirects = self.redirect(node.redirects, text)
        command = Command(
            words,
            place,
            self.state,
            stage=self.stage,
            step=self.step,
            cwd=self.cwd,
            env=dict(self.variables),
            redirects=redirects,
            fatal=self.fatal(stake),
            # A function hides the program of its name.
            certain=stake.certain and not self.left and words[0].value not in self.functions,
            shell=self.dialect,
        )
        self.commands.append(command)
        name = command.name
        if name in self.functions:
            if self._depth < DEPTH:
                self._depth += 1
                structure.call(self, self.functions[name], text, stake)
                self._depth -= 1
            else:
                self.state = unknown_program(self.state)
            return
        if builtin(command, self):
            return
        position = script_word(words) if name in SHELLS else None
        if position is not None:
            written = [word for word in node.words if text.span(*word.span) == words[position].at.span]
            from torchlint.model.inner_text import inner_text

            assigned = [one.name for one in node.assignments]
            self._inner(command, inner_text(written[0], text, self.lookup, assigned), stake)
            return
        self._effect(command)

    def _effect(self, command: Command) -> None:
        effect = effect_of(command.name)
        self.state = effect(command, self) if effect is not None else unknown_program(self.state)

    def redirect(self, redirects: Sequence[shell.Redirect], text: Joined) -> tuple[Redirect, ...]:
        """What redirects of output create."""
        found: list[Redirect] = []
        for one in redirects:
            target = self._target(one.target, text)
            place = Place(text.source, text.span(*one.span))
            if one.operator not in (">", ">>", ">|", "&>", "&>>"):
                found.append(Redirect(one.operator, one.fd, target, place))
                continue
            where = self.state.absolute(target.value, self.cwd) if target.value is not None else None
            over = self.state.find(where) if where is not None else None
            found.append(Redirect(one.operator, one.fd, target, place, over))
            if where is None:
                self.state = self.state._replace(files=self.state.files.then(Anything(("/",))))
            elif not where.startswith("/dev/"):
                made = Made(where, Found("file", None, target.at))
                self.state = self.state._replace(files=self.state.files.then(made))
        return tuple(found)

    def _target(self, word: shell.Word, text: Joined) -> Argument:
        """Where a redirect goes: one word, or nothing that is known."""
        found = arguments(word, text, self.lookup, self.home)
        return found[0] if len(found) == 1 else Argument(None, Place(text.source, text.span(*word.span)))

    def _inner(self, command: Command, inner: Joined | None, stake: Stake) -> None:
        """`bash -c "text"`: a shell of its own, whose variables end with it. `inner` None: its text is unknown."""
        if inner is None or self._depth >= DEPTH:
            self.state = unknown_program(self.state)
            return
        self._depth += 1
        dialect, self.dialect = self.dialect, command.name or "sh"
        functions, self.functions = self.functions, {}

        def walk(own: Stake) -> None:
            self.started(command.values)
            # `set -e` of the outer shell does not reach into this one, nor does a condition around it.
            structure.follow(self, shell.parse(inner.text).body, inner, own._replace(ignored=False))

        structure.apart(self, stake, walk)
        self.functions = functions
        self.dialect = dialect
        self._depth -= 1

    def execute(self, words: tuple[Argument, ...], within: Command | None = None) -> None:
        """Follow a program started without a shell: by RUN in exec form, or by the program of `within`."""
        wrapping = unwrapped(words)
        words = words[wrapping.words :]
        if not words:
            return
        self.variables.update(wrapping.variables)
        source, first = words[0].at
        command = Command(
            words,
            Place(source, Span(first.start, words[-1].at.span.end)),
            self.state,
            stage=self.stage,
            step=self.step,
            cwd=self.cwd,
            env=dict(self.variables),
            fatal=within is None or within.fatal,
            certain=within is None or within.certain,
            shell=None,
        )
        self.commands.append(command)
        if command.name in SHELLS and script_word(words) is not None:
            self._inner(command, inner_script(words), Stake(fails=command.fatal, certain=command.certain))
        else:
            self._effect(command)
