from __future__ import annotations

from collections.abc import Iterator, Sequence

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Related, Safety, Severity, Span, Step, rule

ROOT = ("root", "0", "0:0", "root:root")
MANAGERS = frozenset({"poetry", "pdm", "pipenv", "hatch", "pixi", "conda", "mamba", "micromamba", "tox", "nox"})
SETTINGS = ("HOME", "XDG_CACHE_HOME", "PIP_CACHE_DIR", "UV_CACHE_DIR")


@rule(Step, Severity.WARNING, Outcome.WASTE, when=("RUN --mount",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    installs = [one for one in step.installs if one.tool in ("pip", "uv")]
    others = step.uv_runs
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
            told = step.before.base.kind is not None or step.before.variable("UV_CACHE_DIR") is not None
            if all(one.has("--no-cache", "-n") for one in others) and all(one.uncached for one in meant):
                said, mend = "this cache mount does nothing: --no-cache keeps uv from using it", "drop --no-cache"
                cache = step.uv_cache
                calls = [*others, *(one.command for one in meant)]
                off = [(one, "--no-cache" if one.has("--no-cache") else "-n", cache) for one in calls]
                fix = _without(step, off, target)
                yield Problem(mount.at, said, mend, fix, (Related(others[0].at, "downloads everything anew"),))
            elif meant or any(one.has("--cache-dir", "--no-cache", "-n") for one in others):
                continue
            elif _of_another(step, target):
                yield _of_root(mount.at, step.before.user.value, others[0])
            elif (kept := step.uv_cache) and told and not _covers(target, kept):
                if not any(_covers(one.target or "/", kept) for one in step.cache_mounts):
                    yield Problem(
                        mount.at,
                        f"this cache mount does nothing: uv keeps its downloads in {kept}",
                        f"write target={kept}" + ("" if own else ", and give it to that user (uid=)"),
                        _to(step, mount.at.span, target, kept) if own else None,
                        related=(Related(others[0].at, f"fills {kept}"),),
                    )
            continue
        idle = [one for one in meant if one.uncached]
        if meant and len(idle) == len(meant):
            yield Problem(
                mount.at,
                f"this cache mount does nothing: {idle[0].uncached} keeps {idle[0].tool} from using it",
                f"drop {idle[0].uncached}: what is in the mount is not part of the image",
                _without(step, [(one.command, one.uncached, one.downloads) for one in idle], target),
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
        elif meant and not idle and _of_another(step, target) and not any("--cache-dir" in it.options for it in meant):
            yield _of_root(mount.at, step.before.user.value, meant[0].command)


def _tools(target: str) -> tuple[str, ...]:
    """The installers that a cache of that path is meant for."""
    return {"pip": ("pip",), "uv": ("uv",), ".cache": ("pip", "uv")}.get(target.rsplit("/", 1)[-1], ())


def _covers(target: str, cache: str | None) -> bool:
    return cache is not None and f"{cache}/".startswith(target.rstrip("/") + "/")


def _of_root(at: Place, user: str | None, command: Command) -> Problem:
    return Problem(
        at,
        f"this cache mount does nothing: it is in root's home, and {user} keeps downloads in another",
        f"mount the cache of {user}'s home, and give it to that user (uid=)",
        related=(Related(command.at, f"runs as {user}"),),
    )


def _of_another(step: Step, target: str) -> bool:
    """Whether the mount is in root's home and somebody else installs, who surely caches in a home of his own."""
    user = step.before.user.value
    if user is None or user in ROOT or not target.startswith("/root/"):
        return False
    return all(step.before.variable(name) is None for name in SETTINGS)


def _without(step: Step, told: Sequence[tuple[Command, str, str | None]], target: str) -> Fix | None:
    """The commands without the option that keeps each from a cache that surely is in the mount: all, or none."""
    calls = [command for command, _, _ in told]
    if any(one.has("--no-cache-dir", "--no-cache") for one in step.commands if one not in calls):
        return None
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
