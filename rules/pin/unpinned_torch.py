from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, World, listed, rule

# These ask for one torch, or are built against the one that is there: with a known torch they cannot bring another.
FOLLOWING = ("torchvision", "torchaudio", "torchtext", "triton", "xformers", "vllm", "flash-attn")
RELEASED_WITH = ("torchvision", "torchaudio", "torchtext", "vllm")
"""What has wheels for the Pythons of the torch that each release is for, or takes one torch only."""


MADE_FOR_TORCH = ("torch", "torchvision", "torchaudio", "torchtext", "torchcodec", "xformers", "vllm", "flash-attn")


@rule(Install, Severity.WARNING, Outcome.RISK, when=MADE_FOR_TORCH)
def check(install: Install, on: Context) -> Iterator[Problem]:
    state = install.command.before
    # NVIDIA's PyTorch images make pip obey a list of versions, and so may the environment.
    if "--dry-run" in install.options or state.base.kind == "ngc":
        return
    if install.command.env.get("PIP_CONSTRAINT") or state.variable("PIP_CONSTRAINT"):
        return
    # Where no newer one comes, each build takes the same.
    shelf = install.shelf
    if shelf is not None and not shelf.public and shelf.variants and all(map(on.world.ended_index, shelf.variants)):
        return
    # Of the nightly builds none stays: nightly-wheel says that.
    places = [*(one.url for one in install.indexes or ()), *(word.value for word in install.options.values())]
    if any("/whl/nightly" in (place or "") for place in places):
        return
    closed = {one.requirement.name for one in install.requested if not one.requirement.open} - {"torch"}
    if settled(install, on.world):
        closed |= {"torch", *FOLLOWING}
    # It is of one of those that are there, if nobody knows which.
    there = {one.python.value for one in state.environments.values()} if state.base.os else set()
    pythons = there if install.python is None else {install.python}
    last = {
        name
        for name in ("torch", *RELEASED_WITH, "xformers", "torchcodec")
        if pythons and all(one is not None and left_behind(name, one, on.world) for one in pythons)
    }
    found = [
        one
        for one in install.requested
        if one.requirement.kind == "named"
        and not one.constraint
        # What a project itself declares is a range by nature, and no place for a pin.
        and not one.declared
        and one.requirement.marker is None
        and on.world.is_torch_family(one.requirement.name)
        and one.requirement.name not in closed
        # Where the shell takes `>=2` for a redirect unquoted-specifier says so.
        and one.at.source.text[one.at.span.end : one.at.span.end + 1] not in ("<", ">")
        and not kept(install, one.requirement.name, on)
    ]
    # Of these unpinned-companion says what comes.
    displacing = [one.requested for one in on.displacing(install)] if found else []
    found = [one for one in found if one not in displacing]
    # What goes on moving is worth more words than what only another Python would move.
    still = bool(found) and all(one.requirement.name in last for one in found)
    found = found if still else [one for one in found if one.requirement.name not in last]
    for source in {id(one.at.source): one.at.source for one in found}.values():
        first, *others = [one for one in found if one.at.source is source]
        name = first.requirement.name
        names = [name, *(one.requirement.name for one in others)]
        shown = f"{listed(names)} have" if others else f"{name} has"
        version = on.fitting(install, name)
        fetched = any(on.stays(install, one) is False for one in names)
        now = "pin the version that works now"
        if not fetched:
            now = f"where {state.base.name or 'the base'} does not bring {'them' if others else 'it'}, {now}"
        # Where all wheels are for the CPU no CUDA comes.
        lean = shelf is not None and not shelf.public and shelf.variants == ("cpu",) and not shelf.everything
        moved = "Python or torch" if lean else "CUDA, Python or torch"
        what = f"the next build may take a newer one, made for another {moved}"
        if still:
            old = " or ".join(sorted(one for one in pythons if one is not None))
            what = f"Python {old} gets the last one made for it, and a newer Python a newer one"
        yield Problem(
            first.at,
            f"{shown} no exact version: {what}",
            f"{now}, such as {name}=={version}" if version else f"{now}: pip freeze in the built image names it",
            related=tuple(Related(one.at, f"{one.requirement.name} has none, either") for one in others),
            severity=None if fetched and not still else Severity.INFO,
        )


def settled(install: Install, world: World) -> bool:
    """Whether it can take one torch only, or one of a list that is closed: of torch's own clauses or a companion's."""
    for one in install.requested:
        for operator, version, _ in one.requirement.clauses:
            exact = operator in ("==", "===")
            if one.requirement.name == "torch" and (exact or (operator == "~=" and version.count(".") > 1)):
                return True
            companion = world.companion(one.requirement.name, version.partition("+")[0]) if exact else None
            if companion is not None and companion.torch_exact is not None and not one.constraint:
                return True
    urls = any(one.requirement.name == "torch" and one.requirement.kind != "named" for one in install.requested)
    words = (word.written.strip("\"'") for word in install.command.words if word.value is None)
    return urls or any(map(told, words)) or bool(install.torch_versions(world))


def told(word: str) -> bool:
    """Whether a word with a variable in it asks for one torch, whichever that is."""
    return word.startswith(("torch==", "torch~=")) or (word.endswith(".whl") and "/torch-" in f"/{word}")


def left_behind(name: str, python: str, world: World) -> bool:
    """Whether no newer release has anything for that Python."""
    if not world.torch_ended(python) or name == "torch" or name in RELEASED_WITH:
        return bool(world.torch_ended(python))
    newest = world.companion(name, world.releases(name)[-1])
    return newest is not None and not newest.runs_on(python)


def kept(install: Install, name: str, on: Context) -> bool:
    """Whether it may be there already and stay, other than in a base that is not known."""
    stays = on.stays(install, name)
    return stays is True or (stays is None and install.command.before.base.kind is not None)
