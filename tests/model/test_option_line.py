"""Where a requirements file gets an option from the fixes that add one."""

from __future__ import annotations

import pytest

from torchlint.model.option_line import option_line
from torchlint.text import Source, apply


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("torch==2.6.0\n", "--o\ntorch==2.6.0\n"),
        ("flask\r\ntorch\r\n", "--o\r\nflask\r\ntorch\r\n"),
        ("# the model\ntorch\n", "--o\n# the model\ntorch\n"),
        ("# made by hand\n\ntorch\n", "# made by hand\n\n--o\ntorch\n"),
        ("# made by hand\n\n# the model\ntorch\n", "# made by hand\n\n--o\n# the model\ntorch\n"),
        ("-i https://example.com/simple\ntorch\n", "-i https://example.com/simple\n--o\ntorch\n"),
        ("# ours\n--pre\n\ntorch\n\n--no-binary x\n", "# ours\n--pre\n\n--o\ntorch\n\n--no-binary x\n"),
        ("-e .\ntorch\n", "--o\n-e .\ntorch\n"),
        ("\xef\xbb\xbftorch", "\xef\xbb\xbf--o\ntorch"),
        ("--pre", "--o\n--pre"),
        ("", "--o\n"),
    ],
)
def test_option_stands_above_the_first_requirement(before: str, after: str) -> None:
    assert apply(before, [option_line(Source("requirements.txt", before), "--o")]) == after
