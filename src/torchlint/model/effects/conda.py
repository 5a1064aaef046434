"""conda, mamba and micromamba: what they do to environments, and the commands they run inside one."""

from __future__ import annotations

from torchlint.model.effects import conda_packages, conda_places, forget_packages, unknown_program
from torchlint.model.effects.words import Words
from torchlint.model.environment import NOWHERE, Environment
from torchlint.model.files import Anything, Found, Made, Removed, inside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument, Command
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot

VALUED = {
    "-n": "--name",
    "-p": "--prefix",
    "-c": "--channel",
    "-f": "--file",
    "-r": "--root-prefix",
    "-s": "--shell",
} | {
    name: name
    for name in "--name --prefix --channel --file --clone --solver --repodata-fn --platform --subdir --root-prefix "
    "--shell --rc-file --revision --experimental --safety-checks --channel-priority --extra-safety-checks".split()
}
"""Options that take a value. Source: the command references of conda and mamba."""

QUIET = frozenset(
    "clean init info list config search repoquery auth doctor notices export package index constructor".split()
)
"""Verbs that change neither environments nor PATH."""

RUN_VALUED = frozenset(
    {"-n", "--name", "-p", "--prefix", "--cwd", "-r", "--root-prefix", "-e", "--env", "-a", "--attach", "--label"}
)
"""Options of `conda run` and `micromamba run` that take a value."""


def apply(command: Command, run: Run) -> Snapshot:
    """The snapshot after `conda …`."""
    if command.program() is False and not conda_places.hooked(run):
        return run.state
    words = Words(command.arguments, VALUED)
    verb = words.plain[0].value if words.plain else None
    if verb is None:
        return unknown_program(run.state) if words.plain or not words.known else run.state
    if verb in ("activate", "deactivate"):
        _activate(command, run, words, verb)
        return run.state
    if verb == "run":
        return _inside(command, run)
    if verb in QUIET or verb.startswith("shell"):
        return run.state
    if "--dry-run" in words.options or "--download-only" in words.options or "-d" in words.options:
        return run.state
    words.plain = words.plain[1:]
    if verb == "env":
        verb = words.plain[0].value if words.plain else None
        words.plain = words.plain[1:]
        if verb in ("list", "export", "config"):
            return run.state
        return _from_files(command, run, words, verb)
    if verb == "create":
        return _created(command, run, words)
    if verb in ("install", "update", "upgrade"):
        return _installed(command, run, words, verb)
    if verb in ("remove", "uninstall"):
        return _removed(command, run, words)
    return unknown_program(run.state)


def _activate(command: Command, run: Run, words: Words, verb: str) -> None:
    if verb == "deactivate" or not words.known:
        run.variables.update(PATH=None, CONDA_PREFIX=None, CONDA_DEFAULT_ENV=None)
        return
    named = words.plain[1].value if len(words.plain) > 1 else "base"
    conda_places.activate(run, conda_places.prefix_of(run, named, conda_places.root_of(command, run), command.cwd))


def _inside(command: Command, run: Run) -> Snapshot:
    """`conda run -n env CMD`: CMD with the environment before everything else on PATH."""
    number = 0
    told: dict[str, Argument] = {}
    arguments = command.arguments[1:]
    while number < len(arguments):
        value = arguments[number].value
        if value is None:
            return unknown_program(run.state)
        if not value.startswith("-"):
            break
        if value in RUN_VALUED and number + 1 < len(arguments):
            told[VALUED.get(value, value)] = arguments[number + 1]
            number += 1
        elif "=" in value:
            name, _, content = value.partition("=")
            told[name] = arguments[number]._replace(value=content)
        number += 1
    kept = run.scope()
    conda_places.activate(run, conda_places.target_of(command, run, told))
    if "--cwd" in told:
        where = told["--cwd"].value
        run.cwd = None if where is None else run.state.absolute(where, run.cwd)
    run.execute(arguments[number:], command)
    run.restore(kept)
    return run.state


def _created(command: Command, run: Run, words: Words) -> Snapshot:
    if "--file" in words.options and _yaml(words):
        return _from_files(command, run, words, "create")
    prefix = conda_places.target_of(command, run, words.options, create=True)
    if prefix is None:
        return _somewhere(run.state)
    state = _emptied(run.state, prefix, command)
    specs, known = conda_packages.specs_of(words.plain)
    known = known and words.known and not {"--file", "--clone"} & set(words.options)
    return conda_packages.with_specs(state, prefix, specs, known, command)


def _installed(command: Command, run: Run, words: Words, verb: str) -> Snapshot:
    if "--file" in words.options and _yaml(words):
        return _from_files(command, run, words, "update")
    prefix = conda_places.target_of(command, run, words.options)
    specs, known = conda_packages.specs_of(words.plain)
    known = known and words.known and "--file" not in words.options
    whole = verb != "install" and ("--all" in words.options or "-a" in words.options)
    if whole or "--revision" in words.options:
        known = False
    if prefix is None:
        # Unless it is asked for, conda never takes another minor version of Python (conda/core/solve.py).
        return _somewhere(run.state, python=not known or any(one.name == "python" for one, _ in specs))
    return conda_packages.with_specs(run.state, prefix, specs, known, command, created=False)


def _from_files(command: Command, run: Run, words: Words, verb: str | None) -> Snapshot:
    """`conda env create -f FILE`, `conda env update -f FILE`, `micromamba create -f FILE`."""
    if verb in ("remove", "delete"):
        words.options["--all"] = command.words[0]
        return _removed(command, run, words)
    if verb not in ("create", "update", "install"):
        return unknown_program(run.state)
    paths = [word.value for word in words.all("--file")]
    if not paths:
        paths = [word.value for word in words.plain[:1]] or ["environment.yml"]
    if len(paths) != 1 or paths[0] is None or not words.known:
        return _somewhere(run.state)
    where = run.state.absolute(paths[0], command.cwd) if "://" not in paths[0] else None
    found = conda_packages.environment_file(run, where)
    if found is None and not {"--name", "--prefix"} & set(words.options):
        return _somewhere(run.state)
    named = found[1].name if found is not None else None
    if verb == "create" or {"--name", "--prefix"} & set(words.options) or named is None:
        prefix = conda_places.target_of(command, run, words.options, create=verb == "create", named=named)
    else:
        prefix = conda_places.prefix_of(run, named, conda_places.root_of(command, run), command.cwd)
    if prefix is None:
        return _somewhere(run.state)
    state = _emptied(run.state, prefix, command) if verb == "create" else run.state
    if found is None:
        return conda_packages.with_specs(state, prefix, [], False, command, created=verb == "create")
    source, document = found
    return conda_packages.with_file(
        run, state, prefix, where or "/", source, document, command, created=verb == "create"
    )


def _yaml(words: Words) -> bool:
    return any((word.value or "").endswith((".yml", ".yaml")) for word in words.all("--file"))


def _emptied(state: Snapshot, prefix: str, command: Command) -> Snapshot:
    """A new environment without anything in it: `create` replaces what was there."""
    environments = {where: one for where, one in state.environments.items() if not inside(where, prefix)}
    files = state.files.then(Removed(prefix)).then(Made(prefix, Found("dir", None, command.at)))
    fresh = Environment(prefix, "conda", NOWHERE, {}, at=command.at)
    return state._replace(files=files, environments=environments).with_environment(fresh)


def _removed(command: Command, run: Run, words: Words) -> Snapshot:
    state = run.state
    prefix = conda_places.target_of(command, run, words.options)
    if prefix is None:
        return conda_packages.doubted(state)
    if "--all" in words.options:
        environments = {where: one for where, one in state.environments.items() if where != prefix}
        return state._replace(files=state.files.then(Removed(prefix)), environments=environments)
    environment = state.environments.get(prefix)
    if environment is None:
        return state
    specs, known = conda_packages.specs_of(words.plain)
    if not known or any(one.name in ("python", "pip") for one, _ in specs):
        return conda_packages.doubted(state)
    # What needs a removed package goes with it.
    return state.with_environment(environment._replace(packages={}, complete=False))


def _somewhere(state: Snapshot, *, python: bool = True) -> Snapshot:
    """Something was installed, nobody knows where; with `python` maybe another Python."""
    doubted = conda_packages.doubted(forget_packages(state), python=python)
    return doubted._replace(files=state.files.then(Anything(("/",))))
