from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Safety, Severity, Span, rule

FOR_SETUP = ("-C", "--config-setting", "--config-settings")
NO_RELEASE = "0"


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "--global-option",
        "--install-option",
        "--build-option",
        "--no-use-pep517",
        "--egg",
        "--process-dependency-links",
        "--allow-external",
        "--allow-unverified",
        "--allow-all-external",
        "--use-wheel",
        "--no-use-wheel",
        "--use-mirrors",
        "--download-cache",
        "--always-unzip",
        "--use-feature",
        "--use-deprecated",
        "-y",
        "--yes",
        "--assume-yes",
        "--no-install-recommends",
        "-Y",
        "--silent",
        "--no-cached-dir",
        "--no-cache-dirs",
        "--quite",
        "--reinstall",
        "--fix-missing",
        "--no-confirm",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    if install.tool != "pip" or not install.stops_build:
        return
    for name, word in install.options.items():
        valued = f"{name}={word.value}"
        shown = valued if on.world.pip_option_gone(valued) is not None else name
        known = on.world.pip_option_gone(shown)
        if known is None:
            continue
        never = known[0] == NO_RELEASE
        pip = ("pip", None) if never else on.pip_from(install, known[0])
        if pip is None:
            continue
        said, at = pip
        words = install.command.words
        # What setup.py is told through another option may look like one of pip's own.
        own = (n for n, one in enumerate(words) if one.written.lstrip("\"'").split("=")[0] == name)
        written = next((words[n] for n in own if words[n - 1].value not in FOR_SETUP), word)
        instead = f"write {known[1]} for it" if known[1] else f"drop {shown}"
        yield Problem(
            written.at,
            f"{said} has no {shown}{'' if never else ' any more'}: it stops, and the build with it",
            instead if never else f"{instead}, or install pip<{known[0]} before",
            _fix(name, written.at, known[1]) if (never or not known[1]) and written.at == word.at else None,
            related=() if at is None else (Related(at, f"brings {said}"),),
        )
        return


def _fix(name: str, at: Place, instead: str) -> Fix | None:
    """The command with the right option, or without the wrong one."""
    source, span = at
    if instead:
        edit = Edit(source, span, instead)
        return Fix(f"write {instead}", (edit,), Safety.SAFE) if source.show(span) == name else None
    if source.text[span.start - 1 : span.end] != f" {name}":
        return None
    return Fix(f"drop {name}", (Edit(source, Span(span.start - 1, span.end), ""),), Safety.SAFE)
