"""Where conda stops because nobody accepted the terms of service of Anaconda's channels."""

from __future__ import annotations

import re

from torchlint.model.environment import Program
from torchlint.model.invocation import SHELLS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.bases import Base
    from torchlint.model.build import Build
    from torchlint.model.command import Command
    from torchlint.text import Place
    from torchlint.world import World

_INSTALLER = re.compile(
    r"https?://repo\.(?:anaconda\.com|continuum\.io)/miniconda/Miniconda3-(?:latest|py3\d+_(\d+)\.(\d+)\.\d+-\d+)-Linux-",
    re.ASCII,
)

_SINCE = (25, 11)
"""The first release whose image takes the plugin out again (anaconda/docker-images@9308a44), so it surely has it. It
asks for itself before what it runs for (anaconda/conda-anaconda-tos@03beb3d, plugin.py)."""

_OS = re.compile(r"ubuntu2[0-9]\.04", re.ASCII)

_LEAST_GLIBC = (2, 28)
"""Where that installer runs at all."""

_ASKING = frozenset({"create", "install", "update", "upgrade", "remove", "uninstall", "search"})

_CI = (
    "CI APPVEYOR BITRISE_IO BUDDY BUILDKITE CIRCLECI CIRRUS_CI CONCOURSE_CI DRONE GITHUB_ACTIONS GITLAB_CI SAIL_CI "
    "SEMAPHORE TF_BUILD TRAVIS WERCKER WOODPECKER_CI BAMBOO_BUILDKEY CODEBUILD_BUILD_ID HEROKU_TEST_RUN_ID JENKINS_URL "
    "TEAMCITY_VERSION BUILD_ID BUILD_NUMBER BUILD_URL JOB_NAME WORKSPACE RUNNER_OS GITHUB_JOB"
).split()
"""Variables by which the plugin takes itself to be in continuous integration, where it accepts the terms."""


def unaccepted(build: Build, command: Command, world: World) -> Place | None:
    """The installer of a conda that surely refuses this command for want of the terms; None where it does not, or that
    cannot be known."""
    program = command.program() if command.name == "conda" and not command.fed else None
    if not isinstance(program, Program) or program.kind != "conda" or not _from_anaconda(command):
        return None
    distro = world.distro_of(_os(command.before.base))
    glibc = tuple(map(int, (distro.glibc if distro is not None and distro.glibc else "0").split(".")))
    if glibc < _LEAST_GLIBC or _set_up(command):
        return None
    installed = command.before.environments.get(program.prefix or "")
    found: Place | None = None
    for stage in reversed(build.lineage(command.stage)):
        for step in stage.steps:
            if (step.stage, step.index) > (command.stage, command.step):
                break
            if step.copied is not None and "conda" in (step.copied.target or "conda"):
                return None
            for one in step.commands:
                if one.words is command.words:
                    return found
                if installed is not None and one.at == installed.at and _brings(one):
                    found = one.at
                elif found is not None and one.name == "conda" and one.fatal and _from_anaconda(one):
                    # The build stopped there.
                    return None
                elif _settles(one, later=found is not None):
                    return None
    return None


def _os(base: Base) -> str:
    """As "ubuntu22.04", which tags of NVIDIA's images say also where nothing else of these is known; "" if unknown."""
    tag, repository = (base.reference.tag, base.reference.repository) if base.reference is not None else ("", "")
    said = _OS.search(tag or "") if repository.startswith("nvidia/") else None
    return base.os or (said[0] if said is not None else "")


def _from_anaconda(command: Command) -> bool:
    """Whether a conda command surely looks into Anaconda's own channels."""
    from torchlint.model.conda_asked import conda_asked
    from torchlint.model.effects.conda import VALUED
    from torchlint.model.effects.words import Words

    words = Words(command.arguments, VALUED)
    verbs = [word.value for word in words.plain[:2]]
    if not words.known or {"--override-channels", "--offline", "--help"} & set(words.options):
        return False
    if verbs[:1] == ["env"]:
        asked = conda_asked(command)
        return verbs[1:] in (["create"], ["update"]) and asked is not None and not asked.only
    return bool(verbs) and verbs[0] in _ASKING and "--file" not in words.options


def _set_up(command: Command) -> bool:
    """Whether a variable may settle the question."""
    told = (*command.env, *command.before.env, *command.before.args)
    named = ("CONDA_PLUGINS", "CONDA_CHANNELS", "CONDA_DEFAULT_CHANNELS", "CONDARC", "CONDA_ADD", "CONDA_OVERRIDE")
    return any(name.startswith(named) or name in _CI for name in told)


def _brings(command: Command) -> bool:
    """Whether it runs an installer of a conda that has the plugin."""
    from torchlint.model.effects.script import started

    match = _INSTALLER.match(started(command) or "")
    return match is not None and (match[1] is None or (int(match[1]), int(match[2])) >= _SINCE)


def _settles(command: Command, *, later: bool) -> bool:
    """Whether it may accept the terms, or choose other channels. `later`: conda is there already."""
    words = [*command.values, *(redirect.target.value for redirect in command.redirects)]
    if any("condarc" in (word or "") or "conda-anaconda-tos" in (word or "") for word in words):
        return True
    if not later or _harmless(command):
        return False
    setting = command.name in ("conda", "mamba") and command.values[:1] in (("config",), ("tos",), (None,))
    return setting or command.unknown or (command.name not in ("conda", "echo") and None in words)


def _harmless(command: Command) -> bool:
    """Whether it is a shell whose commands are followed on their own, or reads what sets up a shell."""
    first = command.values[0] if command.values else None
    if command.name in (".", "source"):
        written = command.arguments[0].written if command.arguments else ""
        return (first or written).endswith(("/.bashrc", "/.profile", "/conda.sh", "/activate"))
    return command.name in SHELLS and first == "-c" and command.values[1:2] != (None,)
