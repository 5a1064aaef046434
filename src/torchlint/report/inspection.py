"""The prediction of one Dockerfile: as JSON, described by inspect.schema.json beside this file, and in words."""

from __future__ import annotations

from torchlint.report import json_
from torchlint.report.amounts import amount
from torchlint.report.tables import Block, Row
from torchlint.text import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from torchlint.model.build import Unknown
    from torchlint.model.outlook import Final, Installed, Outlook, StageOutlook
    from torchlint.verify.installed import Beside

_MOST_PACKAGES = 6
_MOST_PARTS = 8


def render_json(outlook: Outlook, installed: Beside | None = None) -> str:
    """One JSON object; null is unknown, "absent" what surely is not there. `installed` is in it only if given."""
    return json_.dumped(
        {
            "dockerfile": outlook.dockerfile,
            "stages": [_stage(stage) for stage in outlook.stages],
            "final": _final(outlook.final),
            **({} if installed is None else {"installed": _installed(installed)}),
        }
    )


def _installed(beside: Beside) -> dict[str, Any]:
    torch = beside.torch
    return {
        "python": beside.python,
        "torch": None if torch is None else torch.version,
        "torch_cuda": None if torch is None else torch.cuda,
        "gpu_code": None if torch is None or torch.archs is None else list(torch.archs),
        "why": beside.why or None,
        "differences": [one._asdict() for one in beside.differences],
    }


def block_of_installed(beside: Beside) -> Block:
    """The torch that is installed here, and where it differs."""
    torch = beside.torch
    if torch is None:
        return Block(f"torch of {beside.python}", (Row("torch", f"none: {beside.why}", "quiet"),))
    rows = [_row("torch", torch.version), _row("torch CUDA", torch.cuda)]
    if torch.archs is not None:
        rows.append(_row("GPU code", " ".join(torch.archs) or "none"))
    rows += [Row("differs", f"{what}: {known}, here {real}", "error") for what, known, real in beside.differences]
    if not beside.differences:
        rows.append(Row("differs", "in nothing that is known", "good"))
    return Block(f"torch of {beside.python}", tuple(rows))


def _stage(stage: StageOutlook) -> dict[str, Any]:
    value = stage._asdict()
    environments = [
        {**one._asdict(), "packages": [package._asdict() for package in one.packages]} for one in stage.environments
    ]
    plain = _readable({**value, "environments": environments})
    return {"index": plain.pop("number"), **plain}


def _final(final: Final) -> dict[str, Any]:
    return {
        **_stage(final.stage),
        "multi_stage": final.multi_stage,
        "entry": _readable(final.entry._asdict()),
        "driver_min": final.driver_min,
        "compute_capabilities": None if final.compute_capabilities is None else list(final.compute_capabilities),
        "size_estimate_bytes": final.size_estimate_bytes,
        "size_parts": [
            {"part": decoded(part.what), "bytes": part.bytes, "at": None if part.at is None else json_.place(part.at)}
            for part in final.size_parts
        ],
        "unknowns": [_unknown(unknown) for unknown in final.unknowns],
    }


def _unknown(unknown: Unknown) -> dict[str, Any]:
    return {"message": decoded(unknown.message), "at": None if unknown.at is None else json_.place(unknown.at)}


def _readable(value: Any) -> Any:
    """Texts that came out of a Dockerfile are held as bytes; here they become what a person reads."""
    if isinstance(value, dict):
        return {key: _readable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_readable(inner) for inner in value]
    return decoded(value) if isinstance(value, str) else value


def blocks(outlook: Outlook) -> list[Block]:
    """The same in words: a block for each stage but the one that becomes the image, one for the image, and one for
    what is unknown."""
    found = []
    for stage in outlook.stages:
        if stage.number != outlook.final.stage.number:
            ships = ", ships too" if stage.ships else ""
            found.append(Block(f"{outlook.dockerfile}: {_title(stage)}{ships}", tuple(_of_stage(stage))))
    name = f" ({_title(outlook.final.stage)})" if outlook.final.multi_stage else ""
    rows = (*_of_stage(outlook.final.stage), *_of_result(outlook.final))
    found.append(Block(f"{outlook.dockerfile}: the image{name}", rows))
    if outlook.final.unknowns:
        found.append(Block("Unknown", tuple(_of_unknowns(outlook.final.unknowns))))
    return found


def _title(stage: StageOutlook) -> str:
    return f"stage {stage.number}" + (f" '{decoded(stage.name)}'" if stage.name is not None else "")


def _of_stage(stage: StageOutlook) -> Iterator[Row]:
    yield _row("base", stage.base)
    yield _row("base OS", stage.base_os)
    yield _row("python", stage.python)
    yield _row("torch", _version(stage.torch))
    yield _row("torch CUDA", stage.torch_cuda)
    yield _row("torch from", stage.torch_source)
    yield _row("CUDA toolkit", stage.cuda_toolkit)
    yield _row("user", stage.user)
    yield _row("workdir", stage.workdir)
    for number, environment in enumerate(stage.environments):
        yield Row("" if number else "environments", _of_environment(environment))


def _of_environment(environment: Installed) -> str:
    python = environment.python or "unknown"
    torch = f"torch {_version(environment.torch) or 'unknown'}"
    if environment.torch_cuda is not None and environment.torch_cuda != environment.torch:
        torch += f" ({'CUDA ' if environment.torch_cuda[0].isdigit() else ''}{environment.torch_cuda})"
    names = [decoded(package.name) for package in environment.packages]
    more = len(names) - _MOST_PACKAGES
    told = ", ".join(names[:_MOST_PACKAGES] if more > 1 else names) + (f" and {more} more" if more > 1 else "")
    return f"{decoded(environment.prefix)}: python {python}, {torch}; " + (told or "nothing asked for")


def _of_result(final: Final) -> Iterator[Row]:
    entry = final.entry
    yield _row("program", entry.program)
    yield _row("found at", entry.resolved_path)
    yield _row("runs in", entry.environment)
    yield _row("script", entry.script)
    starts = {True: "yes", False: "no", None: "unknown"}[entry.starts]
    styles = {True: "good", False: "error", None: "quiet"}
    why = f": {decoded(entry.why)}" if entry.why else ""
    yield Row("starts", starts + why, styles[entry.starts])
    yield _row("driver from", final.driver_min)
    codes = final.compute_capabilities
    yield _row("GPU code", None if codes is None else ", ".join(codes) or "none")
    yield _row("size on disk", _size(final))
    for part in final.size_parts[:_MOST_PARTS]:
        told = "size unknown" if part.bytes is None else f"about {amount(part.bytes)}"
        yield Row("", f"{decoded(part.what)}: {told}", "quiet" if part.bytes is None else "")


def _size(final: Final) -> str | None:
    known = [part.bytes for part in final.size_parts if part.bytes is not None]
    if final.size_estimate_bytes is None:
        return f"more than {amount(sum(known))}" if known else None
    more = " or more" if len(known) < len(final.size_parts) else ""
    return f"about {amount(final.size_estimate_bytes)}{more}"


def _of_unknowns(unknowns: tuple[Unknown, ...]) -> Iterator[Row]:
    for unknown in unknowns:
        place = ""
        if unknown.at is not None:
            source, span = unknown.at
            line, column = source.position(span.start)
            place = f"{source.path}:{line}:{column}"
        yield Row(place, decoded(unknown.message))


def _row(label: str, value: str | None) -> Row:
    if value is None:
        return Row(label, "unknown", "quiet")
    return Row(label, decoded(value), "quiet" if value == "absent" else "")


def _version(version: str | None) -> str | None:
    return "any version" if version == "*" else version
