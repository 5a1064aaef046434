"""Python code that a RUN executes: whether it only imports and fetches what is well known. Read with ast, never run."""

from __future__ import annotations

import re

from torchlint.model.files import Found, normal
from torchlint.model.imports import STANDARD
from torchlint.world.downloaders import fetches, homes, modules, variables

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast

    from torchlint.model.run import Run
    from torchlint.world import World

SHOWN = frozenset({"print", "len", "str", "repr", "type", "dir", "hasattr", "isinstance", "format"})
"""Builtins that only look: what they get may be anything that is looked at."""

BUILTINS = SHOWN | frozenset(
    "int float bool list dict tuple set sorted range min max sum enumerate zip any all round exit quit".split()
)

METHODS = frozenset(
    "save_pretrained save encode eval to half float cuda cpu state_dict parameters keys items values load_state_dict "
    "requires_grad_ train mkdir is_available size numel".split()
)
"""What the objects of those libraries are asked: they write at most where their own words say."""

OF_TEXT = frozenset("join format split strip startswith endswith upper lower".split())
"""What text is asked."""

_YOLO = re.compile(r"yolo(?:v8|v9|v10|11|12)[a-z-]*\.pt", re.ASCII)
"""Weights of its makers, for which ultralytics never installs a package that a checkpoint asks for."""

HUBS = ("pytorch/", "facebookresearch/", "intel-isl/", "isl-org/", "snakers4/", "NVIDIA/", "huggingface/")
"""Whose repositories install nothing when torch.hub loads them. Source: their hubconf.py."""

LONGEST = 300
"""No path is longer than this."""


def folders(text: str, run: Run, folder: str | None) -> tuple[str, ...] | None:
    """Where code may write, "" among them for the folder it runs in; None unless it surely only imports and fetches
    what is well known. `folder`: where modules of its own would lie."""
    import ast

    try:
        tree = ast.parse(text.encode("latin-1"))
        judge = _Judge(tree, run, folder)
        if not all(map(judge.harmless, tree.body)):
            return None
        words = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return (
        *judge.here,
        *(word for word in words if 0 < len(word) < LONGEST and "\n" not in word and "://" not in word),
    )


def caches(run: Run) -> tuple[str | None, ...]:
    """The folders where libraries keep what they fetch; None for one that cannot be known."""
    home, state = run.home(), run.state
    found = [None if home is None else normal(f"{home}/{name}") for name in homes()]
    for name in variables():
        known = state.variable(name)
        value = run.variables.get(name, known.value if known is not None else "")
        if value != "":
            found.append(None if value is None else state.absolute(value, run.cwd))
    # Of nltk, in the order in which it looks for one that is there.
    found += [f"{prefix}/nltk_data" for prefix in ("/usr/share", "/usr/local/share", "/usr/lib", "/usr/local/lib")]
    return tuple(found)


def well_known(module: str, world: World) -> bool:
    """True for a module whose import installs nothing and writes nothing but caches."""
    return module in STANDARD or module in modules() or bool(world.makers_of_module(module))


class _Judge:
    """What the names of some code mean, and whether its statements are harmless. `here`: [""] once it may write into
    the folder it runs in."""

    def __init__(self, tree: ast.Module, run: Run, folder: str | None) -> None:
        import ast

        self.run = run
        known = run.state.variable("PYTHONPATH")
        told = run.variables.get("PYTHONPATH", known.value if known is not None else "")
        more = None if told is None else [run.state.absolute(one, run.cwd) for one in told.split(":") if one]
        places = None if folder is None or more is None else [folder, *(one for one in more if one is not None)]
        self.places = places
        self.meaning: dict[str, str] = {}
        self.own = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        self.here: list[str] = []

    def harmless(self, node: ast.stmt) -> bool:
        """Whether a statement surely does no more than import, fetch and print."""
        import ast

        match node:
            case ast.Import(names=names):
                for one in names:
                    self.meaning[one.asname or one.name.partition(".")[0]] = (
                        one.name if one.asname else one.name.partition(".")[0]
                    )
                return all(self._importable(one.name) for one in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                self.meaning.update((one.asname or one.name, f"{module}.{one.name}") for one in names)
                return self._importable(module) and all(one.name != "*" for one in names)
            case ast.Expr(value=value):
                return self._plain(value)
            case ast.Assign(targets=targets, value=value):
                return all(map(self._place, targets)) and self._plain(value)
            case ast.Assert(test=test):
                return self._plain(test, shown=True)
            case ast.For(target=target, iter=over, body=body, orelse=rest):
                return self._place(target) and self._plain(over) and all(map(self.harmless, (*body, *rest)))
            case ast.If(test=test, body=body, orelse=rest):
                return self._plain(test, shown=True) and all(map(self.harmless, (*body, *rest)))
            case ast.With(items=items, body=body):
                return all(self._plain(one.context_expr) for one in items) and all(map(self.harmless, body))
            case ast.Try(body=body, handlers=handlers, orelse=rest, finalbody=last):
                caught = [statement for one in handlers for statement in one.body]
                return all(map(self.harmless, (*body, *caught, *rest, *last)))
            case ast.FunctionDef(args=ast.arguments(defaults=defaults), body=body, decorator_list=[]):
                return all(map(self._plain, defaults)) and all(map(self.harmless, body))
            case ast.Return(value=value):
                return value is None or self._plain(value)
            case ast.Raise(exc=value):
                return value is None or self._plain(value, shown=True)
        return isinstance(node, (ast.Pass, ast.Break, ast.Continue))

    def _importable(self, dotted: str) -> bool:
        top = dotted.partition(".")[0]
        if self.places is None or not well_known(top, self.run.world):
            return False
        found = self.run.state.find
        beside = (f"{place}/{name}" for place in self.places for name in (top, f"{top}.py"))
        return top in STANDARD or not any(isinstance(found(normal(path)), Found) for path in beside)

    def _place(self, target: ast.expr) -> bool:
        """Whether something harmless may be assigned there: a name, what a module holds, a variable of the process."""
        import ast

        match target:
            case ast.Name(id=name):
                self.meaning.pop(name, None)
                return name not in self.own and name not in BUILTINS
            case ast.Tuple(elts=elements):
                return all(map(self._place, elements))
            case ast.Attribute():
                return self._named(target) != ""
            case ast.Subscript(value=value, slice=ast.Constant(value=str(name))):
                return self._named(value) == "os.environ" and name not in ("PATH", "PYTHONPATH")
        return False

    def _plain(self, node: ast.expr, shown: bool = False) -> bool:
        """Whether an expression does no harm, and no text is made that is not written there. `shown`: it is only
        looked at, so that such text does no harm either."""
        import ast

        match node:
            case ast.Constant() | ast.Name():
                return True
            case ast.Attribute(value=value):
                # What the process finds around it may be any text.
                return (shown or not self._named(node).startswith(("os.", "sys."))) and self._plain(value, shown)
            case ast.Call():
                return self._call(node, shown)
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
                return all(self._plain(one, shown) for one in elements)
            case ast.Dict(keys=keys, values=values):
                return all(one is not None and self._plain(one, shown) for one in (*keys, *values))
            case ast.Compare(left=left, comparators=others):
                return all(self._plain(one, True) for one in (left, *others))
            case ast.BoolOp(values=values):
                return all(self._plain(one, shown) for one in values)
            case ast.UnaryOp(operand=value):
                return self._plain(value, shown)
            case ast.IfExp(test=test, body=body, orelse=rest):
                return self._plain(test, True) and self._plain(body, shown) and self._plain(rest, shown)
            case ast.Subscript(value=value, slice=part):
                return self._plain(value, shown) and self._plain(part, shown)
            case ast.Slice(lower=lower, upper=upper, step=step):
                return all(one is None or self._plain(one, shown) for one in (lower, upper, step))
            case ast.ListComp(elt=element, generators=loops) | ast.GeneratorExp(elt=element, generators=loops):
                parts = [part for loop in loops for part in (loop.iter, *loop.ifs)]
                return all(self._plain(part, shown) for part in (element, *parts))
            case ast.JoinedStr(values=values):
                return shown and all(self._plain(one, True) for one in values)
            case ast.FormattedValue(value=value):
                return shown and self._plain(value, True)
            case ast.BinOp(left=left, right=right):
                return shown and self._plain(left, True) and self._plain(right, True)
        return False

    def _call(self, node: ast.Call, shown: bool) -> bool:
        import ast

        words = [*node.args, *(one.value for one in node.keywords)]
        name = self._named(node.func)
        if name in SHOWN or (shown and name in BUILTINS):
            return all(self._plain(one, True) for one in words)
        if not all(self._plain(one) for one in words) or any(one.arg is None for one in node.keywords):
            return False
        if any(one.arg == "trust_remote_code" for one in node.keywords):
            return False
        if isinstance(node.func, ast.Name) and (name in self.own or name in BUILTINS):
            return True
        first = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
        if name == "torch.hub.load":
            return isinstance(first, str) and first.startswith(HUBS)
        if name.startswith(("gdown.", "urllib.")):
            # Without a name of its own what comes lies there.
            self.here[:] = [""]
        if fetches(name) or (name == "ultralytics.YOLO" and isinstance(first, str) and _YOLO.fullmatch(first)):
            return True
        match node.func:
            case ast.Attribute(value=value, attr=attribute) if attribute in METHODS or (shown and attribute in OF_TEXT):
                known = self._named(value).partition(".")[0]
                return (known == "" or known not in self.meaning.values()) and self._plain(value, shown)
        return False

    def _named(self, function: ast.expr) -> str:
        """The full name of what is called, as far as imports tell it."""
        import ast

        parts: list[str] = []
        while isinstance(function, ast.Attribute):
            parts.insert(0, function.attr)
            function = function.value
        if not isinstance(function, ast.Name):
            return ""
        return ".".join((self.meaning.get(function.id, function.id), *parts))
