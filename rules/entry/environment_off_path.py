from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Safety, Severity, rule


@rule(Entry, Severity.ERROR, Outcome.START, when=("no program",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main = entry.main
    if main is None or not main.certain or not entry.alone or main.program() is not False:
        return
    first = main.words[0]
    word = first.value or ""
    found = entry.state.off_path(word)
    if found is None:
        return
    environment, path = found
    folder = path.removesuffix(f"/{word}")
    yield Problem(
        entry.at,
        f"the container cannot start: {word} is in {folder}, and PATH does not lead there",
        f'write ENV PATH="{folder}:$PATH" above, or start {path}',
        _fix(entry, environment.made_in, word, path),
        related=() if environment.at is None else (Related(environment.at, f"this makes {environment.root}"),),
    )


def _fix(entry: Entry, moved: str | None, word: str, path: str) -> Fix | None:
    """The path in place of the name; none for a program that would not start from there either."""
    main = entry.main
    source, span = main.words[0].at if main is not None else entry.at
    own = source is entry.at.source and entry.at.span.contains(span)
    if moved is not None or not own or source.text[span.start : span.end].strip("\"'") != word:
        return None
    start = source.text.index(word, span.start)
    return Fix(f"start {path}", (Edit(source, span._replace(start=start, end=start + len(word)), path),), Safety.SAFE)
