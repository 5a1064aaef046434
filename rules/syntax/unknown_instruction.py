from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Place, Problem, Severity, rule

MEND = "end the line above with a backslash if this goes on from it (with && \\ before another command), or remove it"


@rule(Build, Severity.ERROR, Outcome.BUILD, when=("unknown-instruction",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    source, reported = build.source, -1
    if build.dockerfile.template:
        return
    instructions = [one.span.start for one in build.dockerfile.instructions if one.keyword in KEYWORDS]
    for problem in build.dockerfile.problems:
        if problem.kind == "unknown-instruction":
            # Where one line was torn off its command the rest was, too.
            above = bisect_left(instructions, problem.span.start)
            if above == reported:
                continue
            reported = above
            at = Place(source, problem.span)
            word = source.text[problem.span.start : problem.span.end]
            message = f"there is no instruction {source.show(problem.span)}"
            meant = nearest(word, build)
            if meant:
                fix = Fix(f"write {meant}", (Edit(source, problem.span, meant),))
                yield Problem(at, message, f"write {meant}", fix)
            else:
                yield Problem(at, message, MEND)


def nearest(word: str, build: Build) -> str | None:
    """The instruction that was meant, if the word is close to one and written like the others of the file."""
    from difflib import get_close_matches

    text = build.source.text
    capitals = any(text[one.span.start : one.span.end].startswith(one.keyword) for one in build.dockerfile.instructions)
    # Between instructions in capitals a small word is a program: mkdir is not WORKDIR.
    if not word.isalpha() or (capitals and word.islower()):
        return None
    return next(iter(get_close_matches(word.upper(), KEYWORDS, n=1, cutoff=0.66 if word.isupper() else 0.75)), None)


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
