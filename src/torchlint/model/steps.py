"""What each instruction does to a snapshot."""

from __future__ import annotations

from torchlint.model import copying
from torchlint.model.command import Argument
from torchlint.model.copying import Source as CopySource
from torchlint.model.effects import unknown_program
from torchlint.model.files import Anything, Found, FromContext, FromStage, Made, Mounted, Removed, Unmounted, normal
from torchlint.model.invocation import SHELLS
from torchlint.model.run import Run
from torchlint.model.shells import opened
from torchlint.model.snapshot import Launch, Snapshot, Variable
from torchlint.record import NamedTuple
from torchlint.syntax.dockerfile import Arg, Copy, Exec, Healthcheck, Instruction, Pairs, Single, mounts
from torchlint.syntax.joined import Joined
from torchlint.syntax.words import UNSET, Expansion, expand
from torchlint.text import Fact, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.command import Command, Install
    from torchlint.model.images import Images
    from torchlint.model.reading import Reading
    from torchlint.project import Context
    from torchlint.syntax import SyntaxProblem
    from torchlint.syntax.dockerfile import Dockerfile, Mount, Word
    from torchlint.syntax.words import Unset
    from torchlint.world import World

PLATFORM_ARGS = frozenset(
    "TARGETPLATFORM TARGETOS TARGETARCH TARGETVARIANT BUILDPLATFORM BUILDOS BUILDARCH BUILDVARIANT".split()
)
"""Set by the builder; visible in a stage once declared there. Source: Dockerfile reference, on platform ARGs."""

PREDEFINED_ARGS = frozenset(
    "HTTP_PROXY http_proxy HTTPS_PROXY https_proxy FTP_PROXY ftp_proxy NO_PROXY no_proxy ALL_PROXY all_proxy".split()
)
"""May be given to any build without ARG; usually empty."""


class Copied(NamedTuple):
    """What a COPY or ADD copies, variables expanded.

    `from_elsewhere`: it has --from; then `stage` is the index of the stage, or `image` the outside image that it names.
    `origin`: the state that it copies from, None when unknown. `target` as written, None when unknown.
    `remark`: the sources that text behind a `#` makes. No file has these names, so the build stops; `sources` and
    `target` are those that were meant.
    """

    sources: tuple[CopySource, ...]
    target: str | None
    stage: int | None
    image: str | None
    origin: Snapshot | None
    from_elsewhere: bool
    remark: tuple[CopySource, ...] = ()


class Surroundings(NamedTuple):
    """What the steps of all stages share. `stages`: last snapshots by index and by lower-case name. `platform`: the
    values of the builder's own arguments."""

    dockerfile: Dockerfile
    context: Context
    world: World
    images: Images
    reading: Reading
    global_args: Mapping[str, Variable]
    build_args: Mapping[str, str | None]
    by_index: list[Snapshot]
    by_name: dict[str, int]
    platform: Mapping[str, str]


class Outcome(NamedTuple):
    """What came of one instruction."""

    after: Snapshot
    commands: tuple[Command, ...] = ()
    installs: tuple[Install, ...] = ()
    copied: Copied | None = None
    problems: tuple[SyntaxProblem, ...] = ()


def follow(instruction: Instruction, before: Snapshot, around: Surroundings, *, stage: int, step: int) -> Outcome:
    """Follow one instruction."""
    value = instruction.value
    match instruction.keyword, value:
        case "ENV", Pairs():
            return Outcome(_env(value, before, around))
        case "ARG", Arg():
            return Outcome(_arg(value, before, around))
        case "WORKDIR", Single():
            return Outcome(_workdir(value, before, around))
        case "USER", Single():
            said = word_value(value.word, before, around)
            return Outcome(before._replace(user=Fact(said, Place(around.dockerfile.source, value.word.span))))
        case (("COPY" | "ADD"), Copy()):
            return _copy(instruction, value, before, around)
        case "RUN", Exec():
            return _run(instruction, value, before, around, stage=stage, step=step)
        case "CMD", Exec():
            return Outcome(before._replace(cmd=_launch(instruction, value, before, around, stage, step)))
        case "ENTRYPOINT", Exec():
            launch = _launch(instruction, value, before, around, stage, step)
            # An ENTRYPOINT drops the CMD that the base image brought, not one of this stage.
            kept = before.cmd if before.cmd is not None and before.cmd.stage == stage else None
            return Outcome(before._replace(entrypoint=launch, cmd=kept))
        case "HEALTHCHECK", Healthcheck():
            test = None if value.test is None else _launch(instruction, value.test, before, around, stage, step)
            return Outcome(before._replace(healthcheck=test))
        case "SHELL", Exec():
            words = None if value.argv is None else tuple(word.text for word in value.argv)
            return Outcome(before._replace(shell=Fact(words, Place(around.dockerfile.source, instruction.span))))
    return Outcome(before)


def expansion(text: str, state: Snapshot, around: Surroundings, *, literal: bool = False) -> Expansion:
    """A word of an instruction with its variables replaced."""

    def lookup(name: str) -> str | Unset | None:
        known = state.variable(name)
        if known is not None:
            return known.value
        return UNSET if state.env_complete else None

    return expand(text, lookup, around.dockerfile.escape, literal=literal)


def word_value(word: Word, state: Snapshot, around: Surroundings) -> str | None:
    """The value of a word, None when it cannot be known."""
    return expansion(word.text, state, around, literal=word.literal).value


def _env(value: Pairs, before: Snapshot, around: Surroundings) -> Snapshot:
    env, args = dict(before.env), dict(before.args)
    for pair in value.items:
        name = word_value(pair.name, before, around)
        if name is None:
            continue
        at = Place(around.dockerfile.source, pair.span)
        env[name] = Variable(word_value(pair.value, before, around), at, "env")
        args.pop(name, None)
    return before._replace(env=env, args=args)


def _arg(value: Arg, before: Snapshot, around: Surroundings) -> Snapshot:
    args = dict(before.args)
    state = before
    for item in value.items:
        args[item.name] = declared(item.name, item.default, Place(around.dockerfile.source, item.span), state, around)
        state = state._replace(args=args)
    return before._replace(args=args)


def declared(name: str, default: Word | None, at: Place, state: Snapshot, around: Surroundings) -> Variable:
    """The variable that `ARG name` makes: --build-arg, else its default, else that of the ARG before the first FROM.

    Without any of these what was set before stays, also by an ENV of the base image.
    """
    if name in around.build_args:
        return Variable(around.build_args[name], at, "arg")
    if default is not None:
        return Variable(word_value(default, state, around), at, "arg", overridable=True)
    before = around.global_args.get(name)
    if before is not None:
        return before._replace(at=before.at or at)
    kept = state.variable(name)
    if kept is not None:
        return kept._replace(overridable=True)
    if name in PLATFORM_ARGS:
        return Variable(around.platform.get(name), at, "platform", overridable=True)
    return Variable(None, at, "arg", overridable=True)


def _workdir(value: Single, before: Snapshot, around: Surroundings) -> Snapshot:
    said = word_value(value.word, before, around)
    at = Place(around.dockerfile.source, value.word.span)
    where = before.absolute(said) if said is not None else None
    state = before._replace(workdir=Fact(where, at))
    if where is not None:
        state = state._replace(files=state.files.then(Made(where, Found("dir", None, at))))
    return state


def _copy(instruction: Instruction, value: Copy, before: Snapshot, around: Surroundings) -> Outcome:
    source = around.dockerfile.source
    sources = []
    for word in value.sources:
        at = Place(source, word.span)
        if word.text.startswith("<<") and not word.literal:
            sources.append(CopySource(word.text.lstrip("<-").strip("\"'"), at, heredoc=True))
            continue
        said = word_value(word, before, around)
        remote = said is not None and ("://" in said or said.startswith("git@")) and value.add
        sources.append(CopySource(said, at, remote=remote))
    target = word_value(value.target, before, around)
    if instruction.flag("parents") is not None or instruction.flag("exclude") is not None:
        # What lies where then depends on patterns: something comes, below the target.
        sources = [CopySource(None, one.at) for one in sources]
    flag = instruction.flag("from")
    stage, origin = (None, None) if flag is None else _origin(flag.value or "", before, around)
    image = None if flag is None or stage is not None else flag.value
    copied = Copied(tuple(sources), target, stage, image, origin, from_elsewhere=flag is not None)
    copied = _as_meant(copied, Place(source, value.target.span), around)
    if flag is None:
        after = copying.from_context(before, around.context, copied.sources, copied.target, add=value.add)
    else:
        after = copying.from_snapshot(before, origin, copied.sources, copied.target)
    return Outcome(after, copied=copied)


def _as_meant(copied: Copied, target: Place, around: Surroundings) -> Copied:
    """Without what reads like a comment behind it, unless there are such files: then it was meant to be copied.

    What comes after a COPY that stops the build is judged as it will be once the comment is gone.
    """
    places = (*(one.at for one in copied.sources), target)
    first = next((index for index, at in enumerate(places) if index > 1 and at.source.text[at.span.start] == "#"), None)
    if first is None:
        return copied
    remark = copied.sources[first:] or copied.sources[-1:]
    if copied.from_elsewhere:
        meant = copied.origin is not None and bool(copied.origin.find(f"/{(remark[0].name or '').strip('/')}"))
    else:
        meant = bool(around.context.kind(remark[0].name or ""))
    if meant:
        return copied
    return copied._replace(sources=copied.sources[: first - 1], target=copied.sources[first - 1].name, remark=remark)


def _origin(name: str, before: Snapshot, around: Surroundings) -> tuple[int | None, Snapshot | None]:
    """The stage that --from names and its last state; for an outside image what World knows of it."""
    stage = stage_named(name, around)
    if stage is not None:
        return stage, around.by_index[stage]
    if "$" in name or name.isdigit():
        return None, None
    snapshot = around.images.start(name, before.base.at)
    return None, snapshot if snapshot.base.kind is not None else None


def stage_named(name: str, around: Surroundings) -> int | None:
    """Index of an earlier stage by its name or number."""
    if name.isascii() and name.isdigit():
        return int(name) if len(name) < 10 and int(name) < len(around.by_index) else None
    return around.by_name.get(name.lower())


def _run(
    instruction: Instruction, value: Exec, before: Snapshot, around: Surroundings, *, stage: int, step: int
) -> Outcome:
    mounted, state = _mounted(instruction, before, around)
    source = around.dockerfile.source
    words = before.shell.value
    dialect = words[0].rsplit("/", 1)[-1] if words else "sh"
    run = Run(state, around.world, around.reading, stage=stage, step=step, dialect=dialect)
    if value.argv is not None:
        run.execute(tuple(Argument(word.text, Place(source, word.span), word.text) for word in value.argv))
    elif value.script is not None:
        script = script_of(instruction, value.script)
        if words is not None and script is not None and opened(run, words):
            run.dialect = interpreter(script.text) or run.dialect
            run.script(script)
        else:
            run.state = unknown_program(run.state)
    after = run.state
    for one in reversed(mounted):
        after = after._replace(files=after.files.then(Unmounted(one)))
    return Outcome(after, tuple(run.commands), tuple(run.installs), problems=run.problems)


def script_of(instruction: Instruction, text: Joined) -> Joined | None:
    """What the shell gets: the line, or the body of the heredoc that is the whole of it; None when another interpreter
    reads that body."""
    if not instruction.heredocs:
        return text
    first = instruction.heredocs[0]
    written = text.text.strip(" \t")
    if len(instruction.heredocs) == 1 and written.startswith("<<") and " " not in written.strip():
        body = Joined.of(text.source, first.body)
        return body if (interpreter(body.text) or "sh") in SHELLS else None
    return text


def interpreter(script: str) -> str | None:
    """The program that a script's `#!` line names; None when it has none."""
    if not script.startswith("#!"):
        return None
    words = [word for word in script[2:].split("\n", 1)[0].strip(" \t\r").split(" ") if not word.startswith("-")]
    return words[-1].rsplit("/", 1)[-1] if words else None


def _launch(
    instruction: Instruction, value: Exec, before: Snapshot, around: Surroundings, stage: int, step: int
) -> Launch:
    source = around.dockerfile.source
    at = Place(source, instruction.span)
    if value.argv is not None:
        words = tuple(Argument(word.text, Place(source, word.span), word.text) for word in value.argv)
        return Launch(words, None, at, stage, step)
    return Launch(None, value.script, at, stage, step, before.shell.value)


def _mounted(instruction: Instruction, before: Snapshot, around: Surroundings) -> tuple[list[Mounted], Snapshot]:
    """The mounts of a RUN laid over the snapshot."""
    found: list[Mounted] = []
    state = before
    for mount in mounts(instruction):
        one = _mount(mount, state, around)
        if one is not None:
            found.append(one)
            state = state._replace(files=state.files.then(one))
    return found, state


def _mount(mount: Mount, state: Snapshot, around: Surroundings) -> Mounted | None:
    at = Place(around.dockerfile.source, mount.span)
    told = mount.target
    if told is None and mount.type == "secret":
        told = f"/run/secrets/{mount.id or mount.source or ''}"
    target = expansion(told, state, around).value if told is not None else None
    where = state.absolute(target) if target is not None else None
    if where is None:
        return None
    if mount.type == "tmpfs":
        return Mounted(where, Removed(where, content_only=True))
    if mount.type == "secret":
        return Mounted(where, Made(where, Found("file", None, at)))
    if mount.type != "bind":
        return Mounted(where, Anything((where,)))
    name = expansion(mount.source or "", state, around).value
    if name is None:
        return Mounted(where, Anything((where,)))
    if mount.from_ is None:
        return Mounted(where, FromContext(around.context, normal("/" + name)[1:], where, at))
    _, origin = _origin(mount.from_, state, around)
    if origin is None:
        return Mounted(where, Anything((where,)))
    return Mounted(where, FromStage(origin.files, normal("/" + name), where, at))
