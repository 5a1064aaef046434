"""Whether the transformers that an install takes uses the torch that is there, which it does not ask for."""

from __future__ import annotations

from torchlint.model.torch_names import BOUND, WITH_VISION
from torchlint.model.wheels import together
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Install, Requested
    from torchlint.model.torch_held import Change, Torch
    from torchlint.text import Place
    from torchlint.world import World

NAME = "transformers"

PLAIN = frozenset({"torch", "torchvision", "torchaudio", "pip", "setuptools", "wheel"})
"""What has no say in which transformers is chosen."""

LENIENT = frozenset({"numpy", "packaging", "pyyaml", "tqdm", "fsspec", "filelock", "pygments", "mdurl"})
"""What transformers asks for in releases so old that hardly anything keeps it older."""

RECENT = frozenset({"3.10", "3.11", "3.12", "3.13", "3.14"})
"""The Pythons that newest releases are for, or releases that need no more of other packages than these."""

CONTENT = frozenset({"bitsandbytes", "lightning", "pytorch-lightning"})
"""What `beside_transformers` says of which torch it takes, and which need no torchvision."""

ANEW = ("--upgrade", "--upgrade-strategy", "--force-reinstall", "--ignore-installed", "--reinstall", "--no-deps")
"""Options after which what is there may not stay, or what is asked for comes alone."""

HELD_BACK = ("--no-deps", "--resolution", "--exclude-newer", "--uploaded-prior-to", "--no-index")
"""Options after which it may not be the newest release that is taken."""


LOWER = (">=", ">", "!=")
"""What does not keep a package old."""


class Unused(NamedTuple):
    """A transformers that turns torch off. `requested`: what asks for it; `release`: of transformers; `newest`: it may
    be a newer one too; `least`: the torch that it wants; `torch`: what there is, asked for at `at`; `below`: the first
    release that wants more than that."""

    requested: Requested
    release: str
    newest: bool
    least: str
    torch: str
    at: Place | None
    below: str | None


def unused(install: Install, change: Change | None, world: World) -> Unused | None:
    """What `Context.unused_torch` answers."""
    shelf, python = install.shelf, install.python
    if install.tool not in ("pip", "uv") or shelf is None or not shelf.public or python is None or change is None:
        return None
    if any(option in install.options for option in HELD_BACK) or install.refused:
        return None
    after = change.before if _content(install, change) else change.after
    torch = _newest_of(after, world)
    bringing = [one for one in install.requested if _brings(one, python)]
    if torch is None or not bringing or any(NAME in kept.packages for kept in install.seen):
        return None
    named = [one for one in bringing if one.requirement.name == NAME]
    one = (named or bringing)[0]
    pin = install.pin(NAME)
    release = pin.version if pin is not None and named else None
    if release is not None and after is not change.after:
        return None
    if release is None:
        from torchlint.world.torch_floors import newest_transformers

        release = newest_transformers(python) if all(_open(other) for other in named) else None
        if release is None or not all(_leaves(install, other, torch, world) for other in install.requested):
            return None
    least = world.torch_floor(release)
    from torchlint.world.torch_floors import release_below, series

    if least is None or series(torch) >= series(least):
        return None
    return Unused(one, release, pin is None, least, torch, after.at, release_below(torch))


def _content(install: Install, change: Change) -> bool:
    """Whether all that may change the torch that is there are packages whose newest releases may take it as it is."""
    names = {one.requirement.name for one in install.requested if not one.constraint}
    bound = names & BOUND
    if not bound or not bound <= CONTENT or not names.isdisjoint((*WITH_VISION, "torch")) or not install.complete:
        return False
    return change.before.exact and install.command.certain and not any(one in install.options for one in ANEW)


def _brings(one: Requested, python: str) -> bool:
    from torchlint.world.torch_floors import beside_transformers

    requirement = one.requirement
    if one.constraint or requirement.marker or requirement.kind != "named":
        return False
    known = beside_transformers(requirement.name, python)
    return requirement.name == NAME or (known is not None and known[1] and _open(one) and not requirement.extras)


def _open(one: Requested) -> bool:
    """Whether it lets the newest release through."""
    return all(clause.operator in LOWER for clause in one.requirement.clauses)


def _leaves(install: Install, one: Requested, torch: str, world: World) -> bool:
    """Whether a requirement surely leaves transformers its newest release, and torch as it is."""
    from torchlint.world.torch_floors import beside_transformers, transformers_wants

    requirement = one.requirement
    name = requirement.name
    wanted = transformers_wants(name)
    if (name in PLAIN and not requirement.extras) or (name == NAME and _open(one) and not requirement.extras):
        return True
    if requirement.marker or requirement.kind != "named" or name == NAME:
        return False
    if wanted is not None:
        asked = together((wanted,))
        ends = [clause.version.removesuffix(".*") for clause in requirement.clauses if clause.operator not in LOWER]
        return _open(one) or (asked is not None and all(asked.contains(end) for end in ends) and name in LENIENT)
    if one.constraint:
        return True
    asking = f"{name}[{','.join(sorted(requirement.extras))}]" if requirement.extras else name
    known = beside_transformers(asking, install.python or "")
    if known is not None and _open(one):
        asked = together((known[0],))
        return asked is not None and asked.contains(torch)
    pin = install.pin(name)
    newest = ">=" if _open(one) and (install.python or "") in RECENT else ""
    brought = world.may_bring((f"{asking}=={pin.version}" if pin is not None else asking + newest,))
    if brought is None or not brought.isdisjoint(("torch", NAME)):
        return False
    return all(other in LENIENT or transformers_wants(other) is None for other in brought)


def _newest_of(torch: Torch, world: World) -> str | None:
    """The newest release that a torch may be; None if there is none or that is not known."""
    if not torch.there or torch.version is None:
        return None
    if torch.exact:
        release = world.torch_release(torch.version.partition("+")[0])
        return release.version if release is not None else None
    asked = together((torch.version,)) if any(sign in torch.version for sign in "<~") else None
    if asked is None or asked.contains("999"):
        return None
    return next((one for one in reversed(world.torch_releases()) if asked.contains(one)), None)
