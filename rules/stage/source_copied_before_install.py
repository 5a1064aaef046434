from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Severity, Span, Stage, Step, rule

WHOLE = frozenset({".", "./", "/"})
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")


@rule(Stage, Severity.WARNING, Outcome.WASTE, when=("installs & copies all",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    copy = next((step for step in stage.steps if _takes_all(step)), None)
    if copy is None:
        return
    for step in stage.steps[copy.index + 1 :]:
        if not step.installs or not all(_only_listed(install) for install in step.installs):
            continue
        listed = [path for install in step.installs for path in _listed(install)]
        if not listed or not all(_brought(path, step, copy) for path in listed):
            continue
        names = " and ".join(path.rpartition("/")[2] for path in listed)
        yield Problem(
            copy.at,
            f"every edit of any file makes the install below run again, download included: {names} comes with all the "
            "rest",
            f"COPY {names} first, install, and COPY the rest below that",
            _fix(copy, step, listed, stage),
            related=(Related(step.installs[0].at, "this runs again"),),
        )
        return


def _takes_all(step: Step) -> bool:
    copied = step.copied
    if copied is None or copied.from_elsewhere or step.instruction.flag("parents") is not None:
        return False
    return any(source.name in WHOLE for source in copied.sources)


def _only_listed(install: Install) -> bool:
    """Whether it installs what its files list, and nothing out of the source."""
    wanted = [one for one in install.requested if not one.constraint]
    named = all(one.requirement.kind == "named" and one.requirement.name for one in wanted)
    return install.tool in ("pip", "uv") and install.complete and bool(wanted) and named


def _listed(install: Install) -> list[str]:
    """The absolute paths of the files on the command line."""
    words, state = install.command.values, install.command.before
    found = []
    for number, word in enumerate(words):
        value = (
            words[number + 1] if word in ("-r", "--requirement", "--requirements") and number + 1 < len(words) else None
        )
        value = word[2:] if word is not None and word.startswith("-r") and len(word) > 2 and "=" not in word else value
        where = state.absolute(value, install.command.cwd) if value is not None else None
        if where is not None:
            found.append(where)
    return found


def _brought(path: str, step: Step, copy: Step) -> bool:
    """Whether the file at that path is the one that this COPY brought."""
    found = step.before.find(path)
    return isinstance(found, tuple) and found.at is not None and copy.at.span.contains(found.at.span)


def _fix(copy: Step, step: Step, listed: list[str], stage: Stage) -> Fix | None:
    """The file's own COPY and the RUN move above the COPY of everything."""
    source, files = step.at.source, {place.source.path for install in step.installs for place in install.files}
    target = copy.before.absolute(copy.copied.target or "") if copy.copied is not None else None
    if target is None or len(listed) != 1 or len(files) != 1 or step.index != copy.index + 1 or len(step.commands) != 1:
        return None
    name = listed[0].removeprefix(target.rstrip("/") + "/")
    text, newline = source.text, source.newline
    moved, above = step.lines, copy.lines.start
    if name.startswith("/") or not set(name + target) <= PLAIN or step.instruction.heredocs:
        return None
    if not text.endswith("\n", moved.start, moved.end) or text.find("\n", copy.at.span.end, moved.start) < 0:
        return None
    keyword = text[copy.instruction.keyword_span.start : copy.instruction.keyword_span.end]
    start = text.rfind("\n", 0, step.at.span.start) + 1
    apart = newline if text.endswith(("\n\n", "\n\r\n"), 0, moved.start) else ""
    new = f"{text[moved.start : start]}{keyword} {name} {_folder(copy, target, listed[0].rpartition('/')[0])}{newline}"
    new += text[start : moved.end] + apart
    # What stood apart from what is above and below it leaves one empty line between those, not two.
    end = moved.end + len(newline) if apart and text.startswith(newline, moved.end) else moved.end
    edits = (Edit(source, Span(above, above), new), Edit(source, Span(moved.start, end), ""))
    return Fix(f"copy {name} and install before the rest is copied", edits)


def _folder(copy: Step, target: str, folder: str) -> str:
    """Where the file goes, as the COPY of everything says it if that is the same folder."""
    written = copy.target_written
    if written is None or folder != (target.rstrip("/") or "/") or not set(written[0]) <= PLAIN:
        return f"{folder.rstrip('/')}/"
    return written[0] if written[0] == "." or written[0].endswith("/") else f"{written[0]}/"
