from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

KEYS = frozenset({"id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"})
LOGINS = frozenset(
    {".netrc", "_netrc", ".git-credentials", ".pypirc", "kaggle.json", "credentials.json", "service-account.json"}
)
LOGIN_PATHS = (".aws/credentials", ".docker/config.json", ".kube/config", "huggingface/token")
VARIABLES = frozenset({".env", ".env.local", ".env.production", ".env.prod"})


@rule(
    Step,
    Severity.WARNING,
    Outcome.RISK,
    when=(
        "copies all",
        "copies id_rsa",
        "copies id_dsa",
        "copies id_ecdsa",
        "copies id_ed25519",
        "copies .netrc",
        "copies _netrc",
        "copies .git-credentials",
        "copies .pypirc",
        "copies kaggle.json",
        "copies credentials.json",
        "copies service-account.json",
        "copies credentials",
        "copies config.json",
        "copies config",
        "copies token",
        "copies .env",
        "copies .env.local",
        "copies .env.production",
        "copies .env.prod",
    ),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied, build = step.copied, on.build
    if copied is None or copied.from_elsewhere or build is None or not build.in_shipped(step.stage):
        return
    for source in copied.sources:
        if source.name is None or source.heredoc or source.remote:
            continue
        name = source.name.rstrip("/").rpartition("/")[2]
        if name in KEYS or name in LOGINS or name in VARIABLES or source.name.endswith(LOGIN_PATHS):
            found, path = name, source.name
        elif source.name.strip("./") == "":
            # What a whole folder brings is known only where the context holds it.
            there = (one for one in (*KEYS, *LOGINS, *VARIABLES) if build.context.kind(one) == "file")
            found = path = next((one for one in sorted(there) if said(on, one) is not False), "")
        else:
            continue
        sure = said(on, path) if found else False
        if sure is False:
            continue
        what = "a private key" if found in KEYS else "secrets" if found in VARIABLES else "a login"
        # Of what .dockerignore leaves out nothing can be copied.
        drop = "remove this COPY" if path == source.name else f"add {path} to .dockerignore"
        with_it = "" if path == source.name else f" brings {path}, which"
        yield Problem(
            source.at,
            f"{source.name}{with_it} {'holds' if sure else 'is meant for'} {what}: "
            "who has the image can read it, even if a later step deletes it",
            f"{drop}, and mount it for one RUN: --mount=type=secret,id={found.strip('.')}",
        )


def said(on: Context, path: str) -> bool | None:
    """Whether the file holds a secret; None when nobody can tell without knowing the service."""
    assert on.build is not None
    name = path.rpartition("/")[2]
    source = on.build.context.read(path)
    if source is None:
        return None
    if name in KEYS:
        return "PRIVATE KEY" in source.text
    if name not in VARIABLES:
        return None
    for _, line in source.lines():
        key, equals, value = line.removeprefix("export ").partition("=")
        written = value.strip(" \t\r\"'")
        if equals and on.world.secret_name(key.strip(" \t")) and not on.world.harmless(written):
            return True
    return False
