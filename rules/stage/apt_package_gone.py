from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Related, Safety, Severity, listed, rule

LISTS = "/var/lib/apt/lists/downloaded"


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("apt-get & what is gone", "apt & what is gone"))
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked, base, build = command.asked, command.before.base, on.build
    if build is None or asked is None or asked.verb != "install" or base.os is None:
        return
    if not (command.fatal and command.certain):
        return
    gone = [word for word in asked.packages if on.world.apt_lacks((word.value or "").partition("=")[0], base.os)]
    # Any archive that is added may have it. Without package lists apt finds nothing: of that another rule speaks.
    bare = base.kind in ("distribution", "cuda", "python") and command.before.find(LISTS) is False
    if not gone or build.archives_before(command) != () or (bare and not command.has("--update", "-U")):
        return
    options = [word for word in gone if on.world.option_of_installers((word.value or "").partition("=")[0])]
    for word in options[:1]:
        name = word.value or ""
        yield Problem(
            word.at,
            f"apt takes {name} for a package, and no release has one of that name: the build stops",
            f"an option has two dashes (--{name.partition('=')[0]}), and one of pip's belongs to pip install",
        )
    gone = [word for word in gone if word not in options]
    if not gone:
        return
    names = list(dict.fromkeys(word.value or "" for word in gone))
    known = {name: instead for name in names if (instead := on.world.apt_instead(name)) is not None}
    fix = None
    if len(known) == len(names) and all(word.written == word.value for word in gone):
        edits = tuple(Edit(word.at.source, word.at.span, known[word.written]) for word in gone)
        fix = Fix(f"install {listed(list(dict.fromkeys(known.values())))}", edits, Safety.SAFE)
    family = base.os.rstrip("0123456789.")
    release = f"{family.capitalize()} {base.os[len(family) :]}"
    told = f" where {known[names[0]]} is the name to ask for," if known and len(names) == 1 else ""
    yield Problem(
        gone[0].at,
        f"apt finds {listed([f'no {name}' for name in names])} in {release},{told} and the build stops",
        remedy(names, known),
        fix,
        related=(
            *(Related(word.at, "nor this one") for word in gone[1:]),
            Related(base.at, f"stands on {release}"),
        ),
    )


def remedy(names: list[str], known: dict[str, str]) -> str:
    """What to ask for instead, and what to leave out."""
    dropped = [name for name in names if name not in known]
    if len(names) == 1:
        return f"install {known[names[0]]}" if known else "drop it, or begin from a release that has it"
    told = [f"install {listed([f'{one} for {name}' for name, one in known.items()])}"] if known else []
    if dropped:
        told.append(f"drop {listed(dropped)}, or begin from a release that has {'it' if len(dropped) == 1 else 'them'}")
    return "; ".join(told)
