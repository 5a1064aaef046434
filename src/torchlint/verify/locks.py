"""Full locks with hashes beside requirements files: all that uv would take for them, dependencies included."""

from __future__ import annotations

import os

from torchlint.record import NamedTuple
from torchlint.syntax.requirements import Nested, OptionLine, parse
from torchlint.text import Place, Span, decoded
from torchlint.verify.pins import Left
from torchlint.verify.resolve import Unasked, hosts_of, question_of, versions_of
from torchlint.verify.uv import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.fix.shapes import Seen
    from torchlint.model.build import Build
    from torchlint.model.command import Install
    from torchlint.model.requirement import RequirementsFile
    from torchlint.text import Source
    from torchlint.verify.resolve import Asking
    from torchlint.verify.uv import Question, Uv

FIRST_WORDS = "# Locked by torchlint"


class Lock(NamedTuple):
    """A file to be written: where it lies, how people call it, and what it is to hold. `packages`: how many."""

    path: str
    shown: str
    text: str
    packages: int


def locks(seen: Seen, uv: Uv, asking: Asking) -> Iterator[Lock | Left]:
    """A lock for each requirements file that installs name. Raises OSError if uv is gone."""
    told: set[str] = set()
    for build in seen.report.builds:
        for file in build.requirements:
            if file.constraint or file.source.path in told or not _named(file):
                continue
            told.add(file.source.path)
            try:
                yield _lock(seen, build, file, uv, asking)
            except Unasked as error:
                yield Left(Place(file.source, Span(0, 0)), f"lock {file.source.path}", str(error))


def lock_of(path: str) -> str:
    """The name of the lock beside a file: requirements.lock.txt beside requirements.txt."""
    return f"{os.path.splitext(path)[0]}.lock.txt"


def _named(file: RequirementsFile) -> bool:
    """False for what only another requirements file names: its lines are in the lock of that one."""
    return not any(
        os.path.basename(decoded(line.path)) == os.path.basename(file.source.path)
        for install in file.reached_by
        for place in install.files
        for line in parse(place.source).lines
        if isinstance(line, Nested) and not line.constraint
    )


def _lock(seen: Seen, build: Build, file: RequirementsFile, uv: Uv, asking: Asking) -> Lock:
    path = lock_of(seen.project.lies(file.source.path))
    held = _held(path)
    questions = {_question(build, file, install, seen, held) for install in file.reached_by}
    if len(questions) > 1:
        raise Unasked("it is installed for several Pythons, platforms or indexes, which need a lock each")
    (question,) = questions
    asking(tuple(dict.fromkeys(hosts_of(question))))
    answer = uv.ask(question)
    if answer.text is None:
        raise Unasked(answer.why)
    own = os.path.basename(file.source.path)
    head = [
        f"{FIRST_WORDS} for Python {question.python} on {question.platform}, from {own}.",
        f"# To renew it: torchlint fix --lock. To install it: pip install --require-hashes -r {os.path.basename(path)}",
        *_places(file),
    ]
    text = "".join(f"{line}\n" for line in head) + answer.text
    return Lock(path, lock_of(file.source.path), text, len(versions_of(answer)))


def _question(build: Build, file: RequirementsFile, install: Install, seen: Seen, held: tuple[str, ...]) -> Question:
    sources = _with_nested(file.source, install)
    wanted = tuple(one for one in install.requested if any(one.at.source is source for source in sources))
    question = question_of(build, install, seen.world, wanted=wanted)
    return question._replace(held=held, hashes=True)


def _with_nested(first: Source, install: Install) -> list[Source]:
    """A file and those that it names, of those that an install reads."""
    found, waiting = [first], [first]
    while waiting:
        names = [line.path for line in parse(waiting.pop()).lines if isinstance(line, Nested) and not line.constraint]
        for place in install.files:
            base = os.path.basename(place.source.path)
            if place.source not in found and any(os.path.basename(decoded(name)) == base for name in names):
                found.append(place.source)
                waiting.append(place.source)
    return found


def _places(file: RequirementsFile) -> Iterator[str]:
    """The indexes that the file itself names: without them its lock would find nothing."""
    for line in file.document.lines:
        if isinstance(line, OptionLine) and line.name in ("--index-url", "--extra-index-url", "--find-links"):
            yield f"{line.name} {decoded(line.value or '')}"


def _held(path: str) -> tuple[str, ...]:
    """What an earlier lock of ours holds, which stays where it can. Raises Unasked for a file of somebody else's."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise Unasked(f"{os.path.basename(path)} cannot be read") from error
    if not text.startswith(FIRST_WORDS):
        raise Unasked(f"{os.path.basename(path)} is there and was not written by torchlint")
    return tuple(f"{name}=={version}" for name, version in versions_of(Answer(text)).items())


def write(lock: Lock) -> None:
    """Write a lock, whole or not at all. Raises WriteRefused."""
    from torchlint.project.saving import save

    save(lock.path, lock.text.encode())
