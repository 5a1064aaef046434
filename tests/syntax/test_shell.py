"""The shell's language, each corner with what it reads as."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from torchlint.syntax.shell import (
    AndOr,
    Case,
    For,
    Function,
    Group,
    If,
    List,
    Literal,
    Opaque,
    Pipeline,
    Simple,
    While,
    parse,
    simple_commands,
)
from torchlint.text import Span

if TYPE_CHECKING:
    from torchlint.syntax.shell import Redirect, Shape, Word


def shown(shape: Shape, text: str) -> str:
    """`[words]` for a simple command, `(…)` for what is built of others, `…; …` for a list."""

    def raw(span: Span) -> str:
        return text[span.start : span.end]

    def all_redirects(redirects: tuple[Redirect, ...]) -> str:
        shows = []
        for one in redirects:
            fd = "" if one.fd is None else str(one.fd)
            body = "" if one.heredoc is None else repr(raw(one.heredoc.span)) + " plain" * one.heredoc.quoted
            shows.append(f" {fd}{one.operator}{raw(one.target.span)}{body}")
        return "".join(shows)

    def show(node: Shape) -> str:
        match node:
            case Simple(assignments=assignments, words=words, redirects=redirects):
                sets = [
                    f"{a.name}{'+' * a.append}:={raw(a.value.span)}"
                    if a.value is not None
                    else f"{a.name}{'+' * a.append}:=({' '.join(raw(word.span) for word in a.array or ())})"
                    for a in assignments
                ]
                return f"[{' '.join(sets + [raw(word.span) for word in words])}{all_redirects(redirects)}]"
            case Pipeline(negated=negated, items=items, timed=timed):
                return f"({'! ' * negated}{'time ' * timed}{' | '.join(map(show, items))})"
            case AndOr(items=items, operators=operators):
                rest = (f" {sign} {show(item)}" for sign, item in zip(operators, items[1:], strict=True))
                return f"({show(items[0])}{''.join(rest)})"
            case List(items=members):
                return "; ".join(show(item.node) + " &" * item.background for item in members)
            case Group(body=body, subshell=subshell, redirects=redirects):
                return f"({'sub' if subshell else 'group'} {show(body)}{all_redirects(redirects)})"
            case If(branches=branches, otherwise=otherwise, redirects=redirects):
                tests = " elif ".join(f"{show(condition)} then {show(body)}" for condition, body in branches)
                return (
                    f"(if {tests}{'' if otherwise is None else ' else ' + show(otherwise)}{all_redirects(redirects)})"
                )
            case For(name=name, words=over, body=body, redirects=redirects):
                inside = "" if over is None else " in " + " ".join(raw(word.span) for word in over)
                return f"(for {name}{inside} do {show(body)}{all_redirects(redirects)})"
            case While(condition=condition, body=body, until=until, redirects=redirects):
                return f"({'until' if until else 'while'} {show(condition)} do {show(body)}{all_redirects(redirects)})"
            case Case(subject=subject, arms=arms, redirects=redirects):
                texts = (
                    f"{'|'.join(raw(pattern.span) for pattern in arm.patterns)}) {show(arm.body)}{arm.terminator}"
                    for arm in arms
                )
                return f"(case {raw(subject.span)} {' '.join(texts)}{all_redirects(redirects)})"
            case Function(name=name, body=body):
                return f"(function {name} {show(body)})"
            case Opaque(inside=parts):
                return f"(opaque{''.join(' ' + show(part) for part in parts)})"
            case _:
                return type(node).__name__

    return show(shape)


COMMAND = "echo "

GOOD = [
    # commands and what joins them
    ("", ""),
    ("a", "[a]"),
    ("  a  b\tc ", "[a b c]"),
    ("a && b || c", "([a] && [b] || [c])"),
    ("a; b;", "[a]; [b]"),
    ("a\n\n  b\n", "[a]; [b]"),
    ("a & b", "[a] &; [b]"),
    ("a &&\n\n b", "([a] && [b])"),
    ("a && # why\n b", "([a] && [b])"),
    ("a | b |& c", "([a] | [b] | [c])"),
    ("a |\n b", "([a] | [b])"),
    ("! a | b", "(! [a] | [b])"),
    ("! a && b", "((! [a]) && [b])"),
    ("!a", "[!a]"),
    ("time -p a b", "(time [a b])"),
    ("a \\\n b", "[a b]"),
    ("a b\\\nc d", "[a b\\\nc d]"),
    ("a b\\\n", "[a b]"),
    ("a # b && c", "[a]"),
    ("a#b #c", "[a#b]"),
    ("#only", ""),
    ("a;#b\nc", "[a]; [c]"),
    # prefixes
    ("A=1 B= c D=2", "[A:=1 B:= c D=2]"),
    ("A=1", "[A:=1]"),
    ("A\\\nB=1 c", "[AB:=1 c]"),
    ("A+=1 a[2]=3 b", "[A+:=1 a[2]:=3 b]"),
    ("A=(1 '2 3' # four\n $(b)) c", "[A:=(1 '2 3' $(b)) c]"),
    ("1A=b c", "[1A=b c]"),
    ('"A"=b c', '["A"=b c]'),
    ("export A=b C", "[export A=b C]"),
    ("declare -a x=(1 2) y", "[declare -a x=(1 2) y]"),
    ("A=b if", "[A:=b if]"),
    # redirects
    ("a>b", "[a >b]"),
    ("a > b c", "[a c >b]"),
    (">b a c", "[a c >b]"),
    ("a 2>&1 b", "[a b 2>&1]"),
    ("a 2 >c", "[a 2 >c]"),
    ("a2>c", "[a2 >c]"),
    ("a &>b &>>c", "[a &>b &>>c]"),
    ("a >|b >>c <d <>e 3<&0 >&-", "[a >|b >>c <d <>e 3<&0 >&-]"),
    ("a <<< 'b c'", "[a <<<'b c']"),
    ("> a", "[ >a]"),
    ("A=1 >b c", "[A:=1 c >b]"),
    ("a {fd}>b", "[a >b]"),
    ("(a) >b 2>&1", "(sub [a] >b 2>&1)"),
    ("{ a; } >b; c", "(group [a] >b); [c]"),
    ("while a; do b; done <c", "(while [a] do [b] <c)"),
    # here-documents
    ("a <<E\nb $c\nE\nd", "[a <<E'b $c\\n']; [d]"),
    ("a <<'E' >f\nb\nE\n", "[a <<'E''b\\n' plain >f]"),
    ("a <<-E\n\t\tb\n\tE\nc", "[a <<-E'\\t\\tb\\n']; [c]"),
    ("a <<E <<F\n1\nE\n2\nF\nb", "[a <<E'1\\n' <<F'2\\n']; [b]"),
    ("a <<E | b && c\nx\nE\nd", "(([a <<E'x\\n'] | [b]) && [c]); [d]"),
    ("a <<E &&\nx\nE\nb", "([a <<E'x\\n'] && [b])"),
    ("a <<E\nE\n", "[a <<E'']"),
    ("a <<E\nEE\nE \nE", "[a <<E'EE\\nE \\n']"),
    ("x=$(a <<E\nb)\nE\n) c", "[x:=$(a <<E\nb)\nE\n) c]"),
    ("a <<E", "[a <<E]"),
    # groups
    ("(a; b)", "(sub [a]; [b])"),
    ("( (a) )", "(sub (sub [a]))"),
    ("((a); b)", "(sub (sub [a]); [b])"),
    ("{ a; b; }", "(group [a]; [b])"),
    ("{a,b}", "[{a,b}]"),
    ("echo }", "[echo }]"),
    ("((x = 1 + (2)))", "(opaque)"),
    ("((x++)) && a", "((opaque) && [a])"),
    ("!(a)", "(! (sub [a]))"),
    # branches and loops
    ("if a; then b; fi", "(if [a] then [b])"),
    ("if a\nthen b\nelif c; then d; else e; fi >f", "(if [a] then [b] elif [c] then [d] else [e] >f)"),
    ("if (a) then (b) fi", "(if (sub [a]) then (sub [b]))"),
    ("for i in 1 2 *.py; do a $i; done", "(for i in 1 2 *.py do [a $i])"),
    ("for i in a; do b; done && c", "((for i in a do [b]) && [c])"),
    ("for i; do b; done", "(for i do [b])"),
    ("for i\nin a\ndo b; done", "(for i in a do [b])"),
    ("for i in; do b; done", "(for i in  do [b])"),
    ("for in in do; do b; done", "(for in in do do [b])"),
    ("for ((i=0; i<3; i++)); do a; done", "(opaque [a])"),
    ("while a; b; do c; done", "(while [a]; [b] do [c])"),
    ("until a; do b & done", "(until [a] do [b] &)"),
    ("select i in a; do b; done", "(opaque [b])"),
    ("case $x in a) b;; c|d) e; f;; *) ;; esac", "(case $x a) [b];; c|d) [e]; [f];; *) ;;)"),
    ("case x in (a) b;;& c) d;& e) f\nesac", "(case x a) [b];;& c) [d];& e) [f])"),
    ("case x in esac", "(case x )"),
    ("case x\nin\na)\nb\n;;\nesac", "(case x a) [b];;)"),
    ("x=$(case a in b) c;; esac) d", "[x:=$(case a in b) c;; esac) d]"),
    ("f() { a; }; f", "(function f (group [a])); [f]"),
    ("f ( )\n(a)", "(function f (sub [a]))"),
    ("function f { a; } >b", "(function f (group [a] >b))"),
    ("function f() { a; }", "(function f (group [a]))"),
    ("a-b() { c; }", "(function a-b (group [c]))"),
    # words that are reserved elsewhere only
    ("echo if then fi { done", "[echo if then fi { done]"),
    ("'if' a", "['if' a]"),
    ("\\if a", "[\\if a]"),
    ("if=1 a", "[if:=1 a]"),
    ("iff a", "[iff a]"),
    # tests
    ("[ -f x ] && a", "([[ -f x ]] && [a])"),
    ("[[ -f x && ! y ]] && a", "([[[ -f x && ! y ]]] && [a])"),
    ("[[ a < b || ( c > d ) ]]", "[[[ a < b || ( c > d ) ]]]"),
    ("[[ $a =~ ^(b|c d)+$ ]] || e", "([[[ $a =~ ^(b|c d)+$ ]]] || [e])"),
    ("[[ a\n&& b ]] >c", "[[[ a && b ]] >c]"),
    ("[[ a == *b ]]; c", "[[[ a == *b ]]]; [c]"),
    # words
    ("a'b c'd\"e f\"g", "[a'b c'd\"e f\"g]"),
    ("a\\ b c", "[a\\ b c]"),
    ('"a $(b "c d" | e) f" g', '["a $(b "c d" | e) f" g]'),
    ("a `b c` d", "[a `b c` d]"),
    ("a $((1 + 2)) b", "[a $((1 + 2)) b]"),
    ("a $((b) | c) d", "[a $((b) | c) d]"),
    ("a ${b:-c d} e", "[a ${b:-c d} e]"),
    ('a "${b:-"c d"}" e', '[a "${b:-"c d"}" e]'),
    ("a ${b%'}'} c", "[a ${b%'}'} c]"),
    ("a <(b c) >(d) e", "[a <(b c) >(d) e]"),
    ("a @(b|c d) !(e)f g", "[a @(b|c d) !(e)f g]"),
    ("a $'b\\'c d' $\"e f\"", "[a $'b\\'c d' $\"e f\"]"),
    ("a 'b\nc' d", "[a 'b\nc' d]"),
    ('`a "b\\\\" c"` d', '[`a "b\\\\" c"` d]'),
    ('"`a \\"b c\\"`" d', '["`a \\"b c\\"`" d]'),
    # bytes that only look like blanks: NBSP, NEL and a letter whose last byte is NBSP
    ("a\xa0b c\x85d \xc3\xa0e", "[a\xa0b c\x85d \xc3\xa0e]"),
    ("a\rb\r", "[a\rb\r]"),
]


@pytest.mark.parametrize(("text", "reads"), GOOD, ids=[text or "nothing" for text, _ in GOOD])
def test_good_scripts_read_as_written_and_report_nothing(text: str, reads: str) -> None:
    script = parse(text)
    assert shown(script.body, text) == reads
    assert script.problems == ()


BAD = [
    ("a 'b", ["unterminated-quote"], "[a 'b]"),
    ('a "b', ["unterminated-quote"], '[a "b]'),
    ("a $'b", ["unterminated-quote"], "[a $'b]"),
    ("a $(b", ["unterminated-substitution"], "[a $(b]"),
    ("a `b", ["unterminated-substitution"], "[a `b]"),
    ("a ${b", ["unterminated-expansion"], "[a ${b]"),
    ("a @(b", ["unterminated-pattern"], "[a @(b]"),
    ("a=(b", ["unterminated-array"], "[a:=(b)]"),
    ("[[ a; b", ["unterminated-test"], "[[[ a]; [b]"),
    ("a <<E\nb\n", ["unterminated-heredoc"], "[a <<E'b\\n']"),
    ("(a; b", ["unterminated-command"], "(sub [a]; [b])"),
    ("{ a; }; }; b", ["unexpected-word"], "(group [a]); [b]"),
    ("if a; then b", ["unterminated-command"], "(if [a] then [b])"),
    ("for i in a; do b", ["unterminated-command"], "(for i in a do [b])"),
    ("for i in a; do if b; then c; done; d", ["unterminated-command"], "(for i in a do (if [b] then [c])); [d]"),
    ("a; fi; b", ["unexpected-word"], "[a]; [b]"),
    ("a ) b", ["unexpected-operator"], "[a]; [b]"),
    ("&& a", ["unexpected-operator"], "[a]"),
    ("a &&", ["missing-command"], "[a]"),
    ("a && && b", ["missing-command", "unexpected-operator"], "[a]; [b]"),
    ("a |", ["missing-command"], "[a]"),
    ("a;; b", ["unexpected-operator"], "[a]; [b]"),
    ("if ; then a; fi", ["unexpected-operator", "missing-command"], "(if  then [a])"),
    ("a >", ["missing-redirect-target"], "[a >]"),
    ("(a) b", ["unexpected-word"], "(sub [a]); [b]"),
    ("case x in a b;; esac", ["missing-pattern"], "(case x a) [b];;)"),
    ("(case x in ) a", ["missing-pattern", "unterminated-command", "unexpected-word"], "(sub (case x ) )); [a]"),
    ("f()", ["missing-command"], None),
    ("(" * 100, ["nested-too-deeply"], "(opaque)"),
    ("$(" * 100, ["nested-too-deeply"], "(opaque)"),
    ('"${a:-' * 100, ["nested-too-deeply"], "(opaque)"),
]


@pytest.mark.parametrize(("text", "kinds", "reads"), BAD, ids=[text[:30] for text, _, _ in BAD])
def test_bad_scripts_name_the_fault_and_keep_what_can_be_read(text: str, kinds: list[str], reads: str | None) -> None:
    script = parse(text)
    assert sorted(problem.kind for problem in script.problems) == sorted(kinds)
    if reads is not None:
        assert shown(script.body, text) == reads


INSIDE = [
    ("a $(b $(c) `d`) e", ["a", "b", "c", "d"]),
    ('A=$(a) B="`b`" c >$(d)', ["c", "a", "b", "d"]),
    ("a <<E | b\n$(c) `d`\nE\ne", ["a", "b", "c", "d", "e"]),
    ("a <<'E'\n$(c)\nE\n", ["a"]),
    ("if a; then b; elif c; then d; else e; fi", ["a", "b", "c", "d", "e"]),
    ("for i in $(a); do b; done; case $(c) in $(d)) e;; esac", ["a", "b", "c", "d", "e"]),
    ("f() { a; }; (b | c) && while d; do e; done", ["a", "b", "c", "d", "e"]),
    ("a $((1 + $(b))) ${c:-$(d)} <(e) {x,$(f)} @($(g))", ["a", "b", "d", "e", "f", "g"]),
    ("(( $(a) )); for ((i=$(b);;)); do c; done; x=($(d))", ["a", "b", "c", "", "d"]),
    ("[[ $(a) =~ ($(b)) ]] && declare x=($(c))", ["[[", "a", "b", "declare", "c"]),
    ("a '$(b)' \\$\\(c", ["a"]),
]


@pytest.mark.parametrize(("text", "names"), INSIDE, ids=[text for text, _ in INSIDE])
def test_simple_commands_are_found_wherever_they_stand_in_text_order(text: str, names: list[str]) -> None:
    found = list(simple_commands(parse(text)))
    assert [text[one.words[0].span.start : one.words[0].span.end] if one.words else "" for one in found] == names


class Meaning(NamedTuple):
    """`fields` are what the one word of `text` becomes; None when it cannot be known."""

    text: str
    fields: list[str] | None
    patterns: list[str] | None = None


KNOWN = {
    "x": "one",
    "two": "a b",
    "version": "12.1.0",
    "path": "/usr/local/lib.so",
    "empty": "",
    "star": "*.py",
    "HOME": "/root",
    "blank": " ",
}
MEANINGS = [
    Meaning("plain", ["plain"]),
    Meaning("a'b c'\"d e\"f\\ g", ["ab cd ef g"]),
    Meaning("''", [""]),
    Meaning('"\\a\\"\\$\\`\\\\"', ['\\a"$`\\']),
    Meaning("'\\a'", ["\\a"]),
    Meaning("$'a\\tb\\x41\\101\\u00e9\\''", ["a\tbAA\xc3\xa9'"]),
    Meaning("$'\\cA'", None),
    Meaning('"a\\\nb"', ["ab"]),
    Meaning("a$", ["a$"]),
    Meaning("$x", ["one"]),
    Meaning("${x}-$x", ["one-one"]),
    Meaning("$unknown", None),
    Meaning('"$two"', ["a b"]),
    Meaning("$two", ["a", "b"]),
    Meaning("1${two}2", ["1a", "b2"]),
    Meaning("$two$two", ["a", "ba", "b"]),
    Meaning("1${blank}2", ["1", "2"]),
    Meaning("$empty", []),
    Meaning('"$empty"', [""]),
    Meaning("''$empty", [""]),
    Meaning("$star", None, ["*.py"]),
    Meaning('"$star"', ["*.py"]),
    Meaning("*.py", None, ["*.py"]),
    Meaning("a[b]c?", None, ["a[b]c?"]),
    Meaning("[", ["["]),
    Meaning("a]", ["a]"]),
    Meaning("'*'\\?", ["*?"]),
    Meaning("{a,b}", None),
    Meaning("{1..3}", None),
    Meaning('{"a",b}', None),
    Meaning("{}", ["{}"]),
    Meaning("{a}", ["{a}"]),
    Meaning("~/x", ["/root/x"]),
    Meaning("~you/x", None),
    Meaning("a~", ["a~"]),
    Meaning("$(a)", None),
    Meaning("`a`", None),
    Meaning("$((1))", None),
    Meaning("$[1]", None, None),
    Meaning("<(a)", None),
    Meaning("@(a|b)", None),
    Meaning("$@", None),
    Meaning("$?", None),
    Meaning("${x[0]}", None),
    Meaning("${!x}", None),
    Meaning("${x@Q}", None),
    Meaning("${#x}", ["3"]),
    Meaning("${empty:-d}", ["d"]),
    Meaning("${empty:-$x}", ["one"]),
    Meaning("${x:-$(a)}", ["one"]),
    Meaning("${empty:-$(a)}", None),
    Meaning("${empty:-a b}", ["a", "b"]),
    Meaning("${empty:-'a b'}", None),
    Meaning("\"${empty:-'a b'}\"", ["'a b'"]),
    Meaning("${empty-d}", None),
    Meaning("${x-d}", ["one"]),
    Meaning("${x:+d}", ["d"]),
    Meaning("${empty:+d}", []),
    Meaning("${x:?gone}", ["one"]),
    Meaning("${empty:?gone}", None),
    Meaning("${version%.*}", ["12.1"]),
    Meaning("${version%%.*}", ["12"]),
    Meaning("${version#*.}", ["1.0"]),
    Meaning("${version##*.}", ["0"]),
    Meaning("${path##*/}", ["lib.so"]),
    Meaning("${path%/*}", ["/usr/local"]),
    Meaning("${version//./}", ["1210"]),
    Meaning("${version/./-}", ["12-1.0"]),
    Meaning("${version/#1/x}", ["x2.1.0"]),
    Meaning("${version/%0/x}", ["12.1.x"]),
    Meaning('${version%".*"}', ["12.1.0"]),
    Meaning("${version%$x}", ["12.1.0"]),
    Meaning("${version%[0-9]}", None),
    Meaning("${version:0:4}", ["12.1"]),
    Meaning("${version:3}", ["1.0"]),
    Meaning("${x^^}${x^}${x,,}", ["ONEOneone"]),
    Meaning("cu${version%.*}/x", ["cu12.1/x"]),
]


@pytest.mark.parametrize("meaning", MEANINGS, ids=[meaning.text for meaning in MEANINGS])
def test_a_word_becomes_what_the_shell_makes_of_it_or_is_unknown(meaning: Meaning) -> None:
    word = argument(meaning.text)
    fields = word.fields(KNOWN.get)
    assert (None if fields is None else list(fields)) == meaning.fields
    assert word.value(KNOWN.get) == (meaning.fields[0] if meaning.fields and len(meaning.fields) == 1 else None)
    kept = word.fields(KNOWN.get, patterns=True)
    assert (None if kept is None else list(kept)) == (meaning.fields if meaning.patterns is None else meaning.patterns)


def test_an_assignment_neither_splits_nor_matches_files() -> None:
    command = only("a=$two b=*.py c= d=~/x:~/y e=[1] f={a,b} g")
    values = {one.name: one.value.value(KNOWN.get) for one in command.assignments if one.value is not None}
    assert values == {
        "a": "a b",
        "b": "*.py",
        "c": "",
        "d": "/root/x:/root/y",
        "e": "[1]",
        "f": "{a,b}",
    }


def test_another_ifs_makes_a_split_unknown() -> None:
    word = argument("$two")
    assert word.fields({"two": "a b", "IFS": ","}.get) is None


HEREDOCS = [
    ("<<E", 'a $x \\$y \\"\n', 'a one $y \\"\n'),
    ("<<'E'", "a $x\n", "a $x\n"),
    ("<<-E", "\t\ta\n\t b\tc\n", "a\n b\tc\n"),
    ("<<-\\E", "\ta $x\n", "a $x\n"),
    ("<<E", "a\\\nb\n", "ab\n"),
]


@pytest.mark.parametrize(("sign", "body", "reads"), HEREDOCS)
def test_the_parts_of_a_heredoc_tell_what_the_program_gets(sign: str, body: str, reads: str) -> None:
    (redirect,) = only(f"cat {sign}\n{body}E\n").redirects
    assert redirect.heredoc is not None
    texts = [part.text if isinstance(part, Literal) else "one" for part in redirect.heredoc.parts]
    assert "".join(texts) == reads


PLACES = [
    ("torch==2.4.0", 7, 12, "2.4.0"),
    ('"torch==2.4.0"', 7, 12, "2.4.0"),
    ("'torch'==2.4.0", 7, 12, "2.4.0"),
    ("to\\rch'=='2.4.0", 0, 5, "to\\rch"),
    ("to\\rch", 2, 3, "\\r"),
    ("a\\\nb", 1, 2, "b"),
    ("'ab'", 2, 2, ""),
]


@pytest.mark.parametrize(("text", "start", "end", "slice_"), PLACES)
def test_characters_of_a_literal_word_know_their_place(text: str, start: int, end: int, slice_: str) -> None:
    word = argument(text)
    place = word.place(start, end)
    assert place is not None
    assert f"{COMMAND}{text}"[place.start : place.end] == slice_


def test_a_word_with_an_expansion_has_no_literal_and_no_place() -> None:
    word = argument("a$b")
    assert word.literal is None
    assert word.place(0, 1) is None


def test_comments_are_kept_with_their_places() -> None:
    text = "a # one\n#two\nb 'c # d' e#f"
    assert [text[span.start : span.end] for span in parse(text).comments] == ["# one", "#two"]


def test_shapes_are_equal_by_what_they_hold() -> None:
    assert parse("a | b") == parse("a | b")
    assert parse("a | b") != parse("a | c")
    assert len({parse("a").body, parse("a").body}) == 1


def only(text: str) -> Simple:
    """The one simple command that `text` begins with."""
    node = parse(text).body.items[0].node
    assert isinstance(node, Simple)
    return node


def argument(text: str) -> Word:
    """The one argument of a command that stands before `text`."""
    _, word = only(f"{COMMAND}{text}").words
    return word
