"""The servers that a Python script starts when it is run. Read with ast, never run."""

from __future__ import annotations

from torchlint.model.imports import parsed
from torchlint.record import NamedTuple
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator, Mapping

    from torchlint.text import Source

DEPTH = 4
"""How many functions deep the script's own calls are followed."""


class Served(NamedTuple):
    """A call that starts a server. `framework`: "flask" or "uvicorn"; `application`: the name of what it serves.

    `options`: what its keywords are, None for those that are no constants; `known`: no others can be among them.
    """

    framework: str
    application: str
    at: Place
    options: Mapping[str, object]
    known: bool


def served(source: Source) -> tuple[Served, ...]:
    """The servers that the script surely starts: not those in branches, nor in functions that it may not call."""
    tree = parsed(source)
    if tree is None or "\r" in source.text.replace("\r\n", "\n"):
        return ()
    return tuple(_Script(source, tree).calls(tree.body, 0))


class _Script:
    """One script: what its names mean, and which calls it makes."""

    def __init__(self, source: Source, tree: ast.Module) -> None:
        import ast

        self.source = source
        self.functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        self.meaning: dict[str, str] = {}
        self.applications: set[str] = set()
        for node in ast.walk(tree):
            match node:
                case ast.Import(names=names):
                    self.meaning.update((one.asname or one.name, one.name) for one in names)
                case ast.ImportFrom(module=str(module), names=names, level=0):
                    self.meaning.update((one.asname or one.name, f"{module}.{one.name}") for one in names)
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=made))
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.Call(func=made))
                ):
                    if self._named(made) == "flask.Flask":
                        self.applications.add(name)

    def calls(self, body: list[ast.stmt], depth: int) -> Iterator[Served]:
        """The servers started by statements that run one after the other."""
        import ast

        for statement in body:
            match statement:
                case ast.Expr(value=ast.Call() as call):
                    yield from self._call(call, depth)
                case (
                    ast.If(
                        test=ast.Compare(
                            left=ast.Name(id="__name__"),
                            ops=[ast.Eq()],
                            comparators=[ast.Constant(value="__main__")],
                        )
                    )
                    | ast.With()
                    | ast.Try()
                ):
                    yield from self.calls(statement.body, depth)
                case ast.Return() | ast.Raise():
                    return

    def _call(self, call: ast.Call, depth: int) -> Iterator[Served]:
        import ast

        match call.func:
            case ast.Attribute(value=ast.Name(id=name), attr="run") if name in self.applications:
                yield from self._server("flask", name, call)
            case ast.Attribute() | ast.Name() if self._named(call.func) == "uvicorn.run":
                match call.args[:1]:
                    case [ast.Constant(value=str(name))] | [ast.Name(id=name)]:
                        yield from self._server("uvicorn", name, call)
                    case _:
                        yield from self._server("uvicorn", "", call)
            case ast.Name(id=name) if name in self.functions and depth < DEPTH:
                yield from self.calls(self.functions[name].body, depth + 1)

    def _server(self, framework: str, application: str, call: ast.Call) -> Iterator[Served]:
        import ast

        options = {
            one.arg: one.value.value if isinstance(one.value, ast.Constant) else None
            for one in call.keywords
            if one.arg is not None
        }
        if framework == "flask":
            for name, argument in zip(("host", "port", "debug"), call.args, strict=False):
                options[name] = argument.value if isinstance(argument, ast.Constant) else None
        known = all(one.arg is not None for one in call.keywords) and not any(
            isinstance(one, ast.Starred) for one in call.args
        )
        at = self._place(call)
        if at is not None:
            yield Served(framework, application, at, options, known)

    def _place(self, call: ast.Call) -> Place | None:
        """Where the call stands: ast counts lines as this text does, and columns in bytes of UTF-8, which may not be
        the file's."""
        source = self.source
        if call.end_lineno is None or call.end_col_offset is None or call.end_lineno > source.line_count():
            return None
        start = source.line_span(call.lineno).start + call.col_offset
        end = source.line_span(call.end_lineno).start + call.end_col_offset
        if source.text[end - 1 : end] != ")" or not source.text[start : start + 1].isidentifier():
            return None
        return Place(source, Span(start, end))

    def _named(self, function: ast.expr) -> str:
        """The full name of what is called, as far as imports tell it."""
        import ast

        match function:
            case ast.Name(id=name):
                return self.meaning.get(name, name)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute):
                return f"{self.meaning.get(name, name)}.{attribute}"
        return ""
