from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, rule


@rule(Entry, Severity.ERROR, Outcome.START, when=("user",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    obstacle = entry.obstacle("root")
    if obstacle is None or obstacle.at is None:
        return
    name = (entry.state.user.value or "").partition(":")[0]
    yield Problem(
        entry.at,
        f"the container cannot start: {obstacle.said}",
        f"keep it elsewhere, in /opt or /home/{name}, or set UV_PYTHON_INSTALL_DIR, HOME or --prefix for what made it",
        related=(Related(obstacle.at, "this user"),),
    )
