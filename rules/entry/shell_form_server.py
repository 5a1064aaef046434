from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, Span, rule


@rule(Entry, Severity.WARNING, Outcome.RUN, when=("shell-form",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main = entry.main
    if main is None or not entry.shell_form or main.background or entry.listening is None or not entry.shell_stays:
        return
    source, span = main.at
    before = source.text[entry.at.span.start : span.start].split("\n")[-1]
    if before.rstrip(" \t").endswith("exec") or not main.certain:
        return
    fix = None
    words = before.split()
    if not any("=" in word for word in words[-1:]):
        edit = Edit(source, Span(span.start, span.start), "exec ")
        fix = Fix("let the server take the shell's place", (edit,), Safety.UNSAFE)
    yield Problem(
        main.at,
        f"docker stop does not reach {main.name}: the shell that started it gets the signal and passes nothing on, so "
        "after ten seconds the server is killed",
        f"write exec {main.name} ..., or the exec form",
        fix,
    )
