"""Conditions of the shell that compare what is known: which way a build takes."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.syntax import shell
from torchlint.syntax.shell.values import parameter
from torchlint.syntax.shell.words import Glob, Literal, Parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Variable
    from torchlint.syntax.shell.words import Word

_PATTERN = frozenset("*?[\\")
_CONNECTIVES = ("||", "&&")
_OLD_CONNECTIVES = ("-o", "-a")


class Decided(NamedTuple):
    """How a condition ends. `given`: the build arguments that it asks for; `sure`: no build argument changes it;
    `unset`: one of them has no value here, which counts as an empty one."""

    truth: bool
    given: tuple[str, ...]
    sure: bool
    unset: bool


def decided(run: Run, node: shell.Node) -> Decided | None:
    """How a condition ends where everything that it asks is known, None elsewhere."""
    if not run.builds:
        # Whoever starts a container may give it other variables.
        return None
    asking = _Asking(run)
    truth = asking.truth(node)
    return None if truth is None else asking.decided(truth)


def chosen(run: Run, node: shell.Case) -> tuple[int | None, Decided] | None:
    """Which arm of a `case` is taken, the number None if none is; None where that is not known."""
    if not run.builds or any(arm.terminator not in ("", ";;") for arm in node.arms):
        return None
    asking = _Asking(run)
    subject = asking.text(node.subject)
    if subject is None:
        return None
    for number, arm in enumerate(node.arms):
        found = [asking.fits(subject, one) for one in arm.patterns]
        if True in found:
            known = asking.decided(True)
            return None if not known.sure and leaves(arm.body) else (number, known)
        if None in found:
            return None
    return None, asking.decided(False)


def leaves(node: shell.Shape) -> bool:
    """True for what may end the script: a branch that does is there for builds that nobody is to make."""
    return any(one.words and one.words[0].literal in ("exit", "return") for one in shell.simple_commands(node))


class _Asking:
    """One condition, and what it asks for."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.given: dict[str, None] = {}
        self.sure = True
        self.unset = False

    def decided(self, truth: bool) -> Decided:
        """The answer, with what it depends on."""
        return Decided(truth, tuple(self.given), self.sure, self.unset)

    def lookup(self, name: str) -> str | None:
        """A variable's value; an ARG that has none is empty."""
        if name in self.run.variables:
            # What the script sets may come from a build argument.
            self.sure = False
            return self.run.variables[name]
        known = self.run.state.variable(name)
        if known is None:
            # A name that the file has not declared may be a mistake, or one of the few that need no ARG.
            self.sure = False
            return self.run.lookup(name)
        if known.overridable or "$" in _written(known):
            self.sure = False
            self.given[name] = None
        if known.value is None and _open(known) and self.run.state.base.kind is not None:
            self.unset = True
            return ""
        return known.value

    def truth(self, node: shell.Node) -> bool | None:
        """Whether it succeeds."""
        match node:
            case shell.List():
                only = node.items[0] if len(node.items) == 1 else None
                return None if only is None or only.background else self.truth(only.node)
            case shell.Pipeline() if len(node.items) == 1:
                return _negated(self.truth(node.items[0]), node.negated)
            case shell.Group(subshell=False):
                return self.truth(node.body)
            case shell.AndOr():
                result = self.truth(node.items[0])
                for operator, item in zip(node.operators, node.items[1:], strict=True):
                    result = _joined(operator == "||", result, self.truth(item))
                return result
            case shell.Simple() if node.words and not node.assignments:
                return self._simple(node.words)
        return None

    def _simple(self, words: tuple[Word, ...]) -> bool | None:
        name = words[0].literal
        if name == "[[" and words[-1].literal == "]]":
            return self._double(words[1:-1])
        inner = words[1:] if name == "test" else words[1:-1] if name == "[" and words[-1].literal == "]" else None
        if inner is None:
            return None
        values: list[str] = []
        for word in inner:
            fields = word.fields(self.lookup)
            if fields is None:
                return None
            values += fields
        return _test(values)

    def _double(self, words: tuple[Word, ...]) -> bool | None:
        """`[[ … ]]`, whose words are not split."""
        written = [word.literal for word in words]
        if not words or "(" in written or ")" in written:
            return None
        for connective in _CONNECTIVES:
            if connective in written:
                at = written.index(connective)
                left, right = self._double(words[:at]), self._double(words[at + 1 :])
                return _joined(connective == "||", left, right)
        if written[0] == "!":
            return _negated(self._double(words[1:]), True)
        if len(words) == 3 and written[1] in ("=", "==", "!="):
            left_text = self.text(words[0])
            fits = None if left_text is None else self.fits(left_text, words[2])
            return _negated(fits, written[1] == "!=")
        values = [self.text(word) for word in words]
        known = [value for value in values if value is not None]
        return _test(known) if len(known) == len(values) and len(values) < 4 else None

    def text(self, word: Word) -> str | None:
        """What a word becomes where it is not split."""
        found: list[str] = []
        for part in word.parts:
            value = (
                part.text
                if isinstance(part, Literal)
                else parameter(part, self.lookup)
                if isinstance(part, Parameter)
                else None
            )
            if value is None:
                return None
            found.append(value)
        return "".join(found)

    def fits(self, subject: str, word: Word) -> bool | None:
        """Whether a text is of the pattern that a word is."""
        pattern: list[str] = []
        for part in word.parts:
            if isinstance(part, Glob):
                if "(" in part.text or (part.text[:1] == "[" and ("\\" in part.text or ":" in part.text)):
                    return None
                pattern.append(part.text.replace("[^", "[!"))
                continue
            value = part.text if isinstance(part, Literal) else None
            if isinstance(part, Parameter):
                value = parameter(part, self.lookup)
                if value is not None and not part.quoted and not _PATTERN.isdisjoint(value):
                    return None
            if value is None:
                return None
            pattern += [f"[{char}]" if char in "*?[" else char for char in value]
        from fnmatch import fnmatchcase

        return fnmatchcase(subject, "".join(pattern))


def _written(known: Variable) -> str:
    return "" if known.at is None else known.at.source.text[slice(*known.at.span)]


def _open(known: Variable) -> bool:
    """Whether it is an ARG without a value."""
    return known.origin == "arg" and known.overridable and "=" not in _written(known)


def _negated(truth: bool | None, negated: bool) -> bool | None:
    return truth if truth is None or not negated else not truth


def _joined(either: bool, left: bool | None, right: bool | None) -> bool | None:
    """`left || right` with `either`, else `left && right`."""
    if either in (left, right):
        return either
    return None if None in (left, right) else not either


def _test(values: list[str]) -> bool | None:
    """`[ … ]`: how many words there are decides what they mean."""
    match values:
        case []:
            return False
        case [one]:
            return one != ""
        case ["!", *rest] if len(values) < 5:
            return _negated(_test(rest), True)
        case ["-n" | "-z" as operator, one]:
            return (one != "") == (operator == "-n")
        case [left, operator, right] if operator in _BINARY:
            return _compared(left, operator, right)
    for connective in _OLD_CONNECTIVES:
        if connective in values[1:-1]:
            at = values.index(connective, 1)
            return _joined(connective == "-o", _test(values[:at]), _test(values[at + 1 :]))
    return None


_BINARY = ("=", "==", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge")


def _compared(left: str, operator: str, right: str) -> bool | None:
    if operator in ("=", "==", "!="):
        return (left == right) == (operator != "!=")
    texts = [one[1:] if one[:1] == "-" else one for one in (left, right)]
    if not all(one.isascii() and one.isdigit() and len(one) < 16 for one in texts):
        return None
    first, second = int(left), int(right)
    order = {"-eq": first == second, "-lt": first < second, "-gt": first > second}
    opposite = {"-ne": "-eq", "-ge": "-lt", "-le": "-gt"}.get(operator)
    return order[operator] if opposite is None else not order[opposite]
