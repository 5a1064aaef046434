from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Severity, Span, Step, rule


@rule(Step, Severity.WARNING, Outcome.RISK, when=("WORKDIR ~", "COPY ~", "ADD ~"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    word, at = step.target_written or ("", step.at)
    if word == "~" or word.startswith("~/"):
        home, (source, span) = f"/root{word[1:]}", at
        begin = source.text.find(word, span.start, span.end)
        root = step.before.user.value in ("root", "0") and begin >= 0
        edit = Edit(source, Span(begin, begin + len(word)), home)
        yield Problem(
            at,
            f"{word} is a folder called ~, not the home folder: no shell reads {step.instruction.keyword}",
            f"write the home folder out, such as {home}",
            Fix(f"write {home}", (edit,)) if root else None,
        )
