"""How secrets look: tokens of known services, logins in URLs, names of variables; and what only stands in for one."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Secret(NamedTuple):
    """Where in a text a secret stands, and what it is."""

    kind: str
    start: int
    end: int


_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_SETS = {
    "letters": _LETTERS,
    "upper": frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
    "word": _LETTERS | {"_"},
    "dashes": _LETTERS | {"_", "-"},
    "slashes": _LETTERS | {"/"},
}
_ENDS_URL = frozenset(" \t\r\n'\"\\`<>|;,)]")
_NAMES = ("TOKEN", "PASSWORD", "PASSWD", "SECRET", "API_KEY", "APIKEY", "SECRET_KEY", "ACCESS_KEY", "PRIVATE_KEY")
_OF_MODELS = frozenset("BOS EOS PAD UNK SEP CLS MASK START END STOP SPECIAL IMAGE MAX MIN NUM N".split())
_EMPTY = frozenset(
    {"", "0", "1", "true", "false", "yes", "no", "on", "off", "none", "null", "nil", "undefined", "-", "*", "."}
)
_PLACEHOLDERS = (
    "your", "change", "replace", "example", "placeholder", "dummy", "todo", "xxx", "<", "fake", "insert", "sample",
    "here", "build", "test", "not-set", "notset", "unset", "secret", "...", "***", "{{", "token", "my_", "my-",
)  # fmt: skip
_OF_EXAMPLES = ("xxx", "your", "example", "token", "secret", "dummy", "fake", "123456789", "abcdefgh", "replace")
_WELL_KNOWN = frozenset(
    "postgres postgresql mysql root admin guest user pass password passwd rabbitmq redis mongo minio minioadmin "
    "airflow jupyter docker ubuntu default development dev prefect label-studio 1234 12345 123456 x-oauth-basic".split()
)
_FEWEST = 9
"""How many different characters a word drawn by lot surely has, at the lengths of tokens."""


def token_in(text: str) -> Secret | None:
    """The first word of the shape of a token in a text; placeholders are none."""
    from torchlint.world.tables.token_shapes import SHAPES

    for prefix, (kind, letters, least) in SHAPES.items():
        start = text.find(prefix)
        while start >= 0:
            end = _run(text, start + len(prefix), _SETS[letters])
            body = text[start + len(prefix) : end]
            if (start == 0 or text[start - 1] not in _LETTERS) and len(body) >= least and _drawn(body):
                return Secret(kind, start, end)
            start = text.find(prefix, start + 1)
    return None


def login_in(text: str) -> Secret | None:
    """The first `user:password@` of a URL in a text whose password is written out and is no well-known default."""
    start = text.find("://")
    while start >= 0:
        begin = end = start + 3
        while end < len(text) and text[end] not in _ENDS_URL and text[end] not in "/?#":
            end += 1
        login, at, host = text[begin:end].rpartition("@")
        user, colon, password = login.partition(":")
        if at and colon and host and not set("${}%") & set(password):
            lower = password.lower()
            known = lower in _WELL_KNOWN or lower == user.lower() or user.lower() in ("user", "username")
            if len(password) > 3 and not known and not harmless(password):
                return Secret(f"password of {user or 'nobody'}", begin, begin + len(login))
        start = text.find("://", start + 3)
    return None


def secret_name(name: str) -> bool:
    """True for HF_TOKEN or DB_PASSWORD, not for HF_TOKEN_FILE, MAX_TOKENS or EOS_TOKEN."""
    upper = name.upper().replace("-", "_")
    kind = next((kind for kind in _NAMES if upper == kind or upper.endswith("_" + kind)), None)
    before = upper.split("_")[-2:-1]
    return kind is not None and not (kind == "TOKEN" and bool(before) and before[0] in _OF_MODELS)


def harmless(value: str) -> bool:
    """True for what stands in the place of a secret, or says where one is."""
    lower = value.lower()
    return lower in _EMPTY or value.startswith(("/", "http://", "https://")) or any(p in lower for p in _PLACEHOLDERS)


def _drawn(word: str) -> bool:
    """True for what looks drawn by lot, not written by a person as an example."""
    lower = word.lower()
    return len(set(word)) >= _FEWEST and not any(one in lower for one in _OF_EXAMPLES)


def _run(text: str, start: int, letters: frozenset[str]) -> int:
    end = start
    while end < len(text) and text[end] in letters:
        end += 1
    return end
