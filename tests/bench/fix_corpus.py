"""The laws of fixing on many real projects: nothing breaks, nothing new is found, twice is once.

    python tests/bench/fix_corpus.py FOLDER [--unsafe] [--keep COPY]

FOLDER holds one project in each of its folders; it is copied, and the torchlint of the Python that runs this fixes the
copy. Then readers that others wrote and torchlint's own look at what came out. The exit code is 1 if a law is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torchlint
from torchlint.config import Config
from torchlint.fix.sameness import compare
from torchlint.selection import by_settings
from torchlint.syntax.dockerfile import parse
from torchlint.text import Source

if TYPE_CHECKING:
    from torchlint.syntax.dockerfile import Dockerfile

try:
    import dockerfile as buildkit
except ImportError:  # It has no wheel for this system.
    buildkit = None
try:
    import dockerfile_parse
except ImportError:
    dockerfile_parse = None

RANKS = ("error", "warning", "info")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--unsafe", action="store_true", help="with the unsafe fixes")
    arguments.add_argument("--keep", type=Path, help="keep the fixed copy here")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="torchlint-bench-") as made:
        copy = given.keep or Path(made) / "copy"
        shutil.copytree(given.folder, copy, symlinks=True)
        return judge(given.folder.resolve(), copy.resolve(), ["--unsafe-fixes"] if given.unsafe else [])


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "torchlint", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):
        print(f"torchlint {' '.join(words)} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return done


def findings(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(folder, "check", "--exit-zero", "--output-format", "json").stdout)
    return found


def judge(before: Path, after: Path, options: list[str]) -> int:
    old = findings(before)
    said = run(after, "fix", *options, "--output-format", "json").stderr
    new = findings(after)
    once = texts(after)
    run(after, "fix", *options, "--output-format", "json")
    again = {path for path, data in texts(after).items() if data != once.get(path)}
    were = texts(before)
    changed = sorted(path for path, data in once.items() if data != were.get(path))
    broken = [f"{path}: {why}" for path in changed for why in faults(path, were[path], once[path], old)]
    brought, light = worse(old, new)
    offered = [one for one in old if one["fix"] and (options or one["fix"]["safety"] == "safe")]
    left = [one for one in new if one["fix"] and (options or one["fix"]["safety"] == "safe")]
    records = {path.split("/")[0] for path in changed}
    projects = sum(path.is_dir() for path in before.iterdir())
    print(f"{projects} projects; {len(changed)} files changed in {len(records)} of them")
    print(
        f"findings with a fix that is allowed: {len(offered)} before, {len(left)} after; of all: {len(old)}, {len(new)}"
    )
    by_rule = Counter(one["rule"] for one in offered)
    still = Counter(one["rule"] for one in left)
    held = {
        rule: len({one["path"].split("/")[0] for one in offered if one["rule"] == rule} & records) for rule in by_rule
    }
    for rule, number in by_rule.most_common():
        print(f"  {rule}: {number} before, {still[rule]} after, in {held[rule]} changed projects")
    print(f"broken files: {len(broken)}", *broken, sep="\n  ")
    print(f"files that change again: {len(again)}", *sorted(again), sep="\n  ")
    print(f"new findings as severe as what was mended: {len(brought)}", *brought, sep="\n  ")
    print(f"findings that matter less and came to light: {len(light)}", *light, sep="\n  ")
    taken_back = [line for line in said.splitlines() if ": internal error" in line]
    refused = said.partition("Not made:")[2].partition("not made, for each")[0].splitlines()
    print(f"fixes taken back as torchlint's own mistake: {len(taken_back)}", *taken_back, sep="\n  ")
    print("not made:", *(line for line in refused if line.startswith("torchlint:   ")), sep="\n  ")
    different = [] if options else predictions(before, after, old, records)
    return 1 if broken or again or brought or different else 0


def texts(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def is_dockerfile(path: str) -> bool:
    return re.search(r"(docker|container)file", path.rpartition("/")[2], re.IGNORECASE) is not None


def faults(path: str, before: bytes, after: bytes, found: list[dict[str, Any]]) -> list[str]:
    """What is wrong with a file that was changed."""
    if before.count(b"\r\n") == before.count(b"\n") and after.count(b"\r\n") != after.count(b"\n"):
        return ["line ends are mixed"]
    if not is_dockerfile(path):
        return []
    old, new = (parse(Source.from_bytes(path, data)) for data in (before, after))
    why = []
    if len(new.problems) > len(old.problems):
        why.append(f"has faults it did not have: {new.problems[0].message}")
    if buildkit is not None and accepted(before) and not accepted(after):
        why.append("BuildKit's parser refused it")
    seen = seconds(before), seconds(after)
    touched = claimed(path, old, found)
    kept = [text(old, number) for number in range(len(old.instructions)) if number not in touched]
    there = Counter(text(new, number) for number in range(len(new.instructions)))
    lost = Counter(kept) - there
    if lost:
        why.append(f"an instruction that no fix claims is another: {next(iter(lost))[:80]!r}")
    if seen[0] is not None and seen[1] is not None and len(seen[0]) == len(old.instructions):
        missing = Counter(one for number, one in enumerate(seen[0]) if number not in touched) - Counter(seen[1])
        if missing:
            why.append(f"a second reader misses an instruction: {next(iter(missing))}")
    return why


def text(read: Dockerfile, number: int) -> str:
    span = read.instructions[number].span
    return read.source.text[span.start : span.end]


def claimed(path: str, read: Dockerfile, found: list[dict[str, Any]]) -> set[int]:
    """The instructions that an offered fix edits, or whose finding it mends: now, or once another fix allows it."""
    spans = []
    fixing = {one["rule"] for one in found if one["fixes"]}
    for one in found:
        for fix in one["fixes"]:
            spans += [(edit["start"], edit["end"]) for edit in fix["edits"] if edit["path"] == path]
        if one["path"] == path and one["rule"] in fixing:
            line = read.source.line_span(one["line"])
            spans.append((line.start, line.end))
    return {
        number
        for number, one in enumerate(read.instructions)
        if any(start <= one.span.end and end >= one.span.start for start, end in spans)
    }


def accepted(data: bytes) -> bool:
    try:
        buildkit.parse_string(data.decode("utf-8"))
    except (ValueError, buildkit.GoParseError):
        return False
    return True


def seconds(data: bytes) -> list[tuple[str, str]] | None:
    """What dockerfile-parse sees, None where it cannot read the file."""
    if dockerfile_parse is None:
        return None
    try:
        data.decode("utf-8")
        structure = dockerfile_parse.DockerfileParser(fileobj=BytesIO(data)).structure
    except (ValueError, KeyError):
        return None
    return [(one["instruction"], one["value"]) for one in structure if one["instruction"] != "COMMENT"]


def worse(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """Findings of which a rule has more in a file than before: those as severe as one that is gone, and those that
    matter less and came to light."""
    rows = [Counter((one["path"], one["rule"], one["severity"]) for one in some) for some in (old, new)]
    gone: dict[str, set[str]] = {}
    for path, _, severity in rows[0] - rows[1]:
        gone.setdefault(path, set()).add(severity)
    severe: list[str] = []
    light: list[str] = []
    for path, rule, severity in (rows[1] - rows[0]).elements():
        worst = min(map(RANKS.index, gone.get(path, ())), default=len(RANKS))
        (light if worst < RANKS.index(severity) else severe).append(f"{path}: {severity}[{rule}]")
    return severe, light


def predictions(before: Path, after: Path, found: list[dict[str, Any]], records: set[str]) -> list[str]:
    """Whether the predictions of the projects that did not surely fail are as they were."""
    failing = {
        one["path"].split("/")[0]
        for one in found
        if (one["severity"], one["confidence"]) == ("error", "high") and one["outcome"] in ("build", "start")
    }
    compared, facts, different = 0, 0, []
    world = torchlint.World()
    for record in sorted(records - failing):
        pairs = zip(builds(before / record, world), builds(after / record, world), strict=True)
        for one, other in pairs:
            result = compare(one, other, world)
            compared, facts = compared + 1, facts + result.compared
            different += [f"{record}: {what}" for what in result.differences]
    print(f"predictions compared: {compared}, {facts} answers known before; different: {len(different)}")
    print(*different, sep="\n")
    return different


def builds(folder: Path, world: torchlint.World) -> tuple[torchlint.Build, ...]:
    os.chdir(folder)
    config = Config.discover()
    project = torchlint.read(["."], settings_for=config.settings_for)
    return torchlint.check(project, world=world, selection=by_settings(config.settings_for)).builds


if __name__ == "__main__":
    sys.exit(main())
