"""poetry: its settings, the environment they lead to, and what poetry.lock puts into it."""

from __future__ import annotations

from torchlint.model.effects import locked, project_places, unknown_program
from torchlint.model.effects.words import Words
from torchlint.model.environment import Environment
from torchlint.model.files import Anything, Found, Made, normal
from torchlint.model.users import home_of
from torchlint.record import NamedTuple
from torchlint.syntax.lock.selection import Wanted
from torchlint.syntax.wheelname import normalize
from torchlint.text import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.effects.locked import Contents
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.lock import Locked
    from torchlint.text import Source

VALUED = {
    "-E": "--extras",
    "-C": "--directory",
    "-P": "--project",
    "-o": "--output",
    "-f": "--format",
    "-G": "--group",
} | {
    name: name
    for name in "--extras --with --without --only --directory --project --output --format --group --source "
    "--python --platform --name --description --author --license".split()
}
"""Options that take a value. Source: poetry's command reference."""

QUIET = frozenset(
    "cache check show search version about list help build publish debug source env shell self export".split()
)
"""Verbs that leave the project's environment as it is, at most writing a file of their own."""


ARTIFACTS = "artifacts/downloaded"
"""Stands for the wheels that poetry keeps in its cache."""


class Settings(NamedTuple):
    """What poetry was told of environments; None: nothing. `moved`: its cache is in another folder."""

    create: bool | None = None
    in_project: bool | None = None
    moved: bool = False


def follow(command: Command, run: Run) -> Snapshot:
    """The snapshot after `poetry …`."""
    words = Words(command.arguments, VALUED)
    verb = words.plain[0].value if words.plain else None
    if verb is None:
        return run.state if words.known else unknown_program(run.state)
    if verb == "config":
        return _configured(command, run, words)
    folder = _folder(run, words, command.cwd)
    root = project_places.root_of(run, folder, "pyproject.toml")
    if verb == "run":
        where = _prefix(run, root) if root is not None else None
        return project_places.inside(command, run, where or None, _after(command, "run"), folder)
    if "--dry-run" in words.options:
        return run.state
    if verb == "export":
        return _exported(command, run, words)
    if verb in QUIET:
        if verb in ("env", "self", "shell"):
            return run.state._replace(files=run.state.files.then(Anything(("/",))))
        return run.state
    if verb == "lock":
        return _relocked(run.state, command, root)
    if verb in ("install", "sync", "add", "update", "remove"):
        return _installed(command, run, words, verb, root)
    return unknown_program(run.state)


def _folder(run: Run, words: Words, cwd: str | None) -> str | None:
    for option in ("--directory", "--project"):
        told = words.options.get(option)
        if told is not None:
            cwd = run.state.absolute(told.value, cwd) if told.value is not None else None
    return cwd


def _after(command: Command, verb: str) -> tuple[Argument, ...]:
    number = next((at for at, word in enumerate(command.arguments) if word.value == verb), len(command.arguments))
    return command.arguments[number + 1 :]


def _configured(command: Command, run: Run, words: Words) -> Snapshot:
    """`poetry config virtualenvs.create false`, for the user or with --local for the project."""
    state = run.state
    name, value = ([word.value for word in words.plain[1:]] + [None, None])[:2]
    if value is None and words.known and "--unset" not in words.options:
        return state
    home = run.home()
    where = f"{command.cwd}/poetry.toml" if "--local" in words.options else f"{home}/.config/pypoetry/config.toml"
    if home is None or command.cwd is None:
        return unknown_program(state)
    settings = _settings_at(run, normal(where)) if words.known and name is not None else None
    told = None if value is None else value.lower() in project_places.TRUE
    if settings is not None and name == "virtualenvs.create":
        settings = settings._replace(create=told)
    elif settings is not None and name == "virtualenvs.in-project":
        settings = settings._replace(in_project=told)
    elif settings is not None and name == "cache-dir":
        settings = settings._replace(moved=True)
    return state._replace(files=state.files.then(Made(normal(where), Found("file", settings, command.at))))


def _setting(run: Run, root: str, name: str) -> tuple[bool, bool | None]:
    """Whether a setting is known, and what it is: a variable's, that of poetry.toml, or the user's; None: not set."""
    told = run.lookup(f"POETRY_VIRTUALENVS_{name.upper()}")
    if told is None:
        return False, None
    if told:
        return True, told.lower() in project_places.TRUE
    local = _settings_at(run, f"{root}/poetry.toml")
    if local is None:
        return False, None
    value: bool | None = getattr(local, name)
    if value is not None:
        return True, value
    home, config = run.home(), run.lookup("POETRY_CONFIG_DIR")
    if home is None or config is None:
        return False, None
    user = _settings_at(run, f"{config or home + '/.config/pypoetry'}/config.toml")
    return (False, None) if user is None else (True, getattr(user, name))


def _settings_at(run: Run, path: str) -> Settings | None:
    """The settings in a file; None when there may be some that nobody can read."""
    answer = run.state.find(normal(path))
    if answer is False:
        return Settings()
    if isinstance(answer, Found) and isinstance(answer.content, Settings):
        return answer.content
    found = run.reading.other(answer, _read_settings)
    return None if found is None else found[1]


def _read_settings(source: Source) -> Settings | None:
    import tomllib

    try:
        whole = tomllib.loads(decoded(source.text))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    table = whole.get("virtualenvs", {})
    if not isinstance(table, dict):
        return None
    create, inside = table.get("create"), table.get("in-project")
    told = create if isinstance(create, bool) else None, inside if isinstance(inside, bool) else None
    return Settings(*told, "cache-dir" in whole)


def _prefix(run: Run, root: str) -> str | None:
    """Where the project's environment is or will be, "" for a folder among poetry's own; None when unknown."""
    active = project_places.active(run)
    if isinstance(active, Environment):
        return active.prefix
    knows_inside, inside = _setting(run, root, "in_project")
    knows_create, create = _setting(run, root, "create")
    where = normal(f"{root}/.venv")
    there = run.state.find(where)
    if active is None or not knows_inside or (inside is not False and there is None):
        return None
    if inside is not False and there:
        return where
    if not knows_create:
        return None
    if create is False:
        system = project_places.current(run, "poetry")
        return system.prefix if system is not None else None
    return where if inside else ""


def _installed(command: Command, run: Run, words: Words, verb: str, root: str | None) -> Snapshot:
    home = run.home()
    where = _prefix(run, root) if root is not None else None
    if root is None or where is None:
        return unknown_program(run.state)
    if not where:
        state = project_places.somewhere(run, (home, run.lookup("POETRY_VIRTUALENVS_PATH") or home))
        return _relocked(state, command, root) if verb not in ("install", "sync") else state
    found = locked.read(run, f"{root}/poetry.lock", "poetry")
    cache = _cache(command, run, words, root)
    project = run.reading.other(run.state.find(f"{root}/pyproject.toml"), _declared) if found is None else None
    told = found[1].requires_python if found is not None else project[1] if project is not None else None
    requires = _requires(told)
    state, environment = project_places.made(command, run, where, project_places.current(run, "poetry"), requires)
    contents: Contents | None = None
    if verb in ("install", "sync") and found is not None and words.known:
        wanted = _wanted(run, words, root, environment.python.value, found[1].packages)
        contents = locked.contents(run, found, wanted) if wanted is not None else None
    new = [one for one in contents.packages if one.name not in environment.packages] if contents is not None else []
    if new and cache is not None:
        made = Made(f"{cache}/{ARTIFACTS}", Found("file", tuple(new), command.at))
        state = state._replace(files=state.files.then(made))
    if verb not in ("install", "sync"):
        state = _relocked(state, command, root)
    if verb in ("sync", "update", "remove") or "--sync" in words.options:
        environment = environment._replace(packages={})
    return project_places.filled(state, environment, contents, complete="--no-root" in words.options)


def cache_of(command: Command) -> str | None:
    """The folder of poetry's cache by the variables that it reads; None when it cannot be known."""
    state = command.before

    def told(name: str) -> str | None:
        known = state.variable(name)
        return command.env.get(name, known.value if known is not None else "")

    own, shared = told("POETRY_CACHE_DIR"), told("XDG_CACHE_HOME")
    if own is None or shared is None:
        return None
    if own or shared:
        return normal(own or f"{shared}/pypoetry") if (own or shared).startswith("/") else None
    home = told("HOME") or home_of(state, state.user.value)
    return None if home is None else normal(f"{home}/.cache/pypoetry")


def _cache(command: Command, run: Run, words: Words, root: str) -> str | None:
    """Where an install of poetry surely leaves the wheels that it fetches; None for nowhere and for unknown places."""
    home = run.home()
    if home is None or not words.known or "--no-cache" in words.options or command.program() is False:
        return None
    settings = [_settings_at(run, path) for path in (f"{root}/poetry.toml", f"{home}/.config/pypoetry/config.toml")]
    unset = ("POETRY_CONFIG_DIR", "POETRY_NO_CACHE", "POETRY_CACHE_DIR", "XDG_CACHE_HOME")
    known = all(run.lookup(name) == "" for name in unset[:2]) and None not in [run.lookup(name) for name in unset[2:]]
    return cache_of(command) if known and all(one is not None and not one.moved for one in settings) else None


def _requires(python: str | None) -> str | None:
    """Poetry's range in pip's words; None for what only poetry can read."""
    if python is None or "|" in python:
        return None
    said = [_clause(one.strip(" ")) for one in python.split(",")]
    known = [one for one in said if one is not None]
    return ",".join(one for one in known if one) if len(known) == len(said) else None


def _clause(one: str) -> str | None:
    """A part of such a range: `^3.10` is any 3 from 3.10 on, `~3.10` any 3.10; "" for any Python."""
    if one.startswith(("^", "~")) and not one.startswith("~="):
        version = one[1:].strip(" ")
        numbers = version.split(".")
        if not all(number.isascii() and number.isdigit() for number in numbers):
            return None
        narrow = one.startswith("~") and len(numbers) > 1
        end = f"{numbers[0]}.{int(numbers[1]) + 1}" if narrow else str(int(numbers[0]) + 1)
        return f">={version},<{end}"
    if one.endswith(".*") and one[0].isdigit():
        return f"=={one}"
    return "" if one == "*" else one.replace(" ", "")


def _declared(source: Source) -> str | None:
    """The Pythons that a pyproject.toml admits, in Poetry's words; None where it does not say."""
    import tomllib

    try:
        whole = tomllib.loads(decoded(source.text))
        own = whole.get("tool", {}).get("poetry", {}).get("dependencies", {}).get("python")
        told = own if own is not None else whole.get("project", {}).get("requires-python")
    except (tomllib.TOMLDecodeError, RecursionError, AttributeError):
        return None
    return told if isinstance(told, str) else None


def _wanted(run: Run, words: Words, root: str, python: str | None, packages: tuple[Locked, ...]) -> Wanted | None:
    """Groups and extras that the options ask for; None when nobody can tell."""
    project = run.reading.other(run.state.find(f"{root}/pyproject.toml"), _read_optional)
    if any(word.value is None for _, word in words.several) or project is None or project[1] is None:
        return None
    every = {group for one in packages for group in one.groups or ()}

    def told(option: str) -> set[str]:
        return {
            normalize(one)
            for word in words.all(option)
            for one in (word.value or "").replace(",", " ").split(" ")
            if one
        }

    groups = every if "--all-groups" in words.options else every - project[1]
    groups = groups | told("--with")
    groups -= told("--without") | ({"dev"} if "--no-dev" in words.options else set())
    groups = told("--only") or groups
    if "--only-root" in words.options:
        groups = set()
    return Wanted(
        python,
        main="main" in groups,
        extras=frozenset(told("--extras")),
        all_extras="--all-extras" in words.options,
        groups=frozenset(groups),
    )


def _read_optional(source: Source) -> frozenset[str] | None:
    """The groups that are installed only when asked for."""
    import tomllib

    try:
        tool = tomllib.loads(decoded(source.text)).get("tool", {})
        groups = tool.get("poetry", {}).get("group", {})
        return frozenset(normalize(name) for name, table in groups.items() if table.get("optional") is True)
    except (tomllib.TOMLDecodeError, RecursionError, AttributeError):
        return None


def _relocked(state: Snapshot, command: Command, root: str | None) -> Snapshot:
    """The lock, and for `add` the project's file, may say something else now."""
    files = state.files
    for name in ("poetry.lock", "pyproject.toml") if root is not None else ():
        files = files.then(Made(normal(f"{root}/{name}"), Found("file", None, command.at)))
    return state._replace(files=files)


def _exported(command: Command, run: Run, words: Words) -> Snapshot:
    told = words.options.get("--output")
    where = run.state.absolute(told.value, command.cwd) if told is not None and told.value is not None else None
    if where is None:
        return run.state
    return run.state._replace(files=run.state.files.then(Made(where, Found("file", None, command.at))))
