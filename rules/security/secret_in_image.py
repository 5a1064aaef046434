from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule

KINDS = ("TOKEN", "PASSWORD", "PASSWD", "SECRET", "API_KEY", "APIKEY", "SECRET_KEY", "ACCESS_KEY", "PRIVATE_KEY")
MODEL_TOKENS = frozenset("BOS EOS PAD UNK SEP CLS MASK START END STOP SPECIAL IMAGE MAX MIN NUM N".split())
EMPTY = frozenset(
    {"", "0", "1", "true", "false", "yes", "no", "on", "off", "none", "null", "nil", "undefined", "-", "*", "."}
)
PLACEHOLDERS = (
    "your", "change", "replace", "example", "placeholder", "dummy", "todo", "xxx", "<", "fake", "insert", "sample",
    "here", "build", "test", "not-set", "notset", "unset", "secret_key", "...", "***", "{{", "token", "my_", "my-",
)  # fmt: skip


@rule(Step, Severity.WARNING, Outcome.RISK, when=("ARG", "ENV"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(step.stage):
        return
    for name, value, at, given in step.declared:
        if not _secret(name):
            continue
        if value is not None and not _harmless(value):
            message = f"everyone who has the image can read {name}: docker history shows its value"
        elif given and not value:
            message = f"everyone who has the image can read {name}: ENV keeps what --build-arg {given[0]} says"
        else:
            continue
        yield Problem(
            at,
            message,
            f"give it when the container starts (docker run -e {name}), "
            f"or to the one RUN that needs it (RUN --mount=type=secret,id={name.lower()})",
        )


def _secret(name: str) -> bool:
    """True for HF_TOKEN or DB_PASSWORD, not for HF_TOKEN_FILE, MAX_TOKENS or EOS_TOKEN."""
    upper = name.upper()
    kind = next((kind for kind in KINDS if upper == kind or upper.endswith("_" + kind)), None)
    return kind is not None and not (
        kind == "TOKEN" and upper.split("_")[-2:-1] and upper.split("_")[-2] in MODEL_TOKENS
    )


def _harmless(value: str) -> bool:
    """True for what stands in the place of a secret, or says where one is."""
    lower = value.lower()
    return lower in EMPTY or value.startswith(("/", "http://", "https://")) or any(p in lower for p in PLACEHOLDERS)
