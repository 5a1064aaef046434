from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Place, Problem, Severity, Span, rule


@rule(Build, Severity.WARNING, Outcome.RISK, when=("maybe a token",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    for stage in build.stages:
        for step in stage.steps:
            source, span = step.at
            found = on.world.token_in(source.text[span.start : span.end])
            # A variable with the name of a secret is said by secret-in-image, with the image it ends in.
            named = any(on.world.secret_name(one.name) for one in step.declared)
            if found is not None and not (named and build.in_shipped(stage.index)):
                yield Problem(
                    Place(source, Span(span.start + found.start, span.start + found.end)),
                    f"a {found.kind} is written out: whoever reads the repository or the image's history has it",
                    "revoke it, then give the new one to this RUN alone: --mount=type=secret,id=NAME,env=NAME",
                    secret=True,
                )
    for file in build.requirements:
        found = on.world.token_in(file.source.text)
        if found is not None:
            yield Problem(
                Place(file.source, Span(found.start, found.end)),
                f"a {found.kind} is written out: whoever reads the repository has it",
                "revoke it, then let pip read the new one: RUN --mount=type=secret,id=netrc,target=/root/.netrc",
                secret=True,
            )
