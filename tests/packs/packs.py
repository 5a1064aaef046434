"""Packs as the tests lay them out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "pack"
PROGRAM = next(
    (path for name in ("torchlint", "torchlint.exe") if (path := Path(sys.executable).with_name(name)).is_file()), None
)
"""torchlint as people start it: unlike `python -m`, Python then looks nowhere in the folder that it is started in."""

RULE = """from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Severity, Step, rule


@rule(Step, Severity.WARNING, Outcome.RISK, when=("USER",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if step.instruction.rest.text == "boss":
        source, span = step.at
        edit = Edit(source, span, source.text[span.start : span.end].replace("boss", "app"))
        yield Problem(step.at, "the boss does not work here", "let app do it", Fix("let app do it", (edit,)))
"""
PAGE = """# boss-works: the boss works in the container

The boss has other things to do, and every right. The handbook says so on its first page.

```dockerfile bad
FROM python:3.12-slim
USER boss
```
```report
Dockerfile:2:1 warning risk: the boss does not work here
```
```dockerfile fixed
FROM python:3.12-slim
USER app
```

```dockerfile good
FROM python:3.12-slim
USER app
```
"""
FAULTY = "FROM python:3.12-slim\nUSER boss\n"


def lay_out(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files, by their paths in a folder; gives the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def pack(folder: Path, rule: str = RULE, page: str | None = PAGE, *, stem: str = "acme/boss_works") -> Path:
    """A pack of one rule."""
    return lay_out(folder, {f"{stem}.py": rule} | ({} if page is None else {f"{stem}.md": page}))
