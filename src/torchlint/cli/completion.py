"""Completion scripts, made from the tables of commands and options."""

from __future__ import annotations

from torchlint.cli.options import COMMANDS, SHELLS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.cli.options import Option


def script(shell: str) -> str:
    """The text to be sourced by bash, zsh or fish."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()


_RULE_NAMES = "torchlint rules --color never 2>/dev/null | cut -d' ' -f1"


def _options(command: str) -> list[Option]:
    return [option for options in COMMANDS[command].options.values() for option in options]


def _flags(option: Option) -> tuple[str, ...]:
    return (*option.flags, option.off) if option.off else option.flags


def _bash() -> str:
    commands = " ".join(COMMANDS)
    lines = [
        "_torchlint() {",
        '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command=check',
        f'    case "${{COMP_WORDS[1]}}" in {"|".join(COMMANDS)}) command="${{COMP_WORDS[1]}}" ;; esac',
        "    COMPREPLY=()",
        '    case "$command $before" in',
    ]
    for command in COMMANDS:
        for option in _options(command):
            if option.takes and not option.attached:
                pattern = "|".join(f'"{command} {flag}"' for flag in option.flags)
                lines.append(f"        {pattern}) {_bash_words(option.completes, option.choices)}; return ;;")
    lines += ["    esac", '    case "$command $word" in']
    for command in COMMANDS:
        flags = " ".join(flag for option in _options(command) for flag in _flags(option))
        lines.append(f'        "{command} -"*) COMPREPLY=($(compgen -W "{flags} --help" -- "$word")); return ;;')
    lines += ["    esac", '    case "$command" in']
    for command, row in COMMANDS.items():
        if row.completes:
            lines.append(f"        {command}) {_bash_words(row.completes, SHELLS)} ;;")
    lines += [
        "    esac",
        f'    if [ "$COMP_CWORD" = 1 ]; then COMPREPLY+=($(compgen -W "{commands}" -- "$word")); fi',
        "}",
        "complete -o filenames -F _torchlint torchlint",
    ]
    return "\n".join(lines) + "\n"


def _bash_words(completes: str, choices: tuple[str, ...]) -> str:
    if completes == "file":
        return 'COMPREPLY=($(compgen -f -- "$word"))'
    if completes == "folder":
        return 'COMPREPLY=($(compgen -d -- "$word"))'
    words = f"$({_RULE_NAMES})" if completes == "rule" else " ".join(choices)
    return f'COMPREPLY=($(compgen -W "{words}" -- "$word"))'


def _zsh() -> str:
    lines = ["#compdef torchlint", "", "_torchlint_rule_names() {", f'    compadd -- ${{(f)"$({_RULE_NAMES})"}}', "}"]
    for command, row in COMMANDS.items():
        lines += ["", f"_torchlint_{command}() {{", "    _arguments -s \\"]
        for option in _options(command):
            repeat = "*" if option.many else ""
            action = _zsh_action(option.completes, option.choices)
            value = f":{option.name.replace('_', ' ')}:{action}" if option.takes else ""
            behind, value = ("=-", f":{value}") if option.attached else ("", value)
            for flag in _flags(option):
                lines.append(f"        '{repeat}{flag}{behind}[{_quoted(option.help)}]{value}' \\")
        lines.append("        '--help[print the options]' \\")
        lines.append(f"        '*:operand:{_zsh_action(row.completes, SHELLS)}'")
        lines.append("}")
    described = " ".join(f"'{name}:{_quoted(row.help)}'" for name, row in COMMANDS.items())
    lines += [
        "",
        "_torchlint() {",
        f"    local -a commands=({described})",
        "    if (( CURRENT == 2 )); then",
        "        _describe command commands",
        "        _files",
        "        return",
        "    fi",
        '    case "$words[2]" in',
        f"        {'|'.join(COMMANDS)}) local chosen=$words[2]; shift words; (( CURRENT-- )); _torchlint_$chosen ;;",
        "        *) _torchlint_check ;;",
        "    esac",
        "}",
        "",
        'if [ "$funcstack[1]" = _torchlint ]; then _torchlint "$@"; else compdef _torchlint torchlint; fi',
    ]
    return "\n".join(lines) + "\n"


def _zsh_action(completes: str, choices: tuple[str, ...]) -> str:
    known = {"file": "_files", "folder": "_files -/", "rule": "_torchlint_rule_names"}
    return known.get(completes) or (f"({' '.join(choices)})" if choices and completes in ("", "shell") else " ")


def _fish() -> str:
    first = "__fish_use_subcommand"
    lines = [f"complete -c torchlint -n {first} -a {name} -d '{_quoted(row.help)}'" for name, row in COMMANDS.items()]
    for command, row in COMMANDS.items():
        others = " ".join(name for name in COMMANDS if name != command)
        # Without a command, paths and options are those of check.
        seen = f"not __fish_seen_subcommand_from {others}"
        if command != "check":
            seen = f"__fish_seen_subcommand_from {command}"
        start = f"complete -c torchlint -n '{seen}'"
        if row.completes != "file":
            words = {"rule": f"({_RULE_NAMES})", "shell": " ".join(SHELLS)}.get(row.completes, "")
            lines.append(f"{start} -f" + (f' -a "{words}"' if words else ""))
        for option in _options(command):
            flags = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags]
            lines.append(f"{start} {' '.join(flags)}{_fish_value(option)} -d '{_quoted(option.help)}'")
            if option.off:
                lines.append(f"{start} -l {option.off[2:]} -d 'take --{option.name.replace('_', '-')} back'")
    return "\n".join(lines) + "\n"


def _fish_value(option: Option) -> str:
    if not option.takes or option.attached:
        return ""
    if option.completes == "file":
        return " -r -F"
    if option.completes == "folder":
        return ' -x -a "(__fish_complete_directories)"'
    words = f"({_RULE_NAMES})" if option.completes == "rule" else " ".join(option.choices)
    return f' -x -a "{words}"' if words else " -x"


def _quoted(text: str) -> str:
    """Help that stands between single quotes and, in zsh, between brackets."""
    return text.replace("'", "").replace("[", "(").replace("]", ")").replace(":", ",")
