from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Place, Problem, Related, Severity, Stage, rule

CHOOSES = ("-b", "--branch", "--revision", "--bare", "--mirror", "--no-checkout", "-n")
MOVES = frozenset({"checkout", "reset", "switch", "fetch", "pull", "worktree"})
MOVING = frozenset({"main", "master", "HEAD", "develop", "dev", "trunk"})
SHOWN = 4


@rule(Stage, Severity.INFO, Outcome.RISK, when=("git",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    commands = [command for step in stage.steps for command in step.commands if command.name == "git"]
    found: dict[str, Place] = {}
    for number, command in enumerate(commands):
        moved = any(value in MOVES for one in commands[number + 1 :] for value in one.values[:4])
        if "clone" in command.values[:3] and not moved and branch(command) in MOVING:
            name = cloned(command)
            if name:
                found.setdefault(name, command.at)
    if found:
        names = list(found)
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield Problem(
            found[names[0]],
            f"{', '.join(names[:SHOWN])}{more} cloned from the tip of a branch: each build takes whatever was pushed "
            "there last",
            "name a tag: git clone --depth 1 --branch v1.2.3 ..., or check a commit out behind it",
            related=tuple(Related(found[name], f"{name} is cloned here") for name in names[1:]),
        )


def cloned(command: Command) -> str:
    """What the repository is called; "" if its address is not known."""
    addresses = [word.value for word in command.arguments if "://" in word.written or word.written.startswith("git@")]
    name = (addresses[0] or "").rstrip("/").rpartition("/")[2].removesuffix(".git") if addresses else ""
    return "" if "$" in name else name


def branch(command: Command) -> str | None:
    """The branch it takes, "HEAD" for the default one; None for what may be a tag or is told from outside."""
    words = command.arguments
    for number, word in enumerate(words):
        name, equals, own = (word.value or "?").partition("=")
        if name == "?":
            return None
        if name in CHOOSES:
            told = word if equals else words[number + 1] if number + 1 < len(words) else None
            return None if told is None or "$" in told.written else own if equals else told.value
    return "HEAD"
