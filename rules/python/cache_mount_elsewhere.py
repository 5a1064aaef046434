from __future__ import annotations

from collections.abc import Iterable, Iterator

from torchlint import (
    Command,
    Context,
    Edit,
    Fix,
    Install,
    Outcome,
    Problem,
    Related,
    Safety,
    Severity,
    Span,
    Step,
    rule,
)

ROOT = ("root", "0", "0:0", "root:root")
MANAGERS = frozenset({"poetry", "pdm", "pipenv", "hatch", "pixi", "conda", "mamba", "micromamba", "tox", "nox"})
UV = "/root/.cache/uv"
SETTINGS = ("HOME", "XDG_CACHE_HOME", "PIP_CACHE_DIR", "UV_CACHE_DIR")


@rule(Step, Severity.WARNING, Outcome.WASTE, when=("RUN --mount",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    installs = [one for one in step.installs if one.tool in ("pip", "uv")]
    others = _not_followed(step, installs)
    if not (installs or others) or any(one.unknown or one.name in MANAGERS for one in step.commands):
        return
    own = step.before.user.value in ROOT
    for mount in step.cache_mounts:
        target = mount.target
        tools = _tools(target) if target is not None else ()
        meant = [one for one in installs if one.tool in tools]
        if target is None or not tools or any(_covers(target, one.cache) for one in installs):
            continue
        # `uv sync` and its like use the cache too.
        if "uv" in tools and others:
            if all(one.has("--no-cache", "-n") for one in others) and all(one.uncached for one in meant):
                said, mend = "this cache mount does nothing: --no-cache keeps uv from using it", "drop --no-cache"
                cache = UV if own and not any(step.before.variable(name) for name in SETTINGS) else None
                calls = [*others, *(one.command for one in meant)]
                fix = _without(((one, "--no-cache" if one.has("--no-cache") else "-n", cache) for one in calls), target)
                yield Problem(mount.at, said, mend, fix, (Related(others[0].at, "downloads everything anew"),))
            continue
        idle = [one for one in meant if one.uncached]
        if meant and len(idle) == len(meant):
            yield Problem(
                mount.at,
                f"this cache mount does nothing: {idle[0].uncached} keeps {idle[0].tool} from using it",
                f"drop {idle[0].uncached}: what is in the mount is not part of the image",
                _without([(one.command, one.uncached, one.downloads) for one in idle], target),
                related=(Related(idle[0].at, f"downloads everything anew because of {idle[0].uncached}"),),
            )
            continue
        known = next((one for one in installs if one.cache is not None), None)
        elsewhere = known is not None and not any(_covers(one.target or "/", known.cache) for one in step.cache_mounts)
        if known is not None and known.cache is not None and elsewhere:
            yield Problem(
                mount.at,
                f"this cache mount does nothing: {known.tool} keeps its downloads in {known.cache}",
                f"write target={known.cache}" + ("" if own else ", and give it to that user (uid=)"),
                _to(step, mount.at.span, target, known.cache) if own else None,
                related=(Related(known.at, f"fills {known.cache}"),),
            )
        elif meant and _of_another(step, target, meant):
            user = step.before.user.value
            yield Problem(
                mount.at,
                f"this cache mount does nothing: it is in root's home, and {user} keeps downloads in another",
                f"mount the cache of {user}'s home, and give it to that user (uid=)",
                related=(Related(meant[0].at, f"runs as {user}"),),
            )


def _tools(target: str) -> tuple[str, ...]:
    """The installers that a cache of that path is meant for."""
    return {"pip": ("pip",), "uv": ("uv",), ".cache": ("pip", "uv")}.get(target.rsplit("/", 1)[-1], ())


def _not_followed(step: Step, installs: list[Install]) -> list[Command]:
    """The commands of uv that use its cache and are no installs of a list: `uv sync` and its like."""
    return [one for one in step.commands if one.name in ("uv", "uvx") and one not in [i.command for i in installs]]


def _covers(target: str, cache: str | None) -> bool:
    return cache is not None and f"{cache}/".startswith(target.rstrip("/") + "/")


def _of_another(step: Step, target: str, meant: list[Install]) -> bool:
    """Whether the mount is in root's home and somebody else installs, who surely caches in a home of his own."""
    user = step.before.user.value
    if user is None or user in ROOT or not target.startswith("/root/"):
        return False
    told = any(step.before.variable(name) is not None for name in SETTINGS)
    return not told and not any("--cache-dir" in one.options or one.uncached for one in meant)


def _without(told: Iterable[tuple[Command, str, str | None]], target: str) -> Fix | None:
    """The commands without the option that keeps each from a cache, which surely is in the mount."""
    edits = []
    for command, option, cache in told:
        word = next((word for word in command.words if word.value == option), None)
        plain = word is not None and word.written == option and word.at.source.text[word.at.span.start - 1] == " "
        if word is None or not plain or not _covers(target, cache):
            return None
        edits.append(Edit(word.at.source, Span(word.at.span.start - 1, word.at.span.end), ""))
    return Fix("let the installer use the mount", tuple(edits), Safety.SAFE)


def _to(step: Step, span: Span, target: str, cache: str) -> Fix | None:
    written = step.at.source.text[span.start : span.end]
    if written.count(target) != 1 or not target.startswith("/"):
        return None
    start = span.start + written.index(target)
    edit = Edit(step.at.source, Span(start, start + len(target)), cache)
    return Fix("mount the cache that is used", (edit,), Safety.SAFE)
