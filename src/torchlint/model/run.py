"""A RUN, command by command: walks the shell's structure and hands each simple command to its effect.

Branches that may or may not run end in a join of their outcomes; a literal `for` list is unrolled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint.model.builtins import builtin
from torchlint.model.command import Argument, Command, Redirect
from torchlint.model.effects import effect_of, unknown_program
from torchlint.model.expanding import arguments
from torchlint.model.invocation import (
    SHELLS,
    gives_up,
    inner_script,
    literal_script,
    script_word,
    substituted,
    unwrapped,
)
from torchlint.model.joining import either
from torchlint.syntax import shell
from torchlint.text import Place, Span

if TYPE_CHECKING:
    from torchlint.model.command import Install
    from torchlint.model.reading import Reading
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.joined import Joined
    from torchlint.world import World

UNROLLED = 16
"""The longest literal `for` list that is followed item by item."""

DEPTH = 12
"""How deep scripts in scripts (`bash -c`, functions) are followed."""


class Run:
    """One RUN while it is followed. `state` is the snapshot so far; `commands` and `installs` what was met."""

    def __init__(self, state: Snapshot, world: World, reading: Reading, *, stage: int, step: int, dialect: str) -> None:
        self.state = state
        self.world = world
        self.reading = reading
        self.stage = stage
        self.step = step
        self.dialect = dialect
        self.commands: list[Command] = []
        self.installs: list[Install] = []
        self.cwd = state.workdir.value
        self.variables: dict[str, str | None] = {}
        self.errexit = False
        self.pipefail = False
        self.ended = False
        self._functions: dict[str, shell.List] = {}
        self._depth = 0

    def script(self, text: Joined, *, fatal: bool = True, certain: bool = True) -> None:
        """Follow a script. `fatal`: its exit status is the RUN's."""
        if self._depth >= DEPTH:
            self.state = unknown_program(self.state)
            return
        self._depth += 1
        self._list(shell.parse(text.text).body, text, fatal, certain)
        self._depth -= 1

    def lookup(self, name: str) -> str | None:
        """A variable's value: "" when it is surely unset, None when it cannot be known."""
        if name in self.variables:
            return self.variables[name]
        known = self.state.variable(name)
        if known is not None:
            return known.value
        if name in ("HOME", "PWD", "USER", "HOSTNAME", "SHELL", "RANDOM", "OLDPWD") or not name[:1].isalpha():
            return self.home() if name == "HOME" else self.cwd if name == "PWD" else None
        if name.startswith(("PIP_", "UV_")) and self.state.base.kind in ("cuda", "pytorch"):
            # These images set many variables of their own, but none for installers.
            return ""
        return "" if self.state.env_complete else None

    def home(self) -> str | None:
        """The home folder of the user this RUN runs as; None when unknown."""
        known = self.variables.get("HOME") if "HOME" in self.variables else None
        if known is not None:
            return known
        declared = self.state.variable("HOME")
        if declared is not None:
            return declared.value
        return "/root" if self.state.user.value in ("root", "0", "0:0", "root:root") else None

    def search_path(self) -> str | None:
        """PATH as it is here: "" means the snapshot's own."""
        return self.variables.get("PATH", "")

    # Structure

    def _list(self, body: shell.List, text: Joined, fatal: bool, certain: bool) -> None:
        for number, item in enumerate(body.items):
            if self.ended:
                return
            last = number == len(body.items) - 1
            counts = fatal and last and not item.background
            self._node(item.node, text, counts, self.errexit and fatal and not item.background, certain)

    def _node(self, node: shell.Node, text: Joined, fatal: bool, errexit: bool, certain: bool) -> None:
        """Follow one node. `fatal`: its status is the script's; `errexit`: `set -e` watches its last command."""
        match node:
            case shell.Simple():
                self._simple(node, text, fatal or errexit, certain)
            case shell.Pipeline():
                self._pipeline(node, text, fatal, errexit, certain)
            case shell.AndOr():
                self._and_or(node, text, fatal, errexit, certain)
            case shell.List():
                self._list(node, text, fatal or errexit, certain)
            case shell.Group():
                self._group(node, text, fatal or errexit, certain)
            case shell.If():
                self._if(node, text, fatal or errexit)
            case shell.For():
                self._for(node, text, fatal or errexit, certain)
            case shell.While():
                before = self.state
                self._list(node.condition, text, False, certain)
                self._list(node.body, text, False, False)
                self.state = either(before, (before, self.state))
                self._forget_variables()
            case shell.Case():
                self._case(node, text, fatal or errexit)
            case shell.Function():
                if isinstance(node.body, shell.List):
                    self._functions[node.name] = node.body
                elif isinstance(node.body, shell.Group):
                    self._functions[node.name] = node.body.body
            case _:
                self.state = unknown_program(self.state)

    def _pipeline(self, node: shell.Pipeline, text: Joined, fatal: bool, errexit: bool, certain: bool) -> None:
        for number, item in enumerate(node.items):
            last = number == len(node.items) - 1
            counts = (last or self.pipefail) and not node.negated
            if len(node.items) == 1:
                self._node(item, text, fatal and counts, errexit and counts, certain)
                continue
            kept = self._scope()
            begin = len(self.commands)
            self._node(item, text, fatal and counts, errexit and counts, certain)
            for command in self.commands[begin:]:
                command.piped = command.piped or not last
                command.fed = command.fed or number > 0
            self._restore(kept)

    def _and_or(self, node: shell.AndOr, text: Joined, fatal: bool, errexit: bool, certain: bool) -> None:
        rescued = [False] * len(node.items)
        for number, operator in enumerate(node.operators):
            if operator == "||" and not gives_up(node.items[number + 1]):
                rescued[: number + 1] = [True] * (number + 1)
        before = self.state
        for number, item in enumerate(node.items):
            if number and node.operators[number - 1] == "||" and gives_up(item):
                continue
            last = number == len(node.items) - 1 or all(gives_up(rest) for rest in node.items[number + 1 :])
            alternative = "||" in node.operators[:number]
            self._node(item, text, fatal and not rescued[number], errexit and last, certain and not alternative)
        if any(rescued):
            self.state = either(before, (before, self.state))

    def _group(self, node: shell.Group, text: Joined, fatal: bool, certain: bool) -> None:
        kept = self._scope() if node.subshell else None
        self._list(node.body, text, fatal, certain)
        if kept is not None:
            self._restore(kept)

    def _if(self, node: shell.If, text: Joined, fatal: bool) -> None:
        ways: list[Snapshot] = []
        start = self.state
        for condition, body in node.branches:
            self._list(condition, text, False, False)
            start = self.state
            kept = self._scope()
            self._list(body, text, fatal, False)
            ways.append(self.state)
            self._restore(kept)
            self.state = start
        if node.otherwise is not None:
            kept = self._scope()
            self._list(node.otherwise, text, fatal, False)
            ways.append(self.state)
            self._restore(kept)
        else:
            ways.append(start)
        self.state = either(start, tuple(ways))
        self._forget_variables()

    def _for(self, node: shell.For, text: Joined, fatal: bool, certain: bool) -> None:
        values = [word.value(self.lookup) for word in node.words] if node.words is not None else [None]
        if 0 < len(values) <= UNROLLED and None not in values:
            for value in values:
                self.variables[node.name] = value
                self._list(node.body, text, fatal, certain)
            return
        before = self.state
        self.variables[node.name] = None
        self._list(node.body, text, fatal, False)
        self.state = either(before, (before, self.state))
        self._forget_variables()

    def _case(self, node: shell.Case, text: Joined, fatal: bool) -> None:
        start = self.state
        ways = [start]
        for arm in node.arms:
            kept = self._scope()
            self._list(arm.body, text, fatal, False)
            ways.append(self.state)
            self._restore(kept)
            self.state = start
        self.state = either(start, tuple(ways))
        self._forget_variables()

    def _scope(self) -> tuple[dict[str, str | None], str | None, bool, bool]:
        return dict(self.variables), self.cwd, self.errexit, self.ended

    def _restore(self, kept: tuple[dict[str, str | None], str | None, bool, bool]) -> None:
        self.variables, self.cwd, self.errexit, self.ended = dict(kept[0]), kept[1], kept[2], kept[3]

    def _forget_variables(self) -> None:
        """After a branch or loop the shell's own variables are no longer known, only that they exist."""
        self.variables = dict.fromkeys(self.variables)

    # Simple commands

    def _simple(self, node: shell.Simple, text: Joined, fatal: bool, certain: bool) -> None:
        for body in substituted(node):
            kept = self._scope()
            self._list(body, text, False, certain)
            self._restore(kept)
        assigned = {
            one.name: one.value.value(self.lookup) if one.value is not None and not one.append else None
            for one in node.assignments
        }
        if not node.words:
            self.variables.update(assigned)
            return
        words = [one for word in node.words for one in arguments(word, text, self.lookup, self.home)]
        outer = dict(self.variables)
        self.variables.update(assigned)
        self._dispatch(node, tuple(words), text, fatal, certain)
        if assigned:
            for name in assigned:
                if name in outer:
                    self.variables[name] = outer[name]
                else:
                    self.variables.pop(name, None)

    def _dispatch(
        self, node: shell.Simple, words: tuple[Argument, ...], text: Joined, fatal: bool, certain: bool
    ) -> None:
        skipped = unwrapped(words)
        words = words[skipped:]
        if not words:
            return
        place = Place(text.source, Span(words[0].at.span.start, words[-1].at.span.end))
        redirects = tuple(Redirect(one.operator, one.fd, self._target(one.target, text)) for one in node.redirects)
        command = Command(
            words,
            place,
            self.state,
            stage=self.stage,
            step=self.step,
            cwd=self.cwd,
            env=dict(self.variables),
            redirects=redirects,
            fatal=fatal,
            certain=certain,
            shell=self.dialect,
        )
        self.commands.append(command)
        for redirect in redirects:
            self._redirected(redirect)
        if builtin(command, self):
            return
        name = command.name
        if name in self._functions and self._depth < DEPTH:
            self._depth += 1
            self._list(self._functions[name], text, fatal, certain)
            self._depth -= 1
            return
        position = script_word(words) if name in SHELLS else None
        if position is not None:
            written = [word for word in node.words if text.span(*word.span) == words[position].at.span]
            self._inner(command, literal_script(written[0], text), fatal, certain)
            return
        effect = effect_of(name)
        self.state = effect(command, self) if effect is not None else unknown_program(self.state)

    def _target(self, word: shell.Word, text: Joined) -> Argument:
        """Where a redirect goes: one word, or nothing that is known."""
        found = arguments(word, text, self.lookup, self.home)
        return found[0] if len(found) == 1 else Argument(None, Place(text.source, text.span(*word.span)))

    def _redirected(self, redirect: Redirect) -> None:
        if redirect.operator not in (">", ">>", ">|", "&>", "&>>") or redirect.target.value is None:
            return
        where = self.state.absolute(redirect.target.value, self.cwd)
        if where is not None and not where.startswith("/dev/"):
            from torchlint.model.files import Found, Made

            made = Made(where, Found("file", None, redirect.target.at))
            self.state = self.state._replace(files=self.state.files.then(made))

    def _inner(self, command: Command, inner: Joined | None, fatal: bool, certain: bool) -> None:
        """`bash -c "text"`: a shell of its own, whose variables end with it. `inner` None: its text is unknown."""
        kept = self._scope()
        dialect, self.dialect = self.dialect, command.name or "sh"
        functions, self._functions = self._functions, {}
        options = [value for value in command.values if value is not None and value.startswith("-")]
        self.errexit = any("e" in option for option in options if not option.startswith("--"))
        if any("l" in option for option in options if not option.startswith("--")) or "--login" in options:
            self.variables["PATH"] = None
        if inner is None:
            self.state = unknown_program(self.state)
        else:
            self.script(inner, fatal=fatal, certain=certain)
        self._functions = functions
        self.dialect = dialect
        self._restore(kept)

    def execute(self, words: tuple[Argument, ...]) -> None:
        """Follow a program started without a shell (RUN in exec form)."""
        if not words:
            return
        source, first = words[0].at
        place = Place(source, Span(first.start, words[-1].at.span.end))
        command = Command(words, place, self.state, stage=self.stage, step=self.step, cwd=self.cwd, env={}, shell=None)
        self.commands.append(command)
        if command.name in SHELLS and script_word(words) is not None:
            self._inner(command, inner_script(words), True, True)
            return
        effect = effect_of(command.name)
        self.state = effect(command, self) if effect is not None else unknown_program(self.state)
