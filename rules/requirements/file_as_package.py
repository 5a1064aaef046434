from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Safety, Severity, Span, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("maybe a list",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    for one in install.requested if install.stops_build else ():
        fate = on.bare_file(install, one)
        if fate is None:
            continue
        source, span = one.at
        written = source.text[span.start : span.end]
        bare, sure = written.strip("\"'"), fate != "another"
        if fate == "refused":
            harm = "a project: that it is not, and the build stops"
        elif fate == "absent":
            harm = "the name of a package: no index has one, and the build stops"
        else:
            harm = "the name of a package: it reads no file, and installs what a stranger called so, or stops"
        edit = Edit(source, Span(span.start, span.start), "-r ")
        yield Problem(
            one.at,
            f"without -r {install.tool} takes {bare} for {harm}",
            f"write -r before it: -r {written}",
            Fix("write -r before it", (edit,), Safety.SAFE if sure else Safety.UNSAFE),
            outcome=None if sure else Outcome.RISK,
        )
