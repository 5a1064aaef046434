from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, rule


@rule(Entry, Severity.ERROR, Outcome.START, when=("all packages known & holds fastapi",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    module, environment, main = entry.web_module(), entry.environment, entry.main
    form = module.unread_form(on.world) if module is not None else None
    if form is None or environment is None or main is None:
        return
    asks = form.what if form.what.startswith("OAuth2") else f"a parameter of a form ({form.what})"
    at = environment.packages["fastapi"].at
    yield Problem(
        main.words[0].at,
        f"the container ends at its start: {form.function} has {asks}, for which FastAPI wants python-multipart as "
        "soon as the module is imported, and nothing installs that",
        "pip install python-multipart beside fastapi",
        related=(
            Related(form.at, "this parameter is read from a form"),
            *(() if at is None else (Related(at, "brings no python-multipart"),)),
        ),
    )
