"""How a command is written: wrappers before the program, shells with a script in a word."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.syntax.joined import Joined
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from torchlint.model.command import Argument

SHELLS = frozenset({"sh", "bash", "dash", "ash", "zsh", "ksh"})
WRAPPERS: Mapping[str, frozenset[str]] = {
    "sudo": frozenset({"-u", "-g", "-h", "-p", "-C", "-T", "--user", "--group"}),
    "env": frozenset({"-u", "--unset", "-C", "--chdir"}),
    "exec": frozenset({"-a"}),
    "time": frozenset({"-f", "-o"}),
    "command": frozenset(),
    "nohup": frozenset(),
    "nice": frozenset({"-n"}),
    "ionice": frozenset({"-c", "-n"}),
    "timeout": frozenset({"-s", "-k"}),
    "eatmydata": frozenset(),
    "builtin": frozenset(),
    "chronic": frozenset(),
}
"""Programs that start the program named in their words, and their options that take a value."""


OPTIONS_WITH_VALUE = frozenset({"-W", "-X", "--check-hash-based-pycs"})
"""Python's options whose value is the next word."""


class Wrapping(NamedTuple):
    """What stands before the program. `words`: how many; `variables`: what `env` and `sudo` set; `sudo`: it is one."""

    words: int
    variables: Mapping[str, str]
    sudo: bool


def unwrapped(words: Sequence[Argument]) -> Wrapping:
    """The wrappers such as sudo and env that a command begins with."""
    number = 0
    variables: dict[str, str] = {}
    sudo = False
    while number < len(words):
        value = words[number].value
        name = value.rsplit("/", 1)[-1] if value is not None else None
        if name is None or name not in WRAPPERS:
            break
        ahead = number + 1
        assigned: dict[str, str] = {}
        while ahead < len(words):
            option = words[ahead].value or ""
            if name == "command" and option in ("-v", "-V"):
                return Wrapping(number, variables, sudo)
            if option.startswith("-") and option != "-":
                ahead += 2 if option in WRAPPERS[name] else 1
            elif name in ("env", "sudo") and "=" in option:
                variable, _, content = option.partition("=")
                assigned[variable] = content
                ahead += 1
            elif name == "timeout" and option[:1].isdigit():
                ahead += 1
            else:
                break
        if ahead >= len(words):
            break
        variables |= assigned
        sudo = sudo or name == "sudo"
        number = ahead
    return Wrapping(number, variables, sudo)


class Flags(NamedTuple):
    """What a shell is started with. `script`: which word is the text of `-c`, None without. `login`: it reads start-up
    files, which may set PATH anew."""

    script: int | None = None
    errexit: bool = False
    pipefail: bool = False
    login: bool = False


def shell_flags(values: Sequence[str | None]) -> Flags:
    """The options of a shell, from its words without the program."""
    flags = Flags()
    number = 0
    while number < len(values):
        value = values[number]
        number += 1
        if value is None or not value.startswith(("-", "+")) or value in ("-", "--"):
            break
        if value.startswith("--"):
            flags = flags._replace(login=flags.login or value == "--login")
            number += value in ("--rcfile", "--init-file")
            continue
        if value[0] == "-":
            flags = flags._replace(
                errexit=flags.errexit or "e" in value, login=flags.login or "l" in value or "i" in value
            )
        if "o" in value or "O" in value:
            named = values[number] if number < len(values) else None
            flags = flags._replace(
                pipefail=flags.pipefail or (named == "pipefail" and value[0] == "-"),
                errexit=flags.errexit or (named == "errexit" and value[0] == "-"),
            )
            number += 1
        if value[0] == "-" and "c" in value:
            while number < len(values) and (values[number] or "").startswith(("-", "+")):
                # Options may follow `-c`: the text is the first word that is none.
                more = shell_flags(values[number:])
                number += 1 + ("o" in (values[number] or ""))
                flags = flags._replace(
                    errexit=flags.errexit or more.errexit,
                    pipefail=flags.pipefail or more.pipefail,
                    login=flags.login or more.login,
                )
            return flags._replace(script=number)
    return flags


def script_word(words: Sequence[Argument]) -> int | None:
    """Which word of `bash -c text` is the text."""
    script = shell_flags([word.value for word in words[1:]]).script
    return None if script is None or script + 1 >= len(words) else script + 1


def inner_script(argv: Sequence[Argument]) -> Joined | None:
    """The text in `["bash", "-c", "text"]` with its places; None when there is none or its JSON string has escapes."""
    position = script_word(argv) if argv and (argv[0].value or "").rsplit("/", 1)[-1] in SHELLS else None
    if position is None:
        return None
    text = argv[position]
    source, span = text.at
    inside = Joined.of(source, span)
    if inside.text[1:-1] == text.value and inside.text[:1] == inside.text[-1:] and inside.text[:1] in ("'", '"'):
        # A word of a shell command keeps its quotes.
        inside = Joined.of(source, Span(span.start + 1, span.end - 1))
    return inside if inside.text == text.value else None
