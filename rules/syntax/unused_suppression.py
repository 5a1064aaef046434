from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Safety, Severity, Suppressions, rule


@rule(Suppressions, Severity.INFO, Outcome.RISK)
def check(comments: Suppressions, on: Context) -> Iterator[Problem]:
    for ignore in comments.ignores:
        if not ignore.names:
            yield Problem(ignore.at, "this comment names no rule, so it silences nothing", help=FORM)
        elif comments.require_reason and not ignore.reason:
            yield Problem(ignore.at, "this comment gives no reason", help="say why after the bracket")
        idle = [name for name in ignore.names if name.idle]
        edits = comments.without(ignore, idle)
        for name in ignore.names:
            if name.idle:
                fix = Fix("remove what silences nothing", edits, Safety.SAFE) if edits else None
                yield Problem(name.at, f"there is nothing of '{name.text}' to silence here", "remove the name", fix)
            elif name.now:
                rename = Fix(f"write {name.now}", (Edit(comments.source, name.at.span, name.now),), Safety.SAFE)
                yield Problem(name.at, f"the rule '{name.text}' is called {name.now} by now", "write that", rename)
            elif not name.known:
                meant = nearest(name.text, comments.vocabulary)
                if meant:
                    rename = Fix(f"write {meant}", (Edit(comments.source, name.at.span, meant),))
                    yield Problem(name.at, f"there is no rule '{name.text}'", f"write {meant}", rename)
                else:
                    yield Problem(name.at, f"there is no rule '{name.text}'", "see `torchlint rules` for the names")


def nearest(word: str, vocabulary: tuple[str, ...]) -> str | None:
    """The name that was meant, if the word is close to one."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, vocabulary, n=1, cutoff=0.8)), None)


FORM = "write `# torchlint: ignore[rule-name] reason`"
