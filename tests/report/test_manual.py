"""Pages on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint import catalog, page
from torchlint.report import manual
from torchlint.report.styled import columns, plain

if TYPE_CHECKING:
    from torchlint.catalog import Entry

PAGE = """# some-rule: what is wrong

This `breaks` the build, as a sentence shows that is longer than
one line of the page.

- first
  item
- second

Source: somewhere

## Bad

```dockerfile
FROM a
    # kept as it is
```

```text
```
"""

SHOWN = """some-rule: what is wrong

This breaks the build, as a sentence shows that is longer than one line of the page.

- first item
- second

Source: somewhere

Bad

    FROM a
        # kept as it is

    (empty)

"""


def test_page_is_folded_anew_and_blocks_are_indented() -> None:
    assert plain(manual.render(PAGE, width=100)) == SHOWN


def test_headings_and_code_are_marked() -> None:
    styles = {piece.text.strip(): piece.style for piece in manual.render(PAGE, width=100)}
    assert (styles["Bad"], styles["breaks"], styles["FROM a"]) == ("error", "code", "code")


def entry_text(entry: Entry) -> str:
    with open(catalog.page_path(entry), encoding="utf-8") as file:
        return page.shown(file.read())


def bare_words(text: str) -> list[str]:
    """The words without the marks of Markdown."""
    return text.replace("#", "").replace("`", "").split()


@pytest.mark.parametrize("entry", catalog.entries(), ids=lambda entry: entry.name)
def test_every_page_keeps_its_words_and_its_width(entry: Entry) -> None:
    """Nothing of a page is lost, and only blocks and single words are wider than the terminal."""
    text = entry_text(entry)
    shown = plain(manual.render(text, width=72))
    lines = [line for line in text.split("\n") if not line.startswith("```")]
    assert bare_words(" ".join(lines)) == bare_words(shown.replace("(empty)", ""))
    prose = [line for line in shown.split("\n") if not line.startswith("    ")]
    assert all(columns(line) <= 72 or len(line.split()) == 1 for line in prose)
