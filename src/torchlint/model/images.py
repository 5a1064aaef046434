"""From an image's name to the snapshot that a stage begins with: what the user declared goes before what is public."""

from __future__ import annotations

from torchlint.model import bases
from torchlint.model.command import Argument
from torchlint.model.environment import Distribution, Environment, Program
from torchlint.model.files import Found, Made, normal
from torchlint.model.naming import reference_of
from torchlint.model.snapshot import DEFAULT_PATH, Launch, Variable
from torchlint.record import NamedTuple
from torchlint.syntax.requirement import Requirement, parse_requirement
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.snapshot import Snapshot
    from torchlint.text import Place
    from torchlint.world import World


class Images(NamedTuple):
    """What is known of outside images in one project.

    `mirrors`: registry prefixes under which public images are served. `declared`: by image name, with or without its
    tag, the image it is like, or a table of what it brings (the configuration's `bases`).
    """

    world: World
    mirrors: tuple[str, ...] = ()
    declared: Mapping[str, str | Mapping[str, object]] = {}

    def start(self, name: str | None, at: Place, *, argument: str | None = None) -> Snapshot:
        """The snapshot that `FROM name` begins with; `name` None: it cannot be known."""
        told = self._told(name)
        if told is None:
            return bases.start(name, at, self.world, argument=argument, mirrors=self.mirrors)
        table: Mapping[str, object] = {"like": told} if isinstance(told, str) else told
        like = _text(table, "like")
        state = bases.start(like, at, self.world, argument=argument, mirrors=self.mirrors)
        base = state.base._replace(name=name, reference=reference_of(name), kind=state.base.kind or "declared")
        return _with_table(state._replace(base=base), table, at)

    def _told(self, name: str | None) -> str | Mapping[str, object] | None:
        if name is None:
            return None
        plain = name.split("@", 1)[0]
        head, _, last = plain.rpartition("/")
        repository = f"{head}/{last.split(':', 1)[0]}" if head else last.split(":", 1)[0]
        return self.declared.get(name) or self.declared.get(plain) or self.declared.get(repository)


def _with_table(state: Snapshot, table: Mapping[str, object], at: Place) -> Snapshot:
    """The snapshot with what the user says of the image put over it."""
    os = _text(table, "os")
    if os is not None:
        state = state._replace(base=state.base._replace(os=os, libc="musl" if os.startswith("alpine") else "glibc"))
    if "user" in table:
        state = state._replace(user=Fact(_text(table, "user")))
    if "workdir" in table:
        state = state._replace(workdir=Fact(_text(table, "workdir")))
    env = table.get("env")
    if isinstance(env, dict):
        state = state._replace(env={**state.env, **{name: Variable(str(env[name]), None, "base") for name in env}})
    for key in ("entrypoint", "cmd"):
        words = table.get(key)
        if isinstance(words, (list, tuple)):
            launch = Launch(tuple(Argument(str(word), at, str(word)) for word in words), None, at)
            state = state._replace(entrypoint=launch) if key == "entrypoint" else state._replace(cmd=launch)
    for program in _texts(table, "programs"):
        path = program if program.startswith("/") else f"/usr/bin/{program}"
        state = state._replace(files=state.files.then(Made(normal(path), Found("file", None, at))))
    return _with_python(state, table, at)


def _with_python(state: Snapshot, table: Mapping[str, object], at: Place) -> Snapshot:
    python, prefix = _text(table, "python"), _text(table, "prefix")
    packages = [one for text in _texts(table, "packages") if isinstance(one := parse_requirement(text), Requirement)]
    if python is None and prefix is None and not packages:
        return state
    where = normal(prefix or next(iter(state.environments), "/usr/local"))
    known = state.environments.get(where) or Environment(where, "image", Fact(None), {}, complete=False, managed=None)
    minor = ".".join(python.split(".")[:2]) if python is not None else known.python.value
    environment = known._replace(python=Fact(minor, at), at=at).with_packages(
        *(Distribution(one.name, _version(one), one.specifier, None, "base", at) for one in packages)
    )
    files = state.files
    for name in ("python", "python3", *([f"python{minor}"] if minor else [])):
        files = files.then(Made(f"{where}/bin/{name}", Found("file", Program("python", where), at)))
    for name in ("pip", "pip3"):
        files = files.then(Made(f"{where}/bin/{name}", Found("file", Program("pip", where), at)))
    path = state.variable("PATH")
    if path is None or path.value is None:
        found = Variable(f"{where}/bin:{DEFAULT_PATH}", None, "base")
        state = state._replace(env={**state.env, "PATH": found})
    return state._replace(files=files).with_environment(environment)


def _version(requirement: Requirement) -> str | None:
    for clause in requirement.clauses:
        if clause.operator == "==":
            return clause.version.split("+", 1)[0]
    return None


def _text(table: Mapping[str, object], key: str) -> str | None:
    value = table.get(key)
    return value if isinstance(value, str) else None


def _texts(table: Mapping[str, object], key: str) -> list[str]:
    value = table.get(key)
    return [one for one in value if isinstance(one, str)] if isinstance(value, (list, tuple)) else []
