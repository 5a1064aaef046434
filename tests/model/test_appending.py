"""A command is put behind another one as its author writes lists of commands, and hides no failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.appending import behind
from torchlint.text import apply

if TYPE_CHECKING:
    from tests.model.asking import Predict

HEAD = "FROM debian:12\n"
LONG = "a-package-of-a-long-name " * 5
CASES = {
    "alone": ("RUN make x\n", "RUN make x && new\n"),
    "a blank at the end": ("RUN make x \n", "RUN make x && new\n"),
    "too long": (f"RUN make x {LONG}y\n", f"RUN make x {LONG}y && \\\n    new\n"),
    "in a list": ("RUN make x && ls\n", "RUN make x && new && ls\n"),
    "in lines that begin with it": ("RUN ls \\\n && make x\n", "RUN ls \\\n && make x \\\n && new\n"),
    "in lines that end with it": ("RUN ls && \\\n  make x\n", "RUN ls && \\\n  make x && \\\n  new\n"),
    "words line by line": ("RUN make x \\\n    y\n", "RUN make x \\\n    y && \\\n    new\n"),
    "the file begins lines with it": (
        "RUN ls \\\n  && ls\nRUN make x \\\n    y\n",
        "RUN ls \\\n  && ls\nRUN make x \\\n    y \\\n    && new\n",
    ),
    "the file mostly ends lines with it": (
        "RUN ls \\\n  && ls\nRUN ls && \\\n  ls && \\\n  ls\nRUN make x \\\n    y\n",
        "RUN ls \\\n  && ls\nRUN ls && \\\n  ls && \\\n  ls\nRUN make x \\\n    y && \\\n    new\n",
    ),
    "its own style before that of the file": (
        "RUN ls && \\\n  ls && \\\n  ls\nRUN ls \\\n && make x\n",
        "RUN ls && \\\n  ls && \\\n  ls\nRUN ls \\\n && make x \\\n && new\n",
    ),
    "nobody asks behind a semicolon": ("RUN make x; ls\n", "RUN make x && new; ls\n"),
    "the last one decides": ("RUN ls; make x\n", "RUN ls; make x && new\n"),
    "a semicolon at the end": ("RUN ls; make x;\n", "RUN ls; make x && new;\n"),
    "every failure ends it": ("RUN set -ex; make x; ls\n", "RUN set -ex; make x; new; ls\n"),
    "every failure ends it, by its name": ("RUN set -o errexit; make x; ls\n", "RUN set -o errexit; make x; new; ls\n"),
    "every failure ends the shell": (
        'SHELL ["/bin/bash", "-euo", "pipefail", "-c"]\nRUN ls; make x\n',
        'SHELL ["/bin/bash", "-euo", "pipefail", "-c"]\nRUN ls; make x; new\n',
    ),
    "a document": ("RUN <<EOF\nmake x\nls\nEOF\n", "RUN <<EOF\nmake x && new\nls\nEOF\n"),
    "a document that ends at a failure": (
        "RUN <<EOF\nset -e\n  make x\nls\nEOF\n",
        "RUN <<EOF\nset -e\n  make x\n  new\nls\nEOF\n",
    ),
    "sudo": (
        "RUN apt-get update && apt-get install -y sudo\nRUN sudo make x\n",
        "RUN apt-get update && apt-get install -y sudo\nRUN sudo make x && sudo new\n",
    ),
    "the script of a shell": ('RUN ["sh", "-c", "make x && ls"]\n', 'RUN ["sh", "-c", "make x && new && ls"]\n'),
}
NOWHERE = (
    'RUN ["make", "x"]\n',
    "RUN if ls; then make x; fi\n",
    "RUN make x | cat\n",
    "RUN make x || true\n",
    "RUN (make x)\n",
    "RUN <<EOF\r\nmake x\r\nls\r\nEOF\r\n",
)


def put(predicted: Predict, text: str) -> str | None:
    """The file with `new` behind the `make` of its last stage."""
    found = predicted(HEAD + text)
    command = found.named("make")
    edit = behind(found.stage.steps[command.step], command, "new", "\\")
    return None if edit is None else apply(edit.source.text, [edit]).removeprefix(HEAD)


@pytest.mark.parametrize("case", CASES)
def test_command_goes_on_as_its_author_writes(predicted: Predict, case: str) -> None:
    text, after = CASES[case]
    assert put(predicted, text) == after


@pytest.mark.parametrize("case", [case for case in CASES if "document" not in case])
def test_line_ends_stay_what_they_are(predicted: Predict, case: str) -> None:
    text, after = CASES[case]
    found = put(predicted, text.replace("\n", "\r\n"))
    assert found is not None
    assert found.replace("\r\n", "\n") == after


@pytest.mark.parametrize("text", NOWHERE)
def test_nothing_is_put_where_no_list_goes_on(predicted: Predict, text: str) -> None:
    assert put(predicted, text) is None
