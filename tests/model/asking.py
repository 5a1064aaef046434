"""How tests ask a prediction: in the words of a user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from torchlint.model.environment import Program
from torchlint.model.files import Found

if TYPE_CHECKING:
    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.command import Command, Install
    from torchlint.model.entry import Entry
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Snapshot

UNKNOWN = "unknown"
ABSENT = "absent"


class Predicted(NamedTuple):
    """A prediction and questions about its last stage."""

    build: Build

    @property
    def stage(self) -> Stage:
        """The last stage."""
        return self.build.stages[-1]

    @property
    def final(self) -> Snapshot:
        """The last snapshot of the last stage."""
        return self.stage.final

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command of the last stage."""
        return tuple(command for step in self.stage.steps for command in step.commands)

    @property
    def installs(self) -> tuple[Install, ...]:
        """Every install of the last stage."""
        return tuple(install for step in self.stage.steps for install in step.installs)

    @property
    def install(self) -> Install:
        """The only install of the last stage."""
        (install,) = self.installs
        return install

    @property
    def entry(self) -> Entry:
        """What the last stage starts, which must be known."""
        assert self.stage.entry is not None
        return self.stage.entry

    def named(self, name: str) -> Command:
        """The only command of that name."""
        (command,) = [command for command in self.commands if command.name == name]
        return command

    def step(self, keyword: str) -> Step:
        """The last instruction of that name."""
        return [step for step in self.stage.steps if step.instruction.keyword == keyword][-1]

    def starts(self, word: str) -> str:
        """What a word starts at the end: "python of /usr/local", ABSENT, UNKNOWN, or "something"."""
        return said(self.final.which(word))

    def python(self, word: str = "python") -> str | None:
        """The minor version of the Python that a word starts, None when unknown."""
        environment = self.final.environment_of(self.final.which(word))
        return None if environment is None else environment.python.value

    def there(self, path: str) -> str:
        """Whether a path is there at the end: "file", "dir", "there", ABSENT or UNKNOWN."""
        answer = self.final.find(path)
        if isinstance(answer, Found):
            return answer.kind or "there"
        return UNKNOWN if answer is None else ABSENT

    def environment(self, prefix: str) -> Environment:
        """The environment at a prefix, which must be known."""
        return self.final.environments[prefix]

    def value(self, name: str) -> str | None:
        """The value of a variable that a container of the last stage sees; None when unknown."""
        return self.final.env[name].value


class Predict(Protocol):
    """The fixture that predicts a Dockerfile's text."""

    def __call__(self, text: str, files: dict[str, str] | None = None, **settings: Any) -> Predicted: ...


def said(program: Program | bool | None) -> str:
    """A program in words."""
    if isinstance(program, Program):
        return program.kind if program.prefix is None else f"{program.kind} of {program.prefix}"
    return {True: "something", False: ABSENT, None: UNKNOWN}[program]


def asked(install: Install) -> list[str]:
    """The names and specifiers that an install asks for, constraints in brackets."""
    return [
        f"({one.requirement.name}{one.requirement.specifier})"
        if one.constraint
        else f"{one.requirement.name}{one.requirement.specifier}"
        for one in install.requested
    ]


def looks(install: Install) -> list[tuple[str, str | None]] | None:
    """Where an install looks, kinds and URLs; None when that cannot be known."""
    return None if install.indexes is None else [(one.kind, one.url) for one in install.indexes]
