from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Place, Problem, Related, Safety, Severity, Span, Step, rule

MODES = frozenset({"chmod", "install", "setcap", "find", "xargs", "rsync", "cp", "mv", "ln", "tar", "setfacl"})


@rule(Entry, Severity.ERROR, Outcome.START, when=("made",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main = entry.main
    word = main.words[0].value if main is not None and main.words else None
    if main is None or word is None or on.build is None or not entry.alone or not main.certain:
        return
    where = entry.state.where(word, cwd=main.cwd)
    found = entry.found
    if where is None or found is None or found.at is None:
        return
    steps = [step for stage in reversed(on.build.lineage(entry.stage)) for step in stage.steps]
    number = next((n for n, step in enumerate(steps) if step.at.span.contains(found.at.span)), None)
    if number is None or found.at.source is not steps[number].at.source:
        return
    how = _made_plain(steps[number], found.at)
    later = [one for step in steps[number:] for one in step.commands]
    if not how or any(one.name in MODES or one.unknown for one in later):
        return
    yield Problem(
        entry.at,
        f"the container cannot start: permission denied, as {where} {how} and nothing makes it executable",
        "write COPY --chmod=755" if "COPY" in how else f"add && chmod +x {where}",
        _fix(steps[number]) if "COPY" in how else None,
        related=(Related(found.at, "this makes the file"),),
    )


def _made_plain(step: Step, at: Place) -> str:
    """How the step makes a file that surely is not executable; "" for anything else."""
    mode = step.instruction.flag("chmod")
    copied = step.copied
    if copied is not None and not copied.from_elsewhere and any(one.at == at for one in copied.sources):
        if mode is None:
            heredoc = any(one.at == at and one.heredoc for one in copied.sources)
            return "comes from a heredoc of COPY with mode 0644" if heredoc else ""
        value = mode.value or ""
        plain = value.isdigit() and len(value) in (3, 4) and not any(int(digit) % 2 for digit in value[-3:])
        return f"comes from a COPY with mode {value}" if plain else ""
    if any(redirect.target.at == at for command in step.commands for redirect in command.redirects):
        return "is written by the shell"
    if any(command.at == at and command.name in ("curl", "wget", "tee") for command in step.commands):
        return "is a download" if any(one.at == at and one.name != "tee" for one in step.commands) else "is a new file"
    return ""


def _fix(step: Step) -> Fix:
    """The COPY with a mode that lets everybody run what it brings."""
    source, mode = step.at.source, step.instruction.flag("chmod")
    end = step.instruction.keyword_span.end
    edit = Edit(source, Span(end, end), " --chmod=755") if mode is None else Edit(source, mode.span, "--chmod=755")
    return Fix("copy it with mode 755", (edit,), Safety.SAFE)
