from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, rule

HELP = {
    "FastAPI": 'start it with uvicorn: CMD ["uvicorn", "{module}:{name}", "--host", "0.0.0.0", "--port", "8000"]',
    "Flask": 'start it with gunicorn: CMD ["gunicorn", "--bind", "0.0.0.0:8000", "{module}:{name}"]',
}


@rule(Entry, Severity.ERROR, Outcome.START, when=("holds fastapi", "holds flask"))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    main = entry.main
    if main is None or on.build is None or not on.ships(entry.stage):
        return
    module = entry.web_module()
    application = module.never_served if module is not None else None
    if application is None:
        return
    script = (entry.script or "").rpartition("/")[2]
    named = {"module": script.removesuffix(".py"), "name": application.name}
    yield Problem(
        main.at,
        f"the container ends at once: {script} makes a {application.framework} application and its routes, and ends "
        "without serving it",
        HELP[application.framework].format(**named),
        related=(Related(application.at, "nothing serves this"),),
    )
