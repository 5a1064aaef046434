from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Entry, Outcome, Problem, Related, Severity, rule

FOLDERS = (
    *("HF_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "TRANSFORMERS_CACHE", "SENTENCE_TRANSFORMERS_HOME"),
    *("TORCH_HOME", "TORCH_EXTENSIONS_DIR", "TORCHINDUCTOR_CACHE_DIR", "TRITON_CACHE_DIR", "XDG_CACHE_HOME"),
)
"""Variables that name a folder which is written while the program runs."""

OPENING = ("chmod", "chown", "chgrp", "setfacl", "usermod", "useradd", "adduser")


@rule(Entry, Severity.WARNING, Outcome.RUN, when=("user",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    user, state = entry.state.user, entry.state
    name = (user.value or "").partition(":")[0]
    if not name or name in ("root", "0") or user.at is None or on.build is None:
        return
    if state.base.kind not in ("python", "cuda", "pytorch", "distribution") or _opened(entry, on):
        return
    for variable in FOLDERS:
        known = state.env.get(variable)
        if known is None or known.at is None or not f"{known.value}/".startswith("/root/"):
            continue
        yield Problem(
            known.at,
            f"user {name} may not enter /root, where {variable} lies: the first use of it ends with a PermissionError",
            f"name a folder of that user, such as /home/{name}/.cache, or a volume",
            related=(Related(user.at, "this user"),),
        )


def _opened(entry: Entry, on: Context) -> bool:
    """Whether a step may let others into /root, or give it to another."""
    steps = [step for stage in (on.build.lineage(entry.stage) if on.build else ()) for step in stage.steps]
    return any(
        command.unknown
        or (
            command.name in OPENING
            and any(value is None or "/root" in value or value == "/" for value in command.values)
        )
        for step in steps
        for command in step.commands
    )
