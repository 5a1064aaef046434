from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Safety, Severity, Span, rule

VERBS = frozenset(
    "install reinstall remove purge update upgrade dist-upgrade full-upgrade autoremove auto-remove clean autoclean "
    "build-dep".split()
)

PROGRAMS = frozenset(
    "add-apt-repository apt-get apt-key cd chmod chown conda cp echo export find groupadd ldconfig ln "
    "locale-gen mkdir mv pip pip2 pip3 poetry rm rmdir tee touch update-alternatives update-ca-certificates useradd "
    "usermod uv".split()
)
"""No packages: among these they begin a command of its own."""


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("apt-get & rare option", "apt & rare option"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked, base = command.asked, command.before.base
    if asked is None or asked.verb not in VERBS or not (command.fatal and command.certain):
        return
    # ALT Linux has an apt-get of its own.
    if not (base.os or "").startswith(("debian", "ubuntu")) and base.kind not in ("pytorch", "ngc"):
        return
    value = False
    for word in command.arguments:
        text = word.value
        if text == "--" or (text is None and not value):
            # What a variable holds may end the options, or take the next word.
            return
        if value or text is None or text == "-" or not text.startswith("-"):
            value = False
            continue
        unknown = on.world.apt_option_unknown(text)
        if unknown is not None:
            wrong, meant = unknown
            program = _program(command, word.at)
            if program is not None:
                name, at = program
                edit = Edit(at.source, Span(at.span.start, at.span.start), "&& ")
                yield Problem(
                    word.at,
                    f"{command.name} takes {name} for a package and does not understand {wrong}: it stops, and the "
                    "build with it",
                    f"write && before {name}",
                    Fix(f"make {name} a command of its own", (edit,)),
                )
                return
            yield Problem(
                word.at,
                f"{command.name} does not understand {wrong}: it stops, and the build with it",
                f"write {meant}" if meant else f"drop {wrong}",
                _fix(word.at, text, wrong, meant),
            )
            return
        value = on.world.apt_option_takes_next(text)


def _program(command: Command, option: Place) -> tuple[str, Place] | None:
    """The last program's name among the packages above an option, and where it stands."""
    asked = command.asked
    for word in reversed(asked.packages if asked is not None and asked.verb == "install" else ()):
        value = word.value or ""
        if word.at.source is option.source and word.at.span.end < option.span.start and value in PROGRAMS:
            return (value, word.at) if word.at.source.show(word.at.span) == value else None
    return None


def _fix(at: Place, text: str, wrong: str, meant: str | None) -> Fix | None:
    """The command with the right option, or without the wrong one."""
    source, span = at
    if meant is None or "=" in text or source.show(span) != text:
        return None
    if meant:
        # In -Yq only the one letter is wrong.
        right = text.replace(wrong[1], meant[1], 1) if len(wrong) == 2 else meant
        return Fix(f"write {right}", (Edit(source, span, right),), Safety.SAFE)
    if source.text[span.start - 1] != " ":
        return None
    return Fix(f"drop {wrong}", (Edit(source, Span(span.start - 1, span.end), ""),), Safety.SAFE)
