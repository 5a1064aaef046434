"""The hash of a line is what GitHub's upload action computes: these values are its own, run on the same bytes."""

from __future__ import annotations

import pytest

from torchlint.report.line_hash import line_hashes
from torchlint.text import Source

END = "c129715d7a2bc9a3:1"
"""Of the nothing behind the last line."""


@pytest.mark.parametrize(
    ("data", "hashes"),
    [
        (b"", [END]),
        (b"FROM a\n", ["64ed687ffdb54cda:1", END]),
        (b"  F R\tOM a\n", ["64ed687ffdb54cda:1", END]),
        (b"FROM a\r\nRUN b\r\n", ["ef869a4231b9e1e7:1", "fea8511a093930d8:1", END]),
        (
            b"FROM a\rRUN b\r \nX",
            ["9cbe4e5547b730c1:1", "c7af29a761ecda02:1", "ae02907ba669cd95:1", "2e3ebbd90e2a241f:1"],
        ),
        (
            b"a\na\na\n" + b"b" * 120 + b"\n",
            ["a9660ea3449fc241:1", "db2b9f4567a4d286:1", "4ae1252adb8d383:1", "ff47544e6eb21c78:1", END],
        ),
        ("\ufeffFROM ä 日 😀\n".encode(), ["32f2c6caa4828dda:1", END]),
        (b"\xff\xfe\x00\n\n \n", ["a23258664320134f:1", "5b5d4caf73a13177:1", "3c5bef55b72b93c9:1", END]),
        (b"RUN pip install torch==2.6.0 && " * 10 + b"\nUSER x", ["9fab48e3c6fe0ff3:1", "af9cd38a4d9a35b6:1"]),
    ],
)
def test_hashes_are_those_of_the_upload_action(data: bytes, hashes: list[str]) -> None:
    assert line_hashes(Source("Dockerfile", data.decode("latin-1"))) == hashes


def test_equal_lines_are_counted() -> None:
    """Lines whose next hundred letters are the same."""
    text = ("x" * 100 + "\n") * 3
    assert [one.partition(":")[2] for one in line_hashes(Source("Dockerfile", text))] == ["1", "2", "3", "1"]


def test_hash_outlives_moved_lines_and_blanks() -> None:
    text = "FROM a\nRUN b\n"
    moved = "# a note\n\n  FROM\ta\r\nRUN  b\r\n"
    assert line_hashes(Source("a", text))[0] == line_hashes(Source("a", moved))[2]
