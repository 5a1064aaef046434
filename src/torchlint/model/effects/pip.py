"""pip: what an install asks for, where it looks, and into which environment it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torchlint.model.command import Index, Install, Requested
from torchlint.model.effects import forget_packages, no_python, unknown_program
from torchlint.model.environment import Distribution, Environment
from torchlint.model.files import Anything, Found, Made, Removed, normal
from torchlint.syntax.requirements import Nested, OptionLine, Requirement, parse_requirement
from torchlint.text import Place, Span

if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.environment import Program
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

VALUED = {
    "-r": "--requirement",
    "-c": "--constraint",
    "-e": "--editable",
    "-i": "--index-url",
    "-f": "--find-links",
    "-t": "--target",
    "-b": "--build",
    "-C": "--config-settings",
    "--pypi-url": "--index-url",
} | {
    name: name
    for name in (
        "--requirement --constraint --editable --index-url --extra-index-url --find-links --target --prefix "
        "--root --src --python --platform --python-version --implementation --abi --only-binary --no-binary "
        "--upgrade-strategy --progress-bar --cache-dir --trusted-host --proxy --retries --timeout --default- "
        "timeout --exists-action --cert --client-cert --log --global-option --install-option --build-option "
        "--config-settings --config-setting --report --use-feature --use-deprecated --group --build --root- "
        "user-action --keyring-provider --resume-retries"
    ).split()
}
"""pip's options that take a value, by the name rules see. Source: pip's documentation of `pip install`."""

SHORT = {
    "-U": "--upgrade",
    "-I": "--ignore-installed",
    "-q": "--quiet",
    "-v": "--verbose",
    "-h": "--help",
    "-V": "--version",
}
CACHED = "http/downloaded"
"""Stands for what an installer leaves in its cache folder."""


class Words:
    """The words of an install, sorted. `known`: every word is."""

    def __init__(self, arguments: tuple[Argument, ...], valued: dict[str, str]) -> None:
        self.options: dict[str, Argument] = {}
        self.several: list[tuple[str, Argument]] = []
        self.plain: list[Argument] = []
        self.known = True
        following: str | None = None
        for word in arguments:
            value = word.value
            if following is not None:
                self._option(following, word)
                following = None
            elif value is None:
                self.known = False
            elif value.startswith("--") and "=" in value:
                name, _, content = value.partition("=")
                self._option(valued.get(name, name), word._replace(value=content))
            elif value in valued:
                following = valued[value]
            elif value.startswith("-") and not value.startswith("--") and value[:2] in valued and len(value) > 2:
                self._option(valued[value[:2]], word._replace(value=value[2:]))
            elif value.startswith("-") and len(value) > 1:
                self._option(SHORT.get(value, value), word)
            elif value:
                self.plain.append(word)

    def _option(self, name: str, word: Argument) -> None:
        self.options[name] = word
        self.several.append((name, word))

    def all(self, name: str) -> list[Argument]:
        """Every use of an option that may be repeated."""
        return [word for one, word in self.several if one == name]


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `pip …`."""
    return follow(command, run, command.arguments, command.program())


def follow(command: Command, run: Run, arguments: tuple[Argument, ...], program: Program | bool | None) -> Snapshot:
    """The snapshot after pip with these arguments, run by `program` (pip itself, or the Python of `python -m pip`)."""
    words = Words(arguments, VALUED)
    verb = words.plain[0].value if words.plain else None
    if verb is None and not words.known:
        return unknown_program(run.state)
    if verb == "cache":
        return _cache_emptied(run)
    if verb == "config":
        return run.state._replace(files=run.state.files.then(Made("/etc/pip.conf", Found("file", None, command.at))))
    if verb == "uninstall":
        return _uninstalled(run, words, program)
    if verb in ("download", "wheel"):
        return run.state._replace(files=run.state.files.then(Anything(("/",), no_python)))
    if verb != "install":
        return run.state
    words.plain = words.plain[1:]
    environment = run.state.environment_of(program)
    install = read(command, run, words, "pip", program, environment, "PIP_")
    run.installs.append(install)
    return installed(run, install, cache=_cache(run, words, "PIP_", ".cache/pip"))


def read(
    command: Command,
    run: Run,
    words: Words,
    tool: str,
    program: Program | bool | None,
    environment: Environment | None,
    prefix: str,
) -> Install:
    """The Install that these words mean: requirements files are read where the container has them."""
    reader = _Reader(command, run)
    for word in words.plain:
        reader.word(word)
    for word in words.all("--editable"):
        reader.word(word)
    for name, constraint in (("--requirement", False), ("--constraint", True)):
        for word in words.all(name):
            reader.file(word.value, word.at, constraint)
    indexes = _indexes(run, words, reader, prefix, environment)
    complete = words.known and reader.complete and not run.lookup(prefix + "CONSTRAINT")
    return Install(
        tool,
        command,
        program,
        environment,
        tuple(reader.requested),
        indexes,
        words.options,
        tuple(reader.files),
        complete=complete,
        missing=tuple(reader.missing),
    )


class _Reader:
    """Collects what an install asks for, file by file."""

    def __init__(self, command: Command, run: Run) -> None:
        self.command = command
        self.run = run
        self.requested: list[Requested] = []
        self.options: list[tuple[OptionLine, Place]] = []
        self.files: list[Place] = []
        self.missing: list[tuple[str, Place]] = []
        self.complete = True
        self._read: set[tuple[str, bool]] = set()

    def word(self, word: Argument) -> None:
        """One requirement on the command line."""
        if word.value is None:
            self.complete = False
            return
        parsed = parse_requirement(word.value)
        if isinstance(parsed, Requirement):
            self.requested.append(Requested(parsed, word.at))
        else:
            self.complete = False

    def file(self, path: str | None, at: Place, constraint: bool, folder: str | None = None) -> None:
        """One -r or -c, and what it names in turn."""
        state = self.run.state
        if path is None or "://" in path or path.endswith((".toml", ".py", ".cfg")):
            self.complete = self.complete and constraint
            return
        where = state.absolute(path, folder or self.command.cwd)
        if where is None or (where, constraint) in self._read:
            self.complete = self.complete and where is not None
            return
        self._read.add((where, constraint))
        document = self.run.reading.requirements(state, where)
        if document is False:
            self.missing.append((where, at))
            self.complete = False
        if document is False or document is None or document is True:
            self.complete = False
            return
        self.files.append(Place(document.source, Span(0, 0)))
        for line in document.lines:
            if isinstance(line, Requirement):
                self.requested.append(Requested(line, Place(document.source, line.span), constraint))
            elif isinstance(line, OptionLine):
                self.options.append((line, Place(document.source, line.span)))
            elif isinstance(line, Nested):
                place = Place(document.source, line.span)
                self.file(line.path, place, constraint or line.constraint, where.rpartition("/")[0] or "/")


def _indexes(
    run: Run, words: Words, reader: _Reader, prefix: str, environment: Environment | None
) -> tuple[Index, ...] | None:
    """Every place the install looks in, the index first; None when settings that nobody sees may add to them."""
    if "--no-index" in words.options or any(line.name == "--no-index" for line, _ in reader.options):
        return None
    if (
        run.lookup(prefix + "NO_INDEX") != ""
        or run.lookup(prefix + "CONFIG_FILE") != ""
        or _configured(run, prefix, environment)
    ):
        return None
    found: list[Index] = []
    for kind, options, variables in PLACES:
        written = [word for option in options for word in words.all(option)]
        for variable in variables:
            inherited = run.lookup(prefix + variable)
            if written and kind == "index":
                continue
            if inherited is None:
                found.append(Index(kind, None, None))
            elif inherited:
                found.extend(Index(kind, url, None) for url in inherited.split(" ") if url)
        found.extend(Index(kind, word.value, word.at) for word in written)
        found.extend(Index(kind, line.value, at) for line, at in reader.options if line.name in options)
    backend = words.options.get("--torch-backend")
    folder = backend.value if backend is not None else run.lookup("UV_TORCH_BACKEND") if prefix == "UV_" else ""
    if folder != "":
        # "auto" looks for a driver: which folder that gives is known to the building machine only.
        url = f"https://download.pytorch.org/whl/{folder}" if folder not in (None, "auto") else None
        found.append(Index("extra", url, backend.at if backend is not None else None))
    return tuple(found)


PLACES = (
    ("index", ("--index-url", "--default-index"), ("INDEX_URL", "DEFAULT_INDEX")),
    ("extra", ("--extra-index-url", "--index"), ("EXTRA_INDEX_URL", "INDEX")),
    ("find-links", ("--find-links",), ("FIND_LINKS",)),
)
"""Kinds of places to look in: the options that name them, pip's first, and the variables, without PIP_ or UV_."""


def _configured(run: Run, prefix: str, environment: Environment | None) -> bool:
    """True if a settings file of the installer is there or may be there."""
    state = run.state
    home = run.home()
    if home is None:
        return True
    if prefix == "PIP_":
        paths = ["/etc/pip.conf", "/etc/xdg/pip/pip.conf", f"{home}/.pip/pip.conf", f"{home}/.config/pip/pip.conf"]
        paths += [f"{environment.prefix}/pip.conf"] if environment is not None and environment.prefix else []
        return any(state.find(path) is not False for path in paths)
    if any(state.find(path) is not False for path in ("/etc/uv/uv.toml", f"{home}/.config/uv/uv.toml")):
        return True
    folder = run.cwd
    while folder:
        project = state.find(normal(f"{folder}/pyproject.toml"))
        text = run.reading.text(project)
        if state.find(normal(f"{folder}/uv.toml")) is not False or (text is None and project is not False):
            return True
        if text is not None and "[tool.uv" in text.text:
            return True
        folder = folder.rpartition("/")[0] or ("/" if folder != "/" else "")
    return folder is None


def installed(run: Run, install: Install, cache: str | None) -> Snapshot:
    """The snapshot after an install."""
    state = run.state
    if install.interpreter is False:
        return state
    if cache is not None:
        state = state._replace(files=state.files.then(Made(f"{cache}/{CACHED}", Found("file", None, install.at))))
    if any(option in install.options for option in ("--target", "--prefix", "--root")):
        target = install.options.get("--target") or install.options.get("--prefix") or install.options["--root"]
        where = state.absolute(target.value, install.command.cwd) if target.value is not None else None
        return state._replace(files=state.files.then(Anything((where or "/",), no_python)))
    environment = install.environment
    if environment is None:
        return forget_packages(state)._replace(files=state.files.then(Anything(("/",), no_python)))
    if "--user" in install.options or (run.lookup("PIP_USER") or "") not in ("", "0"):
        environment = _of_user(environment, run.home(), install)
        if environment is None:
            return forget_packages(state)._replace(files=state.files.then(Anything(("/",), no_python)))
        environment = state.environments.get(environment.prefix, environment)
    more = [
        Distribution(
            one.requirement.name, _exact(one.requirement), one.requirement.specifier, None, install.tool, one.at
        )
        for one in install.requested
        if one.requirement.name and not one.constraint
    ]
    after = environment.with_packages(*more)
    if not install.complete:
        after = after._replace(complete=False)
    folders = (environment.prefix.split("@", 1)[0], "/usr/local")
    return state._replace(files=state.files.then(Anything(folders, no_python))).with_environment(after)


def _of_user(environment: Environment, home: str | None, install: Install) -> Environment | None:
    """The user's own site-packages beside an environment; None when the home folder is unknown."""
    if home is None:
        return None
    return Environment(f"{home}/.local", "user", environment.python, {}, at=install.at)


def _exact(requirement: Requirement) -> str | None:
    """The version that `==version` names, without its local label."""
    for clause in requirement.clauses:
        if clause.operator in ("==", "===") and not clause.version.endswith(".*"):
            return clause.version.split("+", 1)[0]
    return None


def _cache(run: Run, words: Words, prefix: str, below: str) -> str | None:
    """The folder an installer keeps its downloads in; None when it keeps none or that cannot be known."""
    if "--no-cache-dir" in words.options or "--no-cache" in words.options or "-n" in words.options:
        return None
    # Any value of PIP_NO_CACHE_DIR turns the cache off, "0" and "false" too: pip keeps this for old scripts.
    if run.lookup(f"{prefix}NO_CACHE_DIR" if prefix == "PIP_" else f"{prefix}NO_CACHE") != "":
        return None
    told = words.options.get("--cache-dir")
    folder = told.value if told is not None else run.lookup(f"{prefix}CACHE_DIR")
    if folder is None:
        return None
    if folder:
        return run.state.absolute(folder, run.cwd)
    home = run.home()
    return None if home is None or run.lookup("XDG_CACHE_HOME") != "" else normal(f"{home}/{below}")


def _cache_emptied(run: Run) -> Snapshot:
    home = run.home()
    return run.state if home is None else run.state._replace(files=run.state.files.then(Removed(f"{home}/.cache/pip")))


def _uninstalled(run: Run, words: Words, program: Program | bool | None) -> Snapshot:
    environment = run.state.environment_of(program)
    if environment is None:
        return run.state
    gone = {one.name for word in words.plain[1:] if isinstance(one := parse_requirement(word.value or ""), Requirement)}
    packages = {name: one for name, one in environment.packages.items() if name not in gone}
    return run.state.with_environment(
        environment._replace(packages=packages, complete=environment.complete and words.known)
    )
