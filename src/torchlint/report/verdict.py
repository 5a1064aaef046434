"""What verifying found: the level reached, what failed where, and where the prediction was wrong."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from torchlint.check import Report
    from torchlint.findings import Finding
    from torchlint.model.build import Build
    from torchlint.verify.evidence import Evidence
    from torchlint.verify.port import Tool
    from torchlint.verify.verifying import Verdict

_SHOWN_LINES = 15


def render(report: Report, build: Build, engine: Tool, verdict: Verdict, level: Evidence) -> str:
    """The verdict as text."""
    return "".join(f"{line}\n" for line in _lines(report, build, engine, verdict, level))


def explaining(report: Report, verdict: Verdict) -> tuple[Finding, ...]:
    """What was said before of the step that failed, or of the start that did."""
    built = verdict.built
    if verdict.proven is not False:
        return ()
    errors = [one for one in report.findings if one.severity == "error"]
    if built is not None and built.image is None:
        line = built.line
        said = [one for one in errors if one.outcome == "build"]
        return tuple(one for one in said if line is not None and _spans(one, report, line)) or tuple(said)
    return tuple(one for one in errors if one.outcome in ("start", "import", "run"))


def render_json(report: Report, build: Build, engine: Tool, verdict: Verdict, level: Evidence) -> str:
    """The verdict as one JSON object."""
    import json

    return json.dumps(_object(report, build, engine, verdict, level), indent=2, ensure_ascii=False) + "\n"


def _spans(finding: Finding, report: Report, line: int) -> bool:
    """Whether a finding is about the instruction that begins at a line of the Dockerfile."""
    for build in report.builds:
        if build.source is not finding.at.source:
            continue
        for instruction in build.dockerfile.instructions:
            first = build.source.position(instruction.span.start).line
            if first == line:
                return instruction.span.start <= finding.at.span.start <= instruction.span.end
    return False


def _lines(report: Report, build: Build, engine: Tool, verdict: Verdict, level: Evidence) -> Iterator[str]:
    path = build.source.path
    built = verdict.built
    if verdict.proven:
        yield f"{path}: {verdict.reached.word} with {engine.name} {engine.version}"
    elif verdict.proven is None:
        yield f"{path}: not verified; {verdict.reached.word}, {level.word} was asked for"
        yield from () if verdict.resolved else (f"  {verdict.why}",)
    else:
        where = f":{built.line}" if built is not None and built.image is None and built.line is not None else ""
        yield f"{path}{where}: fails; {verdict.reached.word}, {level.word} was asked for"
        yield from () if verdict.resolved else (f"  {verdict.why}",)
    if built is not None and built.image is None and built.log:
        yield "  the last that this step said:"
        yield from (f"    {line}" for line in built.log[-_SHOWN_LINES:])
    if verdict.started is not None and verdict.started.state in ("failed", "refused") and verdict.started.log:
        yield "  the last that the container said:"
        yield from (f"    {line}" for line in verdict.started.log[-_SHOWN_LINES:])
    for finding in explaining(report, verdict):
        yield f"  foreseen by {finding.rule}: {finding.message}"
        if finding.help:
            yield f"    help: {finding.help}"
    yield from _found(verdict)
    for one in verdict.resolved:
        found = f"{len(one.versions)} packages for Python {one.python}" if one.versions is not None else one.why
        torch = f", torch {one.versions['torch']} among them" if one.versions and "torch" in one.versions else ""
        yield f"  {one.path}:{one.line}: {found}{torch}"
    for difference in verdict.differences:
        what, predicted, real = difference
        yield f"  torchlint was wrong: {what} was predicted as {predicted}, and is {real}. Please report it"
    if verdict.proven and verdict.answer is not None and verdict.answer.torch is not None:
        yield "  not checked: whether torch computes on a GPU; --gpus does"


def _found(verdict: Verdict) -> Iterator[str]:
    """What the image answered."""
    image, answer, started = verdict.image, verdict.answer, verdict.started
    if image is not None and image.size:
        yield f"  image: {image.size / 1e6:,.0f} MB in {image.layers} layers"
    if answer is not None:
        yield f"  python: {answer.python} ({answer.executable})"
        if answer.torch is not None and answer.torch.version is not None:
            yield f"  torch: {answer.torch.version}, built for {answer.torch.cuda}"
        for name, error in answer.imports.items():
            yield f"  import {name}: {error or 'works'}"
    if started is not None and started.state in ("running", "healthy", "ended"):
        said = {"running": "still running", "healthy": "healthy", "ended": "ended with 0"}[started.state]
        yield f"  start: {said} after {started.seconds:.0f} s"


def _object(report: Report, build: Build, engine: Tool, verdict: Verdict, level: Evidence) -> dict[str, Any]:
    built, image, answer, started = verdict.built, verdict.image, verdict.answer, verdict.started
    return {
        "schema_version": 1,
        "dockerfile": build.source.path,
        "engine": {"name": engine.name, "version": engine.version},
        "asked": level.word,
        "reached": verdict.reached.word,
        "proven": verdict.proven,
        "why": verdict.why or None,
        "build": None
        if built is None
        else {
            "seconds": round(built.seconds, 1),
            "step": built.step or None,
            "line": built.line,
            "cause": built.cause or None,
            "log": list(built.log),
        },
        "image": None
        if image is None
        else {"size_bytes": image.size, "layers": image.layers, "user": image.user or "root", "workdir": image.workdir},
        "python": None if answer is None else {"version": answer.python, "executable": answer.executable},
        "torch": None
        if answer is None or answer.torch is None
        else {
            "version": answer.torch.version,
            "cuda": answer.torch.cuda,
            "archs": None if answer.torch.archs is None else list(answer.torch.archs),
            "error": answer.torch.error or None,
        },
        "imports": None if answer is None else {name: error or None for name, error in answer.imports.items()},
        "start": None if started is None else {"state": started.state, "code": started.code, "log": list(started.log)},
        "resolved": [
            {
                "path": one.path,
                "line": one.line,
                "python": one.python,
                "versions": None if one.versions is None else dict(one.versions),
                "why": one.why or None,
            }
            for one in verdict.resolved
        ],
        "explained_by": [finding.rule for finding in explaining(report, verdict)],
        "differences": [one._asdict() for one in verdict.differences],
    }
