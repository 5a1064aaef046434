from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Safety, Severity, Span, rule


@rule(Entry, Severity.ERROR, Outcome.START, when=("no program", "fastapi"))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    yield from _without_its_half(entry, on)
    main = entry.main
    if main is None or on.build is None or main.name is None or not main.certain or not entry.alone:
        return
    word = main.words[0].value or ""
    # What is no program's name at all is the matter of rules about how the words are written.
    if not word or " " in word or word[0] in "[-" or word in BUILTINS or main.program() is not False:
        return
    # Where an environment has it, PATH is to be mended.
    if entry.state.off_path(word) is not None:
        return
    stage = on.build.stages[entry.stage]
    where, folder = "is in none of the folders of PATH", False
    if "/" in word:
        if (path := entry.state.absolute(word, main.cwd)) is None or _mounted(path, entry):
            return
        folder = isinstance(entry.state.find(path), tuple)
        where = "is a folder" if folder else "does not exist there"
    yield Problem(
        entry.at,
        f"the container cannot start: {word} {where}",
        _rooted(word, entry) or _help(word, on.world.makers_of(word.rsplit("/", 1)[-1])),
        _fix(entry, word) or _with_python(entry, word, on),
        related=()
        if folder
        else (Related(stage.at, f"neither {stage.base.name} nor a step of this stage brings {word}"),),
    )


def _without_its_half(entry: Entry, on: Context) -> Iterator[Problem]:
    """The program of fastapi, which only says how to install fastapi-cli where that is not there."""
    at = on.without_fastapi_cli(entry)
    if at is None:
        return
    yield Problem(
        entry.at,
        "the container cannot start: fastapi serves with fastapi-cli only, and nothing installs that",
        "install fastapi[standard], or fastapi-cli and uvicorn beside fastapi",
        related=(Related(at, "brings fastapi alone"),),
    )


def _rooted(word: str, entry: Entry) -> str | None:
    """What to do where only the slash at the beginning of the path is missing."""
    there = "/" in word and word[0] != "/" and isinstance(entry.state.find(f"/{word}"), tuple)
    return f"write /{word}: without the slash it is looked for below the working directory" if there else None


def _mounted(path: str, entry: Entry) -> bool:
    """Whether the path may lie in a folder that only `docker run -v` brings: the image has nothing there at all."""
    top = "/" + path.split("/")[1]
    return top != path and "/bin/" not in path and entry.state.find(top) is False


def _fix(entry: Entry, word: str) -> Fix | None:
    """python3 for python, where only that is there."""
    main, (source, span) = entry.main, entry.at
    first = main.words[0] if main is not None else None
    if word != "python" or first is None or not entry.state.which("python3") or first.written not in ("python", ""):
        return None
    own = first.at.source is source and span.contains(first.at.span)
    if not own or source.text[first.at.span.start : first.at.span.end] != "python":
        return None
    return Fix("write python3", (Edit(*first.at, "python3"),), Safety.SAFE)


def _help(word: str, makers: tuple[str, ...]) -> str:
    if word.rsplit("/", 1)[-1].startswith("python"):
        apt = "apt-get install -y --no-install-recommends python3"
        return f"install Python in this stage ({apt}), or use python:3.X-slim"
    name = word.rsplit("/", 1)[-1]
    if makers:
        return f"pip install {makers[0]} in this stage, or copy the environment that holds it from another stage"
    return f"install {name} in this stage, or copy the environment that holds it from the stage that installed it"


BUILTINS = frozenset({"source", ".", "cd", "export", "exec", "set", "eval", "alias", "ulimit", "umask", "unset"})


def _with_python(entry: Entry, word: str, on: Context) -> Fix | None:
    """The RUN that installs the distribution's Python in a stage that has none, and the name that it has there."""
    state, main, build = entry.state, entry.main, on.build
    distro = on.world.distro_of(state.base.os) if state.base.os is not None else None
    if build is None or main is None or word not in ("python", "python3") or state.environments or distro is None:
        return None
    if distro.family not in ("debian", "ubuntu") or distro.apt_works is False:
        return None
    stage = build.stages[entry.stage]
    # Where a RUN looks for Python too, that is to be mended first.
    if any((one.name or "").startswith(("python", "pip")) for step in stage.steps for one in step.commands):
        return None
    first = next((step for step in stage.steps if step.copied is not None), None)
    source, start = (entry.at.source, entry.at.span.start) if first is None else (first.at.source, first.lines.start)
    own = main.words[0].at.source is build.source and source is build.source
    if not own or (state if first is None else first.before).user.value not in ("root", "0", ""):
        return None
    lines = (
        "RUN apt-get update \\",
        "    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends python3 \\",
        "    && rm -rf /var/lib/apt/lists/*",
    )
    gap = source.newline if source.text.endswith(("\n\n", "\n\r\n"), 0, start) else ""
    edits = [Edit(source, Span(start, start), "".join(line + source.newline for line in lines) + gap)]
    place = main.words[0].at
    if word == "python":
        if source.text[place.span.start : place.span.end] != "python":
            return None
        edits.append(Edit(*place, "python3"))
    return Fix(f"install Python of {distro.family} in this stage", tuple(edits))
