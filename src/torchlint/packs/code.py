"""The code of a pack's rules, kept from doing harm to the run: what fails in it is told as its own, with the line."""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType

from torchlint import scanning
from torchlint.findings import Confidence, Fix, Outcome, Problem, Related, Severity
from torchlint.project.files import Files
from torchlint.rule import Rule
from torchlint.text import Edit, Place, Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from torchlint.catalog import Entry
    from torchlint.context import Context


class Fault(Exception):
    """A rule of a pack failed: what happened and in which line, in one line of text."""


@cache
def loaded(entry: Entry) -> Rule[Any]:
    """Run the rule's file and nothing beside it. What fails, there or when the rule is asked, is a Fault."""
    shown = Files().shown(entry.file)
    module = ModuleType(entry.module)
    module.__file__ = entry.file
    # What makes classes looks for their module there.
    sys.modules[entry.module] = module
    try:
        exec(compile(scanning.text_of(entry.file), entry.file, "exec", dont_inherit=True), module.__dict__)
    except (Exception, SystemExit) as error:
        del sys.modules[entry.module]
        raise Fault(_told(error, entry.file, shown, 1)) from error
    found = getattr(module, "check", None)
    if not isinstance(found, Rule):
        raise Fault(f"check was not declared by torchlint's @rule ({shown}:1)")
    return _guarded(entry.file, shown, found)


def _guarded(file: str, shown: str, rule: Rule[Any]) -> Rule[Any]:
    """The rule, but it raises nothing but Faults and yields nothing but whole Problems."""
    code = getattr(rule.check, "__code__", None)
    line: int = getattr(code, "co_firstlineno", 1)

    def check(subject: Any, on: Context) -> Iterator[Problem]:
        try:
            problems = rule.check(subject, on)
            if problems is None:
                raise TypeError("check returns None where Problems are due: it must yield them")
            for problem in problems:
                why = amiss(problem)
                if why:
                    raise TypeError(why)
                yield problem
        except (Exception, SystemExit) as error:
            raise Fault(_told(error, file, shown, line)) from error

    return Rule(
        rule.subject,
        rule.severity,
        rule.outcome,
        check,
        when=rule.when,
        mentions=rule.mentions,
        by_date=rule.by_date,
        strict=rule.strict,
        confidence=rule.confidence,
    )


def amiss(problem: object) -> str:
    """What is wrong with what a rule yields, "" if it is a whole Problem."""
    if not isinstance(problem, Problem):
        return f"check yields a {type(problem).__name__} where a Problem is due"
    whole: Any = problem  # What its fields should be, nobody has made sure of.
    fix, related = whole.fix, whole.related
    if fix is not None and not (isinstance(fix, Fix) and all(isinstance(edit, Edit) for edit in fix.edits)):
        return "the fix of its Problem is no Fix of Edits"
    if not (isinstance(related, tuple) and all(isinstance(one, Related) for one in related)):
        return "the related places of its Problem are no tuple of Related"
    edits = fix.edits if fix is not None else ()
    places = {
        "at": [whole.at],
        "an edit": [Place(*edit[:2]) for edit in edits],
        "a related place": [one.at for one in related],
    }
    for name, some in places.items():
        if not all(map(_is_place, some)):
            return f"{name} of its Problem is no Place in a file"
    texts = {
        "message": [whole.message],
        "help": [whole.help],
        "the fix's title": [fix.title] if fix is not None else [],
        "an edit": [edit.text for edit in edits],
        "the message of a related place": [one.message for one in related],
    }
    for name, words in texts.items():
        for text in words:
            if not isinstance(text, str):
                return f"{name} of its Problem is a {type(text).__name__} and no text"
            if not text.isascii() and max(text) > "\xff":
                # The file is read as the bytes it has, as all text is: only an escape makes such a letter.
                return f"{name} of its Problem has a letter that was not written as itself in the rule's file: {text!a}"
    kinds = {Severity: whole.severity, Outcome: whole.outcome, Confidence: whole.confidence}
    for kind, value in kinds.items():
        if value is not None and not isinstance(value, kind):
            return f"its Problem has {value!r} where a {kind.__name__} is due"
    if whole.estimate_bytes is not None and type(whole.estimate_bytes) is not int:
        return "estimate_bytes of its Problem is no int"
    return "" if whole.message else "the message of its Problem is empty"


def _is_place(place: object) -> bool:
    if not isinstance(place, tuple) or len(place) != 2:
        return False
    source, span = place
    return isinstance(source, Source) and isinstance(span, Span) and 0 <= span.start <= span.end <= len(source.text)


def _told(error: BaseException, file: str, shown: str, line: int) -> str:
    """An exception in one line, with the last line of the rule's file that led to it."""
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == file:
            line = frame.tb_lineno
        frame = frame.tb_next
    if isinstance(error, SyntaxError) and error.filename == file:
        line = error.lineno or line
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{said.removesuffix(':')} ({shown}:{line})"
