"""The corners of the Dockerfile language, each with what BuildKit makes of it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from torchlint.syntax.dockerfile import Instruction, parse
from torchlint.text import Source


class Case(NamedTuple):
    """`reads`: one line an instruction, as `shown` writes it. `refused`: kinds of the problems, in file order."""

    name: str
    text: str
    reads: list[str]
    refused: list[str] = []
    notes: list[str] = []


def shown(source: Source, instruction: Instruction) -> str:
    """Keyword, first and last line, flags, `json` for the exec form, the arguments, the heredocs."""
    first, last = source.line_at(instruction.span.start), source.line_at(instruction.span.end)
    parts = [instruction.keyword, f"{first}-{last}"]
    parts += [f"--{flag.name}" if flag.value is None else f"--{flag.name}={flag.value}" for flag in instruction.flags]
    if instruction.exec_form:
        parts.append("json")
    parts.append(f"[{instruction.rest.text}]")
    for doc in instruction.heredocs:
        marks = ("" if doc.expand else " plain") + (" chomp" if doc.chomp else "") + (f" fd{doc.fd}" if doc.fd else "")
        parts.append(f"<<{doc.name}{marks} {doc.text!r}")
    return " ".join(parts)


F = "FROM a\n"
A = "FROM 1-1 [a]"

CASES = [
    Case("heredoc", F + "RUN <<EOF\necho x\nFROM y\nEOF\n", [A, "RUN 2-5 [<<EOF] <<EOF 'echo x\\nFROM y\\n'"]),
    Case("heredoc with tabs chomped", F + "RUN <<-EOF\n\techo\n\t\tx\n\tEOF\nUSER u\n",
         [A, "RUN 2-5 [<<-EOF] <<EOF chomp 'echo\\nx\\n'", "USER 6-6 [u]"]),
    Case("heredoc with a double-quoted name", F + 'RUN <<"EOF"\n$x\nEOF\n',
         [A, "RUN 2-4 [<<\"EOF\"] <<EOF plain '$x\\n'"]),
    Case("heredoc with a single-quoted name and a command", F + "RUN python3 - <<'EOF' > /o\nprint()\nEOF\n",
         [A, "RUN 2-4 [python3 - <<'EOF' > /o] <<EOF plain 'print()\\n'"]),
    Case("heredoc with a blank before its name", F + "RUN cat << EOF\nx\nEOF\nUSER u\n",
         [A, "RUN 2-4 [cat << EOF] <<EOF 'x\\n'", "USER 5-5 [u]"]),
    Case("two heredocs on one line", F + "RUN cat <<A - <<B\n1\nA\n2\nB\nUSER u\n",
         [A, "RUN 2-6 [cat <<A - <<B] <<A '1\\n' <<B '2\\n'", "USER 7-7 [u]"]),
    Case("COPY of two heredocs", F + "COPY <<one.txt <<two.txt /d/\n1\none.txt\n2\ntwo.txt\n",
         [A, "COPY 2-6 [<<one.txt <<two.txt /d/] <<one.txt '1\\n' <<two.txt '2\\n'"]),
    Case("ADD of a heredoc with a flag", F + "ADD --chown=1:2 <<F /d\nx\nF\n",
         [A, "ADD 2-4 --chown=1:2 [<<F /d] <<F 'x\\n'"]),
    Case("heredoc for another descriptor", F + "RUN sh 3<<EOF\nx\nEOF\n", [A, "RUN 2-4 [sh 3<<EOF] <<EOF fd3 'x\\n'"]),
    Case("heredoc of an ONBUILD", F + "ONBUILD RUN <<EOF\nx\nEOF\n", [A, "ONBUILD 2-4 [RUN <<EOF] <<EOF 'x\\n'"]),
    Case("a quoted << is no heredoc", F + 'RUN echo "<<EOF"\nUSER u\n', [A, 'RUN 2-2 [echo "<<EOF"]', "USER 3-3 [u]"]),
    Case("a here-string is no heredoc", F + "RUN cat <<<EOF\nUSER u\n", [A, "RUN 2-2 [cat <<<EOF]", "USER 3-3 [u]"]),
    Case("heredoc after a continuation", F + "RUN cat \\\n  <<EOF\nx\nEOF\n",
         [A, "RUN 2-5 [cat   <<EOF] <<EOF 'x\\n'"]),
    Case("heredoc after a comment in a continuation", F + "RUN cat \\\n# why\n  <<EOF\nx\nEOF\n",
         [A, "RUN 2-6 [cat   <<EOF] <<EOF 'x\\n'"]),
    Case("heredoc that nothing closes", F + "RUN cat <<EOF\nx\n", [A, "RUN 2-3 [cat <<EOF] <<EOF 'x\\n'"],
         ["unterminated-heredoc"]),
    Case("USER takes no heredoc", F + "USER <<X\nWORKDIR /\n", [A, "USER 2-2 [<<X]", "WORKDIR 3-3 [/]"]),
    Case("CMD takes no heredoc", F + "CMD cat <<X\nWORKDIR /\n", [A, "CMD 2-2 [cat <<X]", "WORKDIR 3-3 [/]"]),
    Case("<< in an exec form is no heredoc", F + 'RUN ["cat", "<<EOF"]\nUSER u\n',
         [A, 'RUN 2-2 json [["cat", "<<EOF"]]', "USER 3-3 [u]"]),
    Case("an odd quote hides the heredoc", F + "RUN echo don't <<EOF\nUSER u\n",
         [A, "RUN 2-2 [echo don't <<EOF]", "USER 3-3 [u]"]),
    Case("heredoc with CRLF", "FROM a\r\nRUN <<EOF\r\nx\r\nEOF\r\nUSER u\r\n",
         [A, "RUN 2-4 [<<EOF] <<EOF 'x\\r\\n'", "USER 5-5 [u]"]),
    Case("escape directive", "# escape=`\nFROM a\nRUN x `\n  y\nWORKDIR c:\\\n",
         ["FROM 2-2 [a]", "RUN 3-4 [x   y]", "WORKDIR 5-5 [c:\\]"]),
    Case("syntax directive, then escape", "# syntax=docker/dockerfile:1\n#  Escape = `  \nFROM a\nRUN x `\n y\n",
         ["FROM 3-3 [a]", "RUN 4-5 [x  y]"]),
    Case("escape after a comment is a comment", "# hello\n# escape=`\nFROM a\nRUN x `\nRUN y\n",
         ["FROM 3-3 [a]", "RUN 4-4 [x `]", "RUN 5-5 [y]"]),
    Case("directive given twice", "# escape=`\n# escape=`\nFROM a\n", ["FROM 3-3 [a]"], ["duplicate-directive"]),
    Case("escape with a bad value", "# escape=x\nFROM a\n", ["FROM 2-2 [a]"], ["escape-directive"]),
    Case("continuation", F + "RUN a && \\\n    b\n", [A, "RUN 2-3 [a &&     b]"]),
    Case("comment in a continuation", F + "RUN a \\\n  # c\n  b\n", [A, "RUN 2-4 [a   b]"]),
    Case("comment that ends in a backslash", F + "RUN a \\\n# c \\\n b\nUSER u\n",
         [A, "RUN 2-4 [a  b]", "USER 5-5 [u]"]),
    Case("blank line in a continuation", F + "RUN a \\\n\n \t\n b\nUSER u\n", [A, "RUN 2-5 [a  b]", "USER 6-6 [u]"],
         notes=["empty-continuation", "empty-continuation"]),
    Case("blanks after the backslash", F + "RUN a \\ \t\n b\n", [A, "RUN 2-3 [a  b]"]),
    Case("two backslashes continue nothing", F + "RUN a \\\\\nUSER u\n", [A, "RUN 2-2 [a \\\\]", "USER 3-3 [u]"]),
    Case("continuation at the end of the file", F + "RUN a \\\n", [A, "RUN 2-2 [a]"]),
    Case("continuation inside the keyword", F + "RU\\\nN a\n", [A, "RUN 2-3 [a]"]),
    Case("a line of one backslash", F + "\\\nRUN a\n", [A, "RUN 2-3 [a]"]),
    Case("# behind text is text", F + "RUN a # b\nUSER u # me\n", [A, "RUN 2-2 [a # b]", "USER 3-3 [u # me]"], [],
         ["trailing-comment"]),
    Case("ONBUILD", F + "ONBUILD COPY . /x\n", [A, "ONBUILD 2-2 [COPY . /x]"]),
    Case("flags", "FROM --platform=linux/amd64 a\nRUN --mount=type=ssh --network=none x\nCOPY --from=a --chown=1 b c\n",
         ["FROM 1-1 --platform=linux/amd64 [a]", "RUN 2-2 --mount=type=ssh --network=none [x]",
          "COPY 3-3 --from=a --chown=1 [b c]"]),
    Case("flag with quotes", F + "COPY --chown=\"a b\":'c' --chmod=7\\ 5 x y\n",
         [A, "COPY 2-2 --chown=a b:c --chmod=7 5 [x y]"]),
    Case("flags over lines", F + "RUN --mount=type=cache,\\\ntarget=/x \\\n  --network=none \\\n  pip\n",
         [A, "RUN 2-5 --mount=type=cache,target=/x --network=none [pip]"]),
    Case("HEALTHCHECK with flags and JSON", F + 'HEALTHCHECK --interval=5s --retries=3 CMD ["a", "b"]\n',
         [A, 'HEALTHCHECK 2-2 --interval=5s --retries=3 json [CMD ["a", "b"]]']),
    Case("exec form", F + 'CMD [ "a" , "b c", "\\u00e9\\n" ]\n', [A, 'CMD 2-2 json [[ "a" , "b c", "\\u00e9\\n" ]]']),
    Case("exec form over lines", F + 'CMD ["a", \\\n  "b"]\n', [A, 'CMD 2-3 json [["a",   "b"]]']),
    Case("single quotes make no JSON", F + "CMD ['a', 'b']\n", [A, "CMD 2-2 [['a', 'b']]"], notes=["malformed-json"]),
    Case("a last comma makes no JSON", F + 'CMD ["a", ]\n', [A, 'CMD 2-2 [["a", ]]'], notes=["malformed-json"]),
    Case("JSON that is not all strings", F + 'CMD ["a", 1]\nUSER u\n', [A, 'CMD 2-2 [["a", 1]]', "USER 3-3 [u]"],
         ["json-elements"]),
    Case("JSON that does not end", F + 'CMD ["a", "b"\nUSER u\n', [A, 'CMD 2-2 [["a", "b"]', "USER 3-3 [u]"],
         notes=["malformed-json"]),
    Case("the shell's [ is no JSON", F + "RUN [ -f x ] && y\n", [A, "RUN 2-2 [[ -f x ] && y]"]),
    Case("ENV of two", F + 'ENV a=b c="d e"\n', [A, 'ENV 2-2 [a=b c="d e"]']),
    Case("ENV in its old form", F + "ENV a b  c=d\n", [A, "ENV 2-2 [a b  c=d]"]),
    Case("ENV without a value", F + "ENV a\nUSER u\n", [A, "ENV 2-2 [a]", "USER 3-3 [u]"], ["missing-value"]),
    Case("ARG with a variable in its default", "ARG V=1\nARG T=${V:-2}-x\nFROM a:${T}\n",
         ["ARG 1-1 [V=1]", "ARG 2-2 [T=${V:-2}-x]", "FROM 3-3 [a:${T}]"]),
    Case("LABEL, quoted and continued", F + 'LABEL a="b \\\n  c" \\\n  d=e\n', [A, 'LABEL 2-4 [a="b   c"   d=e]']),
    Case("CRLF", "FROM a\r\nRUN x \\\r\n  y\r\nUSER u\r\n", [A, "RUN 2-3 [x   y]", "USER 4-4 [u]"]),
    Case("a lone CR ends no line", F + "RUN a\rUSER u\nUSER v\n", [A, "RUN 2-2 [a\rUSER u]", "USER 3-3 [v]"]),
    Case("byte order mark", "\xef\xbb\xbfFROM a\nUSER u\n", [A, "USER 2-2 [u]"]),
    Case("byte order mark before a directive", "\xef\xbb\xbf# escape=`\nFROM a\nRUN x `\n y\n",
         ["FROM 2-2 [a]", "RUN 3-4 [x  y]"]),
    Case("no line end at the end", F + "USER u", [A, "USER 2-2 [u]"]),
    Case("bytes that are not UTF-8", F + "RUN echo \xe9\xff\n", [A, "RUN 2-2 [echo \xe9\xff]"]),
    Case("NUL", F + "RUN a\0b\nUSER u\n", [A, "RUN 2-2 [a\0b]", "USER 3-3 [u]"]),
    Case("NBSP does not end a keyword", F + "RUN\xc2\xa0x\nUSER u\n", [A, "RUN\xc2\xa0X 2-2 []", "USER 3-3 [u]"],
         ["unknown-instruction"]),
    Case("blanks before the keyword", "  FROM a\n\tRUN x\n\xc2\xa0 USER u\n", [A, "RUN 2-2 [x]", "USER 3-3 [u]"]),
    Case("small letters", "from a as b\nRun x\n", ["FROM 1-1 [a as b]", "RUN 2-2 [x]"]),
    Case("unknown instruction", F + "RUNN x\nUSER u\n", [A, "RUNN 2-2 [x]", "USER 3-3 [u]"], ["unknown-instruction"]),
    Case("keyword without arguments", F + "RUN\nUSER u\nEXPOSE\n", [A, "RUN 2-2 []", "USER 3-3 [u]", "EXPOSE 4-4 []"],
         ["missing-arguments"]),
    Case("empty file", "", [], ["no-instructions"]),
    Case("only comments", "# a\n\n# b\n", [], ["no-instructions"]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_corners_are_read_as_buildkit_reads_them(case: Case) -> None:
    source = Source("Dockerfile", case.text)
    file = parse(source)
    assert [shown(source, instruction) for instruction in file.instructions] == case.reads
    assert [problem.kind for problem in file.problems] == case.refused
    assert [note.kind for note in file.notes] == case.notes


def test_all_sixty_six_corners_are_here() -> None:
    assert len({case.name for case in CASES}) == len({case.text for case in CASES}) == 66
