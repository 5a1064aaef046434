"""Variables that an instruction mentions though nothing has set them."""

from __future__ import annotations

from itertools import pairwise, takewhile

from torchlint.model.naming import reference_of
from torchlint.model.steps import PLATFORM_ARGS, PREDEFINED_ARGS, script_of
from torchlint.record import NamedTuple
from torchlint.syntax import shell
from torchlint.syntax.dockerfile import Arg, Copy, Exec, From, Many, Pairs, Single, mounts
from torchlint.syntax.words import UNSET, expand, variables
from torchlint.text import Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.build import Stage
    from torchlint.model.snapshot import Snapshot
    from torchlint.model.step import Step
    from torchlint.syntax.dockerfile import Dockerfile, Word
    from torchlint.syntax.words import Unset, Variable

_NVIDIA = ("NV", "CUDA", "CUDNN", "NCCL", "LD_", "LIBRARY_PATH", "PATH")
OWN = {
    # Source: the Dockerfiles in dist/ of gitlab.com/nvidia/container-images/cuda.
    "cuda": _NVIDIA,
    # Source: Dockerfile of pytorch/pytorch, which begins from the image above, and its older one in docker/pytorch.
    "pytorch": (
        *_NVIDIA,
        "PYTORCH",
        "TORCH",
        "CMAKE",
        "DEBIAN_",
        "LANG",
        "LC_",
        "TZ",
        "OPENMPI",
        "OMP",
        "MKL",
    ),
    # Source: older Dockerfiles of docker-library/python set the versions of pip and setuptools.
    "python": ("PYTHON_",),
}
"""How the variables begin that images of a kind set, besides those that the snapshot names."""

PROMPTS = ("PS1", "PS2", "PS4", "PROMPT_COMMAND")
"""Variables whose commands a shell runs whenever it shows its prompt."""

SECRETS = "/run/secrets/"
"""The folder in which the builder puts secrets, each by its name."""

BARE = ("almalinux", "amazonlinux", "centos", "rockylinux")
"""Systems of which no more is known than that their images set PATH and nothing else."""


class Use(NamedTuple):
    """A variable that a word mentions. `document`: it stands in a heredoc; `shell`: in the script of a RUN.

    `alone`: the word, or the value of the pair, is nothing else. `target`: the variable that an ENV sets with it.
    """

    name: str
    at: Place
    document: bool = False
    shell: bool = False
    alone: bool = False
    target: str | None = None


class Stale(NamedTuple):
    """A variable that an ENV both sets and reads. `unset`: it had no value before; `target`: what is set with it.

    `gap`: the bytes between the pair before that of `target` and it, None where they hold more than blanks.
    """

    name: str
    at: Place
    set_at: Place
    target: str
    unset: bool
    gap: Span | None


class Variables:
    """What can be asked about the variables that the instructions of a file mention."""

    __slots__ = ("dockerfile",)

    def __init__(self, dockerfile: Dockerfile) -> None:
        self.dockerfile = dockerfile

    def declared_above(self, name: str) -> Place | bool:
        """Where an ARG before the first FROM declares a name; True if the builder declares it there, else False."""
        for one in takewhile(lambda one: one.keyword != "FROM", self.dockerfile.instructions):
            for item in one.value.items if isinstance(one.value, Arg) else ():
                if item.name == name:
                    return Place(self.dockerfile.source, item.span)
        return name in PLATFORM_ARGS

    def unset(self, step: Step) -> tuple[Use, ...]:
        """The variables in a step's words, its documents and its script that have no value and no default there."""
        if "$" not in step.instruction.rest.text and not any("$" in one.text for one in step.instruction.heredocs):
            return ()
        value = step.instruction.value
        if isinstance(value, Exec):
            return tuple(_in_script(step)) if step.instruction.keyword == "RUN" and value.script is not None else ()
        return tuple(_in_words(step, self.dockerfile))

    def unset_in_from(self, stage: Stage) -> tuple[Use, ...]:
        """The variables in a stage's FROM that no ARG above the first FROM declares, those of its platform first."""
        value = stage.instruction.value
        if not isinstance(value, From):
            return ()
        words = [(value.image.text, value.image.span)]
        if value.platform is not None and value.platform.value is not None and value.platform.value_span is not None:
            words.insert(0, (value.platform.value, value.platform.value_span))
        return tuple(
            Use(
                one.name,
                Place(self.dockerfile.source, _exact(self.dockerfile, text, span, one)),
                alone=_alone(text, one),
            )
            for text, span in words
            for one in variables(text, self.dockerfile.escape)
            if not one.operator
            and not self.declared_above(one.name)
            and one.name not in PREDEFINED_ARGS
            and _plain(one.name)
        )

    def can_name_image(self, stage: Stage) -> bool:
        """Whether a stage's FROM names an image if its variables hold some text: not in a template such as %s:$TAG."""
        value = stage.instruction.value
        if not isinstance(value, From):
            return False
        # A text that can be a part of a name, a tag and a digest.
        said = expand(value.image.text, lambda _: "0" * 40, self.dockerfile.escape).value
        return reference_of(said) is not None

    def stale(self, step: Step) -> tuple[Stale, ...]:
        """Where an ENV reads a variable that it sets itself, and gets another value than the one that it sets."""
        value = step.instruction.value
        if step.instruction.keyword != "ENV" or not isinstance(value, Pairs):
            return ()
        return tuple(_stale(step, value, self.dockerfile))

    def names_secret(self, name: str, steps: tuple[Step, ...]) -> bool:
        """Whether steps use a variable, and only to say which secret of the builder they mean or where it lies."""
        used = [_uses_and_names(step, name) for step in steps if name in step.at.source.text]
        return any(names for _, names in used) and all(uses == names for uses, names in used)

    def substitutions(self, step: Step) -> tuple[Place, ...]:
        """Where a step's words hold `$( … )` or backquotes, which no shell runs there: outside of single quotes."""
        value = step.instruction.value
        if isinstance(value, Pairs):
            words = [pair.value for pair in value.items if pair.name.text not in PROMPTS]
        else:
            words = [word for word, _ in _words(step)]
        source, found = self.dockerfile.source, []
        for word in words:
            start = _substitution(word.text, self.dockerfile.escape)
            if start is not None:
                exact = source.text[word.span.start : word.span.end] == word.text
                span = Span(word.span.start + start, word.span.end) if exact else word.span
                found.append(Place(source, span))
        return tuple(found)


def _uses_and_names(step: Step, name: str) -> tuple[int, int]:
    """How often a step's words and documents expand a variable, and in how many of these it names a secret."""
    uses = names = 0
    parts = step.at.source.text[step.at.span.start : step.at.span.end].split("$")
    for before, after in pairwise(parts):
        word = after.lstrip("{#!")
        sign = word[len(name) : len(name) + 1]
        if word.startswith(name) and not (sign.isascii() and (sign.isalnum() or sign == "_")):
            uses += 1
            names += before.endswith(SECRETS)
    for mount in mounts(step.instruction):
        names += mount.type == "secret" and any(sign in (mount.id or "") for sign in (f"${name}", f"${{{name}}}"))
    return uses, names


def lacks(state: Snapshot, name: str) -> bool:
    """True if surely neither an ENV nor an ARG of that name is set, here or in the base image."""
    if state.variable(name) is not None or name in PREDEFINED_ARGS:
        return False
    base = state.base
    bare = base.reference is not None and base.reference.familiar in BARE
    known = state.env_complete or bare or base.kind in ("cuda", "pytorch")
    return known and name != "PATH" and not name.startswith(OWN.get(base.kind or "", ()))


def _stale(step: Step, value: Pairs, dockerfile: Dockerfile) -> Iterator[Stale]:
    source, said = dockerfile.source, set()
    for number, pair in enumerate(value.items):
        # PATH=/opt/bin:$PATH goes on from the old value; so may what reads it beside that.
        own = {
            one.name.text: one
            for one in value.items[:number]
            if all(used.name != one.name.text for used in variables(one.value.text, dockerfile.escape))
        }
        for seen in variables(pair.value.text, dockerfile.escape):
            one, old, new = own.get(seen.name), step.before.variable(seen.name), step.after.env.get(seen.name)
            if one is None or seen.operator or new is None or seen.name in said:
                continue
            unset = lacks(step.before, seen.name)
            if not unset and (old is None or old.value is None or new.value is None or old.value == new.value):
                continue
            said.add(seen.name)
            gap = Span(value.items[number - 1].span.end, pair.span.start)
            blank = not source.text[gap.start : gap.end].strip(f" \t\r\n{dockerfile.escape}")
            at = Place(source, _exact(dockerfile, pair.value.text, pair.value.span, seen))
            yield Stale(seen.name, at, Place(source, one.span), pair.name.text, unset, gap if blank else None)


def _substitution(text: str, escape: str) -> int | None:
    """Where the first command substitution begins that stands outside of single quotes and has no escape before it."""
    signs = ("$(",) if escape == "`" or text.count("`") < 2 else ("$(", "`")
    index, quoted = 0, False
    while index < len(text):
        sign = text[index]
        if sign == escape:
            index += 1
        elif sign == '"':
            quoted = not quoted
        elif sign == "'" and not quoted:
            index = text.find("'", index + 1)
            if index < 0:
                return None
        elif text.startswith(signs, index):
            return index
        index += 1
    return None


def _in_words(step: Step, dockerfile: Dockerfile) -> Iterator[Use]:
    source, escape = dockerfile.source, dockerfile.escape
    # What an earlier item of an ARG sets is there for the later ones.
    declared: set[str] = set()

    def lookup(name: str) -> str | Unset | None:
        known = step.before.variable(name)
        if known is not None:
            return known.value
        return UNSET if lacks(step.before, name) and name not in declared and _plain(name) else None

    for word, target in _words(step):
        for name in expand(word.text, lookup, escape, literal=word.literal).undefined:
            seen = next(one for one in variables(word.text, escape) if one.name == name)
            span = _exact(dockerfile, word.text, word.span, seen)
            yield Use(name, Place(source, span), alone=_alone(word.text, seen), target=target)
        if target is not None and step.instruction.keyword == "ARG":
            declared.add(target)
    if step.instruction.keyword in ("COPY", "ADD"):
        for document in step.instruction.heredocs:
            text = source.text[document.body.start : document.body.end]
            if document.expand and "$" in text:
                for name in expand(text, lookup, literal=True).undefined:
                    where = next((one for one in variables(text) if one.name == name), None)
                    start = document.body.start
                    span = document.marker if where is None else Span(start + where.start, start + where.end)
                    yield Use(name, Place(source, span), document=True)


def _words(step: Step) -> Iterator[tuple[Word, str | None]]:
    """The words in which BuildKit replaces variables, but for labels, with what an ENV or ARG sets by it."""
    keyword, value = step.instruction.keyword, step.instruction.value
    match value:
        case Pairs() if keyword == "ENV":
            for pair in value.items:
                yield pair.value, pair.name.text
        case Arg():
            for item in value.items:
                if item.default is not None:
                    yield item.default, item.name
        case Copy():
            for word in (*value.sources, value.target):
                if word.literal or not word.text.startswith("<<"):
                    yield word, None
        case Single() if keyword != "MAINTAINER":
            yield value.word, None
        case Many():
            for word in value.words:
                yield word, None


def _in_script(step: Step) -> Iterator[Use]:
    """The variables that a RUN's shell looks up and that the script does not set itself."""
    value = step.instruction.value
    text = script_of(step.instruction, value.script) if isinstance(value, Exec) and value.script is not None else None
    if text is None:
        return
    body = shell.parse(text.text).body
    own = {one.name for command in shell.simple_commands(body) for one in command.assignments}
    # `read`, `export`, `eval` and kin set what their words name; a script that reads another may get anything from it.
    words = {word.literal for command in shell.simple_commands(body) for word in command.words}
    if words & {"eval", "source", ".", "set", "envsubst"}:
        return
    pending: list[shell.Shape] = [body]
    found: dict[str, Use] = {}
    while pending:
        shape = pending.pop()
        if isinstance(shape, shell.For):
            own.add(shape.name)
        if isinstance(shape, shell.Parameter) and (shape.operator is None or shape.operator[0] in "#%/^,"):
            place = Place(text.source, text.span(*shape.span))
            if _plain(shape.name) and (shape.name not in found or place.span.start < found[shape.name].at.span.start):
                found[shape.name] = Use(shape.name, place, shell=True)
        pending += _parts(shape)
    named = " ".join(word for word in words if word)
    for use in sorted(found.values(), key=lambda one: one.at.span.start):
        if use.name not in own and use.name not in named and lacks(step.before, use.name):
            yield use


def _parts(shape: shell.Shape) -> Iterator[shell.Shape]:
    pending: list[object] = [getattr(shape, name) for name in shape.inner]
    if isinstance(shape, shell.Word):
        pending += shape.parts
    while pending:
        one = pending.pop()
        if isinstance(one, tuple):
            pending += one
        elif isinstance(one, shell.Shape):
            yield one


def _exact(dockerfile: Dockerfile, text: str, span: Span, seen: Variable) -> Span:
    """Where a variable of a word stands; the word where it is written over several lines."""
    exact = dockerfile.source.text[span.start : span.end] == text
    return Span(span.start + seen.start, span.start + seen.end) if exact else span


def _alone(text: str, seen: Variable) -> bool:
    """True if a word is nothing but a variable."""
    return text.strip('"') in (f"${seen.name}", f"${{{seen.name}}}")


def _plain(name: str) -> bool:
    """False for `$1`, `$@` and their kin."""
    return name.isascii() and (name[:1].isalpha() or name[:1] == "_")
