"""One file, one engine: how far the evidence goes, and what stopped it."""

from __future__ import annotations

import os
import tempfile

from torchlint.record import NamedTuple
from torchlint.syntax.dockerfile.directives import is_foreign
from torchlint.verify.evidence import Evidence
from torchlint.verify.guard import Guard
from torchlint.verify.judging import differences
from torchlint.verify.port import LABEL, Order
from torchlint.verify.probe import ask
from torchlint.verify.program import program, python_of, python_on_path
from torchlint.verify.staging import Refused, stage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.build import Build
    from torchlint.model.outlook import Outlook
    from torchlint.verify.judging import Difference
    from torchlint.verify.port import Built, Engine, Heard, Image, Started
    from torchlint.verify.probe import Answer
    from torchlint.verify.program import Program
    from torchlint.verify.resolve import Resolved

FAILED_STATES = ("failed", "refused")


class Asked(NamedTuple):
    """How far to go and under which conditions. `seconds`: for the build; `watched`: for the container, in seconds."""

    level: Evidence = Evidence.RAN
    network: str = "default"
    platform: str | None = None
    target: str | None = None
    build_args: tuple[tuple[str, str], ...] = ()
    pull: bool = True
    seconds: float = 1800.0
    watched: float = 10.0
    gpus: bool = False
    keep: bool = False


class Verdict(NamedTuple):
    """`proven`: the level that was asked for was reached; None: this cannot be told here, and `why` says so.

    `reached`: the level that holds. `why`: what stopped it, "" if nothing did. `differences`: torchlint's own mistakes.
    `resolved`: the installs that were looked up, at the level of that name.
    """

    reached: Evidence
    proven: bool | None
    why: str
    built: Built | None = None
    image: Image | None = None
    program: Program | None = None
    answer: Answer | None = None
    started: Started | None = None
    differences: tuple[Difference, ...] = ()
    resolved: tuple[Resolved, ...] = ()


def verify(
    build: Build,
    outlook: Outlook,
    root: str,
    engine: Engine,
    asked: Asked,
    heard: Heard,
    *,
    changed: Mapping[str, bytes] | None = None,
) -> Verdict:
    """Build the Dockerfile of `build` in a copy of the context folder `root`, ask the image, start it.

    `changed`: contents that stand for those of files in the context, by absolute path. Raises Refused and OSError.
    """
    refuse_frontend(build)
    lacking = engine.cannot(build.dockerfile)
    if lacking is not None:
        return Verdict(Evidence.SEEN, None, f"this file cannot be built here: {lacking}")
    absent = None if asked.pull else _absent(build, engine, asked)
    if absent is not None:
        why = f"{engine.name} has no image {absent}, and --pull=never keeps it from fetching one"
        return Verdict(Evidence.SEEN, None, why)
    run = f"torchlint-{os.getpid()}-{os.urandom(4).hex()}"
    kept: str | None = None
    with tempfile.TemporaryDirectory(prefix=f"{run}-") as folder:
        guard = Guard(engine, run, folder)
        try:
            staged = stage(folder, build.context, root, build.source.to_bytes(), changed)
            order = Order(
                staged.folder,
                staged.dockerfile,
                run,
                f"torchlint-verify:{run}",
                asked.network,
                asked.platform,
                asked.target,
                asked.build_args,
                asked.pull,
                asked.seconds,
            )
            built = engine.build(order, heard)
            if built.image is None:
                return _unbuilt(built)
            if asked.keep:
                kept = built.image
            if asked.level < Evidence.RAN:
                return Verdict(Evidence.BUILT, True, "", built, engine.image(built.image))
            return _asked(build, outlook, engine, asked, run, built, built.image)
        finally:
            engine.remove(run, kept)
            guard.dismiss()


def refuse_frontend(build: Build) -> None:
    """A `# syntax=` line names a program that the engine fetches and runs: raise Refused for any but Docker's own."""
    if is_foreign(build.dockerfile.directives):
        named = next(one.value for one in build.dockerfile.directives if one.name == "syntax")
        raise Refused(f"# syntax={named} names a foreign frontend, which the engine would run")


def _absent(build: Build, engine: Engine, asked: Asked) -> str | None:
    """A base that the engine has not got: Docker has no word that keeps it from fetching."""
    for index in sorted(build.shipped):
        base = build.stages[index].base
        known = base.name is not None and base.reference is not None and base.kind != "scratch"
        if known and not (base.argument and asked.build_args) and engine.image(str(base.name)) is None:
            return base.name
    return None


def _unbuilt(built: Built) -> Verdict:
    if built.fault == "engine":
        return Verdict(Evidence.SEEN, None, f"the engine cannot build it here: {built.cause}", built)
    where = f" in {built.step}" if built.step else ""
    if built.fault == "deadline":
        return Verdict(Evidence.SEEN, None, f"the build took longer than it may{where}; --timeout gives it more", built)
    return Verdict(Evidence.SEEN, False, f"the build stops{where}: {built.cause}", built)


def _asked(build: Build, outlook: Outlook, engine: Engine, asked: Asked, run: str, built: Built, image: str) -> Verdict:
    about = engine.image(image)
    if about is None:
        return Verdict(Evidence.BUILT, None, f"{engine.name} no longer tells of the image that it built", built)
    if not engine.runs:
        why = f"{engine.name} starts no containers that are closed off: it is built, and no more is known"
        return Verdict(Evidence.BUILT, None, why, built, about)
    entry = program(engine, image, run, about)
    begun = build.stages[max(build.shipped)].entry
    main = begun.main if begun is not None else None
    python = entry.python if entry is not None else None
    if python is None and main is not None:
        python = python_of(engine, image, run, about, main)
    # Another Python may lack what the script imports, and variables of a shell may tell it where to look.
    sure = python is not None and main is not None and not any(name.startswith("PYTHON") for name in main.env)
    modules = sorted(begun.imports() or ()) if begun is not None and sure else []
    python = python or python_on_path(engine, image, run, about)
    answer, silent = (None, "")
    if python is not None:
        answer, silent = ask(engine, image, run, python, modules, asked.gpus)
    started = engine.start(image, run, asked.watched, asked.gpus) if entry is not None else None
    found = tuple(differences(outlook, about, entry, answer, started))
    why = _fault(entry, answer, silent, started)
    proven: bool | None = not why
    if started is not None and started.state == "lost":
        gone = f"it answers no longer, and may still hold what has the label {LABEL}={run}"
        proven, why = None, f"{engine.name} cannot run it here: {(started.log or (gone,))[-1]}"
    return Verdict(Evidence.RAN if proven else Evidence.BUILT, proven, why, built, about, entry, answer, started, found)


def _fault(entry: Program | None, answer: Answer | None, silent: str, started: Started | None) -> str:
    """What is wrong with an image that was built; "" if nothing is."""
    if entry is not None and entry.path is None:
        return f"the container cannot start: {entry.word} is not in the image"
    if started is not None and started.state in FAILED_STATES:
        last = f": {started.log[-1]}" if started.log else ""
        if started.state == "refused":
            return f"the container cannot start{last}"
        return f"the container ends with {started.code}{last}"
    if silent:
        return f"Python does not answer: {silent}"
    if answer is not None:
        for name, error in sorted(answer.imports.items()):
            if error:
                return f"import {name} fails: {error}"
        if answer.torch is not None and answer.torch.error:
            return f"torch does not work: {answer.torch.error}"
    return ""
