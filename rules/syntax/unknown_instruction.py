from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Place, Problem, Severity, rule


@rule(Build, Severity.ERROR, Outcome.BUILD, when=("unknown-instruction",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    for problem in build.dockerfile.problems:
        if problem.kind == "unknown-instruction":
            if build.source.text.startswith(("{{", "{%"), problem.span.start):
                continue  # a line of a template
            at = Place(build.source, problem.span)
            meant = nearest(build.source.text[problem.span.start : problem.span.end])
            if meant:
                fix = Fix(f"write {meant}", (Edit(build.source, problem.span, meant),))
                yield Problem(at, problem.message, f"write {meant}", fix)
            else:
                yield Problem(at, problem.message, "end the line before with a backslash if this goes on from it")


def nearest(word: str) -> str | None:
    """The instruction that was meant, if the word is close to one."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.upper(), KEYWORDS, n=1, cutoff=0.66)), None)


KEYWORDS = (
    "ADD",
    "ARG",
    "CMD",
    "COPY",
    "ENTRYPOINT",
    "ENV",
    "EXPOSE",
    "FROM",
    "HEALTHCHECK",
    "LABEL",
    "ONBUILD",
    "RUN",
    "SHELL",
    "STOPSIGNAL",
    "USER",
    "VOLUME",
    "WORKDIR",
)
