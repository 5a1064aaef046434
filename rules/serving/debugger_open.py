from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Place, Problem, Related, Severity, Span, rule

EVERYWHERE = ("0.0.0.0", "::")
SAID = (
    "Flask's debugger is on and the server listens on every address: the page of an error shows every visitor code "
    "of the program, and lets {} run their own in the container"
)
TRUE = ("1", "true", "yes", "on", "t", "y")


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
    ),
)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    variable = next((entry.state.env[name] for name in ("FLASK_DEBUG", "FLASK_ENV") if name in entry.state.env), None)
    set_by = None if variable is None or not _is_on(variable.value) else variable
    related = () if set_by is None or set_by.at is None else (Related(set_by.at, "this turns it on"),)
    for server in entry.served():
        debug = server.options.get("debug", set_by is not None)
        shown = server.options.get("use_debugger", True)
        if server.framework != "flask" or debug is not True or shown is not True or not server.known:
            continue
        if server.options.get("host") in EVERYWHERE:
            yield Problem(
                server.at,
                SAID.format(_console(entry)),
                "drop debug=True" if not related else "set debug=False",
                _switched_off(server.at) if server.options.get("debug") is True else None,
                related=() if "debug" in server.options else related,
            )
    command = entry.main
    if command is None or "run" not in command.values:
        return
    if command.name != "flask" and command.values[:2] != ("-m", "flask"):
        return
    debug = command.has("--debug") or (set_by is not None and not command.has("--no-debug", "--no-debugger"))
    values = [value or "" for value in command.values]
    host = next((values[number + 1] for number in range(len(values) - 1) if values[number] in ("-h", "--host")), None)
    host = host or next((value[7:] for value in values if value.startswith("--host=")), None)
    if host is None and "FLASK_RUN_HOST" in entry.state.env:
        host = entry.state.env["FLASK_RUN_HOST"].value
    option = next((word for word in command.arguments if word.value == "--debug"), None)
    gone = on.without(option.at) if option is not None else None
    if debug and host in EVERYWHERE:
        yield Problem(
            command.at,
            SAID.format(_console(entry)),
            "drop --debug" if command.has("--debug") else "drop the variable that turns it on",
            None if gone is None or set_by is not None else Fix("drop --debug", (gone,)),
            related=() if command.has("--debug") else related,
        )


def _console(entry: Entry) -> str:
    """Who may use the console in the page; the PIN is in the log, and made from facts of the machine."""
    pin = entry.state.env.get("WERKZEUG_DEBUG_PIN")
    return "them" if pin is not None and pin.value == "off" else "those who have or guess its PIN"


def _is_on(value: str | None) -> bool:
    return (value or "").lower() in (*TRUE, "development")


def _switched_off(call: Place) -> Fix | None:
    """The edit of the one argument in a call that turns the debugger on."""
    source, (start, end) = call
    if source.text.count("debug=True", start, end) != 1:
        return None
    begin = source.text.index("debug=True", start, end)
    return Fix("write debug=False", (Edit(source, Span(begin, begin + len("debug=True")), "debug=False"),))
