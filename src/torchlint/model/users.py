"""Which users and groups there are."""

from __future__ import annotations

from torchlint.model.files import Found
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.snapshot import Snapshot


class Account(NamedTuple):
    """What is known of a user who was created here. `made`: the home folder surely was made with him."""

    home: str | None
    made: bool = False


def home_of(state: Snapshot, user: str | None) -> str | None:
    """The home folder of a user as USER names him, "name" or "name:group"; None when unknown."""
    name = (user or "").partition(":")[0]
    if name in ("root", "0"):
        return "/root"
    own = account_of(state, name)
    return own.home if own is not None else None


def account_of(state: Snapshot, name: str) -> Account | None:
    """The account of that name that was created here; None when there is none or that cannot be known."""
    found = state.find(f"/etc/passwd/{name}") if name else None
    return found.content if isinstance(found, Found) and isinstance(found.content, Account) else None


def account(state: Snapshot, name: str, *, group: bool = False) -> bool | None:
    """Whether a user or group of that name or number is there; None when that cannot be known."""
    from torchlint.world.accounts import system_account

    if name.isdigit() or system_account(name):
        return True
    listed = "/etc/group" if group else "/etc/passwd"
    known = state.find(listed)
    if isinstance(known, Found) and known.at is not None and known.kind == "file":
        # Written or copied as a file: nobody looks into it.
        return None
    answer = state.find(f"{listed}/{name}")
    return True if isinstance(answer, Found) else answer


def missing_account(state: Snapshot) -> str:
    """The account that USER names and that surely is not there, as "user app" or "group web"; "" if there is none."""
    name, _, group = (state.user.value or "").partition(":")
    if "<" in name + group:
        return ""
    if name and state.account(name) is False:
        return f"user {name}"
    return f"group {group}" if group and state.account(group, group=True) is False else ""
