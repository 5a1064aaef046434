from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Related, Severity, Span, rule

SHOWN = 3


@rule(
    Command,
    Severity.INFO,
    Outcome.RISK,
    when=("apt-get & a version", "apt & a version", "aptitude & a version"),
    by_date=True,
)
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked = command.asked
    if asked is None or asked.verb != "install" or on.build is None:
        return
    found: dict[str, Place] = {}
    for word in asked.packages:
        name, equals, version = (word.value or "").partition("=")
        # A repository of its own may keep what it had; Debian's and Ubuntu's do not.
        if (
            equals
            and version
            and "*" not in version
            and on.world.apt_brings(name) is not None
            and "$" not in word.written
        ):
            found[f"{name}={version}"] = word.at
    text = on.build.source.text
    if not found or "snapshot.debian" in text or "snapshot.ubuntu" in text:
        return
    # What has ended gets no next version.
    os = command.before.base.os
    if os is not None and on.world.system_ended(os) is not None:
        return
    names = list(found)
    edits = [drop(at, name) for name, at in found.items()]
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    yield Problem(
        found[names[0]],
        f"{', '.join(names[:SHOWN])}{more} {'may' if os is None else 'will'} not stay: the archive drops a version "
        "when it has the next one, and then the build stops",
        "leave the version out, or pin all of them by a snapshot of the archive",
        fix=Fix("leave the versions out", tuple(one for one in edits if one is not None)) if all(edits) else None,
        related=tuple(Related(found[name], f"{name} as well") for name in names[1:]),
    )


def drop(at: Place, name: str) -> Edit | None:
    """The word without its version, if it stands there as it is."""
    start = at.span.start + name.index("=")
    return Edit(at.source, Span(start, at.span.end), "") if at.source.show(at.span) == name else None
