"""Which commands compare what was downloaded with a sum or a signature."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Stage
    from torchlint.model.command import Command

_CHECKERS = frozenset(
    {"sha256sum", "sha512sum", "sha1sum", "sha384sum", "md5sum", "shasum", "cosign", "minisign", "b2sum"}
)


def checked(stage: Stage) -> bool:
    """Whether a step of the stage compares something."""
    return any(_compares(command) for step in stage.steps for command in step.commands)


def _compares(command: Command) -> bool:
    return command.name in _CHECKERS or (
        command.name in ("gpg", "gpgv", "openssl")
        and any("verify" in (value or "") or value == "dgst" for value in command.values)
    )
