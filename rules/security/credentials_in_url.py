from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Place, Problem, Severity, Span, rule


@rule(Build, Severity.WARNING, Outcome.RISK, when=("maybe a login",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    places = [step.at for stage in build.stages for step in stage.steps]
    places += [Place(file.source, file.source.whole()) for file in build.requirements]
    for source, span in places:
        text = source.text[span.start : span.end]
        found = on.world.login_in(text)
        # What has the shape of a well-known service's token is said by token-written-out.
        if found is None or on.world.token_in(text[found.start : found.end]) is not None:
            continue
        yield Problem(
            Place(source, Span(span.start + found.start, span.start + found.end)),
            f"the {found.kind} is written into a URL: whoever reads the file or the image's history has it",
            "change it, then give the new one as a secret: RUN --mount=type=secret,id=netrc,target=/root/.netrc",
            secret=True,
        )
