from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule

OVERRIDING = ("--override", "--overrides", "--no-deps")


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "torch<",
        "torch~=",
        "torchvision==",
        "torchvision<",
        "torchvision~=",
        "torchaudio==",
        "torchaudio<",
        "torchaudio~=",
        "torchtext",
        "xformers==",
        "xformers<",
        "xformers~=",
        "vllm==",
        "vllm<",
        "vllm~=",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    if not install.stops_build or not install.refuses_conflicts or any(one in install.options for one in OVERRIDING):
        return
    clash = on.clash(install)
    if clash is None or any(install.has(one.requirement.name) is not False for one in clash.requested):
        return
    first, last = clash.requested[0], clash.requested[-1]
    name, specifier = last.requirement.name, shown(last.requirement.specifier)
    wanted, other = described(clash.wants[-1]), described(clash.wants[0])
    first_name, first_asked = first.requirement.name, shown(first.requirement.specifier)
    if first is last and name == "torch":
        message, helps = f"no release of torch is {specifier}", "ask for releases that there are"
    elif first is last:
        message, helps = f"{name} {specifier} wants a torch that no public index has", f"ask for another {name}"
    elif first_name == "torch":
        message = f"{name} {specifier} is made for torch {wanted}, and {first_asked} is asked for"
        helps = f"ask for the {name} that is made for that torch, or leave its version open"
    else:
        message = f"{name} {specifier} is made for torch {wanted}, {first_name} {first_asked} for {other}"
        helps = "ask for releases that are made for the same torch"
    yield Problem(
        last.at,
        f"{message}: {install.tool} finds no solution and the build stops",
        helps,
        related=() if first is last else (Related(first.at, f"{first_name} is asked for here"),),
    )


def shown(specifier: str) -> str:
    only = specifier.removeprefix("==")
    return specifier.replace(",", ", ") if "," in specifier or only == specifier or "*" in only else only


def described(wants: tuple[str, ...]) -> str:
    if not wants or wants[0] == wants[1]:
        return "".join(wants[:1])
    return f"{wants[0]} and newer" if wants[1] == "newer" else f"{wants[0]} to {wants[1]}"
