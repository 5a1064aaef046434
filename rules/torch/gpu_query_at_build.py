from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Confidence, Context, Outcome, Problem, Severity, rule

RAISING = frozenset({"get_device_name", "get_device_capability", "get_device_properties", "current_device", "init"})
"""Functions of torch.cuda that raise where there is no driver."""


@rule(
    Command,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "nvidia-smi",
        "python -c",
        "python3 -c",
        "python3.9 -c",
        "python3.10 -c",
        "python3.11 -c",
        "python3.12 -c",
        "python3.13 -c",
    ),
    confidence=Confidence.MEDIUM,
)
def check(command: Command, on: Context) -> Iterator[Problem]:
    if not command.fatal or not command.certain or _for_gpus(command, on):
        return
    what = ""
    if command.name == "nvidia-smi":
        known = command.before.base.kind in ("cuda", "pytorch", "python", "distribution")
        brought = any(on.world.apt_kind(name) == "driver" for name in command.before.packages)
        if known and not brought and not command.program() and not command.before.find("/usr/bin/nvidia-smi"):
            what = "nvidia-smi is not there"
    elif command.values[:1] == ("-c",) and len(command.values) > 1:
        what = _raising(command.values[1] or "")
    if what:
        yield Problem(
            command.at,
            f"a build has no GPU and no driver: {what}, and the build stops",
            "ask when the container starts, or for torch.version.cuda, which needs no GPU",
        )


def _for_gpus(command: Command, on: Context) -> bool:
    """Whether the file may be for a builder that gives the build a GPU."""
    base = command.before.base
    step = on.stage_of(command).steps[command.step]
    # Images for Jetson boards are built on these, with the GPU; whoever names the base by --build-arg has a builder
    # of his own.
    jetson = any(word in (base.name or "") for word in ("l4t", "jetson"))
    noted = on.build is not None and "buildkit_device" in on.build.source.text
    return base.name is None or jetson or noted or step.instruction.flag("device") is not None


def _raising(code: str) -> str:
    """What in a script surely raises without a GPU."""
    if "torch.cuda" not in code:
        return ""
    import ast

    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    for statement in tree.body:
        match statement:
            case ast.Assert(test=test) if ast.unparse(test) == "torch.cuda.is_available()":
                return "this assertion fails"
            case ast.Expr(value=ast.Call() as call) | ast.Assign(value=ast.Call() as call):
                for one in (call, *call.args):
                    name = ast.unparse(one.func) if isinstance(one, ast.Call) else ""
                    if name.startswith("torch.cuda.") and name.removeprefix("torch.cuda.") in RAISING:
                        return f"{name} raises"
    return ""
