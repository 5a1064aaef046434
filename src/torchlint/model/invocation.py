"""How a command is written: wrappers before the program, shells with a script in a word, words that give up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint.syntax import shell
from torchlint.syntax.joined import Joined

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def unwrapped(words: tuple[Argument, ...]) -> int:
    """How many words belong to wrappers such as sudo and env."""
    number = 0
    while number < len(words):
        value = words[number].value
        name = value.rsplit("/", 1)[-1] if value is not None else None
        if name is None or name not in WRAPPERS:
            return number
        valued = WRAPPERS[name]
        ahead = number + 1
        while ahead < len(words):
            option = words[ahead].value or ""
            if option.startswith("-") and option != "-":
                ahead += 2 if option in valued else 1
            elif (name in ("env", "sudo") and "=" in option) or (name == "timeout" and option[:1].isdigit()):
                ahead += 1
            else:
                break
        if ahead >= len(words):
            return number
        number = ahead
    return number


def gives_up(node: shell.Node) -> bool:
    """True for `exit 1`, `false`, `return 1` and a group that ends so: what stands after `||` to pass a failure on."""
    if isinstance(node, shell.Group) and node.body.items:
        return gives_up(node.body.items[-1].node)
    if isinstance(node, shell.Pipeline) and len(node.items) == 1:
        return gives_up(node.items[0])
    if not isinstance(node, shell.Simple) or not node.words:
        return False
    first = node.words[0].literal
    second = node.words[1].literal if len(node.words) > 1 else None
    return first == "false" or (first in ("exit", "return") and second != "0")


def substituted(node: shell.Simple) -> list[shell.List]:
    words = [*node.words, *(one.value for one in node.assignments if one.value is not None)]
    return [part.body for word in words for part in word.parts if isinstance(part, shell.Substitution)]


def script_word(words: tuple[Argument, ...]) -> int | None:
    """Which word of `bash -c text` is the text."""
    for number, word in enumerate(words[1:-1], 1):
        value = word.value
        if value is None or not value.startswith("-"):
            return None
        if not value.startswith("--") and value.endswith("c"):
            return number + 1
    return None


def inner_script(argv: tuple[Argument, ...]) -> Joined | None:
    """The text in `["bash", "-c", "text"]` with its places; None when there is none or its JSON string has escapes."""
    position = script_word(argv) if argv and (argv[0].value or "").rsplit("/", 1)[-1] in SHELLS else None
    if position is None:
        return None
    text = argv[position]
    inside = Joined.of(*text.at)
    return inside if inside.text == text.value else None


def literal_script(word: shell.Word, text: Joined) -> Joined | None:
    """The script in a quoted word with its places, when nothing in it is expanded before the inner shell reads it."""
    literal = word.literal
    start, end = word.span.start, word.span.end
    if literal is None:
        return None
    if end - start >= 2 and text.text[start] in "'\"" and text.text[start + 1 : end - 1] == literal:
        return text.part(start + 1, end - 1)
    return text.part(start, end) if text.text[start:end] == literal else None
