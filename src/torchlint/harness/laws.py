"""The laws of a rule and its page. A function tries one; what it gives is how the law is broken, None if it holds."""

from __future__ import annotations

import os
import sys

from torchlint import catalog, page, scanning
from torchlint.check import check
from torchlint.config import Config
from torchlint.harness.meaningless import CHANGES, is_dockerfile, moved, stage_names
from torchlint.project import read
from torchlint.record import NamedTuple
from torchlint.text import OverlappingEdits, apply
from torchlint.world import World

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from torchlint.catalog import Entry
    from torchlint.findings import Finding
    from torchlint.harness.meaningless import Change
    from torchlint.page import Example, Expected, Page
    from torchlint.text import Edit

PASSES = 10
AS_WRITTEN = CHANGES[0]
_LEAST_PROSE = 80


class Broken(NamedTuple):
    """How a law is broken. `expected` and `actual` are texts that should be the same; `file` is whose they are, "" for
    what the rule says. `line` of the rule's page or, with `in_code`, of its Python file; 0 where the whole is meant."""

    why: str
    expected: str = ""
    actual: str = ""
    file: str = ""
    line: int = 0
    in_code: bool = False


class Failed(Exception):
    """An example could not even be judged; the message says why."""


def read_page(rule: Entry) -> Page:
    """The rule's page. Raises PageError."""
    with open(catalog.page_path(rule), encoding="utf-8") as file:
        return page.parse(file.read())


def whole(rule: Entry, read: Page) -> Broken | None:
    """A page names its rule, says why, and shows silence at least as often as noise."""
    bad = sum(example.bad for example in read.examples)
    if (read.name, read.title) != (rule.name, rule.title):
        return Broken("the page must name its rule in its first line", line=1)
    if len(read.prose.partition("```")[0]) <= _LEAST_PROSE:
        return Broken("the page must say above its examples what breaks and why, in a sentence or more", line=1)
    if not bad:
        return Broken("the page must show a bad example: a block marked bad, with its report", line=1)
    if len(read.examples) - bad < bad:
        good = len(read.examples) - bad
        return Broken(f"the page must have as many good examples as bad ones: it has {good} and {bad}", line=1)
    return None


def declared(rule: Entry) -> Broken | None:
    """What is read of a rule without running it is what it is."""
    try:
        made = catalog.load(rule)
    except Exception as error:
        return Broken(str(error), in_code=True)
    is_so = {
        "subject": (rule.subject, made.subject.__name__),
        "when": (rule.when, made.when),
        "mentions": (rule.mentions, made.mentions),
        "severity": (rule.severity, made.severity.value),
        "outcome": (rule.outcome, made.outcome.value),
        "confidence": (rule.confidence, made.confidence.value),
        "by_date": (rule.by_date, made.by_date),
        "strict": (rule.strict, made.strict),
    }
    for name, (as_read, as_run) in is_so.items():
        if as_read != as_run:
            return Broken(f"@rule says {name} {as_read!r} as it is read, but {as_run!r} as it is run", in_code=True)
    if any(word != word.lower() for word in rule.mentions):
        return Broken("@rule takes `mentions` in lower case: so is the text that they are looked for in", in_code=True)
    return None


def imports(rule: Entry) -> Broken | None:
    """A rule imports torchlint's window and the standard library; not another rule, and nothing that may change."""
    import ast

    window: tuple[str, ...] = tuple(sys.modules["torchlint"].__all__)

    def may(name: str) -> bool:
        return name.split(".")[0] in sys.stdlib_module_names

    for node in ast.walk(ast.parse(scanning.text_of(code_path(rule)))):
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            continue
        names = [alias.name for alias in node.names]
        if isinstance(node, ast.Import):
            wrong = [name for name in names if name != "torchlint" and not may(name)]
        elif node.module == "torchlint" and not node.level:
            wrong = [f"torchlint.{name}" for name in names if name not in window]
        else:
            wrong = [] if may(node.module or "") and not node.level else ["." * node.level + (node.module or "")]
        if wrong:
            why = f"imports {wrong[0]}: a rule imports names of torchlint itself and of the standard library only"
            return Broken(why, line=node.lineno, in_code=True)
    return None


def code_path(rule: Entry) -> str:
    """Where the rule's Python file lies."""
    return f"{catalog.page_path(rule)[:-3]}.py"


def comes_out(rule: Entry, example: Example, change: Change, folder: str, rules: Sequence[Entry]) -> Broken | None:
    """A bad example gives exactly its report, a good one none; fixing gives the fixed form, and that is silent.

    `folder` is empty, and the example is laid out in it. `rules` are all there are, of which one is tried.
    """
    try:
        lay_out(folder, example, change)
        findings = said(rule, folder, example.as_of, rules)
        texts = dict(example.files)
        names = frozenset(name for path, body in example.files if is_dockerfile(path) for name in stage_names(body))

        def level(one: Expected, line: int) -> Expected:
            return one._replace(line=line, message=change.level("", one.message, names))

        named = {one.path for one in example.report if one.path in texts}
        after = {path: moved(change, path, texts[path]) for path in named}
        expected = report(level(one, after.get(one.path, {}).get(one.line, one.line)) for one in example.report)
        actual = report(level(one, one.line) for one in expectations(findings))
        if actual != expected:
            return Broken("the report is another one", expected, actual)
        left = fix_all(rule, folder, example.as_of, rules)
    except Failed as failed:
        return Broken(str(failed))
    if any(finding.fix for finding in left):
        return Broken("after all fixes that can be made together there are still some")
    return _fixed(example, change, folder, names, left) if example.fixed else None


def _fixed(
    example: Example, change: Change, folder: str, names: frozenset[str], left: Iterable[Finding]
) -> Broken | None:
    still = report(expectations(left))
    if still:
        return Broken("the fixed form is not silent", "", still)
    for path, wanted in (dict(example.files) | dict(example.fixed)).items():
        try:
            with open(os.path.join(folder, path), encoding="utf-8", newline="") as file:
                after = file.read()
        except FileNotFoundError:
            return Broken(f"the fix makes no {path}", wanted, "", path)
        expected, actual = change.level(path, wanted, names), change.level(path, after, names)
        if actual != expected:
            return Broken(f"the fix makes another {path}", expected, actual, path)
        if change.name == "crlf" and after.count("\n") != after.count("\r\n") and not after.startswith("#!"):
            return Broken(f"the fix mixes line ends in {path}", "", after, path)
    return None


def lasts(rule: Entry, example: Example, folder: str, rules: Sequence[Entry]) -> Broken | None:
    """Three years change only what rules say that are marked by_date. `folder` as above."""
    if rule.by_date:
        return None
    today = World(example.as_of).today
    later = f"{int(today[:4]) + 3}{today[4:]}" if not today.endswith("02-29") else f"{int(today[:4]) + 3}-03-01"
    try:
        lay_out(folder, example, AS_WRITTEN)
        actual = report(expectations(said(rule, folder, later, rules)))
    except Failed as failed:
        return Broken(str(failed))
    expected = report(example.report)
    return None if actual == expected else Broken("three years later the report is another one", expected, actual)


def shows_its_fix(rule: Entry, read: Page, new_folder: Callable[[], str], rules: Sequence[Entry]) -> Broken | None:
    """The page of a rule with a fix has a fixed form, and only that of such a rule."""
    offered = False
    for example in read.examples:
        folder = new_folder()
        try:
            lay_out(folder, example, AS_WRITTEN)
            offered = offered or any(finding.fix for finding in said(rule, folder, example.as_of, rules))
        except Failed as failed:
            return Broken(str(failed), line=example.at)
    if offered and not rule.fixable:
        return Broken("the rule offers a fix, and the page shows no fixed form: a block marked fixed", line=1)
    if rule.fixable and not offered:
        return Broken("the page shows a fixed form, and the rule offers no fix", line=1)
    return None


def lay_out(folder: str, example: Example, change: Change) -> None:
    """Write the files of an example, changed."""
    for path, body in example.files:
        target = os.path.normpath(os.path.join(folder, path))
        if not target.startswith(folder + os.sep):
            raise Failed(f"the example has a file outside of its folder: {path}")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(change.make(path, body).encode())


def said(rule: Entry, folder: str, as_of: str | None, rules: Sequence[Entry]) -> list[Finding]:
    """What the rule says; the others are switched off unless it speaks of them. Raises Failed."""
    from torchlint.config import ConfigError

    before = os.getcwd()
    os.chdir(folder)
    try:
        config = Config.discover(top=os.curdir)
        found = check(
            read(["."], settings_for=config.settings_for),
            world=World(as_of),
            selection=None if rule.subject == "Suppressions" else lambda entry, _path: entry.name == rule.name,
            require_reason=config.settings.require_reason,
            rules=tuple(rules),
        )
    except ConfigError as error:
        raise Failed(str(error)) from error
    finally:
        os.chdir(before)
    for crash in found.crashed:
        raise Failed(crash.told)
    for failure in found.failures:
        raise Failed(f"{failure.path}: {failure.message}")
    return [finding for finding in found.findings if finding.rule == rule.name]


def fix_all(rule: Entry, folder: str, as_of: str | None, rules: Sequence[Entry]) -> list[Finding]:
    """Make the rule's fixes until none is left; what it still says then. Raises Failed."""
    for _ in range(PASSES):
        findings = said(rule, folder, as_of, rules)
        edits: dict[str, list[Edit]] = {}
        for finding in findings:
            if finding.fix is not None:
                paths = dict.fromkeys(edit.source.path for edit in finding.fix.edits)
                try:
                    for path in paths:
                        mine = [edit for edit in finding.fix.edits if edit.source.path == path]
                        apply(mine[0].source.text, [*edits.get(path, []), *mine])
                except OverlappingEdits:
                    continue
                for edit in finding.fix.edits:
                    edits.setdefault(edit.source.path, []).append(edit)
        if not edits:
            return findings
        for path, made in edits.items():
            with open(os.path.join(folder, path), "wb") as file:
                file.write(apply(made[0].source.text, made).encode("latin-1"))
    raise Failed(f"the fixes of {rule.name} do not come to rest within {PASSES} passes")


def expectations(findings: Iterable[Finding]) -> list[Expected]:
    """Findings as a `report` block would have them."""
    found = []
    for finding in findings:
        path = finding.at.source.path
        line, column = finding.at.source.position(finding.at.span.start)
        found.append(page.Expected(path, line, column, finding.severity.value, finding.outcome.value, finding.message))
    return found


def report(expected: Iterable[Expected]) -> str:
    """A `report` block, sorted."""
    return "".join(
        f"{one.path}:{one.line}:{one.column} {one.severity} {one.outcome}: {one.message}\n" for one in sorted(expected)
    )
