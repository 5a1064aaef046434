"""Generated Dockerfiles: well-formed ones for comparison with other readers, and hostile ones."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = [
    "a",
    "torch==2.4.0",
    "/usr/bin",
    "x:1.2",
    "$V",
    "${V:-w}",
    "\xc3\x85",
    "\xe6\xbc\xa2",
    "--opt",
    "é".encode().decode("latin-1"),
]
_COMMANDS = [
    "pip install torch", "apt-get update && apt-get install -y git", "echo 'a  b' \"c\"", "[ -f x ] && y",
    "cd /x; make -j4", "echo \\$HOME # note", 'python -c "import torch"', "x | tee y > /z",
]  # fmt: skip
_BREAKS = [" ", " \\\n    ", " \\\n# comment\n  ", " \\\n  # more \\\n\t", " \\ \t\n "]

word = st.sampled_from(_WORDS)
plain = word.filter(lambda text: text[0] != "-")
gap = st.sampled_from(_BREAKS)
case = st.sampled_from([str.upper, str.upper, str.lower, str.title])


@st.composite
def _joined(draw: st.DrawFn, parts: st.SearchStrategy[str], most: int) -> str:
    items = draw(st.lists(parts, min_size=1, max_size=most))
    text = items[0]
    for item in items[1:]:
        text += draw(gap) + item
    return text


@st.composite
def _run(draw: st.DrawFn) -> str:
    flag = draw(st.sampled_from(["", "", "--mount=type=cache,target=/c ", "--network=none "]))
    return "RUN " + flag + draw(_joined(st.sampled_from(_COMMANDS), 4))


@st.composite
def _heredoc(draw: st.DrawFn) -> str:
    keyword, tail = draw(st.sampled_from([("RUN", ""), ("RUN bash", ""), ("COPY", " /x"), ("ADD --chown=1", " /y")]))
    marker = draw(st.sampled_from(["<<EOF", "<<'EOF'", '<<"EOF"', "<<-EOF"]))
    body = draw(
        st.lists(st.sampled_from(["echo x", "\techo y", "FROM no", "", "# no comment", "a \\", "EOFX"]), max_size=4)
    )
    return "\n".join([f"{keyword} {marker}{tail}", *body, "EOF"])


simple = st.one_of(
    st.builds("USER {}".format, plain),
    st.builds("WORKDIR {}".format, plain),
    st.builds("EXPOSE {}".format, _joined(st.sampled_from(["80", "443/tcp", "$P"]), 3)),
    st.builds("ENV {}".format, _joined(st.sampled_from(["A=b", 'B="c d"', "C='d'", "D=e\\ f", "E=$A"]), 3)),
    st.builds("ENV {} {}".format, st.sampled_from(["A", "PATH"]), word),
    st.builds("LABEL {}".format, _joined(st.sampled_from(["a=b", 'org.x="y z"']), 3)),
    st.builds("ARG {}".format, st.sampled_from(["A", "A=b", 'A="b c"', "A=${B:-c}"])),
    st.builds("COPY {} {}".format, _joined(plain, 2), st.just("/x/")),
    st.builds("CMD {}".format, st.sampled_from(['["a", "b"]', "python x.py", '[ "a b" ]', "['a']"])),
    st.builds('ENTRYPOINT ["a",{}"b"]'.format, gap),
    st.just('HEALTHCHECK --interval=5s CMD ["x"]'),
    st.just("ONBUILD RUN x"),
    st.just('SHELL ["/bin/bash", "-c"]'),
    st.just('VOLUME ["/a", "/b"]'),
    st.just("STOPSIGNAL 9"),
    _run(),
    _run(),
)
filler = st.sampled_from(["", "# comment", "   ", "\t# more"])


@st.composite
def dockerfiles(draw: st.DrawFn, *, heredocs: bool = True, crlf: bool = True) -> str:
    """A Dockerfile BuildKit accepts, as latin-1-held UTF-8."""
    parts: list[str] = draw(st.lists(st.sampled_from(["# syntax=docker/dockerfile:1"]), max_size=1))
    parts += draw(st.lists(filler, max_size=2))
    parts.append(
        draw(st.sampled_from(["FROM a", "FROM --platform=linux/amd64 a:1 AS b", "from a as c", "ARG V=1\nFROM a"]))
    )
    line = st.one_of(simple, simple, _heredoc()) if heredocs else simple
    for text in draw(st.lists(line, max_size=6)):
        parts += draw(st.lists(filler, max_size=1))
        keyword, rest = text.split(" ", 1)
        parts.append(draw(st.sampled_from(["", "", "  "])) + draw(case)(keyword) + " " + rest)
    text = "\n".join(parts) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return text.replace("\n", "\r\n") if crlf and draw(st.booleans()) else text


_PIECES = [
    "FROM a", "RUN ", "ENV ", "COPY ", "ADD ", "ARG ", "CMD ", "HEALTHCHECK ", "ONBUILD ", "VOLUME ", "LABEL ", "SHELL ",  # noqa: E501
    "--mount=", "--from=", "-- ", "<<EOF", "<<-E", "<< E", "EOF", "E", "\n", "\n", "\n", "\\\n", "\\\n", "`\n", "\r\n", "\r",  # noqa: E501
    " ", "\t", "=", "'", '"', "\\", "`", "#", "# escape=`\n", "[", "]", ",", '"a"', "{", "}", "$", "${a:-", "&& ", "1", "\0",  # noqa: E501
    "\xef\xbb\xbf", "\xc3\x85", "\xc3\xa0", "\xc2\xa0", "\xc2\x85", "\xe2\x80\xa8", "\xe3\x80\x80", "\xff", "\x85", "\xa0", "\v", "\f",  # noqa: E501
]  # fmt: skip
hostile = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A good Dockerfile with bytes cut out, doubled or thrown in."""
    text = draw(dockerfiles())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 6)))
        text = text[:start] + draw(st.sampled_from(["", text[start:end] * 2, *_PIECES])) + text[end:]
    return text
