"""Other readers of the shell agree: shfmt on where every word stands, bash on what words become."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from torchlint.syntax.shell import Simple, parse, simple_commands

if TYPE_CHECKING:
    from pathlib import Path

Commands: TypeAlias = "list[tuple[tuple[int, int], ...]]"

SHFMT = shutil.which("shfmt", path=os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", ""))))
BASH = shutil.which("bash")

# Each one is a whole command list; the joints below put them into every place where one may stand.
PIECES = [
    "pip install --no-cache-dir 'torch==2.4.0' torchvision",
    "apt-get update && apt-get install -y curl git || exit 1",
    "set -eux; cd /srv; ls -la | sort -u >out 2>&1",
    'python -c "import torch; print(torch.__version__)"',
    'A=1 B=\'2 3\' env C=$D make -j$(nproc) "x=$(cat "a b" | wc -l)"',
    "for v in 3.10 3.11 $(seq 3); do echo ${v%.*} `date +%s`; done",
    "if [ -f x ] && ! test -d y; then a; elif b; then c >d; else e; fi",
    'case "$(uname -m)" in x86_64|amd64) a=1;; aarch64) b "c d";; *) exit 1;; esac',
    'while read -r line; do echo "$line" >>f; done <g',
    "(cd x && { a; b & }) | tee y",
    'f() { local x=1; echo "$x"; }; f >/dev/null',
    "cat <<EOF >f\na $(b c) `d`\nEOF",
    "cat <<-'EOF' | tr a b\n\ta $(b)\n\tEOF",
    '[[ $a =~ ^(b|c)$ && -n "$(d)" ]] && e',
    'x=(1 "$(a b)" 3); declare -a y=(4 $(c)); export Z=1 W',
    "diff <(sort a) <(sort b) > >(tee c)",
    "echo $((1 + $(a))) ${b:-$(c d)} ${e:+\"f g\"} $'h\\'i' j\\ k",
    "# only a comment\na # another; b\nc",
    "((n = 1 + 2)); for ((i = 0; i < 3; i++)); do a $i; done",
    "a 2>/dev/null 3>&1 >|b <>c <<<d &>>e",
]
JOINTS = [
    "{}",
    "{}\n",
    "z 1\n{}\nz 2",
    "if z; then\n{}\nfi",
    "(\n{}\n)",
    'z "y $(\n{}\n)" x',
    "z() {{\n{}\n}}",
]
SCRIPTS = [joint.format(piece) for piece, joint in product(PIECES, JOINTS)] + [
    "",
    "#",
    "a&&b||c;d&e",
    "a\\\nb c\\\n d",
    "!a; ! b; ! (c)",
    "a >b c <d",
    "time a | b",
    '`a "b\\\\" c" | d \'e\\\\f\'`',
    "a <<A <<B c\n1\nA\n2\nB\nd",
    "a \xc3\xa0 b\xc2\xa0c \xc2\x85",
    "echo {a,b}{1..3} *.[ch] ~/x @(y|z)",
    "if (a) then (b) fi",
    "case a in (b) c;& d) ;;& e) f\nesac",
    "function f { a; } 2>b",
]


def shfmt_commands(script: bytes) -> Commands | None:
    """The byte range of every word of every simple command, sorted; None when shfmt refuses the script."""
    assert SHFMT is not None
    run = subprocess.run([SHFMT, "-ln", "bash", "--to-json"], input=script, capture_output=True, check=False)
    if run.returncode:
        return None
    found: Commands = []
    pending: list[Any] = [json.loads(run.stdout)]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending.extend(node)
        elif isinstance(node, dict):
            pending.extend(node.values())
            if node.get("Type") == "CallExpr" and node.get("Args"):
                found.append(tuple(_range(word, script) for word in node["Args"]))
            elif node.get("Type") == "DeclClause":
                words = [node["Variant"], *node.get("Args", ())]
                found.append(tuple(_range(word, script) for word in words))
    return sorted(found)


def _range(node: dict[str, Any], script: bytes) -> tuple[int, int]:
    start, end = node["Pos"]["Offset"], node["End"]["Offset"]
    while script.endswith(b"\\\n", start, end):  # shfmt counts a continuation after some words, not after others
        end -= 2
    return start, end


def torchlint_commands(script: bytes) -> Commands:
    """The same from torchlint, without what shfmt does not take for a simple command: `[[ … ]]` and `let`."""
    return sorted(
        tuple((word.span.start, word.span.end) for word in command.words)
        for command in simple_commands(parse(script.decode("latin-1")))
        if command.words and command.words[0].literal not in ("[[", "let")
    )


@pytest.mark.skipif(SHFMT is None, reason="shfmt (package shfmt-py) is not installed")
@pytest.mark.parametrize("text", SCRIPTS)
def test_shfmt_sees_the_same_words_at_the_same_bytes(text: str) -> None:
    script = text.encode("latin-1")
    assert torchlint_commands(script) == shfmt_commands(script)
    assert parse(text).problems == ()


REFUSED = [
    "a 'b",
    'a "$(b"',
    "a $(b",
    "a `b",
    "if a; then b",
    "for i in a; do b; fi",
    "a )",
    "a &&",
    "| a",
    "a;; b",
    "if then a; fi",
    "{ a }",
    "(a",
    "case a in b; esac",
    "a >",
    "(a) b",
]


@pytest.mark.skipif(SHFMT is None, reason="shfmt (package shfmt-py) is not installed")
@pytest.mark.parametrize("text", REFUSED)
def test_what_shfmt_refuses_is_a_problem_here_too(text: str) -> None:
    assert shfmt_commands(text.encode()) is None
    assert parse(text).problems != ()


VARIABLES = {"x": "one", "two": " a  b ", "v": "12.1.0", "p": "/usr/lib/x.so.1", "none": "", "q": "a*b", "n": "a\nb"}
NAMES = list(VARIABLES)
WORDS = [
    *(f"{before}{dollar}{after}" for name in NAMES for dollar in (f"${name}", f'"${name}"') for before in ("", "1")
      for after in ("", "2", "''", "$x", "$two")),
    *(f"${{{name}{operator}{word}}}" for name in NAMES for operator in (":-", ":+", "-", "+")
      for word in ("", "w", "w z", "'w z'", "$x", '"$two"', "$two")),
    *(f'"${{{name}{operator}{word}}}"' for name in NAMES for operator in ("#", "##", "%", "%%")
      for word in ("*.", ".*", "*/", "/*", "?", "'*'", "1", "$x", "\\*", "a", "")),
    *(f'"${{{name}{operator}{word}}}"' for name in NAMES for operator in ("/", "//", "/#", "/%")
      for word in ("./-", "./", ".", "a/b", "*/z", "?/y", "\\//_", "1/$x", "'.'/'-'", "o*e/u")),
    *(f'"${{{name}{word}}}"' for name in NAMES for word in (":1", ":0:2", ":1:1", "^", "^^", ",", ",,", ":9", ":0:0")),
    *(f"${{#{name}}}" for name in NAMES),
    "$'a\\tb\\\\\\'\\\"\\x41\\101\\u00e9\\e'", "\"a\\b\\\"\\$\\`\\\\\"", "a\\b\\ c'd'\"e\"", "''", "a''",
    "\"a\\\nb\"c\\\nd",
]  # fmt: skip


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_what_is_known_of_a_word_is_what_bash_makes_of_it(tmp_path: Path) -> None:
    assert BASH is not None
    script = "show() { printf '%s\\0' \"$@\" END; }\n" + "".join(f"show {word}\n" for word in WORDS)
    environment = {**VARIABLES, "LC_ALL": "C.UTF-8"}
    run = subprocess.run([BASH, "-c", script], env=environment, capture_output=True, check=True, cwd=tmp_path)
    shown = run.stdout.decode("latin-1").split("END\0")[:-1]
    assert len(shown) == len(WORDS)
    known = 0
    for word, fields in zip(WORDS, shown, strict=True):
        node = parse(f"show {word}").body.items[0].node
        assert isinstance(node, Simple)
        ours = node.words[1].fields(VARIABLES.get)
        if ours is not None:
            assert "".join(f"{field}\0" for field in ours) == fields, word
            known += 1
    assert known > len(WORDS) * 3 // 5
