"""One stage made two: a builder with the tools and the virtual environment, and a lean stage that ships.

What comes out is predicted before it is offered: the same Python, packages, user, folder, variables and start.
"""

from __future__ import annotations

from torchlint.model.alike import TOOLS, different
from torchlint.model.environment import Program
from torchlint.model.lean import lacks_modules, lean
from torchlint.syntax.dockerfile import From
from torchlint.text import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.command import Install, Requested
    from torchlint.model.environment import Environment
    from torchlint.project import Project
    from torchlint.world import World

VENV = "/opt/venv"
SHIPPING = frozenset("CMD ENTRYPOINT EXPOSE HEALTHCHECK LABEL STOPSIGNAL VOLUME".split())
"""Instructions that mean nothing to a stage that only builds: they move."""

REPEATED = frozenset({"ENV", "WORKDIR", "SHELL"})
LINKED = frozenset({"lightgbm"})
"""Distributions whose wheels need a library that comes with the compiler: libgomp1."""

QUIET = frozenset(
    "apt-get apt rm mkdir chmod chown useradd groupadd adduser addgroup echo ln cp mv touch test [ true set cd cat ls "
    "python python3 printf".split()
)
"""Programs behind the last install that need no compiler."""


def split(build: Build, stage: Stage, project: Project, world: World) -> tuple[Edit, ...] | str:
    """The edits that make a builder and a lean stage of the only stage of a file, or what stands in the way, as a
    clause."""
    plan = _plan(build, stage, world)
    if isinstance(plan, str):
        return plan
    edits = plan.edits()
    why = different(build, stage, edits, project, world)
    return edits if why is None else why


class _Plan:
    """Which instruction goes where: `moved` to the stage that ships, or `repeated` there as it is to be written.

    `makes`: the builder makes the environment; `virtual`: uv has to be told of it; `inner`: edits within RUNs.
    """

    def __init__(self, build: Build, stage: Stage, environment: Environment, last: Step, first: Step) -> None:
        self.build = build
        self.stage = stage
        self.source = build.source
        self.newline = build.source.newline
        self.environment = environment
        self.last = last
        self.first = first
        self.makes = environment.kind != "venv"
        self.python = "python"
        self.virtual = any("--system" in install.options for step in stage.steps for install in step.installs)
        self.moved: list[Step] = []
        self.repeated: list[tuple[Step, str]] = []
        self.inner: list[Edit] = []

    def edits(self) -> tuple[Edit, ...]:
        """All that has to be done."""
        found = [*self.inner, self._named(), self._second()]
        if self.makes:
            found.append(self._made())
        found += [Edit(self.source, self._with_gap(step.lines), "") for step in self.moved]
        return tuple(found)

    def _with_gap(self, lines: Span) -> Span:
        """Lines that go, with one of the empty lines around them."""
        text, start = self.source.text, lines.start
        if text[lines.end : lines.end + 2].startswith(("\n", "\r\n")):
            for gap in ("\r\n\r\n", "\n\n"):
                if text.endswith(gap, 0, start):
                    return Span(start - len(gap) // 2, lines.end)
        return lines

    def _named(self) -> Edit:
        value = self.stage.instruction.value
        alias = value.alias if isinstance(value, From) else None
        if alias is not None:
            return Edit(self.source, alias.span, "builder")
        end = self.stage.instruction.span.end
        return Edit(self.source, Span(end, end), " AS builder" if self._keyword("FROM") == "FROM" else " as builder")

    def _made(self) -> Edit:
        """The environment, above the COPYs right before the first install."""
        step, steps = self.first, self.stage.steps
        while step.index and steps[step.index - 1].instruction.keyword == "COPY":
            step = steps[step.index - 1]
        at = step.lines.start
        run = f"{self._keyword('RUN')} {self.python} -m venv {VENV}{self.newline}"
        # uv looks for the variable, not at PATH.
        told = f"{self._keyword('ENV')} VIRTUAL_ENV={VENV}{self.newline}" if self.virtual else ""
        return Edit(self.source, Span(at, at), f"{run}{told}{self._path()}{self.newline}{self._gap()}")

    def _second(self) -> Edit:
        """What stands behind the last install: the stage that ships, up to what is there already."""
        text, span = self.source.text, self.stage.instruction.span
        prefix = VENV if self.makes else self.environment.prefix
        copy = f"{self._keyword('COPY')} --from=builder {prefix} {prefix}"
        brought = f"{copy}{self.newline}{self._path()}" if self.makes else copy
        told = self.repeated
        at = 1 + max((n for n, (step, _) in enumerate(told) if step.instruction.keyword == "RUN"), default=-1)
        while at < len(told) and told[at][0].instruction.keyword not in ("COPY", "ADD"):
            at += 1
        before, behind = ([(self._apart(step), one) for step, one in some] for some in (told[:at], told[at:]))
        gap = bool(self._gap())
        if before:
            before[0] = (gap, before[0][1])
        if behind:
            behind[0] = (gap, behind[0][1])
        blocks = [*before, (gap, brought), *behind]
        joined = text[span.start : span.end]
        for apart, block in blocks:
            joined += (self.newline * 2 if apart else self.newline) + block
        end = self.last.lines.end
        if end >= len(text) and not text.endswith("\n"):
            return Edit(self.source, Span(end, end), f"{self.newline * 2}{joined}")
        after = "" if not gap or text[end : end + 2].startswith(("\n", "\r\n")) else self.newline
        return Edit(self.source, Span(end, end), f"{self.newline}{joined}{self.newline}{after}")

    def _apart(self, step: Step) -> bool:
        """Whether an empty line stands above an instruction."""
        start = step.lines.start
        return self.source.text.endswith(("\n\n", "\n\r\n"), 0, start)

    def _path(self) -> str:
        return f'{self._keyword("ENV")} PATH="{VENV}/bin:$PATH"'

    def _keyword(self, keyword: str) -> str:
        span = self.stage.instruction.keyword_span
        return keyword.lower() if self.source.text[span.start : span.end].islower() else keyword

    def _gap(self) -> str:
        """An empty line between instructions where the file has such."""
        text = self.source.text
        return self.newline if "\n\n" in text or "\n\r\n" in text else ""


def _plan(build: Build, stage: Stage, world: World) -> _Plan | str:
    entry, source = stage.entry, build.source
    if len(build.stages) != 1:
        return "the file has several stages already"
    if entry is None or entry.environment is None:
        return "the Python that starts is not known"
    environment = entry.environment
    installs = [install for step in stage.steps for install in step.installs]
    if not installs or environment.kind not in ("image", "system", "venv"):
        return "nothing is installed into an environment that can be copied"
    why = installs_fit(installs, environment, world)
    if why is not None:
        return why
    first = next(step for step in stage.steps if step.installs)
    last = next(step for step in reversed(stage.steps) if step.installs)
    plan = _Plan(build, stage, environment, last, first)
    if plan.makes and VENV in source.text:
        return f"{VENV} is in use"
    if plan.makes:
        python = maker(first, environment)
        if python is None:
            return "the Python to make a virtual environment with is not known"
        plan.python = python
    return _sorted(plan, world) or own_packages(installs, environment) or plan


def installs_fit(installs: list[Install], environment: Environment, world: World) -> str | None:
    """What keeps packages from being installed into a virtual environment instead and copied, as a clause."""
    for install in installs:
        line = install.at.source.line_at(install.at.span.start)
        if install.environment is None or install.environment.prefix != environment.prefix:
            return f"line {line} installs elsewhere"
        if install.tool not in ("pip", "uv"):
            return f"line {line} does not install with pip"
        if not install.complete:
            return f"what line {line} installs is not known"
        if {"--user", "--target", "--prefix", "--root"} & set(install.options):
            return f"line {line} installs elsewhere"
        for one in install.requested:
            kind, name = one.requirement.kind, one.requirement.name
            if one.requirement.editable and not _pure(install, one):
                return f"line {line} may compile into the source that it links to"
            if kind not in ("named", "path") or name in LINKED or _compiles(name or "", world):
                return f"the libraries that {name or 'a source'} needs when it runs are not known"
    return None


def _compiles(name: str, world: World) -> bool:
    return world.extension(name) is not None or world.builds_with_torch(name, None) is True


def own_packages(installs: list[Install], environment: Environment) -> str | None:
    """What the image itself has installed beside the tools, which a virtual environment would not see, as a clause."""
    before = installs[0].environment
    if before is None or environment.kind == "venv":
        return None
    brought = before.packages.keys() - TOOLS
    if brought:
        return f"the image itself has packages, {min(brought)} among them"
    if environment.kind == "system" and before.at is not None:
        state = installs[0].command.before
        kept = next((name for name in state.packages if name.startswith("python3-") and not lacks_modules(name)), None)
        return f"{kept} belongs to the distribution's Python" if kept is not None else None
    return None if before.complete else "the image may have packages of its own"


def _pure(install: Install, one: Requested) -> bool:
    """Whether a source that is installed as a link has no setup.py, which might compile into it."""
    url, state = one.requirement.url, install.command.before
    where = state.absolute(url, install.command.cwd) if url is not None and one.requirement.kind == "path" else None
    return where is not None and state.find(f"{where}/setup.py") is False


def maker(step: Step, environment: Environment) -> str | None:
    """The word that starts the Python of the environment."""
    for word in ("python", "python3", f"python{environment.python.value}"):
        found = step.before.which(word)
        if isinstance(found, Program) and found.kind == "python" and found.prefix == environment.prefix:
            if environment.kind == "image" or word != "python":
                return word
    return None


def _sorted(plan: _Plan, world: World) -> str | None:
    """Say of each step up to the last install where it belongs."""
    stage, text = plan.stage, plan.source.text
    read = {place.source.path for step in stage.steps for install in step.installs for place in install.files}
    pending: list[tuple[Step, str]] = []
    for step in stage.steps[: plan.last.index + 1]:
        keyword = step.instruction.keyword
        line = plan.source.line_at(step.at.span.start)
        written = text[step.at.span.start : step.at.span.end]
        if step.instruction.heredocs:
            return f"line {line} holds a heredoc"
        if keyword in SHIPPING:
            plan.moved.append(step)
            pending.append((step, text[step.lines.start : step.at.span.end]))
        elif keyword in REPEATED or keyword == "ARG":
            pending.append((step, written))
        elif keyword in ("COPY", "ADD"):
            if step.copied is not None and "astral-sh/uv" in (step.copied.image or ""):
                continue
            if step.copied is None or step.copied.from_elsewhere:
                return f"line {line} copies from elsewhere"
            if not _only_listed(step, read):
                pending.append((step, written))
        elif keyword == "RUN":
            made = lean(step, plan.environment, world, makes=plan.makes)
            if isinstance(made, str):
                return f"line {line} {made}"
            if made.whole and not _depends(plan, step):
                plan.moved.append(step)
                pending.append((step, text[step.lines.start : step.at.span.end]))
                continue
            plan.inner += made.edits
            plan.inner += [edit for install in step.installs for edit in _without_system(install)]
            if made.text:
                pending.append((step, made.text))
        elif keyword != "USER" or step.after.user.value not in ("root", "0"):
            return f"{keyword} in line {line} stands before the installs"
    plan.repeated = _needed(pending, text[plan.last.at.span.end :])
    return _rest_fits(plan)


def _depends(plan: _Plan, step: Step) -> bool:
    """Whether something in the builder may need what this step does besides: package lists, users."""
    later = plan.stage.steps[step.index + 1 : plan.last.index + 1]
    if step.after.packages == step.before.packages:
        return any("chown" in one.instruction.rest.text or one.instruction.flag("chown") for one in later)
    updates = any("update" in command.values for command in step.commands)
    apt = [one for one in later if any(command.asked is not None for command in one.commands)]
    return updates and any(not any("update" in command.values for command in one.commands) for one in apt)


def _without_system(install: Install) -> Iterator[Edit]:
    words = install.command.words
    for at, word in enumerate(words):
        if word.value == "--system":
            yield Edit(word.at.source, Span(words[at - 1].at.span.end, word.at.span.end), "")


def _only_listed(step: Step, read: set[str]) -> bool:
    """Whether it copies nothing but files that the installs read."""
    assert step.copied is not None, "asked of COPY only"
    names = {path.rpartition("/")[2] for path in read}
    return all((source.name or "?").rpartition("/")[2] in names for source in step.copied.sources)


def _needed(pending: list[tuple[Step, str]], rest: str) -> list[tuple[Step, str]]:
    """Without ARGs that nothing uses there, and without package lists that nothing is installed from."""
    used = "".join([*(one for step, one in pending if step.instruction.keyword != "ARG"), rest])
    found = []
    for number, (step, one) in enumerate(pending):
        if step.instruction.keyword == "ARG":
            names = [name for name, _ in step.arguments]
            apt = "DEBIAN_FRONTEND" in names and "apt" in used
            if not apt and not any(f"${name}" in used or f"${{{name}" in used for name in names):
                continue
        verbs = [asked.verb for command in step.commands if (asked := command.asked) is not None]
        if verbs and "install" not in verbs and "update" in verbs and step.instruction.keyword == "RUN":
            if not any("install" in later and "apt" in later for _, later in pending[number + 1 :]):
                continue
        found.append((step, one))
    return found


def _rest_fits(plan: _Plan) -> str | None:
    for step in plan.stage.steps[plan.last.index + 1 :]:
        line = plan.source.line_at(step.at.span.start)
        if step.instruction.keyword == "RUN" and (
            not step.commands or any(command.name not in QUIET for command in step.commands)
        ):
            return f"line {line} may need the tools"
    for step in plan.stage.steps:
        if any(word in step.instruction.rest.text for word in ("site-packages", "dist-packages")):
            return "a path into the packages is written down"
    return None
