"""The module that a server imports: `uvicorn app.main:app`, `fastapi run app/main.py`."""

from __future__ import annotations

from itertools import pairwise

from torchlint.model.files import Found
from torchlint.model.listening import RUNNERS
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.model.command import Argument
    from torchlint.model.entry import Entry
    from torchlint.text import Place

SERVERS = frozenset({"uvicorn", "gunicorn", "hypercorn"})

FILES = ("main.py", "app.py", "api.py", "app/main.py", "app/app.py", "app/api.py")
"""What fastapi looks for where no file is named. Source: fastapi/fastapi-cli, discover.py."""

VALUED = frozenset(
    "--host --port -p --bind -b --insecure-bind --quic-bind --uds --fd --workers -w --threads --worker-class -k "
    "--worker-connections --worker-tmp-dir --timeout -t --graceful-timeout --keep-alive --read-timeout --max-requests "
    "--max-requests-jitter --backlog --loop --http --ws --interface --lifespan --log-level --log-file --log-config "
    "--access-logfile --access-logformat --error-logfile --root-path --forwarded-allow-ips --proxy-allow-from "
    "--limit-concurrency --limit-max-requests --limit-request-line --limit-request-fields --limit-request-field_size "
    "--timeout-keep-alive --timeout-graceful-shutdown --timeout-worker-healthcheck --ssl-keyfile --ssl-certfile "
    "--ssl-ca-certs --ssl-keyfile-password --keyfile --certfile --ca-certs --header --reload-engine --reload-dir "
    "--reload-include --reload-exclude --reload-delay --user -u --group -g --umask -m --pid --name -n --env -e "
    "--statsd-host --statsd-prefix --websocket-ping-interval --server-name".split()
)
"""Options of these servers that take a value, and look for no modules with it. Source: the help of uvicorn, gunicorn,
hypercorn and fastapi."""

MOVING = ("--app-dir", "--chdir", "--pythonpath", "--config", "-c", "--paste", "--paster")
"""Options with which a server looks for modules elsewhere."""


class Module(NamedTuple):
    """What a server is to import. `program`: the server; `name`: as written before the colon.

    `missing`: the file that the name stands for, where it surely is not there; "" otherwise. `path`: its file, "" where
    there is none or nobody knows; `folder`: where modules are looked for first. `restarted`: what fails is started
    again, or once a file has changed, so that the container goes on.
    """

    program: str
    name: str
    at: Place
    missing: str
    path: str
    folder: str
    restarted: bool


def module(entry: Entry) -> Module | None:
    """The module that the last command imports; None when it is no server or that cannot be known."""
    main = entry.main
    if main is None or not main.certain or not _known(main.words):
        return None
    words = list(main.words)
    name = (words[0].value or "").rpartition("/")[2]
    if name in RUNNERS and len(words) > 2 and words[1].value in RUNNERS[name]:
        words = words[2:]
        name = (words[0].value or "").rpartition("/")[2]
    elif name.startswith("python") and len(words) > 2 and words[1].value == "-m":
        words = words[2:]
        name = words[0].value or ""
    if name == "fastapi":
        return _of_fastapi(entry, words)
    if name not in SERVERS or any((word.value or "").split("=", 1)[0] in MOVING for word in words):
        return None
    for number, word in enumerate(words[1:], 1):
        value = word.value or ""
        before = words[number - 1].value or ""
        target, colon, attribute = value.partition(":")
        if not colon or value.startswith("-") or before in VALUED:
            continue
        if attribute[:1].isdigit() or "." in attribute.partition("(")[0] and target.replace(".", "").isdigit():
            continue
        parts = target.replace("/", ".").split(".")
        if not parts or not all(part.isidentifier() for part in parts):
            return None
        if name == "gunicorn" and _configured(entry):
            return None
        options = {_option(one) for one in words}
        # A single uvicorn ends, as gunicorn and hypercorn do with all their workers; its own children it begins again.
        several = "--workers" in options or entry.state.variable("WEB_CONCURRENCY") is not None
        restarted = "--reload" in options or (name == "uvicorn" and several)
        path = _path(entry, parts)
        return Module(name, target, word.at, _missing(entry, parts), path, main.cwd or "", restarted)
    return None


def _configured(entry: Entry) -> bool:
    """Whether settings that gunicorn reads by itself may say where it looks for modules."""
    folder = entry.main.cwd if entry.main is not None else None
    path = entry.state.absolute("gunicorn.conf.py", folder)
    told = entry.state.variable("GUNICORN_CMD_ARGS") is not None
    return told or (path is not None and isinstance(entry.state.find(path), Found))


def _known(words: Sequence[Argument]) -> bool:
    """Whether no word but values of options is unknown: any other may be several, or an option itself."""
    before = ""
    for word in words:
        if word.value is None and before not in VALUED and _option(word) not in VALUED:
            return False
        # What is a value itself is no option before the next word.
        before = "" if before in VALUED else word.value or ""
    return True


def _option(word: Argument) -> str:
    """The option before the "=" of a word, the word itself where it has none."""
    name, equals, _ = (word.value if word.value is not None else word.written.strip("\"'")).partition("=")
    return name if equals or word.value is not None else ""


def _path(entry: Entry, parts: list[str]) -> str:
    """The file of a module in the working directory, where servers look first."""
    folder = entry.main.cwd if entry.main is not None else None
    stem = f"{folder.rstrip('/')}/{'/'.join(parts)}" if folder is not None else ""
    places = (f"{stem}/__init__.py", f"{stem}.py") if stem else ()
    return next((one for one in places if isinstance(entry.state.find(one), Found)), "")


def _of_fastapi(entry: Entry, words: list[Argument]) -> Module | None:
    """`fastapi run app/main.py`: it imports the file itself before it serves, from the folder around its packages."""
    state, cwd = entry.state, entry.main.cwd if entry.main is not None else None
    if len(words) < 2 or words[1].value not in ("run", "dev") or cwd is None:
        return None
    given = [word for word in words[2:] if (word.value or "").endswith(".py")]
    if not given and any(
        not (word.value or "-").startswith("-") and before.value not in VALUED for before, word in pairwise(words[1:])
    ):
        return None
    if not given:
        at = words[0].at
        files = [(name, state.find(f"{cwd.rstrip('/')}/{name}")) for name in FILES]
        first = next((name for name, found in files if found is not False), None)
        if first is None or not isinstance(dict(files)[first], Found):
            return None
        path = f"{cwd.rstrip('/')}/{first}"
    elif len(given) == 1 and len(words) > 2 and words[2] is given[0]:
        at, path = given[0].at, state.absolute(given[0].value or "", cwd) or ""
    else:
        return None
    found = state.find(path) if path else None
    folder, _, file = path.rpartition("/")
    parts = [file.removesuffix(".py")]
    while folder and isinstance(state.find(f"{folder}/__init__.py"), Found):
        folder, _, last = folder.rpartition("/")
        parts.insert(0, last)
    there = isinstance(found, Found)
    return Module("fastapi", ".".join(parts), at, path if found is False else "", path if there else "", folder, False)


def _missing(entry: Entry, parts: list[str]) -> str:
    """The file of a module below the working directory, "" unless it surely is missing and nothing else can be it."""
    state, main = entry.state, entry.main
    folder = main.cwd if main is not None else None
    if folder is None or state.variable("PYTHONPATH") is not None or not state.env_complete:
        return ""
    folder = folder.rstrip("/")
    stem = f"{folder}/{'/'.join(parts)}"
    if any(state.find(path) is not False for path in (f"{stem}.py", f"{stem}/__init__.py", stem)):
        return ""
    # Whoever keeps these out of git has them beside their source or makes them in the image.
    if any(state.find(f"{stem}{ending}") for ending in (".so", ".pyc")):
        return ""
    top = f"{folder}/{parts[0]}"
    own = isinstance(state.find(top), Found) or isinstance(state.find(f"{top}.py"), Found)
    if not own and any(
        not one.complete or any(parts[0] in name.replace("-", "_") for name in one.packages)
        for one in state.environments.values()
    ):
        return ""
    return f"{stem}.py"
