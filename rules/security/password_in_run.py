from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Outcome, Place, Problem, Severity, Step, rule

# After these words stands what nobody should read; the programs are those of images for models and data.
OPTIONS = frozenset({"--token", "--password", "--api-key", "--apikey", "--secret-key", "--secret", "--access-token"})
SETTINGS = frozenset({"password", "access_key_id", "secret_access_key", "aws_secret_access_key", "client_secret"})
PROGRAMS = (
    "huggingface-cli",
    "hf",
    "wandb",
    "docker",
    "ngc",
    "aws",
    "dvc",
    "twine",
    "kaggle",
    "mysql",
    "az",
)


@rule(
    Step,
    Severity.WARNING,
    Outcome.RISK,
    when=PROGRAMS,
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    for command in step.commands:
        found = written(command, on) if command.name in PROGRAMS else None
        if found is not None:
            yield Problem(
                found,
                f"a password for {command.name} is written out: whoever reads the file or the image's history has it",
                "log in where the container runs, or mount it for this RUN: --mount=type=secret,id=NAME,env=NAME",
                secret=True,
            )


def written(command: Command, on: Context) -> Place | None:
    """The word behind an option for passwords, if it is none of a well-known service and no placeholder."""
    before = ""
    for word in command.arguments:
        value = word.value or ""
        name, equals, own = value.partition("=")
        said = own if equals and name in OPTIONS else value if before in OPTIONS or before in SETTINGS else ""
        login = (
            command.name == "wandb"
            and before == "login"
            and len(value) == 40
            and not set(value) - set("0123456789abcdef")
        )
        if (said or login) and not said.startswith("-") and "$" not in word.written and "`" not in word.written:
            if (
                not on.world.harmless(said or value)
                and on.world.token_in(value) is None
                and len(set(said or value)) > 4
            ):
                return word.at
        before = value
    return None
