"""What a shell script is made of. Every span is a range of the text that was parsed.

Plain slotted classes rather than NamedTuples: twenty of those would cost 2 ms at import.
"""

from __future__ import annotations

from torchlint.syntax.shell.words import Literal, Shape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from torchlint.syntax import SyntaxProblem
    from torchlint.syntax.shell.words import Opaque, Part, Word
    from torchlint.text import Span


class Assignment(Shape):
    """`name=value` or `name+=value`, `name` with its index if it has one (`a[1]`).

    `value` is None for an array, `name=( … )`; its elements are in `array` then.
    """

    __slots__ = ("append", "array", "name", "value")
    __match_args__ = ("name", "value", "append", "span", "array")
    inner = ("value", "array")

    def __init__(
        self, name: str, value: Word | None, append: bool, span: Span, array: tuple[Word, ...] | None = None
    ) -> None:
        self.name = name
        self.value = value
        self.append = append
        self.span = span
        self.array = array


class HeredocBody(Shape):
    """The lines of a here-document, `span` without the closing line. `quoted`: nothing in it is expanded.

    `parts` tell how it reads once tabs are removed (`<<-`) and expansions are made, as in double quotes.
    """

    __slots__ = ("parts", "quoted")
    __match_args__ = ("span", "parts", "quoted")
    inner = ("parts",)

    def __init__(self, span: Span, parts: tuple[Part, ...], quoted: bool) -> None:
        self.span = span
        self.parts = parts
        self.quoted = quoted


class Redirect(Shape):
    """`2>file` and its kin: `operator` as written, `fd` None without a number (and for bash's `{name}>`).

    `heredoc` is None for `<<` when its body is not in the text: that of a RUN belongs to the Dockerfile's reader.
    """

    __slots__ = ("fd", "heredoc", "operator", "target")
    __match_args__ = ("span", "fd", "operator", "target", "heredoc")
    inner = ("target", "heredoc")

    def __init__(
        self, span: Span, fd: int | None, operator: str, target: Word, heredoc: HeredocBody | None = None
    ) -> None:
        self.span = span
        self.fd = fd
        self.operator = operator
        self.target = target
        self.heredoc = heredoc


class Simple(Shape):
    """A simple command. `[[ … ]]` is one too: its words run from `[[` to `]]`, operators between them included."""

    __slots__ = ("assignments", "redirects", "words")
    __match_args__ = ("span", "assignments", "words", "redirects")
    inner = ("assignments", "words", "redirects")

    def __init__(
        self,
        span: Span,
        assignments: tuple[Assignment, ...],
        words: tuple[Word, ...],
        redirects: tuple[Redirect, ...],
    ) -> None:
        self.span = span
        self.assignments = assignments
        self.words = words
        self.redirects = redirects


class Pipeline(Shape):
    """`! a | b`; a single command only when it is negated or timed (`time a`)."""

    __slots__ = ("items", "negated", "timed")
    __match_args__ = ("span", "negated", "items", "timed")
    inner = ("items",)

    def __init__(self, span: Span, negated: bool, items: tuple[Node, ...], timed: bool = False) -> None:
        self.span = span
        self.negated = negated
        self.items = items
        self.timed = timed


class AndOr(Shape):
    """`a && b || c`: two items or more, and an operator, `&&` or `||`, between each two; left to right."""

    __slots__ = ("items", "operators")
    __match_args__ = ("span", "items", "operators")
    inner = ("items",)

    def __init__(self, span: Span, items: tuple[Node, ...], operators: tuple[str, ...]) -> None:
        self.span = span
        self.items = items
        self.operators = operators


class Item(Shape):
    """One member of a List; `background` when `&` follows it."""

    __slots__ = ("background", "node")
    __match_args__ = ("node", "background")
    inner = ("node",)

    def __init__(self, node: Node, background: bool) -> None:
        self.span = node.span
        self.node = node
        self.background = background


class List(Shape):
    """Commands one after the other; empty where none is written. `span` is that of its items."""

    __slots__ = ("items",)
    __match_args__ = ("span", "items")
    inner = ("items",)

    def __init__(self, span: Span, items: tuple[Item, ...]) -> None:
        self.span = span
        self.items = items


class Group(Shape):
    """`{ …; }`, or `( … )` when `subshell`."""

    __slots__ = ("body", "redirects", "subshell")
    __match_args__ = ("span", "body", "subshell", "redirects")
    inner = ("body", "redirects")

    def __init__(self, span: Span, body: List, subshell: bool, redirects: tuple[Redirect, ...]) -> None:
        self.span = span
        self.body = body
        self.subshell = subshell
        self.redirects = redirects


class If(Shape):
    """`branches` are the conditions and bodies of `if` and each `elif`; `otherwise` is the `else`."""

    __slots__ = ("branches", "otherwise", "redirects")
    __match_args__ = ("span", "branches", "otherwise", "redirects")
    inner = ("branches", "otherwise", "redirects")

    def __init__(
        self,
        span: Span,
        branches: tuple[tuple[List, List], ...],
        otherwise: List | None,
        redirects: tuple[Redirect, ...],
    ) -> None:
        self.span = span
        self.branches = branches
        self.otherwise = otherwise
        self.redirects = redirects


class For(Shape):
    """`for name in words; do body; done`. `words` is None without `in`: the script's own arguments."""

    __slots__ = ("body", "name", "redirects", "words")
    __match_args__ = ("span", "name", "words", "body", "redirects")
    inner = ("words", "body", "redirects")

    def __init__(
        self, span: Span, name: str, words: tuple[Word, ...] | None, body: List, redirects: tuple[Redirect, ...]
    ) -> None:
        self.span = span
        self.name = name
        self.words = words
        self.body = body
        self.redirects = redirects


class While(Shape):
    """`while condition; do body; done`, or `until`."""

    __slots__ = ("body", "condition", "redirects", "until")
    __match_args__ = ("span", "condition", "body", "until", "redirects")
    inner = ("condition", "body", "redirects")

    def __init__(self, span: Span, condition: List, body: List, until: bool, redirects: tuple[Redirect, ...]) -> None:
        self.span = span
        self.condition = condition
        self.body = body
        self.until = until
        self.redirects = redirects


class Arm(Shape):
    """`pattern | pattern) body` and how it ends: `;;`, `;&`, `;;&`, or "" before `esac`."""

    __slots__ = ("body", "patterns", "terminator")
    __match_args__ = ("patterns", "body", "terminator", "span")
    inner = ("patterns", "body")

    def __init__(self, patterns: tuple[Word, ...], body: List, terminator: str, span: Span) -> None:
        self.patterns = patterns
        self.body = body
        self.terminator = terminator
        self.span = span


class Case(Shape):
    """`case subject in … esac`."""

    __slots__ = ("arms", "redirects", "subject")
    __match_args__ = ("span", "subject", "arms", "redirects")
    inner = ("subject", "arms", "redirects")

    def __init__(self, span: Span, subject: Word, arms: tuple[Arm, ...], redirects: tuple[Redirect, ...]) -> None:
        self.span = span
        self.subject = subject
        self.arms = arms
        self.redirects = redirects


class Function(Shape):
    """`name() body` or `function name body`: `body` is a compound command with its redirects."""

    __slots__ = ("body", "name")
    __match_args__ = ("span", "name", "body")
    inner = ("body",)

    def __init__(self, span: Span, name: str, body: Node) -> None:
        self.span = span
        self.name = name
        self.body = body


Node: TypeAlias = "Simple | Pipeline | AndOr | List | Group | If | For | While | Case | Function | Opaque"


class Script(Shape):
    """A whole text. An error never hides what can still be read; `comments` run from `#` to the line's end."""

    __slots__ = ("body", "comments", "problems")
    __match_args__ = ("body", "problems", "comments")
    inner = ("body",)

    def __init__(self, span: Span, body: List, problems: tuple[SyntaxProblem, ...], comments: tuple[Span, ...]) -> None:
        self.span = span
        self.body = body
        self.problems = problems
        self.comments = comments


def simple_commands(node: Shape) -> Iterator[Simple]:
    """Every simple command in `node`, in the order of their starts: also those in substitutions and here-documents."""
    found: list[Simple] = []
    pending: list[Shape] = [node]
    while pending:
        shape = pending.pop()
        kind = type(shape)
        if kind is Simple:
            found.append(shape)  # type: ignore[arg-type]
        for name in shape.inner:
            value = getattr(shape, name)
            if type(value) is tuple:
                _push(value, pending)
            elif value is not None:
                pending.append(value)
    found.sort(key=lambda one: one.span.start)
    return iter(found)


def _push(shapes: tuple[object, ...], pending: list[Shape]) -> None:
    for shape in shapes:
        if type(shape) is tuple:
            _push(shape, pending)
        elif type(shape) is not Literal:
            pending.append(shape)  # type: ignore[arg-type]
