"""What an installer would find for every install of a prediction: evidence without building anything."""

from __future__ import annotations

from torchlint.model.wheels import ANOTHER_TARGET, REPLACING
from torchlint.record import NamedTuple
from torchlint.text import decoded
from torchlint.verify.evidence import Evidence
from torchlint.verify.uv import Question
from torchlint.verify.verifying import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeAlias

    from torchlint.model.build import Build
    from torchlint.model.command import Command, Install, Requested
    from torchlint.text import Place
    from torchlint.verify.uv import Answer, Uv
    from torchlint.world import World

    Asking: TypeAlias = Callable[[tuple[str, ...]], None]
    """Hears the hosts that will be asked, before any of them is."""

PUBLIC = "the public index of Python packages"
"""What the default of pip and uv is called."""

UNREAD = {
    "conda": ("install", "create", "env", "update"),
    "mamba": ("install", "create", "env", "update"),
    "micromamba": ("install", "create", "env", "update"),
    "poetry": ("install", "sync", "add"),
    "pdm": ("install", "sync", "add"),
    "pipenv": ("install", "sync"),
    "uv": ("sync", "run", "add"),
}
"""Programs, and their verbs, that install what uv is not asked about here."""


class Resolved(NamedTuple):
    """What came of one install. `versions`: by normalised name; None if nothing was resolved, and `why` says so.

    `surely`: there is no solution, and that stops the build. `question`: what uv was asked, None if it was not.
    """

    path: str
    line: int
    python: str | None
    versions: Mapping[str, str] | None
    why: str = ""
    surely: bool = False
    question: Question | None = None
    install: Install | None = None


class Unasked(Exception):
    """Why an install is not resolved, in a few words."""


def resolve(build: Build, world: World, uv: Uv, asking: Asking) -> Verdict:
    """The evidence that installers find all that the shipped images need. Raises OSError if uv is gone."""
    found = tuple(resolved(build, world, uv, asking))
    surely = [one for one in found if one.surely]
    untold = [one for one in found if one.versions is None]
    if not untold:
        return Verdict(Evidence.RESOLVED, True, "", resolved=found)
    worst = (surely or untold)[0]
    more = f" (and {len(untold) - 1} more)" if len(untold) > 1 else ""
    proven = False if surely else None
    return Verdict(Evidence.SEEN, proven, f"{worst.path}:{worst.line}: {worst.why}{more}", resolved=found)


def resolved(build: Build, world: World, uv: Uv, asking: Asking, *, every_stage: bool = False) -> Iterator[Resolved]:
    """Every install of the stages that the shipped images need, in order, and what else installs there."""
    needed = None if every_stage else build.needed
    held: dict[int, dict[str, dict[str, str]]] = {}
    told: list[tuple[Place, Install | None, Question | str]] = []
    for stage in build.stages:
        if needed is None or stage.index in needed:
            for step in stage.steps:
                read = {id(install.command) for install in step.installs}
                told += [(one.at, one, _question(build, one, world)) for one in step.installs]
                told += [
                    (one.at, None, "what this installs is not looked up") for one in step.commands if _unread(one, read)
                ]
    hosts = [host for *_, one in told if isinstance(one, Question) for host in hosts_of(one)]
    if hosts:
        asking(tuple(dict.fromkeys(hosts)))
    for (source, span), install, question in told:
        line = source.line_at(span.start)
        if install is None or isinstance(question, str):
            yield Resolved(source.path, line, None, None, str(question), install=install)
        else:
            yield _asked(build, install, question, line, uv, held)


def _asked(
    build: Build, install: Install, question: Question, line: int, uv: Uv, held: dict[int, dict[str, dict[str, str]]]
) -> Resolved:
    environment = install.environment
    prefix = environment.prefix if environment is not None else ""
    if install.stage not in held:
        parent = build.stages[install.stage].parent
        below = held.get(parent, {}) if parent is not None else {}
        held[install.stage] = {where: dict(pins) for where, pins in below.items()}
    pins = held[install.stage].setdefault(prefix, {})
    if environment is not None:
        for name, one in environment.packages.items():
            if one.version is not None:
                pins.setdefault(name, one.version)
    if "--upgrade" not in install.options:
        question = question._replace(held=tuple(f"{name}=={version}" for name, version in sorted(pins.items())))
    answer = uv.ask(question)
    path = install.at.source.path
    if answer.text is None:
        surely = answer.surely and install.stops_build
        return Resolved(path, line, question.python, None, answer.why, surely, question, install)
    versions = versions_of(answer)
    pins.update(versions)
    return Resolved(path, line, question.python, versions, "", False, question, install)


def versions_of(answer: Answer) -> dict[str, str]:
    """The versions of an answer by normalised name; what comes from a URL has none."""
    from torchlint.syntax.requirements import Requirement, parse
    from torchlint.text import Source

    lines = parse(Source("", (answer.text or "").encode().decode("latin-1"))).lines
    exact = [(one.name, one.clauses) for one in lines if isinstance(one, Requirement)]
    return {name: clauses[0].version for name, clauses in exact if len(clauses) == 1 and clauses[0].operator == "=="}


def hosts_of(question: Question) -> Iterator[str]:
    """The hosts that a question makes uv ask."""
    own = [line.split(" ", 1)[1] for line in question.lines if line.startswith("--")]
    if not any(line.startswith("--index-url ") for line in question.lines):
        yield PUBLIC
    own += [line.partition(" @ ")[2] for line in question.lines if " @ " in line]
    if "--torch-backend" in question.options:
        own.append("https://download.pytorch.org/")
    for url in own:
        yield url.partition("://")[2].partition("/")[0].rpartition("@")[2]


def _unread(command: Command, read: set[int]) -> bool:
    verbs = UNREAD.get(command.name or "", ())
    return id(command) not in read and any(value in verbs for value in command.values[:2])


def _question(build: Build, install: Install, world: World) -> Question | str:
    """What to ask about an install, or why it cannot be asked."""
    try:
        return question_of(build, install, world)
    except Unasked as error:
        return str(error)


def question_of(
    build: Build, install: Install, world: World, *, wanted: tuple[Requested, ...] | None = None
) -> Question:
    """What to ask about an install; `wanted`: only of these of its requirements. Raises Unasked."""
    if install.interpreter is False:
        raise Unasked("its program is not there")
    if install.python is None:
        raise Unasked("which Python it installs for is not known")
    if not install.complete and wanted is None:
        raise Unasked("not all that it asks for can be read")
    other = [name for name in (*ANOTHER_TARGET, *REPLACING, "--no-binary") if name in install.options]
    if other:
        raise Unasked(f"{other[0]} is not looked into")
    requested = install.requested if wanted is None else wanted
    lines = [*_places(install), *(_line(one) for one in requested if not one.constraint)]
    if not any(not line.startswith("--") for line in lines):
        raise Unasked("nobody can read what it asks for")
    constraints = [_line(one) for one in install.requested if one.constraint]
    return Question(
        tuple(lines), tuple(constraints), (), install.python, _platform(build, install, world), tuple(_options(install))
    )


def _places(install: Install) -> Iterator[str]:
    """Where it looks, as lines of a requirements file."""
    if install.indexes is None:
        raise Unasked("settings that are not in the Dockerfile may say where it looks")
    backend = install.options.get("--torch-backend")
    options = {"index": "--index-url", "extra": "--extra-index-url", "find-links": "--find-links"}
    for one in install.indexes:
        if backend is not None and one.at == backend.at:
            continue
        if one.url is None or "$" in one.url:
            raise Unasked("a variable says where it looks, and its value may be secret")
        url = decoded(one.url)
        if not url.startswith(("https://", "http://")) or not url.isprintable() or " " in url:
            raise Unasked(f"it looks at {url}, which is no index on the network")
        yield f"{options[one.kind]} {url}"


def _line(one: Requested) -> str:
    requirement = one.requirement
    extras = f"[{','.join(requirement.extras)}]" if requirement.extras else ""
    marker = f" ; {requirement.marker}" if requirement.marker else ""
    if requirement.kind == "named":
        text = f"{requirement.name}{extras}{requirement.specifier}{marker}"
    elif requirement.kind == "url" and requirement.wheel is not None and requirement.url is not None:
        if not requirement.url.startswith(("https://", "http://")):
            raise Unasked(f"{_shown(one)} lies on a disk")
        text = f"{requirement.name}{extras} @ {requirement.url}{marker}"
    else:
        kinds = {"path": "is source or a file on a disk", "vcs": "is a repository", "url": "is source"}
        what = kinds.get(requirement.kind, "holds a variable")
        raise Unasked(f"{_shown(one)} {what}: it cannot be resolved without running code")
    text = decoded(text)
    if "${" in text:
        raise Unasked(f"{_shown(one)} holds a variable, whose value may be secret")
    if not text.isprintable():
        raise Unasked(f"{_shown(one)} cannot be read")
    return text


def _shown(one: Requested) -> str:
    return one.at.source.show(one.at.span)


def _platform(build: Build, install: Install, world: World) -> str:
    """As uv names it; of a C library the release that the base has."""
    machine = build.machine(install.stage)
    base = install.command.before.base
    if machine is None or base.libc is None:
        raise Unasked("which platform it installs for is not known")
    if base.libc == "musl":
        return f"{machine}-unknown-linux-musl"
    distro = world.distro_of(base.os) if base.os is not None else None
    if distro is None or distro.glibc is None:
        return f"{machine}-unknown-linux-gnu"
    minor = min(int(distro.glibc.partition(".")[2]), NEWEST_GLIBC)
    return f"{machine}-manylinux_2_{minor}" if minor >= OLDEST_GLIBC else f"{machine}-manylinux2014"


NEWEST_GLIBC, OLDEST_GLIBC = 40, 17
"""Minor releases of glibc 2 that uv has names for."""


def _options(install: Install) -> Iterator[str]:
    backend = install.options.get("--torch-backend")
    if backend is not None:
        if backend.value in (None, "auto"):
            raise Unasked("the machine that builds decides for which CUDA torch is taken")
        yield from ("--torch-backend", backend.value)
    strategy = install.options.get("--index-strategy")
    if strategy is not None and strategy.value in ("first-index", "unsafe-first-match", "unsafe-best-match"):
        yield from ("--index-strategy", strategy.value)
    elif install.tool != "uv":
        # pip takes the best of what all indexes have.
        yield from ("--index-strategy", "unsafe-best-match")
    if "--no-deps" in install.options:
        yield "--no-deps"
    if "--pre" in install.options:
        yield from ("--prerelease", "allow")
