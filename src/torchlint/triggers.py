"""The words by which rules are found that may have something to say: see `torchlint.rule.rule` for what they mean."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.command import Command
    from torchlint.model.entry import Entry
    from torchlint.project import Context
    from torchlint.world import World

MARKS_OF_TOKENS = (
    *("hf_", "ghp_", "gho_", "ghu_", "ghs_", "github_pat_", "glpat-", "AKIA", "ASIA", "sk-", "nvapi-", "AIza", "npm_"),
    *("xox", "dckr_pat_", "pypi-", "hooks.slack.com"),
)
"""How tokens begin that World knows: one look over the file's text spares the loading of its table."""


ENDS_OF_SECRETS = ("TOKEN", "PASSWORD", "PASSWD", "SECRET", "KEY")
"""How the names of variables end that World takes for those of secrets."""

_APT = frozenset({"apt-get", "apt", "aptitude"})
_MANAGERS = _APT | {"dnf", "yum", "microdnf"}
_ORDINARY = frozenset("-y --yes -q -qq -qy -yq -yqq -qqy --no-install-recommends --assume-yes --quiet".split())
_PYTHONS = frozenset({"python", "python3", "pip", "pip3"})
_FETCHING = frozenset({"curl", "wget", "aria2c"})
_MARKS = frozenset("*?[")
_OF_BASH = ("[[", "<<<", "<(", ">(", "=(")
_BENT = frozenset("/^,:[!@")


def of_dockerfile(build: Build, above: list[str]) -> Iterator[str]:
    yield from (problem.kind for problem in (*build.dockerfile.problems, *build.dockerfile.notes))
    if build.input.settings.gpu or build.input.settings.driver:
        yield "target"
    from torchlint.model.steps import PLATFORM_ARGS

    names = [stage.name.lower() for stage in build.stages if stage.name]
    if len(set(names)) < len(names):
        yield "a stage name twice"
    if any("docker/dockerfile" in one.text or "escape" in one.text for one in build.dockerfile.comments):
        yield "maybe a directive"
    if any(True for stage in build.stages for step in stage.steps if _wants(step, (*PLATFORM_ARGS, *above))):
        yield "an ARG of FROM"
    texts = [build.source.text, *(file.source.text for file in build.requirements)]
    if any(mark in text for text in texts for mark in MARKS_OF_TOKENS):
        yield "maybe a token"
    if any("://" in text and "@" in text for text in texts):
        yield "maybe a login"


def _wants(step: Step, names: Iterable[str]) -> bool:
    """Whether a variable may be read that only FROM lines know, or that the builder has for those who ask."""
    text = _text(step)
    if "$" not in text:
        return False
    return any(name in text and step.before.variable(name) is None for name in names)


def _text(step: Step) -> str:
    rest, heredocs = step.instruction.rest.text, step.instruction.heredocs
    return "\n".join((rest, *(one.text for one in heredocs))) if heredocs else rest


def _bent(text: str) -> bool:
    """Whether what follows a brace may be more than POSIX knows."""
    head = text.partition("}")[0]
    return not _BENT.isdisjoint(head) or ".." in head


def _variables(text: str) -> Iterator[str]:
    """What follows a dollar, as far as it can be a name."""
    for part in text.split("$")[1:]:
        name = part.removeprefix("{")
        yield name[: next((n for n, c in enumerate(name) if not (c.isalnum() or c == "_" or c > "\x7f")), len(name))]


def of_stage(stage: Stage, above: list[str], world: World) -> Iterator[str | None]:
    base, entry = stage.base, stage.entry
    if stage.parent is None and base.os is not None and world.system_ended(base.os) is not None:
        yield "ended-system"
    if base.reference is not None:
        yield f"{base.reference.repository.rpartition('/')[2]}-image"
        if base.reference.tag in (None, "latest") or (base.kind == "python" and base.python_tag is None):
            yield "latest-image"
    yield from (f"{word}-image" for word in (base.kind, base.flavour) if word)
    if base.python_tag is not None or (entry is not None and entry.environment is not None):
        yield "a Python"
    if any(name not in above for name in _variables(base.at.source.text[slice(*stage.instruction.span)])):
        yield "FROM $"
    yield from (f"FROM --{flag.name}" for flag in stage.instruction.flags)
    if base.cuda is not None:
        yield f"{base.cuda.status}-image"
    if base.unmaintained is not None:
        yield "unmaintained-image"
    of_apt = 0
    if stage.initial.spelled(".") == "/" and any(one.placed_in_base_folder for one in stage.steps):
        yield "no WORKDIR"
    from torchlint.model.base_files import LACKED, foreign

    words = LACKED | foreign(base)
    lacked = (one for step in stage.steps for one in step.commands if one.name in words)
    if any(one.program() is False for one in lacked):
        yield "a missing program"
    for step in stage.steps:
        if step.installs:
            yield "installs"
        if step.copied is not None:
            if any(source.remote for source in step.copied.sources):
                yield "downloads"
            if any(source.name is not None and not source.name.strip("./") for source in step.copied.sources):
                yield "copies all"
        if any(install.cache is not None for install in step.installs):
            yield "caches downloads"
        names = {command.name for command in step.commands}
        yield from names
        of_apt += not _APT.isdisjoint(names)
    if of_apt > 1:
        yield "apt again"
    yield from (f"holds {name}" for one in stage.final.environments.values() for name in one.packages)
    if entry is not None:
        yield from (command.name for command in entry.commands)


def of_step(step: Step, context: Context) -> Iterator[str | None]:
    keyword, text = step.instruction.keyword, _text(step)
    yield keyword
    if "$" in text:
        yield f"{keyword} $"
        if step.stage:
            yield f"{keyword} $ of a later stage"
        if keyword != "RUN":
            names = set(_variables(text))
            if any(step.before.variable(name) is None for name in names):
                yield f"{keyword} $unset"
            if len(step.sets) > 1 and not names.isdisjoint(step.sets):
                yield f"{keyword} $own"
    if step.problems:
        yield f"{keyword} misread"
    if keyword == "RUN" and (any(sign in text for sign in _OF_BASH) or any(map(_bent, text.split("{")[1:]))):
        yield "RUN of bash"
    if "#" in step.instruction.rest.text:
        yield f"{keyword} #"
    if "~" in step.instruction.rest.text:
        yield f"{keyword} ~"
    if "$(" in step.instruction.rest.text or "`" in step.instruction.rest.text:
        yield f"{keyword} $("
    for flag in step.instruction.flags:
        yield f"{keyword} --{flag.name}"
        if "$" in (flag.value or ""):
            yield f"{keyword} --{flag.name} $"
    if step.instruction.flag("from") is not None and (step.copied is None or step.copied.stage is None):
        yield "no earlier stage"
    if step.installs:
        yield "installs"
    if step.commands and step.before.base.libc == "musl":
        yield "musl"
    yield from (option for install in step.installs for option in install.options)
    yield from step.sets
    if any(name.upper().endswith(ENDS_OF_SECRETS) for name in step.sets):
        yield "a secret"
    yield from _of_copy(step, context)
    if "PATH" in step.sets:
        yield from _of_path(step)
    if step.leaves_apt_lists is not None:
        yield "leaves package lists"
    if step.after.packages is not step.before.packages:
        yield from (f"adds {one.name}" for one in step.adds)
    for command in step.commands:
        yield command.name
        yield from _words(command)
    if step.commands:
        yield f"{step.commands[-1].name} last"


def _of_copy(step: Step, context: Context) -> Iterator[str]:
    copied = step.copied
    if any(context.kind(source.name) is False for source in step.bound if source.name is not None):
        yield "missing source"
    if copied is None:
        return
    places = [source.at for source in copied.sources]
    if any(one.kind == "venv" and one.at in places for one in step.after.environments.values()):
        yield "brings a venv"
    for source in copied.sources:
        if source.name is None:
            continue
        yield f"copies {source.name.rstrip('/').rpartition('/')[2]}"
        if not source.name.strip("./"):
            yield "copies all"
        if source.heredoc or source.remote:
            continue
        if copied.from_elsewhere:
            if copied.origin is not None and copied.origin.find("/" + source.name.strip("/")) is False:
                yield "missing path"
        elif not _MARKS.isdisjoint(source.name) or context.kind(source.name) is False:
            yield "missing source"


def _of_path(step: Step) -> Iterator[str]:
    known = step.after.env.get("PATH")
    folders = ((known.value if known is not None else None) or "").split(":")
    if known is None or known.value is None or any(one and one[0] not in "/$" for one in folders):
        yield "PATH relative"
    if any(one.endswith("/bin") and "env/" in one.lower() for one in folders):
        yield "PATH of a venv"


def _words(command: Command) -> Iterator[str]:
    """Its program with each word behind that: up to a `=`, in lower case, and with each letter of short options."""
    name = command.name
    for value in command.values:
        if value:
            word = value.lower()
            yield f"{name} {word.partition('=')[0]}"
            if word[0] == "-" != word[1:2]:
                yield from (f"{name} -{letter}" for letter in set(word[1:]))
    if name == "export":
        yield from (value.partition("=")[0] for value in command.values if value)
    if name == "rm":
        yield from (f"rm .{value.rpartition('.')[2]}" for value in command.values if value and "." in value)
    elif name in _FETCHING:
        values = [*command.values, *(redirect.target.value for redirect in command.redirects)]
        yield from (f"fetches .{value.rstrip('/').rpartition('.')[2]}" for value in values if value and "." in value)


def of_command(command: Command, world: World) -> Iterator[str | None]:
    name, base = command.name, command.before.base
    yield name
    if command.piped:
        yield f"{name} |"
    if any(redirect.target.written[:1] in "=0123456789" for redirect in command.redirects):
        yield "> version"
    yield from _words(command)
    if name in _PYTHONS and command.program() is False:
        yield "no program"
    asked = command.asked if name in _MANAGERS else None
    if asked is not None and any((one or "")[:1] == "-" and one not in _ORDINARY for one in command.values):
        yield "rare option"
    if asked is not None and asked.verb == "install":
        from torchlint.model.base_files import APT_LISTS

        if asked.agrees is False:
            yield "asks first"
        if asked.manager == "apt" and command.before.find(APT_LISTS) is False:
            yield "no package lists"
        packages = [word.value or "" for word in asked.packages]
        if any("=" in one for one in packages):
            yield "a version"
        if any(one.startswith("python3.") for one in packages):
            yield "a Python"
        if any(one.startswith(("cuda", "libcuda", "libnvidia", "nvidia")) for one in packages):
            yield "of NVIDIA"
        if base.os is not None and any(world.apt_lacks(one.partition("=")[0], base.os) for one in packages):
            yield "what is gone"
    elif asked is not None:
        yield f"{asked.verb} in {base.kind}-image"


def of_entry(entry: Entry, build: Build, *, exposes: bool) -> Iterator[str | None]:
    state, main, environment = entry.state, entry.main, entry.environment
    if exposes:
        yield "exposes"
    yield "shell-form" if entry.shell_form else "exec-form"
    if not entry.shell_form:
        yield from _of_argv([word.value or "" for word in entry.argv])
        if state.cmd is not None and state.cmd.text is not None:
            yield "CMD in shell form"
    elif main is not None and main.words and " " in (main.words[0].value or ""):
        yield "a blank"
    if state.user.at is not None:
        yield "user"
    if state.user.value not in (None, "root", "0"):
        yield "not root"
    if main is not None and main.program() is False:
        yield "no program"
    if environment is not None and environment.complete:
        yield "all packages known"
    if environment is not None and any(one.stage != entry.stage for one in build.installs()):
        yield "installs elsewhere"
    if environment is not None:
        yield from (f"holds {name}" for name in ("fastapi", "flask") if name in environment.packages)
    if any(one.made_in is not None for one in state.environments.values()):
        yield "moved"
    found = entry.found
    if found is not None and found.at is not None:
        yield "made"
    if entry.file is not None:
        yield "script"
    yield from (command.name for command in entry.commands)


def _of_argv(values: list[str]) -> Iterator[str]:
    """The words of an exec form, and what hints that they are meant for a shell."""
    yield from values
    yield values[0].split(" ", 1)[0]
    if " " in values[0]:
        yield "a blank"
    if any("$" in value for value in values):
        yield "$"
