"""Programs that fetch models, data and the like: they install no distribution, and it is known where they write."""

from __future__ import annotations

import re

from torchlint.model.base_files import SETTINGS, of_python
from torchlint.model.effects import no_python, without_python
from torchlint.model.environment import Distribution
from torchlint.model.files import Anything, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from torchlint.model.command import Argument, Command
    from torchlint.model.environment import Environment
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

    Words = Sequence[Argument]

MODULES = {
    "nltk.downloader": "nltk",
    "textblob.download_corpora": "nltk",
    "spacy": "spacy",
    "gdown": "gdown",
    "huggingface_hub.commands.huggingface_cli": "hf",
    "playwright": "playwright",
    "compileall": "compileall",
    "py_compile": "compileall",
}
"""Modules run with Python's -m that do what a program of this name does."""

_LEAN_MODEL = re.compile(
    r"(?:en|de|fr|es|pt|it|nl|el|nb|da|pl|ro|mk|lt|fi|ca|hr|sl|sv)_core_(?:web|news)_(?:sm|md|lg)"
    r"|xx_(?:ent_wiki|sent_ud)_sm|en",
    re.ASCII,
)
"""Packages of models that need nothing but the spaCy which fetches them. Source: explosion/spacy-models, the meta.json
of the releases."""

_VALUED = frozenset(
    "-O --output -d --local-dir --cache-dir --repo-type --revision --include --exclude --token --max-workers -o "
    "--profile --region --endpoint-url --storage-class --acl --sse".split()
)


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after one of these programs."""
    if command.program() is False:
        return run.state
    name = command.name or ""
    after = by_name(name, command, run, command.arguments, command.before.environment_of(command.program()))
    if after is not None:
        return after
    from torchlint.model.effects import unknown_program

    return without_python(run.state) if name in _WITHOUT_PYTHON else unknown_program(run.state)


_WITHOUT_PYTHON = ("npm", "yarn", "pnpm", "aws", "gsutil", "gcloud")


def by_name(name: str, command: Command, run: Run, words: Words, owner: Environment | None) -> Snapshot | None:
    """The snapshot after the program of that name with these words; None when it may do anything. `owner`: whose
    program it is."""
    return _KNOWN[name](command, run, words, owner) if name in _KNOWN else None


def code(text: str, command: Command, run: Run, folder: str | None) -> Snapshot | None:
    """The snapshot after Python code; None when it may do anything. `folder`: where modules of its own lie."""
    from torchlint.model.effects.code import caches, folders

    told = folders(text, run, folder)
    if told is None:
        return None
    home = run.home()
    paths: list[str | None] = []
    for word in told:
        if word.startswith("~/"):
            paths.append(None if home is None else f"{home}{word[1:]}")
        else:
            paths.append(run.state.absolute(word or ".", command.cwd))
    return _written(run, *caches(run), *paths, *_beside_packages(run))


def _written(run: Run, *folders: str | None) -> Snapshot:
    """After data came to lie below some folders; None: somewhere."""
    if None in folders:
        return without_python(run.state)
    paths = tuple(dict.fromkeys(normal(one) for one in folders if one is not None))
    return run.state._replace(files=run.state.files.then(Anything(paths, no_python)))


def _cached(run: Run, *folders: str | None) -> Snapshot:
    from torchlint.model.effects.code import caches

    return _written(run, *caches(run), *folders)


def _told(run: Run, command: Command, words: Words, *options: str) -> list[str | None]:
    """The paths that options are given; None for one that cannot be known."""
    found: list[str | None] = []
    for number, word in enumerate(words):
        value = word.value
        if value is None:
            continue
        name, equals, told = value.partition("=")
        if value in options:
            after = words[number + 1].value if number + 1 < len(words) else None
        elif equals and name in options:
            after = told
        else:
            continue
        found.append(None if after is None else run.state.absolute(after, command.cwd))
    return found


def _beside_packages(run: Run) -> list[str]:
    """Where a package may keep data beside its code."""
    return [one.site_packages or one.root for one in run.state.environments.values()]


def _plain(words: Words) -> list[str | None]:
    """The words that are neither options nor their values."""
    found: list[str | None] = []
    before = ""
    for word in words:
        value = word.value
        if before not in _VALUED and (value is None or not value.startswith("-") or value == "-"):
            found.append(value)
            value = ""
        before = value or ""
    return found


def _nltk(command: Command, run: Run, words: Words, _owner: Environment | None) -> Snapshot:
    return _cached(run, *_told(run, command, words, "-d"))


def _gdown(command: Command, run: Run, words: Words, _owner: Environment | None) -> Snapshot:
    return _cached(run, *(_told(run, command, words, "-O", "--output") or [command.cwd]))


def _hf(command: Command, run: Run, words: Words, _owner: Environment | None) -> Snapshot | None:
    verb = words[0].value if words else ""
    if verb not in ("download", "login", "auth", "whoami", "env", "version", "logout", "scan-cache", "cache"):
        return None
    return _cached(run, *_told(run, command, words, "--local-dir", "--cache-dir"))


def _spacy(command: Command, run: Run, words: Words, owner: Environment | None) -> Snapshot | None:
    values = [word.value for word in words]
    name = values[1] if len(values) == 2 and values[0] == "download" else None
    if values[:1] in (["info"], ["validate"]):
        return run.state
    if name is None or _LEAN_MODEL.fullmatch(name) is None or owner is None:
        return None
    state = _cached(run, owner.site_packages or owner.root)
    project = name.replace("_", "-")
    now = state.environments.get(owner.prefix, owner)
    # It asks for nothing that is not there: what was asked for here stays what it was.
    more = {**now.packages, project: Distribution(project, None, "", None, "pip", command.at)}
    return state.with_environment(now._replace(packages=more))


def _playwright(_command: Command, run: Run, words: Words, _owner: Environment | None) -> Snapshot | None:
    verb = words[0].value if words else None
    if verb not in ("install", "install-deps", "uninstall", "--version"):
        return None
    state = _cached(run, *_beside_packages(run))
    if verb != "install-deps" and not any((word.value or "--with-deps") == "--with-deps" for word in words[1:]):
        return state
    # apt-get brings libraries and fonts.
    files = state.files.then(Anything(("/usr", "/etc", "/var", "/lib", "/opt"), _no_library))
    return state._replace(files=files, packages_complete=False)


def _no_library(word: str) -> bool:
    return word in SETTINGS or of_python(word)


def _compiled(_command: Command, run: Run, _words: Words, _owner: Environment | None) -> Snapshot:
    """`python -m compileall`: files of bytecode beside sources that are there."""
    return run.state._replace(files=run.state.files.then(Anything(("/",), _not_bytecode)))


def _not_bytecode(word: str) -> bool:
    return word != "__pycache__" and not word.endswith(".pyc")


def _lines(command: Command, run: Run, words: Words, _owner: Environment | None) -> Snapshot:
    """dos2unix writes other line ends into files that are there, or with -n into new ones."""
    environments = {prefix: one._replace(rewritten=True) for prefix, one in run.state.environments.items()}
    state = run.state._replace(environments=environments)
    if not any((word.value or "-n") in ("-n", "--newfile") for word in words):
        return state
    return state._replace(files=state.files.then(Anything((command.cwd or "/",))))


def _npm(command: Command, run: Run, words: Words, _owner: Environment | None) -> Snapshot | None:
    """`npm ci` in a project: its scripts run there."""
    values = [word.value or "-g" for word in words]
    verb = next((value for value in values if not value.startswith("-")), "install" if command.name == "yarn" else "")
    if verb not in ("ci", "install", "i", "clean-install", "add") or command.cwd is None:
        return None
    if any(value.partition("=")[0] in ("-g", "--global", "-C", "--prefix", "--cwd", "--dir") for value in values):
        return None
    return _written(run, command.cwd, run.home())


def _copied(command: Command, run: Run, words: Words, _owner: Environment | None) -> Snapshot | None:
    """`aws s3 cp FROM TO` and its like of Google."""
    plain = _plain(words)
    start = {"aws": ["s3"], "gcloud": ["storage"], "gsutil": []}[command.name or "gsutil"]
    if plain[: len(start)] != start:
        return None
    verb, *paths = plain[len(start) :] or [""]
    if verb not in ("cp", "sync", "mv", "rsync") or len(paths) < 2:
        return None
    target = paths[-1]
    if target is not None and "://" in target:
        return run.state
    home = run.home()
    return _written(run, None if target is None else run.state.absolute(target, command.cwd), home and f"{home}/.cache")


_KNOWN: dict[str, Callable[[Command, Run, Words, Environment | None], Snapshot | None]] = {
    "nltk": _nltk,
    "gdown": _gdown,
    "hf": _hf,
    "huggingface-cli": _hf,
    "spacy": _spacy,
    "playwright": _playwright,
    "compileall": _compiled,
    "dos2unix": _lines,
    "unix2dos": _lines,
    "npm": _npm,
    "yarn": _npm,
    "pnpm": _npm,
    "aws": _copied,
    "gsutil": _copied,
    "gcloud": _copied,
}
