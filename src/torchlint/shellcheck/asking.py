"""ShellCheck asked about builds: what it says, as problems at the places of the Dockerfiles."""

from __future__ import annotations

from torchlint.model.build import Unknown
from torchlint.record import NamedTuple
from torchlint.shellcheck import codes, program, scripts
from torchlint.shellcheck.problems import problem_of
from torchlint.shellcheck.sending import Sent
from torchlint.shellcheck.sifting import Sieve, Spoken
from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.catalog import Entry
    from torchlint.findings import Problem
    from torchlint.model.build import Build
    from torchlint.model.step import Step
    from torchlint.shellcheck.program import Asking, Comment

LONGEST = 16_384
"""Bytes of a script: the time that ShellCheck takes for one grows with the square of its length."""

_BUSYBOX = (0, 10)
"""The first version that knows busybox; to older ones it is the like of dash."""

_REMEMBERED = 2000
_known: dict[str, tuple[Comment, ...]] = {}
"""What was said of a text: fixes and editors check the same scripts again and again."""


class Told(NamedTuple):
    """One thing that ShellCheck says, as a problem of the rule `entry` about a step. `url`: its page."""

    entry: Entry
    problem: Problem
    step: Step
    build: Build
    url: str


class Round:
    """One question for all scripts of some builds. It is asked at once, and answered while others work. To be closed.

    `paths`: the files it is about. `unknowns`: what is not asked. `trouble`: why there is no answer; "" if there is one
    or it is not known yet.
    """

    def __init__(self, builds: Iterable[Build]) -> None:
        builds = tuple(builds)
        self.paths = tuple(build.source.path for build in builds)
        self.unknowns: list[Unknown] = []
        self.trouble = ""
        self._sent: list[tuple[Sent, Build]] = []
        self._texts: list[str] = []
        self._asking: Asking | None = None
        read = [(script, build) for build in builds for script in scripts.of_build(build)]
        found = program.found() if read else None
        if found is None or isinstance(found, str):
            self.trouble = found or ""
            return
        for script, build in read:
            if len(script.text.text) > LONGEST:
                message = (
                    f"a script of more than {LONGEST} bytes was not given to ShellCheck; a file of its own could be"
                )
                self.unknowns.append(Unknown(message, Place(script.text.source, script.text.whole)))
            else:
                self._sent.append((Sent(script, busybox=found.version >= _BUSYBOX), build))
        self._texts = list(dict.fromkeys(sent.text for sent, _ in self._sent if sent.text not in _known))
        if self._texts:
            try:
                self._asking = program.Asking(found, self._texts)
            except OSError as error:
                self.trouble = f"{found.path} does not start ({type(error).__name__})"

    def told(self, said: Iterable[tuple[Entry, Iterable[Place]]]) -> Iterator[Told]:
        """What is said; nothing if there is trouble. `said`: what rules have said already, and where."""
        answers = {sent.text: _known[sent.text] for sent, _ in self._sent if sent.text in _known}
        if self._asking is not None:
            answer = self._asking.answer()
            if isinstance(answer, str):
                self.trouble = answer
            else:
                answers.update(zip(self._texts, answer, strict=True))
                _remember(answers)
        if self.trouble:
            return
        spoken = Spoken((code, place) for entry, places in said for code in entry.same_as for place in places)
        for sent, build in self._sent:
            sieve = Sieve(sent, answers[sent.text])
            for comment in answers[sent.text]:
                entry = codes.entry(comment.code, comment.level)
                problem = problem_of(comment, entry, sent, build.dockerfile.escape) if sieve.keeps(comment) else None
                if problem is not None and not spoken.of(comment.code, problem.at):
                    yield Told(entry, problem, sent.script.step, build, codes.url(entry.name))

    def close(self) -> None:
        """End ShellCheck if it still works."""
        if self._asking is not None:
            self._asking.close()


def _remember(answers: dict[str, tuple[Comment, ...]]) -> None:
    if len(_known) + len(answers) > _REMEMBERED:
        _known.clear()
    if len(answers) <= _REMEMBERED:
        _known.update(answers)
