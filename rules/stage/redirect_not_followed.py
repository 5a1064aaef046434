from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Fix, Outcome, Problem, Related, Safety, Severity, rule


@rule(
    Command,
    Severity.ERROR,
    Outcome.BUILD,
    when=("curl",),
    mentions=(
        "repo.continuum.io/",
        "github.com/",
        "git.io/",
        "bit.ly/",
        "aka.ms/",
        "huggingface.co/",
        "micro.mamba.pm/",
        "astral.sh/",
        "go.dev/",
        "golang.org/",
        "nixos.org/",
        "sourceforge.net/",
        "zenodo.org/",
        "figshare.com/",
        "openssl.org/",
        "kernel.org/",
        "cmake.org/",
        "dotnet.microsoft.com/",
        "blender.org/",
        "get.docker.com",
    ),
)
def check(command: Command, on: Context) -> Iterator[Problem]:
    found = on.unfollowed(command)
    if found is None:
        return
    outcome = Outcome.BUILD
    match found.how:
        case "archive" | "key":
            then = f"{found.what} gets no {found.how}, and the build stops"
        case "sum":
            then = f"{found.file or 'what comes'} has another sum, and the build stops"
        case "missing":
            then = f"nothing is installed, and the build stops at {found.what}, which is not there"
        case "start":
            outcome, then = Outcome.START, f"{found.file} is no program, and no container starts"
        case "script":
            outcome, then = Outcome.RUN, "what is run is empty or a few lines of HTML"
        case _:
            outcome, then = Outcome.RUN, f"{found.file} is empty or a few lines of HTML"
    sure = outcome is not Outcome.RUN
    edit = on.added(command.words[0].at, "-L")
    yield Problem(
        found.address.at,
        f"{found.host} answers with a redirect, which curl does not follow without -L: {then}",
        "write curl -L",
        Fix("follow redirects", (edit,), Safety.SAFE if sure else Safety.UNSAFE) if edit is not None else None,
        related=(Related(found.at, "it fails here" if sure else "this reads it"),) if found.at is not None else (),
        severity=None if sure else Severity.WARNING,
        outcome=outcome,
    )
