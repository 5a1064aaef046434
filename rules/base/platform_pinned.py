from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Severity, Span, Stage, rule


@rule(Stage, Severity.INFO, Outcome.RISK, when=("FROM --platform",), strict=True)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    flag = stage.instruction.flag("platform")
    if flag is None or flag.value is None or "$" in flag.value:
        return
    assert on.build is not None
    flags = [one.instruction.flag("platform") for one in on.build.stages]
    # A file with stages for several platforms means what it says.
    if any(one is not None and one.value is not None and one.value != flag.value for one in flags):
        return
    source = stage.at.source
    rest = source.text[flag.span.end : stage.at.span.end]
    end = flag.span.end + len(rest) - len(rest.lstrip(" \t"))
    yield Problem(
        Place(source, flag.span),
        f"this stage is for {flag.value} whatever a build asks for: on other machines it is emulated, or does not run",
        "say it with `docker build --platform`, or write --platform=$BUILDPLATFORM for a stage that only builds",
        Fix("leave the platform to the build", (Edit(source, Span(flag.span.start, end), ""),)),
    )
