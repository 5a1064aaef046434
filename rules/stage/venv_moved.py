from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, rule


@rule(Entry, Severity.ERROR, Outcome.START, when=("moved",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main, moved = entry.main, entry.moved
    if main is None or moved is None or moved.at is None or not main.certain or len(entry.commands) != 1:
        return
    # Where the Python of the environment is not there at all, that is the matter of another rule.
    if entry.state.misfit(moved) is not None:
        return
    name, first = main.name, main.words[0]
    yield Problem(
        first.at,
        f"the container cannot start: {name} names {moved.made_in}/bin/python in its first line,"
        " and that stayed behind",
        f"copy the environment to {moved.made_in}, where it was made, or start {moved.prefix}/bin/python -m {name}",
        related=(Related(moved.at, f"moves {moved.made_in} to {moved.prefix}"),),
    )
