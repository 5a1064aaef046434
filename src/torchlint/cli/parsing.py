"""Words of the command line to values. Wrong ones get one line that says what was meant."""

from __future__ import annotations

from torchlint.cli.arguments import Help, UsageError, meant, operands
from torchlint.cli.options import COMMANDS, SHELLS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn

    from torchlint.cli.options import Option


def values_of(command: str, words: Sequence[str]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The values of the options that are given, and the operands. Raises UsageError or Help."""
    words = list(words)
    behind: list[str] = []
    if "--" in words:
        words, behind = words[: words.index("--")], words[words.index("--") + 1 :]
    bare = _attached(command)
    found, others = _parser(command).parse_known_args([f"{word}=" if word in bare else word for word in words])
    if found.help:
        raise Help(_help(command))
    for word in others:
        if word.startswith("-") and word != "-":
            flag = word.partition("=")[0]
            raise UsageError(f"torchlint {command} has no option {flag}{meant(flag, _flags(command))}")
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in vars(found).items()}
    del values["help"]
    for name in ("output_file", "stdin_filename", "context", "baseline", "write_baseline", "diff_against", "pack"):
        if values.get(name) == "" or (name == "pack" and "" in values.get(name, ())):
            raise UsageError(f"--{name.replace('_', '-')}: its value is empty")
    return values, operands((*others, *behind))


def overview() -> str:
    """What `torchlint --help` prints."""
    lines = ["Usage: torchlint [COMMAND] [options] [PATH ...]", "", "Commands:"]
    lines += [f"  {name:<12}{command.help}" for name, command in COMMANDS.items()]
    lines += ["", "`torchlint COMMAND --help` lists a command's options.", EXIT_CODES]
    return "\n".join(lines) + "\n"


EXIT_CODES = "Exit codes: 0 nothing found from --fail-on up, 1 findings, 2 wrong use, unreadable file, internal error."


def _flags(command: str) -> list[str]:
    rows = [option for options in COMMANDS[command].options.values() for option in options]
    return [flag for row in rows for flag in (*row.flags, row.off) if flag] + ["--help"]


def _attached(command: str) -> set[str]:
    """Flags whose value may be left out: what follows one is never taken for its value."""
    rows = [option for options in COMMANDS[command].options.values() for option in options]
    return {flag for row in rows if row.attached for flag in row.flags}


def _parser(command: str) -> argparse.ArgumentParser:
    import argparse

    class Parser(argparse.ArgumentParser):
        """argparse, but errors are raised and look like all others."""

        def error(self, message: str) -> NoReturn:
            raise UsageError(message.removeprefix("argument "))

    class Plain(argparse.HelpFormatter):
        """argparse makes one for every option; with a width it asks no terminal and imports nothing."""

        def __init__(self, prog: str) -> None:
            super().__init__(prog, width=100)

    parser = Parser(
        f"torchlint {command}",
        formatter_class=Plain,
        add_help=False,
        allow_abbrev=False,
        argument_default=argparse.SUPPRESS,
    )
    parser.add_argument("-h", "--help", action="store_true", default=False)
    for options in COMMANDS[command].options.values():
        for option in options:
            if not option.takes:
                parser.add_argument(*option.flags, action="store_true")
                if option.off:
                    parser.add_argument(option.off, action="store_false", dest=option.name)
            elif option.many == "list":
                parser.add_argument(*option.flags, action="extend", type=_listed)
            else:
                parser.add_argument(*option.flags, action="append" if option.many else "store", type=_value(option))
    return parser


def _listed(text: str) -> list[str]:
    return [word for word in text.replace(",", " ").split() if word]


def _value(option: Option) -> Callable[[str], str]:
    return _one_of(option.choices, option.beside, bare=option.attached) if option.choices else str


def _one_of(choices: tuple[str, ...], beside: str, *, bare: bool) -> Callable[[str], str]:
    def chosen(text: str) -> str:
        word, equals, behind = text.partition("=")
        if bare and not text:
            return text
        if word not in choices or (equals and not (beside and behind)):
            from argparse import ArgumentTypeError

            if equals and beside and not behind:
                raise ArgumentTypeError(f"{text!r} names no {beside.lower()} behind its =")
            raise ArgumentTypeError(f"{text!r} is not one of {', '.join(choices)}{meant(word, choices)}")
        return text

    return chosen


def _help(command: str) -> str:
    row = COMMANDS[command]
    usage = " ".join(word for word in ("torchlint", command, "[options]" if row.options else "", row.operands) if word)
    lines = [f"Usage: {usage}", "", f"{row.help[0].upper()}{row.help[1:]}."]
    if command == "completion":
        lines += ["", f"SHELL is one of {', '.join(SHELLS)}."]
    for heading, options in row.options.items():
        lines += ["", f"{heading}:"]
        for option in options:
            lines += _option_lines(option)
    if row.examples:
        lines += ["", "Examples:"]
        for example, purpose in row.examples:
            lines += [f"  {example:<45} {purpose}"] if len(example) <= 45 else [f"  {example}", " " * 48 + purpose]
    if command in ("check", "fix"):
        lines += ["", EXIT_CODES]
    return "\n".join(lines) + "\n"


def _option_lines(option: Option) -> list[str]:
    flags = ", ".join(option.flags) if len(option.flags) > 1 else f"    {option.flags[0]}"
    choices = "|".join(option.choices)
    listed = len(choices) <= _CHOICES
    takes = option.takes if not (choices and listed) else choices
    if option.beside:
        takes += f"[={option.beside}]"
    value = f"[={takes}]" if option.attached else f" {takes}" if takes else ""
    head = f"  {flags}{value}{f', {option.off}' if option.off else ''}"
    lines = [f"{head:<36}{option.help}"] if len(head) < 35 else [head, " " * 36 + option.help]
    if choices and not listed:
        from textwrap import wrap

        lines += [" " * 36 + line for line in wrap(f"{option.takes}: {', '.join(option.choices)}", 80)]
    return lines


_CHOICES = 60
"""Choices that take more columns are listed below what the option is for."""
