"""`torchlint fix` and `torchlint check --fix`: from the words of the command line to changed files and a report."""

from __future__ import annotations

import sys

from torchlint.cli import checking
from torchlint.cli.arguments import UsageError
from torchlint.cli.configuring import configured
from torchlint.cli.looking import View
from torchlint.cli.outputs import TEXTS, put, wanted
from torchlint.cli.streams import dress_of, say, show, write_bytes
from torchlint.config import ConfigError
from torchlint.fix import mend, withheld
from torchlint.fix.writing import write
from torchlint.project import STANDARD_INPUT
from torchlint.record import NamedTuple
from torchlint.report import difference, fixes
from torchlint.report.styled import plain
from torchlint.report.summary import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from torchlint.cli.asked import Check
    from torchlint.cli.outputs import Output
    from torchlint.cli.pinning import LookUp
    from torchlint.cli.proving import Proof
    from torchlint.findings import Finding
    from torchlint.fix.shapes import Mended, Refused, Seen, Told, Withheld
    from torchlint.verify.before_after import Plan


def run(asked: Check, *, told_all: bool) -> int:
    """Fix, report what is left, and give the exit code. `told_all`: say of every unsafe fix what it may change.

    Raises UsageError.
    """
    _refuse_what_does_not_go_together(asked)
    outputs = wanted(asked)
    if not (asked.pin or asked.lock):
        return _run(asked, outputs, None, told_all=told_all)
    from torchlint.cli.pinning import LookUp

    with LookUp() as look_up:
        return _run(asked, outputs, look_up, told_all=told_all)


def _run(asked: Check, outputs: Sequence[Output], look_up: LookUp | None, *, told_all: bool) -> int:
    try:
        config = configured(asked)
        view = View(asked, config)
        plan = _plan(view)
        if asked.pin and look_up is not None:
            plan = look_up.pinning(view, plan)
        mended = plan(lambda _finding: True)
    except ConfigError as error:
        raise UsageError(str(error)) from error
    first = mended.first
    if asked.target_stage is not None:
        checking.demand_stage(asked.target_stage, first.report)
    project = first.project
    empty = not (project.dockerfiles or project.requirements or project.environments)
    checking.mention(asked, config, first.report, config.settings)
    if empty and not first.report.failures:
        say(checking.nothing_in(asked))
    _confess(mended)
    failed = bool(first.report.failures or first.report.crashed or (empty and asked.strict_inputs))
    proof = None
    if asked.verify is not None and mended.groups:
        from torchlint.cli.proving import proven

        proof = proven(asked, view.world, plan)
        mended = proof.mended
        failed = failed or not proof.told
    if asked.lock and look_up is not None:
        # Before anything is written: the texts that are seen are those of the files.
        whole, left = look_up.write_locks(mended, only_tell=asked.diff)
        mended = mended._replace(refused=(*mended.refused, *left))
        failed = failed or not whole
    if asked.diff:
        changes = _show_differences(asked, mended, proof) or (proof is not None and not proof.good)
        return checking.FAILED if failed else checking.FOUND if changes else checking.CLEAN
    outcome = _Outcome(mended.fixed, mended.refused, mended.last, proof)
    if view.from_stdin:
        if not first.report.failures:
            write_bytes(view.result(mended))
    else:
        outcome, written = _written(view, mended, outcome)
        failed = failed or not written
    waiting: tuple[Withheld, ...] = ()
    if told_all and not asked.quiet and not asked.fix_only:
        held = mended.groups if view.from_stdin else ()  # Else it is on disk, as far as it could be written.
        waiting, more = withheld(view.look, view.wishes(), mended._replace(last=outcome.last, groups=held))
        outcome = outcome._replace(refused=(*outcome.refused, *more))
    if view.from_stdin:
        from contextlib import redirect_stdout

        with redirect_stdout(sys.stderr):
            _report(asked, outputs, outcome, waiting, empty=empty)
    else:
        _report(asked, outputs, outcome, waiting, empty=empty)
    if failed:
        return checking.FAILED
    if (asked.exit_non_zero_on_fix and outcome.fixed) or (proof is not None and not proof.good):
        return checking.FOUND
    return checking.CLEAN if asked.fix_only else checking.verdict(asked, config.settings, outcome.last.report)


def _plan(view: View) -> Plan:
    """How the fixes are made that are let through."""
    wishes = view.wishes()

    def plan(wanted: Callable[[Finding], bool]) -> Mended:
        return mend(view.look, wishes._replace(fixable=lambda one: wishes.fixable(one) and wanted(one)))

    return plan


class _Outcome(NamedTuple):
    """What was made, what was not, what is left, and the evidence."""

    fixed: tuple[Told, ...]
    refused: tuple[Refused, ...]
    last: Seen
    proof: Proof | None


def _written(view: View, mended: Mended, outcome: _Outcome) -> tuple[_Outcome, bool]:
    """Write the files; what came of it, and whether all could be written."""
    unwritten = write(mended)
    for one in unwritten:
        others = f"; left alone with it: {', '.join(one.others)}" if one.others else ""
        say(f"{one.path}: not written: it {one.why}{others}")
    if not unwritten:
        return outcome, True
    gone = {path for one in unwritten for path in (one.path, *one.others)}
    fixed = tuple(told for told in outcome.fixed if gone.isdisjoint(told.files))
    return _Outcome(fixed, outcome.refused, view.look({}, None), outcome.proof), False


def _report(
    asked: Check,
    outputs: Sequence[Output],
    outcome: _Outcome,
    waiting: Sequence[Withheld],
    *,
    empty: bool,
) -> None:
    """What was fixed, what is left, what was not made and why, and what waits; around the report that people read, or
    on standard error beside one for programs."""
    people = any(output.file is None and output.format in TEXTS for output in outputs)
    dress = dress_of(sys.stdout if people else sys.stderr, asked.color)
    layout = dress.layout._replace(quiet=asked.quiet, verbose=asked.verbose)
    refused = [one for one in outcome.refused if not one.fault.ours]
    before = list(fixes.made(outcome.fixed, layout))
    if outcome.proof is not None:
        before += outcome.proof.pieces(layout)
        refused += outcome.proof.taken_back
    behind = [*fixes.not_made(refused, layout), *fixes.waiting(waiting, lambda one: _command(asked, one), layout)]
    if not people:
        for line in plain((*before, *behind)).splitlines():
            if line:
                say(line)
    else:
        show(before, dress)
    if not asked.fix_only:
        evidence = None if outcome.proof is None else outcome.proof.as_object()
        put(outputs, asked, outcome.last.report, empty=empty, evidence=evidence)
    if people:
        show(behind, dress)


# Options that decide what is found, and so must be given again.
_AGAIN = ("pack", "context", "target_stage", "stdin_filename", "as_of", "build_arg", "config")


def _command(asked: Check, one: Withheld) -> str:
    """The command that makes this fix."""
    from shlex import quote

    words = ["torchlint", "fix", "--unsafe-fixes", "--select", one.told.rule]
    for name in _AGAIN:
        given = getattr(asked, name)
        for value in given if isinstance(given, tuple) else (given,):
            if value is not None:
                words += [f"--{name.replace('_', '-')}", value]
    words += [f"--{name.replace('_', '-')}" for name in ("context_partial", "isolated") if getattr(asked, name)]
    paths = (STANDARD_INPUT,) if STANDARD_INPUT in asked.paths else one.dockerfiles or (one.told.path,)
    return " ".join(map(quote, (*words, *paths)))


def _refuse_what_does_not_go_together(asked: Check) -> None:
    for name in ("write_baseline", "add_ignore", "diff_against"):
        if getattr(asked, name) is not None:
            raise UsageError(f"--{name.replace('_', '-')} does not go with fixing; run check for it")
    if asked.lock and STANDARD_INPUT in asked.paths:
        raise UsageError("--lock writes a file beside another one, and standard input is none")
    if STANDARD_INPUT in asked.paths and len(asked.paths) > 1:
        raise UsageError("- (standard input) is fixed alone: its text goes to standard output")
    if asked.diff and asked.output_format:
        raise UsageError("--diff prints a diff and no report: it goes without --output-format")


def _confess(mended: Mended) -> None:
    """Say what was torchlint's own mistake."""
    for told, fault in mended.refused:
        if fault.ours:
            where = f"{told.path}:{told.line}"
            say(f"internal error in the fix of {told.rule} at {where}: {fault.why}; not made. Please report this line")
    for circle in mended.circles:
        who = " and ".join(circle) if len(circle) > 1 else f"{circle[0]} and itself"
        say(f"internal error: the fixes of {who} undo each other; none of them was made. Please report this line")
    if mended.restless:
        say(f"there is more to fix after so many passes ({', '.join(mended.restless)}); run torchlint again")


def _show_differences(asked: Check, mended: Mended, proof: Proof | None) -> bool:
    """Print what would be changed, with the evidence on standard error; False if nothing would be."""
    changes = sorted((one for group in mended.groups for one in group), key=lambda one: one.source.path)
    dress = dress_of(sys.stdout, asked.color)
    for source, text in changes:
        if dress.terminal or dress.colours:
            show(difference.painted(source.path, source.text, text), dress)
        else:
            write_bytes("".join(difference.difference(source.path, source.text, text)).encode("latin-1"))
    if not asked.quiet:
        number = len(mended.fixed)
        if changes:
            say(f"would make {fixes.number_of(number)} in {counted(len(changes), 'file')}; nothing was written")
        else:
            say("there is nothing to fix")
        if proof is not None:
            for line in plain(proof.pieces(dress.layout)).splitlines():
                if line:
                    say(line)
        for told, fault in (*mended.refused, *(proof.taken_back if proof is not None else ())):
            if not fault.ours:
                say(f"{told.path}:{told.line}: {told.rule}: {told.title}: not made: {fault.why}")
    return bool(changes)
