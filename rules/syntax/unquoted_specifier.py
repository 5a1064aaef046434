from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Span, rule

INSTALLERS = ("pip", "uv", "conda", "mamba", "micromamba", "poetry", "pipenv", "pdm", "pixi", "python")
ASKING = ("install", "add", "create", "download", "wheel", "update", "upgrade")


@rule(Command, Severity.WARNING, Outcome.RISK, when=("> version",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    if (command.name or "").rstrip("0123456789.") not in INSTALLERS or not any(
        word in ASKING for word in command.values
    ):
        return
    cut = list(specifiers(command))
    if not cut:
        return
    fix = None
    if not nested(command, on):
        edits = tuple(edit for span in cut if (edit := quoted(command.at, span)) is not None)
        apart = all(one.end <= other.start for one, other in pairwise(cut))
        fix = Fix("put the requirement in quotes", edits) if len(edits) == len(cut) and apart else None
    absent = missing(command)
    source, first = command.at.source, cut[0]
    shown = source.show(first)
    mend = _mend(shown)
    if absent is not None:
        name = source.show(absent)
        where = next(span for span in cut if span.contains(absent))
        yield Problem(
            Place(source, where),
            f"the shell takes {name} for a file to read, and there is none: the command fails and the build stops",
            _mend(source.show(where)),
            fix,
            tuple(Related(Place(source, span), "and here") for span in cut if span != where),
            severity=Severity.ERROR,
            outcome=Outcome.BUILD,
        )
        return
    others = tuple(Related(Place(source, span), "and here") for span in cut[1:])
    lost = first.start + next(index for index, sign in enumerate(source.text[first.start : first.end]) if sign in "<>")
    taken = source.show(Span(lost, first.end))
    file = next((one.target.value or one.target.written for one in command.redirects if one.at.span.start == lost), "")
    read = "a file to read: without that nothing is installed, with it the limit is lost"
    written = f"a redirect: the limit is lost, and a file called {file} is written"
    yield Problem(
        Place(source, first),
        f"the shell takes {taken} for {read if '<' in taken else written}",
        mend,
        fix,
        others,
    )


def specifiers(command: Command) -> Iterator[Span]:
    """Where a word is followed by a version that the shell has cut off it."""
    open_: Span | None = None
    for one in command.redirects:
        span, written = one.at.span, one.target.written
        if one.operator not in ("<", ">") or one.fd is not None or written[:1] not in "=0123456789" or not written:
            continue
        if open_ is not None and open_.end == span.start:
            open_ = Span(open_.start, span.end)
            continue
        if open_ is not None:
            yield open_
        word = [word for word in command.arguments if word.at.span.end <= span.start][-1:]
        # A number behind a blank may be the name of a file.
        near = bool(word) and (word[0].at.span.end == span.start or written[0] == "=")
        named = near and "/" not in word[0].written and not word[0].written.startswith("-")
        open_ = Span(word[0].at.span.start, span.end) if named else None
    if open_ is not None:
        yield open_


def _mend(shown: str) -> str:
    return 'write "{}", in quotes'.format(shown.replace('"', "").replace("'", ""))


def missing(command: Command) -> Span | None:
    """The first redirect from a file that surely is not there, where that surely stops the build."""
    if not (command.fatal and command.certain):
        return None
    for one in command.redirects:
        value = one.target.value
        where = None if value is None else command.before.absolute(value, command.cwd)
        if one.operator == "<" and where is not None and command.before.find(where) is False:
            return one.at.span
    return None


def quoted(at: Place, span: Span) -> Edit | None:
    """The edit that puts quotes around a specifier that has none yet."""
    text = at.source.text[span.start : span.end]
    return None if any(sign in text for sign in "\"'\\\n`") else Edit(at.source, span, f'"{text}"')


def nested(command: Command, on: Context) -> bool:
    """True if the command stands in the quoted script of another, where quotes would end that."""
    assert on.build is not None
    step = on.stage_of(command).steps[command.step]
    return any(one is not command and one.at.span.contains(command.at.span) for one in step.commands)
