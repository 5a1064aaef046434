from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Safety, Severity, rule

NUMBERS = frozenset(
    {
        "--port",
        "-p",
        "--workers",
        "--nproc_per_node",
        "--nproc-per-node",
        "--timeout",
        "-w",
        "--server.port",
        "-b",
        "--bind",
    }
)
SERVERS = frozenset({"uvicorn", "gunicorn", "hypercorn", "flask", "streamlit", "jupyter", "vllm", "torchrun"})
SHELL_SIGNS = frozenset("'\"\\&|;<>*?`() \t")


@rule(Entry, Severity.WARNING, Outcome.RUN, when=("exec-form & $",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main = entry.main
    if entry.shell_form or main is None or main.words != entry.argv:
        return
    name = main.name or ""
    if name not in SERVERS and not name.startswith("python"):
        return
    words = main.arguments
    for position, word in enumerate(words):
        variable = _variable(word.value or "")
        if not variable or word.at.source is not entry.at.source or not entry.at.span.contains(word.at.span):
            continue
        option = words[position - 1].value if position else None
        number = name in SERVERS and (option in NUMBERS or (word.value or "").split("=")[0] in NUMBERS)
        said = "and it ends at once, as that is no number" if number else "as an exec form has no shell"
        yield Problem(
            word.at,
            f"{name} gets the text {word.value}, not what the variable holds, {said}",
            f'use a shell: {_keyword(entry)} ["sh", "-c", "exec {name} ..."]',
            _fix(entry, sure=number),
            severity=Severity.ERROR if number else None,
            outcome=Outcome.START if number else None,
        )
        return


def _variable(value: str) -> str:
    """The name in `$NAME` or `${NAME}` as people write it for a shell; "" for anything else."""
    _, dollar, rest = value.partition("$")
    if rest.startswith("{"):
        name, brace, _ = rest[1:].partition("}")
        name = name.split(":-", 1)[0] if brace else ""
    else:
        end = next((n for n, sign in enumerate(rest) if not (sign.isalnum() or sign == "_")), len(rest))
        name = rest[:end]
    plain = name.isascii() and name.replace("_", "a").isalnum() and not name[0].isdigit() and name.isupper()
    return name if dollar and plain else ""


def _keyword(entry: Entry) -> str:
    source, span = entry.at
    return source.text[span.start : span.end].split("[", 1)[0].rstrip(" \t")


def _fix(entry: Entry, *, sure: bool) -> Fix | None:
    source, span = entry.at
    values = [word.value or "" for word in entry.argv]
    text = source.text[span.start : span.end]
    if not entry.complete_here or any(SHELL_SIGNS & set(value) or not value for value in values) or "\n" in text:
        return None
    keyword = text.split("[", 1)[0]
    edit = Edit(source, span, f'{keyword}["sh", "-c", "exec {" ".join(values)}"]')
    return Fix("let a shell read the variables", (edit,), Safety.SAFE if sure else Safety.UNSAFE)
