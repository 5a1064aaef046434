"""Law 3 against real shells: whether a command's failure stops the build is what `sh -c` and `bash -c` do.

Scripts are made of commands `t NAME`, which fail or succeed as the test decides and tell that they ran. Where the model
says that a failure is fatal, the shell must fail whenever that command runs and fails, whatever the others do; where it
says that it is not, there must be a run in which the script succeeds all the same.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.model.asking import Predict, Predicted

SCRIPTS = (
    "t a; t b",
    "t a && t b",
    "t a && t b || t c",
    "t a || t b && t c",
    "t a || exit 1",
    "t a || exit 1; t b",
    "t a || exit; t b",
    "t a || exit $?; t b",
    "t a || exit 0; t b",
    "t a || { t b; exit 2; }; t c",
    "t a || (exit 1); t b",
    "t a || (exit 1)",
    "t a || false; t b",
    "t a || false",
    "t a; exit 0",
    "t a; exit",
    "t a; exit $?",
    "t a && exit 0; t b",
    "! t a",
    "! t a; t b",
    "t a | t b",
    "(t a; t b)",
    "(t a; t b) || t c",
    "{ t a; t b; } && t c",
    "(t a || exit 1; t b); t c",
    "(t a || exit 1; t b)",
    "if t a; then t b; fi",
    "if t a; then t b; else t c; fi; t d",
    "if t a; then t b; elif t c; then t d; fi",
    "if t a; then exit 0; fi; t b",
    "for x in 1 2; do t a$x; done",
    "for x in 1 2; do t a$x; t b$x; done; t c",
    "for x in 1 2; do t a$x || exit 1; done; t c",
    "case x in x) t a;; *) t b;; esac",
    "case x in x) t a; t b;; esac; t c",
    "f() { t a; t b; }; f",
    "f() { t a; t b; }; f; t c",
    "f() { t a || return 1; t b; }; f; t c",
    "f() { t a || return 1; t b; }; f",
    "f() { t a || return 1; t b; }; f || t c",
    "f() { t a; return 0; }; f; t b",
    "f() { if t a; then return 0; fi; t b; }; f",
    "x=$(t a); t b",
    "x=$(t a)",
    "x=$(t a) t b",
    "t a & wait; t b",
    "sh -c 't a; t b'; t c",
    "sh -ec 't a; t b'",
    "sh -ec 't a; t b' || t c",
    "sh -c 'set -e; t a; t b' && t c",
    "set +e; t a; t b",
    "t a > /dev/null; t b",
)

PREFIXES = {
    "sh": ("", "set -e; ", "set -eu; "),
    "bash": ("", "set -e; ", "set -o pipefail; ", "set -euo pipefail; ", "set -o errexit; "),
}


def made(chance: random.Random, depth: int, names: list[str]) -> str:
    """A script made by chance."""
    kind = chance.choice(["t", "t", "t", "seq", "and", "or", "group", "sub", "if", "not", "pipe", "giveup", "case"])
    if depth <= 0 or kind == "t":
        names.append(f"n{len(names)}")
        return f"t {names[-1]}"
    inner = [made(chance, depth - 1, names) for _ in range(2)]
    return {
        "seq": "{ %s; %s; }",
        "and": "%s && %s",
        "or": "%s || %s",
        "group": "{ %s; }; %s",
        "sub": "(%s; %s)",
        "if": "if %s; then %s; fi",
        "not": "! %s; %s",
        "pipe": "%s | %s",
        "giveup": "%s || exit 3; %s",
        "case": "case x in x) %s;; esac; %s",
    }[kind] % tuple(f"{{ {one}; }}" if kind in ("and", "or", "pipe", "not", "giveup") else one for one in inner)


TELL = 't() { echo "ran $1" >&9; case " $FAILING " in *" $1 "*) return 1;; esac; return 0; }\n'


def ran(shell: str, script: str, runs: list[frozenset[str]]) -> list[tuple[bool, set[str]]]:
    """For every run whether the script succeeded and which commands ran, when these fail."""
    # Functions do not reach `sh -c`: each inner script brings its own.
    script = TELL + script.replace("sh -ec '", f"sh -ec '{TELL}").replace("sh -c '", f"sh -c '{TELL}")
    lines = [f'FAILING="{" ".join(sorted(failing))}" {shell} -c "$S" 9>&1 >/dev/null; echo "= $?"' for failing in runs]
    env = {"S": script, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["sh", "-c", "\n".join(lines)], env=env, capture_output=True, text=True, timeout=60)
    found: list[tuple[bool, set[str]]] = []
    seen: set[str] = set()
    for line in done.stdout.splitlines():
        if line.startswith("ran "):
            seen.add(line[4:])
        elif line.startswith("= "):
            found.append((line == "= 0", seen))
            seen = set()
    assert len(found) == len(runs), done.stderr
    return found


def told(prediction: Predicted) -> dict[str, bool]:
    """For every command `t NAME` whether its failure is fatal."""
    return {
        command.values[0]: command.fatal
        for command in prediction.commands
        if command.name == "t" and command.values[0] is not None
    }


def all_runs(names: list[str], chance: random.Random) -> list[frozenset[str]]:
    """Each command failing alone, with those before it, with some of them, and some of all."""
    found = [frozenset({name}) for name in names] + [frozenset(names[: at + 1]) for at in range(len(names))]
    found += [frozenset({name, *(one for one in names[:at] if chance.random() < 0.6)}) for at, name in enumerate(names)]
    found += [frozenset(name for name in names if chance.random() < 0.5) for _ in range(3)]
    return list(dict.fromkeys(found))


def differences(predicted: Predict, shell: str, script: str, chance: random.Random, *, exact: bool) -> list[str]:
    """Where the model and the shell differ. `exact`: also where it does not dare to say that a failure is fatal."""
    head = "FROM debian:12\n" + ('SHELL ["/bin/bash", "-c"]\n' if shell == "bash" else "")
    fatal = told(predicted(f"{head}RUN {script}\n"))
    assert fatal, script
    names = sorted(fatal)
    runs = all_runs(names, chance)
    wrong = []
    spared: set[str] = set()
    for failing, (well, seen) in zip(runs, ran(shell, script, runs), strict=True):
        for name in seen & failing:
            if fatal[name] and well:
                wrong.append(f"{script}: {name} is said to be fatal; not when {sorted(failing)} fail")
        spared |= seen & failing if well else set()
    if exact:
        wrong += [f"{script}: {name} is said not to be fatal" for name in names if not fatal[name] | (name in spared)]
    return wrong


SHELLS = [pytest.param(name, marks=pytest.mark.skipif(not shutil.which(name), reason="not here")) for name in PREFIXES]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_failure_stops_the_build_where_the_shell_stops(predicted: Predict, shell: str) -> None:
    chance = random.Random(7)
    wrong = []
    for number, script in enumerate(SCRIPTS):
        prefixes = PREFIXES[shell]
        prefix = "" if "set +e" in script else prefixes[number % len(prefixes)]
        for before in {prefix, "", "set -e; "} if "set +e" not in script else {""}:
            wrong += differences(predicted, shell, before + script, chance, exact=True)
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_made_by_chance_are_never_held_fatal_without_need(predicted: Predict, shell: str) -> None:
    chance = random.Random(20261121)
    wrong = []
    for _ in range(150):
        script = made(chance, 3, [])
        for prefix in PREFIXES[shell]:
            wrong += differences(predicted, shell, prefix + script, chance, exact=False)
    assert not wrong, "\n".join(wrong)


def test_a_test_that_leads_to_exit_is_not_held_fatal(predicted: Predict) -> None:
    """Cautious where the shell is not: the RUN fails by `exit 1`, not by the condition."""
    prediction = predicted("FROM debian:12\nRUN if ! t a; then exit 1; fi; t b\n")
    assert told(prediction) == {"a": False, "b": True}
