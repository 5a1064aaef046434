"""Whether the setup.py of a project from the build context surely declares CUDA code. Read with ast, never run."""

from __future__ import annotations

from torchlint.model.imports import parsed
from torchlint.model.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable, Iterator

    from torchlint.model.command import Install, Requested
    from torchlint.model.step import Step
    from torchlint.text import Source
    from torchlint.world.extension import Extension

NAME, MODULE = "CUDAExtension", "torch.utils.cpp_extension"

SETTLED = ("CUDA_HOME", "CUDA_PATH", "exit", "ROCM", "HIP", "hip", "musa", "npu")
"""Words of a setup.py that may find a compiler by itself, end before it needs one, or mean other hardware."""


def own_extension(
    install: Install, one: Requested, steps: Iterable[Step], patching: frozenset[str]
) -> Extension | None:
    """What an install of a folder compiles, if its setup.py declares code for CUDA whatever the machine has.

    `steps`: those of the stage and of the stages below it. `patching`: programs that may change a setup.py.
    """
    state, command = install.command.before, install.command
    folder = None if one.requirement.kind != "path" else state.absolute(one.requirement.url or "", command.cwd)
    source = None if folder is None else Reading.text(state.find(f"{folder}/setup.py"))
    if source is None or NAME not in source.text or any(word in source.text for word in SETTLED):
        return None
    # What a pyproject.toml asks for may be another torch than the one that is there.
    if state.find(f"{folder}/pyproject.toml") is not False and "--no-build-isolation" not in install.options:
        return None
    commands = (each for step in steps for each in step.commands if each.name in patching)
    if any(value is None or "setup.py" in value for each in commands for value in each.values) or not _declares(source):
        return None
    from torchlint.world.extension import Extension

    name = (folder or "").rstrip("/").rpartition("/")[2] or "this project"
    return Extension(name, None, None, False, True, None, None)


def _declares(source: Source) -> bool:
    """Whether it surely comes to a call of CUDAExtension of torch."""
    import ast

    tree = parsed(source)
    if tree is None:
        return False
    known: set[str] = set()
    for statement in tree.body:
        if (
            isinstance(statement, ast.ImportFrom)
            and statement.module in (MODULE, "torch.utils")
            and not statement.level
        ):
            known.update(alias.asname or alias.name for alias in statement.names if alias.name != "*")
        elif isinstance(statement, ast.Import):
            known.update(MODULE for alias in statement.names if alias.name in (MODULE, "torch") and not alias.asname)
        elif any(
            isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == NAME
            for node in ast.walk(statement)
        ):
            return False
        elif any(isinstance(node, ast.Call) and _called(node, known) for node in _surely_run(statement)):
            return True
    return False


def _called(call: ast.Call, known: set[str]) -> bool:
    import ast

    name = ast.unparse(call.func)
    if name == NAME:
        return NAME in known
    return name.endswith(f".{NAME}") and name.removesuffix(f".{NAME}") in known


def _surely_run(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what is evaluated with it in any case."""
    import ast

    choice = (ast.If, ast.Try, ast.For, ast.While, ast.With, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    inside = (ast.Lambda, ast.IfExp, ast.BoolOp, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
    if isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'":
        for statement in node.body:
            yield from _surely_run(statement)
    elif not isinstance(node, (*choice, *inside)):
        yield node
        for child in ast.iter_child_nodes(node):
            yield from _surely_run(child)
