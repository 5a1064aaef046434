from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Safety, Severity, Span, rule

HOST = "https://bootstrap.pypa.io/"


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("curl", "wget"), mentions=("bootstrap.pypa.io/pip/",), by_date=True)
def check(command: Command, on: Context) -> Iterator[Problem]:
    if on.world.stale or command.name not in ("curl", "wget"):
        return
    for word in command.arguments:
        url = word.value or ""
        minor = url.removeprefix(f"{HOST}pip/").removesuffix("/get-pip.py")
        parts = minor.split(".")
        if url != f"{HOST}pip/{minor}/get-pip.py" or len(parts) != 2 or not all(map(str.isdecimal, parts)):
            continue
        if on.world.get_pip_script(minor) is not None or not (command.fatal and command.certain):
            continue
        # Without -f curl takes the error page for the script, and only the Python that runs it stops.
        sure = command.name == "wget" or command.has("--fail") or any(_fails(value) for value in command.values)
        current = f"{HOST}get-pip.py"
        newer = int(parts[0]) == 3 and int(parts[1]) > 9
        start = command.at.source.text.find(url, *word.at.span)
        edit = Edit(command.at.source, Span(start, start + len(url)), current)
        yield Problem(
            word.at,
            f"there is no {url}, {'and the build stops' if sure else 'and an error page is saved in its place'}: "
            "folders are for the Pythons that the current script has left behind",
            f"fetch {current}" if newer else "correct the version",
            Fix("fetch the current script", (edit,), Safety.SAFE) if newer and start >= 0 else None,
        )
        return


def _fails(value: str | None) -> bool:
    return (value or "")[:1] == "-" and (value or "")[1:2] != "-" and "f" in (value or "")
