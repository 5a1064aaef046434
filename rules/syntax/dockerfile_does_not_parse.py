from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Place, Problem, Severity, rule


@rule(
    Build,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "before-from",
        "blank-name",
        "duplicate-directive",
        "duplicate-flag",
        "empty-volume",
        "escape-directive",
        "field-of-podman",
        "flag-value",
        "from-arguments",
        "healthcheck-arguments",
        "healthcheck-type",
        "heredoc-destination",
        "json-elements",
        "long-line",
        "missing-arguments",
        "missing-destination",
        "missing-value",
        "no-from",
        "no-instructions",
        "onbuild-trigger",
        "shell-form",
        "stage-name",
        "unknown-flag",
        "unterminated-heredoc",
    ),
)
def check(build: Build, on: Context) -> Iterator[Problem]:
    problems = () if build.dockerfile.template else build.dockerfile.problems
    said_elsewhere = [one.span for one in problems if one.kind in OWN_RULE]
    spoken_for = {spoken for span in said_elsewhere if (spoken := instruction_at(build, span)) is not None}
    for problem in problems:
        if problem.kind in OWN_RULE or (problem.kind == "no-from" and build.dockerfile.fragment):
            continue
        # A misspelt FROM is no FROM: what is said of the word is enough.
        if problem.kind in ("no-from", "before-from") and said_elsewhere:
            continue
        at = instruction_at(build, problem.span)
        if at is not None and at in spoken_for:
            continue
        # The file is a template: what it makes of these signs is not known.
        if at is not None and any(sign in build.source.text[at : problem.span.end] for sign in ("{{", "{%")):
            continue
        if at is not None and problem.kind not in ("before-from", "no-from"):
            spoken_for.add(at)
        yield Problem(
            Place(build.source, problem.span),
            f"{'docker build' if problem.kind in ELSEWHERE else 'the build'} stops here: {problem.message}",
            HELP.get(problem.kind, "write it as docs.docker.com/reference/dockerfile has it"),
        )
    field = next((one for one in build.dockerfile.notes if one.kind == "field-of-podman"), None)
    if field is not None:
        # Podman and buildah look for a Containerfile first, docker never does.
        theirs = "containerfile" in build.source.path.rpartition("/")[2].lower()
        yield Problem(
            Place(build.source, field.span),
            f"docker build stops here, which podman and buildah do not: its --mount has no field {field.message}",
            f"leave {field.message} out, or build it with podman or buildah alone",
            severity=Severity.INFO if theirs else Severity.WARNING,
        )


def instruction_at(build: Build, span: tuple[int, int]) -> int | None:
    """Where the instruction begins that the span lies in. BuildKit stops at its first mistake, so one is enough."""
    return next(
        (one.span.start for one in build.dockerfile.instructions if one.span.start <= span[0] < one.span.end), None
    )


ELSEWHERE = ("flag-value", "stage-name", "unknown-flag")
"""What other builders, such as buildah, may take: their own flags, and names of stages of any form."""

OWN_RULE = ("lost-continuation", "trailing-comment", "unknown-instruction")

HELP = {
    "before-from": "move it below the first FROM; only ARG may stand above",
    "from-arguments": "write FROM image, or FROM image AS name",
    "heredoc-destination": "write the heredoc first and the file it becomes last",
    "json-elements": "put every element in double quotes",
    "missing-destination": "name where to copy to as the last word",
    "missing-value": 'write name=value, and quote a value with blanks: name="two words"',
    "no-from": "begin with FROM and the image to build on",
    "no-instructions": "begin with FROM and the image to build on",
    "shell-form": 'write SHELL ["/bin/bash", "-c"]',
    "stage-name": "rename the stage, in lower case",
    "unterminated-heredoc": "end the text with a line that holds the marker alone",
}
