from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, rule


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("conda",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    installer = on.terms_unaccepted(command) if command.fatal and command.certain else None
    if installer is not None:
        yield Problem(
            command.at,
            "nobody accepted the terms of service of Anaconda's channels: this Miniconda asks for that first, "
            "and the build stops",
            "install Miniforge, which takes conda-forge; or, if you may use Anaconda's channels, run conda tos accept "
            "first",
            related=(Related(installer, "this conda"),),
        )
