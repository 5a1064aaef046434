"""A RUN without what only builds need: what is left of it in the stage that ships."""

from __future__ import annotations

from torchlint.model.adding import added
from torchlint.record import NamedTuple
from torchlint.text import Edit, Span, apply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.command import Argument, Command
    from torchlint.model.environment import Environment
    from torchlint.model.managers import Asked
    from torchlint.model.step import Step
    from torchlint.world import World

PIP_PACKAGES = ("-pip", "-venv", "-setuptools", "-wheel", "-virtualenv", "-distutils")
SUPPORT = frozenset(
    {"update", "clean", "autoclean", "autoremove", "upgrade", "dist-upgrade", "full-upgrade", "distclean"}
)
BOTH = frozenset("useradd groupadd adduser addgroup mkdir ln chown chmod locale-gen".split())
AROUND = frozenset("rm set true : echo".split())


class Lean(NamedTuple):
    """`text`: the whole instruction, "" if nothing is left. `edits`: what the builder's own needs besides. `whole`: all
    of it is for the stage that ships, and nothing for the builder."""

    text: str
    edits: tuple[Edit, ...]
    whole: bool = False


def lean(step: Step, environment: Environment, world: World, *, makes: bool) -> Lean | str:
    """What is left of a RUN; what it does that keeps it from being taken apart, as the end of a sentence."""
    source, (start, end) = step.at
    commands = step.commands
    if not commands or not _plain(step):
        return "is no plain list of commands"
    kinds = [_kind(command, step) for command in commands]
    if None in kinds:
        return "does more than install"
    if "python" in kinds and step.instruction.flags and {"apt", "both"} & set(kinds):
        return "has options for several commands"
    edits: list[Edit] = []
    inner: list[Edit] = []
    gone: list[int] = []
    for number, (command, kind) in enumerate(zip(commands, kinds, strict=True)):
        asked = command.asked
        if kind == "python":
            gone.append(number)
        elif asked is not None and asked.verb == "install":
            if not asked.complete or any(word.value != word.written for word in asked.packages):
                return "installs packages whose names are not written out"
            left = _words(command, asked, environment, world, edits)
            if left is None:
                return "installs packages that bring a compiler"
            if not left:
                gone.append(number)
            if makes and environment.kind == "system":
                inner += _venv(asked, source.text)
    rest = [kind for number, kind in enumerate(kinds) if number not in gone]
    installs = any(
        kind == "apt" and (asked := command.asked) is not None and asked.verb == "install"
        for number, (command, kind) in enumerate(zip(commands, kinds, strict=True))
        if number not in gone
    )
    alone = (
        not any((asked := command.asked) is not None and asked.verb == "install" for command in commands)
        and "python" not in kinds
    )
    if not installs and not alone:
        gone += [number for number, kind in enumerate(kinds) if kind in ("apt", "around")]
        rest = [kind for number, kind in enumerate(kinds) if number not in gone]
    if not rest or not set(rest) - {"around"}:
        return Lean("", tuple(inner))
    spans = [command.at.span for command in commands]
    cuts = [_cut(spans, number, set(gone)) for number in gone]
    edits = [edit for edit in edits if not any(cut.contains(edit.span) for cut in cuts)]
    merged = [*edits, *(Edit(source, cut, "") for cut in _joined(cuts))]
    text = apply(source.text[:end], merged)[start:]
    return Lean(text, tuple(inner), not merged and not inner and _ships(step, world))


def _ships(step: Step, world: World) -> bool:
    """Whether its packages are libraries without programs, which no build calls, or it makes users."""
    packages = [word.value or "" for one in step.commands if one.asked is not None for word in one.asked.packages]
    if not packages:
        return any("user" in (command.name or "") or "group" in (command.name or "") for command in step.commands)
    for name in packages:
        brought = world.apt_brings(name, recommends=False)
        if not name.startswith("lib") or brought is None or name.endswith("-dev"):
            return False
    return True


def lacks_modules(package: str) -> bool:
    """Whether a package named after Python brings no modules that programs import."""
    return package.endswith((*PIP_PACKAGES, "-dev", "-minimal"))


def _joined(cuts: list[Span]) -> list[Span]:
    found: list[Span] = []
    for cut in sorted(cuts):
        if found and cut.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(cut.end, found[-1].end))
        else:
            found.append(cut)
    return found


def _cut(spans: list[Span], number: int, gone: set[int]) -> Span:
    """A command with what joins it to those that stay."""
    if any(one not in gone for one in range(number)):
        return Span(spans[number - 1].end, spans[number].end)
    return Span(spans[number].start, spans[number + 1].start)


def _plain(step: Step) -> bool:
    """Whether nothing but && and ; stands between its commands."""
    text, commands = step.at.source.text, step.commands
    if any(command.redirects or not command.certain or command.background for command in commands):
        return False
    rest = step.instruction.rest.text.replace("&&", ";")
    if any(sign in rest for sign in ("|", "(", "{", "`", "\n")):
        return False
    spans = [command.at.span for command in commands]
    between = [text[spans[at].end : spans[at + 1].start] for at in range(len(spans) - 1)]
    return all(_bare(one).strip(" \t\r\n\\") in ("&&", ";") for one in between) and not _bare(
        text[spans[-1].end : step.at.span.end]
    ).strip(" \t\r\n\\;")


def _bare(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.lstrip(" \t").startswith("#"))


def _kind(command: Command, step: Step) -> str | None:
    name, asked = command.name, command.asked
    if name is None:
        return None
    if asked is not None:
        return "apt" if asked.manager == "apt" and asked.verb in (*SUPPORT, "install") else None
    if any(install.command is command for install in step.installs):
        return "python"
    if name.startswith(("pip", "python")) and (
        command.values[:1] in (("cache",), ("config",)) or command.values[:2] == ("-m", "venv")
    ):
        return "python"
    if name == "uv" and command.values[:1] in (("venv",), ("cache",)):
        return "python"
    if name in AROUND:
        return "around"
    if name in BOTH and not any("pip" in (value or "pip") for value in command.values):
        return "both"
    return None


def _words(
    command: Command, asked: Asked, environment: Environment, world: World, edits: list[Edit]
) -> list[Argument] | None:
    """The packages that stay; None when one of them would bring a compiler all the same."""
    source = command.at.source
    words = list(command.words)
    dropped = [word for word in asked.packages if _only_builds(word.value or "", world)]
    kept = [word for word in asked.packages if word not in dropped]
    there = {word.value for word in kept}
    for word in list(kept):
        library = world.apt_runtime(word.value or "")
        if library and library not in there:
            edits.append(Edit(source, word.at.span, library))
        elif library is not None:
            kept.remove(word)
            dropped.append(word)
    for word in kept:
        # What comes instead of a -dev package is a library alone.
        brought = world.apt_brings(word.value or "", recommends=False)
        if brought is not None and brought.compiler:
            return None
    pythons = [word for word in dropped if (word.value or "").startswith("python")]
    if environment.kind == "system" and pythons and not any(_is_python(word.value or "") for word in kept):
        stays = pythons[0]
        name = "python3"
        value = stays.value or ""
        for part in (*PIP_PACKAGES, "-dev"):
            value = value.removesuffix(part)
        edits.append(Edit(source, stays.at.span, value if value.startswith("python3.") else name))
        dropped.remove(stays)
        kept.append(stays)
    for word in dropped:
        before = words[words.index(word) - 1]
        edits.append(Edit(source, Span(before.at.span.end, word.at.span.end), ""))
    return kept


def _only_builds(package: str, world: World) -> bool:
    kind = world.apt_kind(package)
    if kind == "compiler" or package.startswith("linux-headers"):
        return True
    return package.startswith(("python3", "libpython3")) and package.endswith((*PIP_PACKAGES, "-dev"))


def _is_python(package: str) -> bool:
    return package in ("python3", "python3-minimal") or package.removeprefix("python3.").isdigit()


def with_venv(step: Step) -> Iterator[Edit]:
    """The edits that let a RUN install what makes virtual environments, beside the distribution's pip."""
    for command in step.commands:
        asked = command.asked
        if asked is not None and asked.verb == "install":
            yield from _venv(asked, step.at.source.text)


def _venv(asked: Asked, text: str) -> Iterator[Edit]:
    """What makes virtual environments, beside the distribution's pip."""
    names = [word.value or "" for word in asked.packages]
    if any(name.endswith("-venv") for name in names):
        return
    for number, word in enumerate(asked.packages):
        name = names[number]
        if name.startswith("python3") and (name.endswith("-pip") or _is_python(name)):
            base = name.removesuffix("-pip")
            start = word.at.span.start
            blank = start
            while blank and text[blank - 1] in " \t\r\n\\":
                blank -= 1
            end = word.at.span.end
            told = added(word.at, (f"{base}-venv",))
            wide = "\n" in text[blank:start]
            edit = Edit(word.at.source, Span(end, end), f"{text[blank:start]}{base}-venv") if wide else told
            if edit is not None:
                yield edit
            return
