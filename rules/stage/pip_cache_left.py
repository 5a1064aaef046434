from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Install, Outcome, Problem, Related, Safety, Severity, Stage, World, rule

SMALL = frozenset("pip setuptools wheel uv poetry pipenv pdm hatch build virtualenv pipx pip-tools".split())


@rule(Stage, Severity.WARNING, Outcome.WASTE, when=("caches downloads", "poetry"))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    if on.build is None or not on.build.in_shipped(stage.index):
        return
    yield from _of_poetry(stage, on.world)
    everything = [install for step in stage.steps for install in step.leaves_downloads]
    left = [install for install in everything if _downloads(install)]
    if not left:
        return
    first = left[0]
    # The tools of pip are small, but they are kept as well.
    others = [one for one in everything if one is not first and (one in left or _tools(one))]
    option = "--no-cache" if first.tool == "uv" else "--no-cache-dir"
    mend = f"add {option}, or RUN --mount=type=cache,target={first.cache}"
    if others and first.tool == "pip":
        mend = f"set it once before the first install: ENV PIP_NO_CACHE_DIR=1, or {mend}"
    more = f" ({len(others) + 1} installs)" if others else ""
    yield Problem(
        first.at,
        f"{first.tool} keeps a second copy of all it downloads in {first.cache}, and the image ships it{more}",
        mend,
        _fix([install for install in everything if install.tool == "pip"], on) if first.tool == "pip" else None,
        related=tuple(Related(install.at, "and here") for install in others[:5]),
        severity=Severity.INFO if all(_small(install, on.world) for install in left) else None,
        estimate_bytes=_bytes(left, on.world),
    )


def _of_poetry(stage: Stage, world: World) -> Iterator[Problem]:
    left = [one for step in stage.steps for one in step.leaves_artifacts]
    if not left:
        return
    first, more = left[0], f" ({len(left)} installs)" if len(left) > 1 else ""
    packages = [package for one in left for package in one.packages]
    torch = next((one for one in packages if one.name == "torch" and one.version and one.variant is None), None)
    release = world.torch_release(torch.version or "") if torch is not None else None
    yield Problem(
        first.command.at,
        f"poetry keeps a second copy of all it downloads in {first.folder}/artifacts, and the image ships it{more}",
        f"end the RUN with && rm -rf {first.folder}/artifacts, or RUN --mount=type=cache,target={first.folder}",
        related=tuple(Related(one.command.at, "and here") for one in left[1:5]),
        severity=Severity.INFO if all(world.small_package(one.name) for one in packages) else None,
        estimate_bytes=release.bytes if release is not None else None,
    )


def _small(install: Install, world: World) -> bool:
    """Whether a few megabytes may be all that is kept: of a project that tells nobody what it asks for, the tools that
    build it."""
    return install.complete and all(
        one.requirement.kind == "path"
        or one.requirement.name in SMALL
        or world.small_package(one.requirement.name)
        or (one.declared and install.has(one.requirement.name))
        for one in install.requested
        if not one.constraint
    )


def _tools(install: Install) -> bool:
    """Whether pip brings tools of its own kind only."""
    names = {one.requirement.name for one in install.requested if not one.constraint}
    told = "--no-index" in install.options or "--dry-run" in install.options
    return install.tool == "pip" and bool(names) and names <= SMALL and not told


def _downloads(install: Install) -> bool:
    """uv links its cache and the environment to the same files, so only copies of them are waste."""
    if "--no-index" in install.options or "--dry-run" in install.options:
        return False
    if install.tool == "uv":
        told = install.options.get("--link-mode")
        variable = install.command.before.variable("UV_LINK_MODE")
        mode = told.value if told is not None else variable.value if variable is not None else None
        if mode != "copy":
            return False
    if not install.complete and not install.requested:
        return bool(install.files)
    asked = [one for one in install.requested if not one.constraint]
    if any(
        one.requirement.kind == "named"
        and one.requirement.name not in SMALL
        and not (one.declared and install.has(one.requirement.name))
        for one in asked
    ):
        return True
    # A project may ask for anything that no table of its pyproject.toml names.
    projects = [] if "--no-deps" in install.options else [install.local(one) for one in asked]
    return any(project is not None and project.opaque for project in projects)


def _fix(installs: list[Install], on: Context) -> Fix | None:
    edits = []
    for install in installs:
        word = next((word for word in install.command.words if word.value == "install"), None)
        edit = on.added(word.at, "--no-cache-dir") if word is not None and word.written == "install" else None
        if edit is None:
            return None
        edits.append(edit)
    return Fix("add --no-cache-dir", tuple(edits), Safety.SAFE) if edits else None


def _bytes(installs: list[Install], world: World) -> int | None:
    for install in installs:
        pin, shelf = install.pin("torch"), install.shelf
        release = world.torch_release(pin.version) if pin is not None else None
        if release is not None and shelf is not None and shelf.only_public:
            return release.bytes
        if release is not None and shelf is not None and shelf.variants == ("cpu",) and not shelf.public:
            return release.cpu_bytes
    return None
