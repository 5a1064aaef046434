from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Related, Safety, Severity, rule

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
    word = gone[0]
    name, family = word.value or "", base.os.rstrip("0123456789.")
    if on.world.option_of_installers(name.partition("=")[0]):
        yield Problem(
            word.at,
            f"apt takes {name} for a package, and no release has one of that name: the build stops",
            f"an option has two dashes (--{name.partition('=')[0]}), and one of pip's belongs to pip install",
        )
        return
    instead = on.world.apt_instead(name)
    fix = None
    if instead is not None and word.written == name:
        fix = Fix(f"install {instead}", (Edit(word.at.source, word.at.span, instead),), Safety.SAFE)
    release = f"{family.capitalize()} {base.os[len(family) :]}"
    told = f" where {instead} is the name to ask for," if instead is not None else ""
    yield Problem(
        word.at,
        f"apt finds no {name} in {release},{told} and the build stops",
        f"install {instead}" if instead is not None else "drop it, or begin from a release that has it",
        fix,
        related=(Related(base.at, f"stands on {release}"),),
    )
