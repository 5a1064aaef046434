"""Whether two predictions are the same where it counts: the proof that a fix is safe, or what it may change."""

from __future__ import annotations

from torchlint.model.outlook import outlook
from torchlint.model.snapshot import named
from torchlint.record import NamedTuple
from torchlint.text import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torchlint.model.build import Build, Stage
    from torchlint.model.environment import Distribution, Environment
    from torchlint.model.outlook import Installed, Outlook, StageOutlook
    from torchlint.model.snapshot import Launch, Snapshot, Variable
    from torchlint.world import World


class Answer(NamedTuple):
    """One thing that is predicted. `value` None: not known. `content`: it is what is installed, not how it starts."""

    what: str
    value: str | None
    content: bool


class Comparison(NamedTuple):
    """`compared`: how many answers were known before. `differences`: what became of the others, in words."""

    compared: int
    differences: tuple[str, ...]


def compare(
    before: Build, after: Build, world: World, *, content_only: bool = False, every_stage: bool = False
) -> Comparison:
    """Interpreter, packages, entry, user and environment of the shipped stages before and after.

    What is not known before is not compared; what is no longer known afterwards is a difference. `content_only`: not
    how it starts. `every_stage`: of those that are not shipped, too.
    """
    old, new = (_answers(build, world, every_stage=every_stage) for build in (before, after))
    compared = 0
    differences: list[str] = []
    for key, answer in old.items():
        if answer.value is None or (content_only and not answer.content):
            continue
        compared += 1
        now = new.get(key)
        if now is None or now.value is None:
            differences.append(f"{answer.what} {_told(answer.value)} is no longer known")
        elif now.value != answer.value:
            differences.append(f"{answer.what} {_told(answer.value)} becomes {_told(now.value)}")
    for key, answer in new.items():
        if key not in old and answer.value is not None and (answer.content or not content_only):
            differences.append(f"{answer.what} {_told(answer.value)} is new")
    return Comparison(compared, tuple(dict.fromkeys(differences)))


_MOST_SHOWN = 60


def _told(value: str) -> str:
    value = decoded(value)
    return value if len(value) <= _MOST_SHOWN else f"{value[:_MOST_SHOWN]}…"


def _answers(build: Build, world: World, *, every_stage: bool) -> dict[tuple[str, ...], Answer]:
    """Everything about the images, by a name that no change of the file moves."""
    found: dict[tuple[str, ...], Answer] = {}
    if not build.stages:
        return found
    view = outlook(build, world)
    wanted = range(len(build.stages)) if every_stage else sorted(build.shipped)
    for number, index in enumerate(wanted):
        stage = build.stages[index]
        final = index == view.final.stage.number
        for key, answer in (*_of_stage(stage, view), *_of_state(stage.final), *(_of_entry(view) if final else ())):
            found[(str(number), *key)] = answer
    return found


# Which python and torch are meant here depends on PATH, which like USER belongs to how it starts.
_OF_STAGE = {"base": True, "python": False, "torch": False, "torch_cuda": False, "cuda_toolkit": True, "user": False}


def _of_stage(stage: Stage, view: Outlook) -> Iterator[tuple[tuple[str, ...], Answer]]:
    seen: StageOutlook = view.stages[stage.index]
    for name, content in _OF_STAGE.items():
        yield (name,), Answer(name.replace("_", " "), getattr(seen, name), content)
    for installed, key in zip(seen.environments, stage.final.environments, strict=True):
        yield from _of_environment(installed, stage.final.environments[key])


def _of_environment(installed: Installed, environment: Environment) -> Iterator[tuple[tuple[str, ...], Answer]]:
    prefix = environment.prefix
    yield (prefix,), Answer("the environment", installed.prefix, True)
    yield (prefix, "python"), Answer(f"python of {installed.prefix}", installed.python, True)
    yield (prefix, "torch"), Answer(f"torch of {installed.prefix}", _both(installed), True)
    if environment.complete:
        yield (prefix, "complete"), Answer(f"what else {installed.prefix} holds:", "nothing", True)
    for one in environment.packages.values():
        yield (prefix, "packages", one.name), Answer(one.name, _release(one), True)


def _both(installed: Installed) -> str | None:
    return None if installed.torch is None else f"{installed.torch} ({installed.torch_cuda or 'CUDA unknown'})"


def _release(one: Distribution) -> str:
    version = one.version or one.specifier or "of any version"
    return f"{version} ({one.variant})" if one.variant else version


def _of_entry(view: Outlook) -> Iterator[tuple[tuple[str, ...], Answer]]:
    entry, final = view.final.entry, view.final.stage
    starts = None if entry.starts is None else "yes" if entry.starts else "no"
    answers = {
        "program": entry.program,
        "its path": entry.resolved_path,
        "its environment": entry.environment,
        "script": entry.script,
        "starts": starts,
        "its python": final.python,
        "its torch": final.torch,
        "its torch CUDA": final.torch_cuda,
    }
    for what, value in answers.items():
        yield ("entry", what), Answer(what, value, False)


def _of_state(state: Snapshot) -> Iterator[tuple[tuple[str, ...], Answer]]:
    yield ("entrypoint",), Answer("ENTRYPOINT", _launch(state.entrypoint), False)
    yield ("cmd",), Answer("CMD", _launch(state.cmd), False)
    folder = state.workdir.value
    yield ("folder",), Answer("working directory", folder if folder is None or named(folder) else None, False)
    yield from _variables(state.env)
    for name in state.packages:
        yield ("system", name), Answer(f"system package {name}", "present", True)


def _variables(env: Mapping[str, Variable]) -> Iterator[tuple[tuple[str, ...], Answer]]:
    for name, variable in env.items():
        yield ("variable", name), Answer(f"variable {decoded(name)}", variable.value, False)


def _launch(launch: Launch | None) -> str | None:
    """What is started, as one text; None when that cannot be known."""
    if launch is None:
        return "not set"
    if launch.words is not None:
        values = [word.value for word in launch.words]
        return None if None in values else f"{values}"
    if launch.text is None:
        return None
    shell = " ".join(launch.shell or ("/bin/sh", "-c"))
    return f"{shell} {launch.text.text}"
