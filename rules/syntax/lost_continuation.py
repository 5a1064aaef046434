from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Fix, Outcome, Place, Problem, Related, Safety, Severity, Span, rule

# What no operator of a shell can follow.
OTHERS = ("FROM", "ARG", "ENV", "LABEL", "COPY", "ADD", "USER", "WORKDIR", "EXPOSE", "VOLUME", "STOPSIGNAL", "SHELL")


@rule(Build, Severity.ERROR, Outcome.BUILD, when=("lost-continuation",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    source, escape = build.source, build.dockerfile.escape
    for one in build.dockerfile.problems:
        if one.kind != "lost-continuation" or build.dockerfile.template:
            continue
        above = [before for before in build.dockerfile.instructions if before.span.start < one.span.start][-1]
        end = above.span.end
        while source.text[end - 1] in " \t\r":
            end -= 1
        last = source.line_span(source.line_at(end - 1))
        if any(sign in source.text[above.span.start : one.span.end] for sign in ("{{", "{%")):
            continue  # a template: what it makes of these lines is not known
        if above.keyword in OTHERS and source.text[one.span.start] in "&|;":
            yield Problem(
                Place(source, one.span),
                f"the build stops here: this line goes on with a command, but above it stands {above.keyword}",
                "write RUN before it, or make it a comment as well if its command was made one",
                related=(Related(Place(source, Span(last.start, end)), "no command that could go on"),),
            )
            continue
        fix = None
        twice = source.text.startswith(escape, end - 1)
        ends = f"does not end in {escape}"
        if twice:
            ends = f"ends in {escape * 2}: the {escape} before the last one keeps Docker from going on"
        # Behind a comment or a heredoc the sign would belong to them.
        if "#" not in source.text[last.start : end] and not above.heredocs:
            edit = Edit(source, Span(end - 1, end), "") if twice else Edit(source, Span(end, end), f" {escape}")
            fix = Fix(f"end the line above with {'one ' if twice else ''}{escape}", (edit,), Safety.SAFE)
        yield Problem(
            Place(source, one.span),
            f"the build stops here: this line goes on with the command above, whose line {ends}",
            f"end the line above with {'one ' if twice else ''}{escape}",
            fix,
            related=(Related(Place(source, Span(last.start, end)), "this line should go on"),),
        )
