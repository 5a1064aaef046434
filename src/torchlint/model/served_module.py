"""The module that a server imports: `uvicorn app.main:app`."""

from __future__ import annotations

from torchlint.model.files import Found
from torchlint.model.listening import RUNNERS
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.entry import Entry
    from torchlint.text import Place

SERVERS = frozenset({"uvicorn", "gunicorn", "hypercorn"})

MOVING = ("--app-dir", "--chdir", "--pythonpath", "--config", "-c", "--paste", "--paster")
"""Options with which a server looks for modules elsewhere."""


class Module(NamedTuple):
    """What a server is to import. `program`: the server; `name`: as written before the colon.

    `missing`: the file that the name stands for, where it surely is not there; "" otherwise. `path`: its file in the
    working directory, "" where there is none or nobody knows. `restarted`: what fails is started again, or once a file
    has changed, so that the container goes on.
    """

    program: str
    name: str
    at: Place
    missing: str
    path: str
    restarted: bool


def module(entry: Entry) -> Module | None:
    """The module that the last command imports; None when it is no server or that cannot be known."""
    main = entry.main
    if main is None or not main.certain or any(word.value is None for word in main.words):
        return None
    words = list(main.words)
    name = (words[0].value or "").rpartition("/")[2]
    if name in RUNNERS and len(words) > 2 and words[1].value in RUNNERS[name]:
        words = words[2:]
        name = (words[0].value or "").rpartition("/")[2]
    elif name.startswith("python") and len(words) > 2 and words[1].value == "-m":
        words = words[2:]
        name = words[0].value or ""
    if name not in SERVERS or any((word.value or "").split("=", 1)[0] in MOVING for word in words):
        return None
    for number, word in enumerate(words[1:], 1):
        value = word.value or ""
        before = words[number - 1].value or ""
        target, colon, attribute = value.partition(":")
        if (
            not colon
            or value.startswith("-")
            or before in ("-b", "--bind", "-k", "--worker-class", "--uds", "--ssl-keyfile")
        ):
            continue
        if attribute[:1].isdigit() or "." in attribute.partition("(")[0] and target.replace(".", "").isdigit():
            continue
        parts = target.replace("/", ".").split(".")
        if not parts or not all(part.isidentifier() for part in parts):
            return None
        options = {(one.value or "").split("=", 1)[0] for one in words}
        # A single uvicorn ends, as gunicorn and hypercorn do with all their workers; its own children it begins again.
        several = "--workers" in options or entry.state.variable("WEB_CONCURRENCY") is not None
        restarted = "--reload" in options or (name == "uvicorn" and several)
        return Module(name, target, word.at, _missing(entry, parts), _path(entry, parts), restarted)
    return None


def _path(entry: Entry, parts: list[str]) -> str:
    """The file of a module in the working directory, where servers look first."""
    folder = entry.main.cwd if entry.main is not None else None
    stem = f"{folder.rstrip('/')}/{'/'.join(parts)}" if folder is not None else ""
    places = (f"{stem}/__init__.py", f"{stem}.py") if stem else ()
    return next((one for one in places if isinstance(entry.state.find(one), Found)), "")


def _missing(entry: Entry, parts: list[str]) -> str:
    """The file of a module below the working directory, "" unless it surely is missing and nothing else can be it."""
    state, main = entry.state, entry.main
    folder = main.cwd if main is not None else None
    if folder is None or folder == "/" or state.variable("PYTHONPATH") is not None or not state.env_complete:
        return ""
    stem = f"{folder}/{'/'.join(parts)}"
    candidates = (f"{stem}.py", f"{stem}/__init__.py", f"{stem}.so", f"{stem}.pyc", stem)
    if any(state.find(path) is not False for path in candidates):
        return ""
    top = f"{folder}/{parts[0]}"
    own = isinstance(state.find(top), Found) or isinstance(state.find(f"{top}.py"), Found)
    if not own and any(
        not one.complete or any(parts[0] in name.replace("-", "_") for name in one.packages)
        for one in state.environments.values()
    ):
        return ""
    return f"{stem}.py"
