"""The grammar of the shell: lists, pipelines, compound and simple commands."""

from __future__ import annotations

from torchlint.syntax.shell.cursor import NOTHING, PARENTHESIS, TooDeep
from torchlint.syntax.shell.nodes import (
    AndOr,
    Arm,
    Case,
    For,
    Function,
    Group,
    If,
    Item,
    List,
    Pipeline,
    Script,
    Simple,
    While,
)
from torchlint.syntax.shell.simple import SimpleReader
from torchlint.syntax.shell.words import Opaque, Word, expansions
from torchlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.syntax.shell.nodes import Node
    from torchlint.syntax.shell.words import Part

_CLOSING = frozenset(("then", "do", "done", "fi", "elif", "else", "esac", "}"))
_OPENING = frozenset(("if", "for", "while", "until", "case", "function", "select", "{", "[["))
_THEN = frozenset(("then",))
_BRANCH = frozenset(("elif", "else", "fi"))
_FI = frozenset(("fi",))
_DO = frozenset(("do",))
_DONE = frozenset(("done",))
_BRACE = frozenset(("}",))
_ARM = frozenset((";;", "esac"))


def parse(text: str) -> Script:
    """Read `text`, held as latin-1; spans are ranges of it. Never raises: what is wrong is in `problems`."""
    parser = _Parser(text)
    whole = Span(0, len(text))
    try:
        body = parser.commands(NOTHING)
    except TooDeep:
        body = List(whole, (Item(Opaque(whole), False),))
        parser.problem("nested-too-deeply", "This nests more deeply than torchlint reads", 0, len(text))
    return Script(whole, body, tuple(parser.problems), tuple(parser.comments))


class _Parser(SimpleReader):
    """One method for each production. `stops` are the words and signs that an enclosing construct waits for."""

    __slots__ = ()

    def commands(self, stops: frozenset[str]) -> List:
        """Commands up to the end or one of `stops`."""
        items: list[Item] = []
        begin = self.pos
        separated = True
        while char := self.lines():
            start = self.pos
            if char in ");&|" and (ends := self._stray(char, stops)) is not None:
                if ends:
                    break
                separated = True
                continue
            bare = self.bare()
            if bare in _CLOSING:
                if bare in stops:
                    break
                self.pos += len(bare)
                self.problem("unexpected-word", f"Nothing here waits for `{bare}`", start, self.pos)
                separated = True
                self._separator()
                continue
            if not separated:
                self.problem("unexpected-word", "A separator is missing before this", start, start + 1)
            node = self._and_or(stops, bare)
            if node is None:
                self.problem("unexpected-character", "No command begins with this", start, start + 1)
                self.pos = max(self.pos, start + 1)
                continue
            separator = self._separator()
            separated = separator != ""
            items.append(Item(node, separator == "&"))
        if not items:
            return List(Span(begin, begin), ())
        return List(Span(items[0].span.start, items[-1].span.end), tuple(items))

    def _separator(self) -> str:
        """Step over `;` or `&`; "" when nothing separates what was read from what follows."""
        char = self.blanks()
        if (char == "&" and not self.at("&&")) or (char == ";" and not self.at(";;") and not self.at(";&")):
            self.pos += 1
            return char
        return "\n" if char in ("\n", "") else ""

    def _stray(self, char: str, stops: frozenset[str]) -> bool | None:
        """An operator where a command could begin: True if it ends the list, False if skipped, None for `&>`."""
        start = self.pos
        if self.at("&>"):
            return None
        two = self.text[start : min(start + 2, self.end)]
        if (char == ")" and ")" in stops) or (two in (";;", ";&") and ";;" in stops):
            return True
        self.pos += 2 if two in (";;", ";&", "&&", "||", "|&") else 1
        self.problem(
            "unexpected-operator", f"No command stands before `{self.text[start : self.pos]}`", start, self.pos
        )
        return False

    def _and_or(self, stops: frozenset[str], bare: str) -> Node | None:
        first = self._pipeline(stops, bare)
        if first is None:
            return None
        items = [first]
        operators: list[str] = []
        while self.blanks() in ("&", "|") and (self.at("&&") or self.at("||")):
            start = self.pos
            operator = self.text[start : start + 2]
            self.pos += 2
            following = self._next(stops, self._pipeline)
            if following is None:
                self.problem("missing-command", f"No command stands after `{operator}`", start, start + 2)
                break
            operators.append(operator)
            items.append(following)
        if not operators:
            return first
        return AndOr(Span(first.span.start, items[-1].span.end), tuple(items), tuple(operators))

    def _next(self, stops: frozenset[str], read: Callable[[frozenset[str], str], Node | None]) -> Node | None:
        """What comes after an operator; line ends may stand before it."""
        char = self.lines()
        if not char or (char in ");|&" and not self.at("&>")):
            return None
        bare = self.bare()
        return None if bare in _CLOSING else read(stops, bare)

    def _pipeline(self, stops: frozenset[str], bare: str) -> Node | None:
        start = self.pos
        negated = timed = False
        while bare in ("!", "time"):
            self.pos += len(bare)
            negated ^= bare == "!"
            timed |= bare == "time"
            self.blanks()
            while timed and (bare := self.bare()) in ("-p", "--"):
                self.pos += 2
                self.blanks()
            bare = self.bare()
        prefix = self.pos
        node = None if bare in _CLOSING else self._command(stops, bare)
        if node is None:
            if prefix == start:
                return None
            if negated:
                self.problem("missing-command", "No command stands after `!`", start, prefix)
            node = Simple(Span(prefix, prefix), (), (), ())
        items = [node]
        while self.blanks() == "|" and not self.at("||"):
            bar = self.pos
            self.pos += 2 if self.at("|&") else 1
            following = self._next(stops, self._command)
            if following is None:
                self.problem("missing-command", "No command stands after `|`", bar, bar + 1)
                break
            items.append(following)
        if len(items) == 1 and prefix == start:
            return node
        return Pipeline(Span(start, items[-1].span.end), negated, tuple(items), timed)

    def _command(self, stops: frozenset[str], bare: str) -> Node | None:
        start = self.pos
        if bare == "[[":
            return self.test()
        if bare not in _OPENING and not self.at("("):
            return self.simple(stops)
        self.enter()
        node = self._compound(start, stops, bare)
        self.leave()
        if redirects := self.redirects():
            node.span = Span(start, redirects[-1].span.end)
            if isinstance(node, (Group, If, For, While, Case)):
                node.redirects = redirects
        return node

    def _compound(self, start: int, stops: frozenset[str], bare: str) -> Node:
        if self.at("("):
            return self._parenthesis(start)
        self.pos = start + len(bare)
        if bare == "{":
            body = self._body(stops | _BRACE, bare)
            self._close("}", start)
            return Group(Span(start, self.pos), body, False, ())
        if bare == "if":
            return self._if(start, stops)
        if bare in ("while", "until"):
            condition = self._body(stops | _DO, bare)
            body = self._do(start, stops)
            return While(Span(start, self.pos), condition, body, bare == "until", ())
        if bare == "case":
            return self._case(start, stops)
        if bare == "function":
            self.blanks()
            name = self.word() or self._no_word("missing-name", "`function` needs a name")
            self.spaces()
            self.signature()
            return self.function_body(start, self.text[name.span.start : name.span.end], stops)
        return self._for(start, stops, bare == "select")

    def function_body(self, start: int, name: str, stops: frozenset[str]) -> Function:
        """A function's definition after its `name ()`, which began at `start`."""
        body = self._next(stops, self._command)
        if body is None:
            self.problem("missing-command", "This function has no body", start, self.pos)
            body = Opaque(Span(self.pos, self.pos))
        return Function(Span(start, body.span.end), name, body)

    def _body(self, stops: frozenset[str], name: str) -> List:
        """A list that must not be empty."""
        begin = self.pos
        body = self.commands(stops)
        if not body.items:
            self.problem("missing-command", f"No command stands after `{name}`", begin, self.pos)
        return body

    def _close(self, word: str, start: int) -> bool:
        """Take the word that ends what began at `start`; report its absence."""
        if self.bare() == word:
            self.pos += len(word)
            return True
        self.problem("unterminated-command", f"`{word}` is missing", start, self.pos)
        return False

    def _parenthesis(self, start: int) -> Node:
        """`(( … ))` or `( … )`."""
        if self.at("((") and (close := self.arithmetic_end(start + 2)) is not None:
            inside = self.arithmetic(start + 2, close)
            return Opaque(Span(start, self.pos), inside)
        self.pos = start + 1
        body = self._body(PARENTHESIS, "(")
        if self.pos < self.end:
            self.pos += 1
        else:
            self.problem("unterminated-command", "`)` is missing", start, self.pos)
        return Group(Span(start, self.pos), body, True, ())

    def _if(self, start: int, stops: frozenset[str]) -> If:
        branches: list[tuple[List, List]] = []
        otherwise: List | None = None
        while True:
            condition = self._body(stops | _THEN | _BRANCH, "if")
            if self._close("then", start):
                body = self._body(stops | _BRANCH, "then")
            else:
                body = List(Span(self.pos, self.pos), ())
            branches.append((condition, body))
            bare = self.bare()
            if bare != "elif":
                break
            self.pos += 4
        if bare == "else":
            self.pos += 4
            otherwise = self._body(stops | _FI, "else")
        self._close("fi", start)
        return If(Span(start, self.pos), tuple(branches), otherwise, ())

    def _do(self, start: int, stops: frozenset[str]) -> List:
        """`do … done`."""
        if not self._close("do", start):
            return List(Span(self.pos, self.pos), ())
        body = self._body(stops | _DONE, "do")
        self._close("done", start)
        return body

    def _for(self, start: int, stops: frozenset[str], opaque: bool) -> Node:
        """`for name in …`, `for ((…))`, and with `opaque` the interactive `select`."""
        inside: tuple[Part, ...] = ()
        words: tuple[Word, ...] | None = None
        self.blanks()
        name = self.bare()
        if self.at("((") and (close := self.arithmetic_end(self.pos + 2)) is not None:
            inside = self.arithmetic(self.pos + 2, close)
            opaque = True
        elif name.isascii() and name.isidentifier():
            self.pos += len(name)
        else:
            self.problem("missing-name", "`for` needs a name", start, self.pos)
        self.lines()
        if self.bare() == "in":
            self.pos += 2
            read: list[Word] = []
            while self.blanks() and (word := self.word()):
                read.append(word)
            words = tuple(read)
        if self.blanks() == ";":
            self.pos += 1
        self.lines()
        body = self._do(start, stops)
        span = Span(start, self.pos)
        if opaque:
            return Opaque(span, (*inside, *expansions(words or ()), body))
        return For(span, name, words, body, ())

    def _case(self, start: int, stops: frozenset[str]) -> Case:
        self.blanks()
        subject = self.word(value=True) or self._no_word("missing-word", "`case` needs a word")
        self.lines()
        if self.bare() == "in":
            self.pos += 2
        else:
            self.problem("missing-word", "`in` is missing", start, self.pos)
        arms: list[Arm] = []
        while (char := self.lines()) and self.bare() != "esac":
            begin = self.pos
            if char == "(":
                self.pos += 1
                self.blanks()
            patterns: list[Word] = []
            while pattern := self.word():
                patterns.append(pattern)
                if self.blanks() != "|":
                    break
                self.pos += 1
                self.blanks()
            if patterns and self.at(")"):
                self.pos += 1
            else:
                self.problem("missing-pattern", "A pattern and `)` are missing here", begin, self.pos)
            body = self.commands(stops | _ARM)
            sign = ""
            if self.at(";"):
                sign = ";;&" if self.at(";;&") else self.text[self.pos : self.pos + 2]
                self.pos += len(sign)
            arms.append(Arm(tuple(patterns), body, sign, Span(begin, self.pos)))
            if not sign:
                break
        self._close("esac", start)
        return Case(Span(start, self.pos), subject, tuple(arms), ())

    def _no_word(self, kind: str, message: str) -> Word:
        self.problem(kind, message, self.pos, self.pos)
        return Word(Span(self.pos, self.pos), ())
