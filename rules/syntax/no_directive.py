from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Place, Problem, Severity, rule

FRONTEND = "docker/dockerfile"


@rule(Build, Severity.INFO, Outcome.RISK, when=("maybe a directive",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    for comment in build.dockerfile.comments:
        name, sign, value = _parts(comment.text)
        if value.removeprefix("docker.io/").startswith(FRONTEND) and " " not in value and name.isalpha():
            meant = f"syntax={value}"
        elif name == "escape" and value == "`":
            meant = f"escape={value}"
        else:
            continue
        misspelt = name != meant.partition("=")[0] or sign != "="
        if name == "syntax" and not misspelt and _below_shebang(build, comment.span.start):
            continue
        if misspelt:
            why = f"the builder reads # {meant} and nothing like it"
        else:
            why = "directives stand above everything else, other comments and empty lines too"
        yield Problem(
            Place(build.source, comment.span),
            f"this is a comment, no directive: {why}",
            f"write # {meant} as the first line, or delete this one",
        )


def _below_shebang(build: Build, start: int) -> bool:
    """Whether it is the line below a shebang, which the builder passes over where it looks for a syntax."""
    text = build.source.text
    return text.startswith("#!") and text.find("\n") + 1 == start


def _parts(text: str) -> tuple[str, str, str]:
    """The word that a comment begins with, in lower case, the sign behind it, and the rest."""
    words = text.strip(" \t\r").replace("=", " = ", 1).replace(": ", " : ", 1).split(" ")
    words = [word for word in words if word]
    name, sign, rest = (*words, "", "", "")[:3] if len(words) < 3 else (words[0], words[1], " ".join(words[2:]))
    if sign not in ("=", ":"):
        sign, rest = "", " ".join(words[1:])
    return name.lower(), sign, rest
