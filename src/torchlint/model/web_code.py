"""What the code of a web application declares: routes, their forms, and whether it goes on to serve.

Read with ast, never run.
"""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator

    from torchlint.text import Source

FRAMEWORKS = {"fastapi.FastAPI": "FastAPI", "fastapi.applications.FastAPI": "FastAPI", "flask.Flask": "Flask"}

ROUTERS = frozenset(
    {"fastapi.FastAPI", "fastapi.applications.FastAPI", "fastapi.APIRouter", "fastapi.routing.APIRouter"}
)

METHODS = frozenset({"get", "post", "put", "patch", "delete", "api_route"})

IN_BODY = frozenset({"File", "Form"})
"""Parameters of which FastAPI asks for python-multipart when the route is declared. Source: fastapi/dependencies/
utils.py, ensure_multipart_is_installed."""

PASSWORD_FORMS = frozenset({"OAuth2PasswordRequestForm", "OAuth2PasswordRequestFormStrict"})
"""Dependencies of FastAPI's own whose parameters are such forms. Source: fastapi/security/oauth2.py."""

HARMLESS = frozenset(
    "CORS FastAPI Flask include_router add_middleware mount register_blueprint basicConfig load_dotenv eval print "
    "makedirs mkdir setLevel addHandler filterwarnings simplefilter update from_object init_app load_state_dict to "
    "manual_seed set_num_threads cuda half".split()
)
"""Calls that end, as statements of a module that does nothing else."""

SERVING = frozenset(
    "run serve serve_forever serve_app launch start start_server run_app run_server run_simple run_until_complete "
    "run_forever listen main mainloop loop cli execute execute_from_command_line spawn fork Process Thread Server "
    "WSGIServer HTTPServer make_server create_server Popen call check_call check_output system exec execv execvp "
    "run_module run_path run_with_ngrok infinite_loop join wait pause input serve_http gather start_http_server "
    "Manager register get_event_loop submit map_async start_polling start_consuming subscribe".split()
)
"""Names of which code calls one that serves, waits or hands on to another."""


class Form(NamedTuple):
    """A parameter of a route that FastAPI declares at import. `what`: "File", "Form", "UploadFile" or the class."""

    what: str
    function: str
    at: Place


class Application(NamedTuple):
    """An application that a script makes. `framework`: "FastAPI" or "Flask"."""

    name: str
    framework: str
    at: Place


def application(source: Source, tree: ast.Module) -> Application | None:
    """What the module makes and gives routes."""
    meaning = _meaning(tree)
    routed = {name for one in tree.body for name in _routed(one)}
    for node in tree.body:
        for name, made in _made(node):
            framework = FRAMEWORKS.get(_full(made, meaning))
            at = _place(source, node) if framework is not None and name in routed else None
            if framework is not None and at is not None:
                return Application(name, framework, at)
    return None


def inert(trees: list[ast.Module]) -> bool:
    """Whether modules surely end soon: they import, assign and define, and call nothing that serves or waits."""
    import ast

    if not all(map(_ends, (node for tree in trees for node in tree.body))):
        return False
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    defined: dict[str, list[ast.AST]] = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                defined.setdefault(node.name, []).append(node)
    todo: list[ast.AST] = [*trees]
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.While, ast.Await, ast.Import, ast.ImportFrom)) and _star(node):
            return False
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            if name is None or name in SERVING:
                return False
            for called in defined.pop(name, ()):
                methods = ast.walk(called) if isinstance(called, ast.ClassDef) else (called,)
                todo += [one for method in methods if isinstance(method, kinds) for one in method.body]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            todo += [*node.decorator_list, *node.args.defaults, *(one for one in node.args.kw_defaults if one)]
        elif not isinstance(node, ast.Lambda):
            todo += ast.iter_child_nodes(node)
    return True


def _star(node: ast.AST) -> bool:
    """True unless it is an import that says what it takes."""
    import ast

    names = node.names if isinstance(node, (ast.Import, ast.ImportFrom)) else None
    return names is None or any(one.name == "*" for one in names)


def _ends(node: ast.stmt) -> bool:
    """Whether a statement of a module is of a kind that only makes something."""
    import ast

    match node:
        case ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return True
        case ast.Assign() | ast.AnnAssign() | ast.AugAssign() | ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))):
            return name in HARMLESS
        case ast.With():
            return all(map(_ends, node.body))
        case ast.If() if not any(isinstance(one, ast.Name) and one.id == "__name__" for one in ast.walk(node.test)):
            return all(map(_ends, [*node.body, *node.orelse]))
    return False


def forms(source: Source, tree: ast.Module) -> Iterator[Form]:
    import ast

    meaning = _meaning(tree)
    routers = {name for node in tree.body for name, made in _made(node) if _full(made, meaning) in ROUTERS}
    for node in tree.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or not _routed(node) & routers:
            continue
        arguments = node.args
        positional = [*arguments.posonlyargs, *arguments.args]
        defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
        pairs = [*zip(positional, [*defaults, *arguments.defaults], strict=True)]
        pairs += [*zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
        for argument, default in pairs:
            what = _asked(argument.annotation, default, meaning)
            at = _place(source, argument) if what else None
            if at is not None:
                yield Form(what, node.name, at)


def _asked(annotation: ast.expr | None, default: ast.expr | None, meaning: dict[str, str]) -> str:
    """What a parameter is, if FastAPI takes it for one of a form; "" if not."""
    import ast

    told = [default] if default is not None else []
    match annotation:
        case ast.Subscript(value=made, slice=ast.Tuple(elts=[kind, *more])) if _full(made, meaning).endswith(
            ".Annotated"
        ):
            told += more
            annotation = kind
    for one in told:
        if isinstance(one, ast.Call):
            module, _, name = _full(one.func, meaning).rpartition(".")
            if name in IN_BODY and module in ("fastapi", "fastapi.param_functions", "fastapi.params"):
                return name
            form = _full(annotation, meaning) if name == "Depends" and module == "fastapi" else ""
            if form.startswith("fastapi.security.") and form.rpartition(".")[2] in PASSWORD_FORMS:
                return form.rpartition(".")[2]
    plain = not told and _full(annotation, meaning) in ("fastapi.UploadFile", "fastapi.datastructures.UploadFile")
    return "UploadFile" if plain else ""


def _made(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    import ast

    match node:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=made))
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.Call(func=made))
        ):
            yield name, made


def _routed(node: ast.stmt) -> set[str]:
    """The names of what a function is made a route of: `@app.post("/predict")`."""
    import ast

    found = set()
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        for one in node.decorator_list:
            match one:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)) if method in METHODS | {
                    "route"
                }:
                    found.add(name)
    return found


def _meaning(tree: ast.Module) -> dict[str, str]:
    """What the names that the module imports mean."""
    import ast

    meaning: dict[str, str] = {}
    for node in tree.body:
        match node:
            case ast.Import(names=names):
                meaning.update((one.asname or one.name, one.name) for one in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                meaning.update((one.asname or one.name, f"{module}.{one.name}") for one in names)
    return meaning


def _full(function: ast.expr | None, meaning: dict[str, str]) -> str:
    """The full name of what is spoken of, as imports tell it."""
    import ast

    match function:
        case ast.Name(id=name):
            return meaning.get(name, name)
        case ast.Attribute(value=ast.Name() | ast.Attribute() as of, attr=attribute):
            return f"{_full(of, meaning)}.{attribute}"
    return ""


def _place(source: Source, node: ast.stmt | ast.arg) -> Place | None:
    """Where the node stands; None where ast counts lines as this text does not."""
    if "\r" in source.text.replace("\r\n", "\n") or node.end_lineno is None or node.end_col_offset is None:
        return None
    if node.end_lineno > source.line_count():
        return None
    start = source.line_span(node.lineno).start + node.col_offset
    end = source.line_span(node.end_lineno).start + node.end_col_offset
    return Place(source, Span(start, end)) if source.text[start : start + 1].isidentifier() else None
