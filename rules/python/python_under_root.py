from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Entry, Fix, Outcome, Problem, Related, Severity, Span, rule

ROOT = ("root", "0", "0:0", "root:root")


@rule(Entry, Severity.ERROR, Outcome.START, when=("not root",))
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    build, state, main, environment = on.build, entry.state, entry.main, entry.environment
    user = state.user.value
    if build is None or main is None or user is None or user in ROOT or not main.certain or not entry.alone:
        return
    # In these images nobody but root may enter /root.
    if state.base.kind not in ("python", "distribution", "cuda"):
        return
    steps = [step for stage in build.lineage(entry.stage) for step in stage.steps]
    if any(one.name in ("chmod", "chown", "setfacl") or one.unknown for step in steps for one in step.commands):
        return
    word = main.words[0].value or ""
    path = state.where(word, cwd=main.cwd) if "PATH" not in main.env and main.program() else None
    what = f"{word} is below /root"
    if environment is not None and (environment.home or "").startswith("/root/") and not state.misfit(environment):
        path, what = environment.home, f"the Python of {environment.prefix} is below /root"
    if path is None or not path.startswith("/root/"):
        return
    related = (Related(state.user.at, f"{user} is not root"),) if state.user.at is not None else ()
    yield Problem(
        main.words[0].at,
        f"the container cannot start: {what}, where {user} may not look",
        "put it elsewhere (for uv: ENV UV_PYTHON_INSTALL_DIR=/opt/python before it installs), or copy it for that user",
        _fix(entry, on, path),
        related=related,
    )


def _fix(entry: Entry, on: Context, home: str) -> Fix | None:
    """A folder for uv's Pythons that everybody may look into, named above the RUN that brings this one."""
    owner, build = entry.environment, on.build
    made = owner.at if owner is not None else None
    if build is None or made is None or "/uv/python/" not in home or entry.state.variable("UV_PYTHON_INSTALL_DIR"):
        return None
    steps = [step for stage in build.lineage(entry.stage) for step in stage.steps]
    step = next((one for one in steps if one.at.source is made.source and one.at.span.contains(made.span)), None)
    if step is None or step.instruction.keyword != "RUN" or step.at.source is not build.source:
        return None
    source, (start, _) = step.at
    edit = Edit(source, Span(start, start), f"ENV UV_PYTHON_INSTALL_DIR=/opt/python{source.newline}")
    return Fix("let uv keep its Python in /opt/python", (edit,))
