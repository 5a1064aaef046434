from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Place, Problem, RequirementsFile, Severity, rule


@rule(RequirementsFile, Severity.ERROR, Outcome.BUILD, when=("unreadable",))
def check(file: RequirementsFile, on: Context) -> Iterator[Problem]:
    problems = file.document.problems
    if not problems:
        return
    first = problems[0]
    at = Place(file.source, first.span)
    severity = None if file.reached_by else Severity.WARNING
    if "\0" in file.source.text:
        yield Problem(
            at,
            "pip cannot read this file: it is UTF-16 text without a byte order mark",
            "save it as UTF-8 (PowerShell: pip freeze | Out-File -Encoding utf8 requirements.txt)",
            severity=severity,
        )
        return
    more = f" (and {len(problems) - 1} more lines)" if len(problems) > 1 else ""
    yield Problem(
        at,
        f"{first.message}{more}",
        "write `name==version`, an option of pip, a path or a URL; begin a comment with #",
        severity=severity,
    )
