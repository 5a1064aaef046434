"""Pages are read as `torchlint.page` describes them, and refused with the line where they are not."""

from __future__ import annotations

import pytest

from torchlint import page
from torchlint.page import Example, Expected, PageError

TEXT = """# old-copy: it is old

What breaks.

Source: somewhere

## Bad

Some words.

```dockerfile bad as-of=2026-01-02
FROM a
```
```text file=empty/marker.txt
```
```report
Dockerfile:1:6 error build: no: really
sub/x.txt:10:2 info risk: yes
```
```dockerfile fixed
FROM b
```

## Good

```requirements good
torch
```
"""


def test_page_is_read() -> None:
    read = page.parse(TEXT)
    assert (read.name, read.title) == ("old-copy", "it is old")
    assert read.prose == "What breaks.\n\nSource: somewhere"
    assert read.examples == (
        Example(
            bad=True,
            files=(("Dockerfile", "FROM a\n"), ("empty/marker.txt", "")),
            report=(
                Expected("Dockerfile", 1, 6, "error", "build", "no: really"),
                Expected("sub/x.txt", 10, 2, "info", "risk", "yes"),
            ),
            fixed=(("Dockerfile", "FROM b\n"),),
            as_of="2026-01-02",
            at=11,
        ),
        Example(bad=False, files=(("requirements.txt", "torch\n"),), report=(), fixed=(), as_of=None, at=26),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("# old-copy: it is old", "# old-copy", 1, "must begin"),
        ("# old-copy: it is old", "old-copy: it is old", 1, "must begin"),
        ("Dockerfile:1:6 error build: no: really", "Dockerfile:1 error", 17, "a report line reads"),
        ("```report", "```text file=y", 11, "a bad example needs a report"),
        ("```requirements good", "```yaml good", 26, "must say file="),
        ("torch\n```", "torch\n", 26, "never closed"),
        ("Some words.", "```text file=x\n```", 9, "before the first block"),
    ],
)
def test_what_is_not_of_the_form_is_refused_with_its_line(old: str, new: str, line: int, why: str) -> None:
    assert old in TEXT
    with pytest.raises(PageError) as refused:
        page.parse(TEXT.replace(old, new))
    assert (refused.value.line, why in refused.value.why) == (line, True)


def test_page_for_people_names_what_each_block_is() -> None:
    shown = page.shown(TEXT)
    assert "as-of" not in shown
    assert "torchlint says:\n\n```text\nDockerfile:1:6 error build: no: really" in shown
    assert "With `empty/marker.txt`:\n\n```text\n```" in shown
    assert "After the fix:\n\n```dockerfile\nFROM b\n```" in shown
    assert shown.startswith("# old-copy: it is old\n")
