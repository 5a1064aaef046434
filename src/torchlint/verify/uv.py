"""uv as a resolver that runs and leaks nothing: wheels only, no settings, none of the user's variables, no files."""

from __future__ import annotations

import os
import sys
import tempfile

from torchlint import programs
from torchlint.record import NamedTuple
from torchlint.verify import process

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

SECONDS = 180.0
"""How long one answer may take: a slow index is asked for the metadata of a few hundred wheels."""

# What is needed to reach an index at all: they belong to the machine, and none of them is sent anywhere but to a proxy.
_KEPT = (
    *("SSL_CERT_FILE", "SSL_CERT_DIR", "SYSTEMROOT"),
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy"),
)
_CONFINED = (
    *("--no-config", "--no-build", "--no-sources", "--no-python-downloads", "--keyring-provider", "disabled"),
    *("--no-header", "--no-annotate", "--no-progress", "--quiet", "--color", "never"),
)


class Question(NamedTuple):
    """What to resolve. `lines`: requirements and index options, as a requirements file has them.

    `held`: `name==version` of what is there already and is kept where it can be. `python` as "3.11"; `platform` as uv
    names it. `options`: more words for uv. `hashes`: whether the answer is to hold them.
    """

    lines: tuple[str, ...]
    constraints: tuple[str, ...]
    held: tuple[str, ...]
    python: str
    platform: str
    options: tuple[str, ...] = ()
    hashes: bool = False


class Answer(NamedTuple):
    """`text`: the pins, one requirement a line; None if there are none, and `why` says so.

    `surely`: there is no solution; False: it could not be found out, as a source would have to be built or an index
    was not reached.
    """

    text: str | None
    why: str = ""
    surely: bool = False


class Uv:
    """One uv for one run of torchlint, with a cache of its own. Use as a context."""

    name = "uv"

    def __init__(self, program: str, version: str) -> None:
        self.program = program
        self.version = version
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._answers: dict[Question, Answer] = {}

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="torchlint-uv-")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def ask(self, question: Question) -> Answer:
        """Resolve, each question once. Raises OSError if uv is gone."""
        if question not in self._answers:
            self._answers[question] = self._asked(question)
        return self._answers[question]

    def _asked(self, question: Question) -> Answer:
        assert self._folder is not None, "used outside of its context"
        with tempfile.TemporaryDirectory(dir=self._folder.name) as folder:
            names = {name: os.path.join(folder, name) for name in ("empty", "home", "in.txt", "c.txt", "out.txt")}
            os.mkdir(names["empty"])
            os.mkdir(names["home"])
            _write(names["in.txt"], question.lines)
            _write(names["c.txt"], question.constraints)
            _write(names["out.txt"], question.held)
            command = [self.program, "pip", "compile", names["in.txt"], "--output-file", names["out.txt"], *_CONFINED]
            command += ["--constraints", names["c.txt"]] if question.constraints else []
            command += ["--generate-hashes"] if question.hashes else []
            command += ["--python", sys.executable, "--python-version", question.python]
            command += ["--python-platform", question.platform, "--cache-dir", os.path.join(self._folder.name, "cache")]
            environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
            environment |= {"PATH": os.defpath, "HOME": names["home"], "TMPDIR": folder, "TEMP": folder, "TMP": folder}
            environment["UV_HTTP_RETRIES"] = "1"
            ended = process.run(
                [*command, *question.options], seconds=SECONDS, environment=environment, folder=names["empty"]
            )
            if ended.code == 0:
                with open(names["out.txt"], encoding="utf-8") as file:
                    return Answer(file.read())
        return _failed(ended.code, ended.text)


def find() -> Uv | None:
    """The uv that the extra `pin` installs beside this Python, or the one on PATH."""
    program = programs.find("uv")
    if program is None:
        return None
    said = process.run([program, "--version"], seconds=10.0)
    words = said.text.split()
    return Uv(program, words[1]) if said.code == 0 and len(words) > 1 else None


def _write(path: str, lines: tuple[str, ...]) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def _failed(code: int | None, text: str) -> Answer:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if code is None:
        return Answer(None, f"uv gave no answer in {SECONDS:.0f} s")
    causes = [line.removeprefix("cause: ") for line in lines if line.startswith("cause: ")]
    built = next((line for line in lines if "building from source is disabled" in line.lower()), None)
    if built is not None or "Building source distributions is disabled" in text:
        name = built.split("`")[1] if built is not None and built.count("`") > 1 else "a package"
        return Answer(None, f"{name} has no wheel for it: building its source would run its code")
    if code == 1 and causes:
        # "Because …" and all that follows is one sentence over several lines.
        first = lines.index(f"cause: {causes[0]}")
        sentence = " ".join(line.removeprefix("cause: ") for line in lines[first:] if not line.startswith("hint:"))
        return Answer(None, sentence, surely=True)
    return Answer(None, "; ".join(causes[:3]) or (lines[0] if lines else f"uv ended with {code}"))
