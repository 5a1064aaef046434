from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Severity, rule

SHELL_SIGNS = frozenset("'\"\\$&|;<>*?`(){}[]~#\n\r")


@rule(Entry, Severity.WARNING, Outcome.RUN, when=("shell-form",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    entrypoint, cmd = entry.state.entrypoint, entry.state.cmd
    if entrypoint is None or entrypoint.text is None or cmd is None or cmd.stage is None or cmd.words == ():
        return
    notes = on.build.dockerfile.notes if on.build is not None else ()
    if any(
        at.span.contains(one.span) for one in notes if one.kind == "malformed-json" for at in (entrypoint.at, cmd.at)
    ):
        return
    # The words come behind the text as $0, $1 and so on: a text that uses them gets them.
    if any(sign in entrypoint.text.text for sign in ("$@", "$*", "$0", "$1", "${@", "${*", "${0", "${1", "$#")):
        return
    yield Problem(
        cmd.at,
        "this CMD has no effect: an ENTRYPOINT in shell form passes nothing on, nor what docker run gives",
        'write ENTRYPOINT in exec form, ENTRYPOINT ["program", "word"], or leave out CMD',
        _fix(entry),
        related=(Related(entrypoint.at, "this is the shell form"),),
    )


def _fix(entry: Entry) -> Fix | None:
    """The entrypoint in exec form, where its text needs no shell and CMD holds what looks like its arguments."""
    entrypoint, cmd = entry.state.entrypoint, entry.state.cmd
    if entrypoint is None or entrypoint.text is None or cmd is None or not cmd.words:
        return None
    source, span = entrypoint.at
    text = entrypoint.text.text.strip(" \t")
    words = [word for word in text.replace("\t", " ").split(" ") if word]
    if words[:1] == ["exec"]:
        words = words[1:]
    arguments = (cmd.words[0].value or "").startswith("-") and all(word.value is not None for word in cmd.words)
    if not words or not arguments or SHELL_SIGNS & set(text) or "=" in words[0]:
        return None
    keyword = source.text[span.start : span.end].partition(" ")[0]
    launch = ", ".join(f'"{word}"' for word in words)
    edit = Edit(source, span, f"{keyword} [{launch}]")
    return Fix("write ENTRYPOINT in exec form", (edit,)) if source.text[span.start : span.end].endswith(text) else None
