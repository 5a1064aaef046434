from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, World, rule

# These ask for one torch, or are built against the one that is there: with a known torch they cannot bring another.
FOLLOWING = ("torchvision", "torchaudio", "torchtext", "triton", "xformers", "vllm", "flash-attn")


@rule(
    Install,
    Severity.WARNING,
    Outcome.RISK,
    when=(
        "torch",
        "torchvision",
        "torchaudio",
        "torchtext",
        "torchcodec",
        "torchdata",
        "xformers",
        "vllm",
        "flash-attn",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    state = install.command.before
    # NVIDIA's PyTorch images make pip obey a list of versions, and so may the environment.
    if "--dry-run" in install.options or state.base.kind == "ngc":
        return
    if install.command.env.get("PIP_CONSTRAINT") or state.variable("PIP_CONSTRAINT"):
        return
    # Of the nightly builds none stays: nightly-wheel says that.
    places = [*(one.url for one in install.indexes or ()), *(word.value for word in install.options.values())]
    if any("/whl/nightly" in (place or "") for place in places):
        return
    closed = {one.requirement.name for one in install.requested if not one.requirement.open} - {"torch"}
    if settled(install, on.world):
        closed |= {"torch", *FOLLOWING}
    found = [
        one
        for one in install.requested
        if one.requirement.kind == "named"
        and not one.constraint
        and one.requirement.marker is None
        and on.world.is_torch_family(one.requirement.name)
        and one.requirement.name not in closed
        # Where the shell takes `>=2` for a redirect unquoted-specifier says so.
        and one.at.source.text[one.at.span.end : one.at.span.end + 1] not in ("<", ">")
        and (one.requirement.clauses or not kept(install, one.requirement.name))
    ]
    for source in {id(one.at.source): one.at.source for one in found}.values():
        first, *others = [one for one in found if one.at.source is source]
        name = first.requirement.name
        names = [name, *(one.requirement.name for one in others)]
        shown = f"{', '.join(names[:-1])} and {names[-1]} have" if others else f"{name} has"
        now = "pin the version that works now"
        version = on.fitting(install, name)
        yield Problem(
            first.at,
            f"{shown} no exact version: the next build may take a newer one, made for another CUDA, Python or torch",
            f"{now}, such as {name}=={version}" if version else f"{now}: pip freeze in the built image names it",
            related=tuple(Related(one.at, f"{one.requirement.name} has none, either") for one in others),
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
    return urls or bool(install.torch_versions(world))


def kept(install: Install, name: str) -> bool:
    """Whether it is there already in a known version, and no option asks for a newer one."""
    if install.environment is None or any(option in install.options for option in ("--upgrade", "--force-reinstall")):
        return False
    there = install.environment.packages.get(name)
    return there is not None and there.version is not None
