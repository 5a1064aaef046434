"""What is not there to be judged: the FROM of a piece of a Dockerfile, and of installs a file that cannot be read or a
word that no value is known of."""

from __future__ import annotations

from torchlint.text import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.build import Build, Unknown
    from torchlint.model.command import Argument, Install

READING = ("-r", "--requirement", "--requirements")
"""Options before a file of requirements."""


def unread(build: Build) -> Iterator[Unknown]:
    """Of an unknown base it is said already that nothing of it was checked; of a file that is surely missing a rule
    speaks."""
    from torchlint.model.build import Unknown

    if build.dockerfile.fragment:
        name, first = build.source.path.rpartition("/")[2], build.dockerfile.instructions[0]
        said = f"{name} has no FROM: it is taken for a piece of a Dockerfile, and no more than its syntax was checked"
        yield Unknown(f"{said}; check the Dockerfile that it becomes part of", Place(build.source, first.keyword_span))
    for install in build.installs():
        if install.complete or install.missing or install.interpreter is False:
            continue
        if install.command.before.base.kind is None:
            continue
        for word, file in _words(install):
            if word.value is None:
                message = f"{word.written} has no value here: what {install.tool} installs by it was not checked"
                yield Unknown(f"{message}; say it plainly, or with --build-arg NAME=VALUE", word.at)
            elif file:
                message = f"{word.written} cannot be read here: what {install.tool} installs from it was not checked"
                yield Unknown(f"{message}; if it lies in the build context, name that with --context", word.at)


def _words(install: Install) -> Iterator[tuple[Argument, bool]]:
    """The words that are not read: what stands in a variable, and (True) the files of requirements."""
    read = {one.source.path.rpartition("/")[2] for one in install.files}
    before: str | None = ""
    for word in install.command.arguments:
        file = before in READING
        if word.value is None:
            # What other options are given tells no packages.
            if "$" in word.written and (file or not (before or "").startswith("-")):
                yield word, file
        elif file and word.value.rpartition("/")[2] not in read:
            yield word, True
        before = word.value
