"""Shapes of shell code with a meaning of their own: giving up, testing, leaving a loop."""

from __future__ import annotations

from torchlint.syntax import shell

TESTS = frozenset("[ [[ test which type hash grep egrep fgrep cmp diff getent id expr".split())
"""Commands whose failure is an answer, not a mishap."""


def giving_up(node: shell.Node) -> str | None:
    """How a command after `||` passes a failure on: by "exit", "return" or a "false" status; None when it does not."""
    if isinstance(node, shell.Group) and node.body.items:
        how = giving_up(node.body.items[-1].node)
        return "false" if node.subshell and how is not None else how
    if not isinstance(node, shell.Simple) or not node.words:
        return None
    name = node.words[0].literal
    if name in ("exit", "return"):
        return name if len(node.words) == 1 or _failing(node.words[1]) else None
    return "false" if name == "false" else None


def _failing(word: shell.Word) -> bool:
    """True for a status other than 0: a number, or `$?` where something has just failed."""
    text = word.literal
    return text.strip("0") != "" if text is not None else _last_status(word)


def _last_status(word: shell.Word) -> bool:
    return len(word.parts) == 1 and isinstance(word.parts[0], shell.Parameter) and word.parts[0].name == "?"


def passes_on(node: shell.Node) -> bool:
    """True for `exit` and `exit $?`: what came before decides the status."""
    if not isinstance(node, shell.Simple) or not node.words or node.words[0].literal != "exit":
        return False
    return len(node.words) == 1 or _last_status(node.words[1])


def is_test(node: shell.Node) -> bool:
    """True for a command that asks something: its failure is no mishap."""
    match node:
        case shell.Simple() if node.words:
            name = node.words[0].literal
            option = node.words[1].literal if len(node.words) > 1 else None
            return name in TESTS or (name == "command" and option in ("-v", "-V"))
        case shell.Pipeline():
            return node.negated or is_test(node.items[-1])
        case shell.AndOr():
            return any(is_test(item) for item in node.items)
        case shell.Group() if node.body.items:
            return is_test(node.body.items[-1].node)
        case shell.Opaque():
            return True
    return False


def leaves_loop(body: shell.List) -> bool:
    """True if `break` or `continue` stands in a loop's body."""
    return any(
        command.words and command.words[0].literal in ("break", "continue") for command in shell.simple_commands(body)
    )


def for_the_rest(node: shell.Case) -> bool:
    """True if one arm of a `case` takes all that no other does."""
    return any(
        len(word.parts) == 1 and isinstance(word.parts[0], shell.Glob) and word.parts[0].text == "*"
        for arm in node.arms
        for word in arm.patterns
    )
