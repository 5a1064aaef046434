from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Place, Problem, Severity, rule

METHODS = frozenset({"from_pretrained", "snapshot_download", "hf_hub_download", "load_dataset", "pipeline"})
SHOWN = 3


@rule(
    Command,
    Severity.INFO,
    Outcome.RISK,
    when=(
        "huggingface-cli download",
        "hf download",
        "python -c",
        "python3 -c",
        "python3.10 -c",
        "python3.11 -c",
        "python3.12 -c",
        "python3.13 -c",
    ),
)
def check(command: Command, on: Context) -> Iterator[Problem]:
    found = downloaded(command) if command.name in ("huggingface-cli", "hf") else called(command)
    if found is not None:
        names, at = found
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield Problem(
            at,
            f"{', '.join(names[:SHOWN])}{more} without a revision: the next build takes whatever was pushed there last",
            "name a commit of the repository: --revision HASH, revision='HASH'",
        )


def downloaded(command: Command) -> tuple[list[str], Place] | None:
    """What `hf download` fetches from the tip of main."""
    words = command.arguments
    if not words or words[0].value != "download" or command.has("--revision"):
        return None
    name = words[1].value if len(words) > 1 else None
    return ([name], words[1].at) if name is not None and repository(name) else None


def called(command: Command) -> tuple[list[str], Place] | None:
    """What the code behind `python -c` fetches from the tip of main."""
    values = command.values
    if "-c" not in values[:4] or values.index("-c") + 1 >= len(values):
        return None
    word = command.arguments[values.index("-c") + 1]
    if word.value is None or not any(method in word.value for method in METHODS):
        return None
    import ast

    try:
        tree = ast.parse(word.value.strip())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    names = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or any(one.arg in ("revision", None) for one in node.keywords):
            continue
        method = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        told = {one.arg: one.value for one in node.keywords}
        first = node.args[0] if node.args and method != "pipeline" else None
        name = first or told.get("repo_id") or told.get("model") or told.get("pretrained_model_name_or_path")
        if method in METHODS and isinstance(name, ast.Constant) and isinstance(name.value, str):
            if repository(name.value) or (method in ("from_pretrained", "load_dataset") and bare(name.value)):
                names.append(name.value)
    return (list(dict.fromkeys(names)), word.at) if names else None


def repository(name: str) -> bool:
    """True for `owner/name`, not for a path."""
    owner, slash, rest = name.partition("/")
    return bool(slash) and bare(owner) and bare(rest)


def bare(name: str) -> bool:
    """True for what can be a name on the hub: `gpt2`, not `./model` or `/models/x`."""
    return name.isascii() and name[:1].isalnum() and all(letter.isalnum() or letter in "-_." for letter in name)
