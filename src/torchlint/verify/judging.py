"""Where a prediction and the built image differ: each difference is a mistake of torchlint's own."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.outlook import Outlook
    from torchlint.verify.port import Image, Started
    from torchlint.verify.probe import Answer
    from torchlint.verify.program import Program

ABSENT = "absent"


class Difference(NamedTuple):
    """`what`: "python", "torch", "user" …; `predicted` and `real`: as people write them."""

    what: str
    predicted: str
    real: str


def differences(
    outlook: Outlook, image: Image, program: Program | None, answer: Answer | None, started: Started | None
) -> Iterator[Difference]:
    """What is known on both sides and not the same."""
    stage, entry = outlook.final.stage, outlook.final.entry
    user = image.user or "root"
    if stage.user is not None and _name(stage.user) != _name(user) and {stage.user, user} != {"root", "0"}:
        yield Difference("user", stage.user, user)
    if stage.workdir is not None and stage.workdir.startswith("/") and stage.workdir != image.workdir:
        yield Difference("workdir", stage.workdir, image.workdir)
    if program is not None and entry.resolved_path is not None and program.path is None:
        yield Difference("program", entry.resolved_path, ABSENT)
    if started is not None and entry.starts is False and started.state in ("running", "healthy"):
        yield Difference("start", f"it cannot start: {entry.why}", started.state)
    if started is not None and entry.starts is True and started.state == "refused":
        yield Difference("start", "it starts", (started.log or ("refused",))[-1])
    if answer is not None:
        yield from _of_python(outlook, answer)


def _of_python(outlook: Outlook, answer: Answer) -> Iterator[Difference]:
    stage = outlook.final.stage
    if stage.python not in (None, answer.python):
        yield Difference("python", str(stage.python), answer.python)
        return
    if answer.packages is not None:
        real = answer.packages.get("torch")
        if stage.torch == ABSENT and real is not None:
            yield Difference("torch", ABSENT, real)
        elif stage.torch not in (None, ABSENT) and real is None:
            yield Difference("torch", str(stage.torch), ABSENT)
        elif real is not None and stage.torch is not None and stage.torch[:1].isdigit():
            if not _same(stage.torch, real):
                yield Difference("torch", stage.torch, real)
    if answer.torch is not None and None not in (stage.torch_cuda, answer.torch.cuda):
        if stage.torch_cuda != answer.torch.cuda:
            yield Difference("torch's CUDA", str(stage.torch_cuda), str(answer.torch.cuda))
    held = {one.prefix: one for one in stage.environments}.get(answer.prefix)
    for package in held.packages if held is not None and answer.packages is not None else ():
        real = (answer.packages or {}).get(package.name)
        if real is None:
            yield Difference(package.name, package.version, ABSENT)
        elif package.version[:1].isdigit() and not _same(package.version, real):
            yield Difference(package.name, package.version, real)


def _name(user: str) -> str:
    return user.partition(":")[0]


def _same(predicted: str, real: str) -> bool:
    """Whether two versions are the same where the prediction names no local label."""
    from packaging.version import InvalidVersion, Version

    try:
        one, other = Version(predicted), Version(real)
    except InvalidVersion:
        return predicted == real
    return one == other if one.local is not None else one.public == other.public
