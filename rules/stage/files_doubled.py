from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Related, Severity, Span, Stage, Step, rule

HEAVY = ("torch", "tensorflow", "jax", "vllm")
ACCOUNTS = ("useradd", "groupadd", "adduser", "addgroup")
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-:")


@rule(
    Step,
    Severity.WARNING,
    Outcome.WASTE,
    when=("chown -r", "chown --recursive", "chmod -r", "chmod --recursive", "chgrp -r", "chgrp --recursive"),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    build = on.build
    if build is None or not build.in_shipped(step.stage):
        return
    for command in step.commands:
        if command.name not in ("chown", "chmod", "chgrp") or not command.certain or not _recursive(command):
            continue
        folders = [command.before.absolute(value, command.cwd) for value in command.values if value and value[0] != "-"]
        for environment in command.before.environments.values():
            heavy = next((environment.packages[name] for name in HEAVY if name in environment.packages), None)
            if heavy is None or not any(folder and _inside(environment.root, folder) for folder in folders):
                continue
            # What this very RUN installs, be it named in a file, is not yet in a layer below.
            below = step.before.environments.get(environment.prefix)
            if below is None or below.packages.get(heavy.name) != heavy:
                continue
            release = on.world.torch_release(heavy.version) if heavy.name == "torch" and heavy.version else None
            yield Problem(
                command.at,
                f"{command.name} -R writes all of {environment.root} a second time into this layer, with {heavy.name}: "
                "the image carries both",
                "do it in the RUN that installs or with COPY --chown, or install as the user who is to own it",
                _fix(step, command, on.stage_of(step)),
                related=(Related(heavy.at, "the files are from here"),) if heavy.at is not None else (),
                estimate_bytes=release.unpacked_bytes if release is not None else None,
            )
            return


def _recursive(command: Command) -> bool:
    return any(
        value is not None and (value == "--recursive" or (value[:1] == "-" != value[1:2] and "R" in value))
        for value in command.values
    )


def _inside(prefix: str, folder: str) -> bool:
    return prefix == folder or prefix.startswith(folder.rstrip("/") + "/")


def _fix(step: Step, command: Command, stage: Stage) -> Fix | None:
    """The COPYs that brought the folders say who owns them, where nothing else wrote there; accounts come before."""
    source, words = step.at.source, command.arguments
    plain = all(word.value == word.written and set(word.written) <= PLAIN for word in words)
    if command is not step.commands[-1] or command.at.span.end != step.at.span.end or not plain:
        return None
    options = [word.written for word in words if word.written.startswith("-")]
    named = [word.written for word in words if not word.written.startswith("-")]
    flag = {"chown": "chown", "chmod": "chmod"}.get(command.name or "")
    if options not in (["-R"], ["--recursive"]) or len(named) < 2 or flag is None or step.instruction.flags:
        return None
    if flag == "chmod" and not named[0].isdigit():
        return None
    copies = [_brought(command.before.absolute(path, command.cwd), step, stage) for path in named[1:]]
    found = [copy for copy in copies if copy is not None and copy.instruction.flag(flag) is None]
    if len(found) < len(copies) or len({copy.index for copy in found}) < len(found):
        return None
    first = min(found, key=lambda copy: copy.index)
    if any(one.instruction.keyword in ("RUN", "USER") for one in stage.steps[first.index + 1 : step.index]):
        return None
    moved = _accounts(step, first, named[1:])
    if moved is None or not source.text.endswith("\n", step.lines.start, step.lines.end):
        return None
    edits = [Edit(source, Span(step.lines.start, step.lines.end), "")]
    edits += [Edit(source, Span(first.lines.start, first.lines.start), moved)] if moved else []
    for copy in found:
        end = max([copy.instruction.keyword_span.end, *(one.span.end for one in copy.instruction.flags)])
        edits.append(Edit(source, Span(end, end), f" --{flag}={named[0]}"))
    return Fix(f"write COPY --{flag}={named[0]}", tuple(edits))


def _brought(path: str | None, step: Step, stage: Stage) -> Step | None:
    """The COPY that made the folder at `path`, in a folder that was there."""
    if path is None:
        return None
    for copy in stage.steps[: step.index]:
        target = copy.copied.target if copy.copied is not None and copy.instruction.keyword == "COPY" else None
        where = copy.before.absolute(target) if target is not None else None
        if where is None or where.rstrip("/") != path.rstrip("/") or copy.instruction.heredocs:
            continue
        above = path.rstrip("/").rpartition("/")[0]
        fresh = copy.before.find(where) is False and (not above or copy.before.find(above) is not False)
        return copy if fresh else None
    return None


def _accounts(step: Step, first: Step, paths: list[str]) -> str | None:
    """What the RUN did before, with the comments above it, as it may stand above the COPY; None if it may not."""
    *others, command = step.commands
    source = step.at.source
    if any(one.name not in ACCOUNTS or not one.certain or one.redirects for one in others):
        return None
    if any(path in (value or path) for one in others for value in one.values for path in paths):
        return None
    above = source.text[step.lines.start : source.text.rfind("\n", 0, step.at.span.start) + 1]
    if not others:
        return above
    end = others[-1].at.span.end
    if source.text[end : command.at.span.start].replace("\\", "").split() != ["&&"]:
        return None
    return f"{above}{source.text[step.at.span.start : end]}{source.newline}"
