from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, rule


@rule(Entry, Severity.ERROR, Outcome.START)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main = entry.main
    if main is None or on.build is None or main.name is None or not main.certain or len(entry.commands) != 1:
        return
    word = main.words[0].value or ""
    # What is no program's name at all is the matter of rules about how the words are written.
    if not word or " " in word or word[0] in "[-" or word in BUILTINS or main.program() is not False:
        return
    stage = on.build.stages[entry.stage]
    where = "is in none of the folders of PATH"
    if "/" in word:
        path = entry.state.absolute(word, main.cwd)
        if path is None or _mounted(path, entry):
            return
        where = "is a folder" if isinstance(entry.state.find(path), tuple) else "does not exist there"
    yield Problem(
        entry.at,
        f"the container cannot start: {word} {where}",
        _help(word),
        related=(Related(stage.at, f"neither {stage.base.name} nor a step of this stage brings {word}"),),
    )


def _mounted(path: str, entry: Entry) -> bool:
    """Whether the path may lie in a folder that only `docker run -v` brings: the image has nothing there at all."""
    top = "/" + path.split("/")[1]
    return top != path and "/bin/" not in path and entry.state.find(top) is False


def _help(word: str) -> str:
    if word.rsplit("/", 1)[-1].startswith("python"):
        return (
            "install Python in this stage (apt-get install -y --no-install-recommends python3), or use python:3.X-slim"
        )
    name = word.rsplit("/", 1)[-1]
    return f"install {name} in this stage, or copy the environment that holds it from the stage that installed it"


BUILTINS = frozenset({"source", ".", "cd", "export", "exec", "set", "eval", "alias", "ulimit", "umask", "unset"})
