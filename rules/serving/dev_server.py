from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Entry, Fix, Outcome, Problem, Severity, rule

MEANT_FOR_WORK = ("dev", "debug", "test", "local", "reload", "watch")
"""Parts of names of stages and Dockerfiles that say that the image is for development."""


@rule(
    Entry,
    Severity.WARNING,
    Outcome.RISK,
    when=(
        "python",
        "python3",
        "python3.9",
        "python3.10",
        "python3.11",
        "python3.12",
        "python3.13",
        "python3.14",
        "flask",
        "uvicorn",
        "fastapi",
        "gunicorn",
        "hypercorn",
    ),
)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    build = on.build
    if build is None or entry.main is None:
        return
    names = f"{build.source.path.rpartition('/')[2]} {build.stages[entry.stage].name or ''}".lower()
    if any(word in names for word in MEANT_FOR_WORK):
        return
    script = (entry.script or "").rpartition("/")[2].removesuffix(".py")
    for server in entry.served():
        if server.framework == "flask":
            yield Problem(
                server.at,
                f"{server.application}.run starts Flask's server for development: its makers ask not to deploy it, as "
                "it is neither fast, stable nor secure",
                "install gunicorn, which imports the module without running it: "
                f'CMD ["gunicorn", "--bind", "0.0.0.0:{server.options.get("port", 5000) or 5000}", '
                f'"{script}:{server.application}"]',
            )
        elif server.options.get("reload") is True:
            yield Problem(
                server.at,
                "reload=True watches the files and starts the server anew: that is for development and costs a second "
                "process",
                "drop reload",
            )
    yield from _of_command(entry.main, on)


def _of_command(command: Command, on: Context) -> Iterator[Problem]:
    values = command.values
    module = values[1] if values[:1] == ("-m",) and len(values) > 1 else command.name
    if module == "flask" and "run" in values:
        yield Problem(
            command.at,
            "flask run starts Flask's server for development: its makers ask not to deploy it, as it is neither fast, "
            "stable nor secure",
            'install gunicorn: CMD ["gunicorn", "--bind", "0.0.0.0:5000", "app:app"]',
        )
    elif module == "fastapi" and "dev" in values:
        dev = next(word for word in command.arguments if word.value == "dev")
        yield Problem(
            command.at,
            "fastapi dev is for development: it watches the files and listens on 127.0.0.1 only",
            "write fastapi run",
            Fix("write fastapi run", (Edit(*dev.at, "run"),)) if dev.written in ("", "dev") else None,
        )
    elif module in ("uvicorn", "gunicorn", "hypercorn") and command.has("--reload"):
        option = next((word for word in command.arguments if word.value == "--reload"), None)
        gone = on.without(option.at) if option is not None else None
        yield Problem(
            command.at,
            f"--reload makes {module} watch the files and start anew: that is for development and costs a second "
            "process",
            "drop --reload",
            None if gone is None else Fix("drop --reload", (gone,)),
        )
    elif values[-1:] != ("--help",) and any((value or "").endswith("manage.py") for value in values[:1]):
        if "runserver" in values:
            yield Problem(
                command.at,
                "runserver is Django's server for development: its makers ask not to deploy it, as it is not secure",
                "install gunicorn and start the project's wsgi module with it",
            )
