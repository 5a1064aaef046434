from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Problem, Related, Severity, rule


@rule(
    Command,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "huggingface-cli",
        "transformers-cli",
        "jupyter nbextension",
        "jupyter serverextension",
        "jupyter bundlerextension",
        "jupyter-nbextension",
        "jupyter-serverextension",
        "jupyter-bundlerextension",
        "poetry export",
        "poetry shell",
        "poetry --no-dev",
        "poetry --remove-untracked",
        "poetry --no-update",
        "poetry --check",
        "poetry --default",
        "poetry config",
        "conda clean",
        "pipenv lock",
        "gdown --id",
        "gdown --fuzzy",
        "virtualenv --no-site-packages",
        "virtualenv --distribute",
        "virtualenv --relocatable",
        "virtualenv --unzip-setuptools",
    ),
)
def check(command: Command, on: Context) -> Iterator[Problem]:
    found = on.gone(command)
    if found is None:
        return
    row = found.row
    yield Problem(
        found.word.at,
        f"{found.said} has no {row.shown} any more: the command ends with an error, and the build with it",
        row.instead,
        related=() if found.at is None else (Related(found.at, f"brings {row.package}"),),
    )
