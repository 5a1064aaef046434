"""`torchlint verify`: from the words of the command line to evidence about one Dockerfile."""

from __future__ import annotations

import os
import signal
import sys
import time

from torchlint.cli.arguments import UsageError
from torchlint.cli.configuring import configured, rules_of
from torchlint.cli.streams import dress_of, save, say, write
from torchlint.config import ConfigError
from torchlint.project import read
from torchlint.record import NamedTuple
from torchlint.verify.detect import detect
from torchlint.verify.evidence import Evidence
from torchlint.verify.staging import Refused
from torchlint.verify.verifying import Asked, verify
from torchlint.world import World

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from torchlint.check import Report
    from torchlint.model.build import Build
    from torchlint.model.outlook import Outlook
    from torchlint.verify.port import Engine, Tool
    from torchlint.verify.uv import Uv
    from torchlint.verify.verifying import Verdict

PROVEN, DISPROVEN, UNKNOWN = 0, 1, 2


class Verify(NamedTuple):
    """What `torchlint verify` was asked for. None: not said, the configuration decides."""

    path: str = "Dockerfile"
    level: str = "ran"
    engine: str | None = None
    platform: str | None = None
    network: str = "default"
    pull: str = "missing"
    timeout: str = "1800"
    watch: str = "10"
    gpus: bool = False
    keep_image: bool = False
    output_format: str = "text"
    output_file: str | None = None
    color: str = "auto"
    context: str | None = None
    target_stage: str | None = None
    build_arg: tuple[str, ...] = ()
    pack: tuple[str, ...] = ()
    config: tuple[str, ...] = ()
    isolated: bool = False


def run(asked: Verify) -> int:
    """Verify, report, and give the exit code. Raises UsageError."""
    level = Evidence[asked.level.upper()]
    report, build, outlook, world = _predicted(asked)
    if level is Evidence.RESOLVED:
        return _resolved(asked, report, build, world)
    root = build.context.folder
    if root is None:
        raise UsageError(f"{build.source.path}: what folder the builder is given is not known; say it with --context")
    engine = engine_of(asked.engine, "nothing is verified beyond what `torchlint check` sees")
    wanted = Asked(
        level=level,
        network=asked.network,
        platform=asked.platform,
        target=asked.target_stage,
        build_args=tuple(_pair(text) for text in asked.build_arg),
        pull=asked.pull != "never",
        seconds=seconds_of("--timeout", asked.timeout),
        watched=seconds_of("--watch", asked.watch),
        gpus=asked.gpus,
        keep=asked.keep_image,
    )
    announce(build.source.path, engine, wanted)
    from torchlint.report.building import Live

    dress = dress_of(sys.stderr, asked.color)
    # What a job runner sends must leave as little behind as what a keyboard does.
    signal.signal(signal.SIGTERM, interrupted)
    try:
        with Live(build, dress.terminal and dress.colours) as live:
            verdict = verify(build, outlook, root, engine, wanted, live.hear)
    except Refused as error:
        raise UsageError(f"{build.source.path}: {error}") from error
    except OSError as error:
        raise UsageError(f"{engine.name}: {error.strerror or error}") from error
    _put(asked, report, build, engine, verdict, level)
    return UNKNOWN if verdict.proven is None else PROVEN if verdict.proven else DISPROVEN


def _resolved(asked: Verify, report: Report, build: Build, world: World) -> int:
    """Ask indexes and no engine."""
    from torchlint.verify.resolve import resolve

    try:
        with uv_of("nothing is verified beyond what `torchlint check` sees") as uv:
            verdict = resolve(build, world, uv, Asking(uv))
            _put(asked, report, build, uv, verdict, Evidence.RESOLVED)
    except OSError as error:
        raise UsageError(f"uv: {error.strerror or error}") from error
    return UNKNOWN if verdict.proven is None else PROVEN if verdict.proven else DISPROVEN


def _predicted(asked: Verify) -> tuple[Report, Build, Outlook, World]:
    """What is said and predicted of the one Dockerfile."""
    from torchlint.check import check
    from torchlint.model.outlook import outlook

    try:
        config = configured(asked)
        path = os.path.join(asked.path, "Dockerfile") if os.path.isdir(asked.path) else asked.path
        project = read((path,), settings_for=config.settings_for, context=asked.context)
    except ConfigError as error:
        raise UsageError(str(error)) from error
    if project.failures:
        raise UsageError("; ".join(f"{failure.path}: {failure.message}" for failure in project.failures))
    if not project.dockerfiles:
        raise UsageError(f"{path}: is no Dockerfile")
    # This is where the day enters; below, every day is a value.
    world = World(config.settings.as_of or time.strftime("%Y-%m-%d"))
    report = check(project, world=world, rules=rules_of(asked.pack))
    for note in config.notes:
        say(note)
    for crash in report.crashed:
        if crash.pack:
            raise UsageError(f"{crash.told}; nothing was verified")
    if not report.builds or not report.builds[0].stages:
        raise UsageError(f"{path}: has no FROM, so there is no image to build")
    return report, report.builds[0], outlook(report.builds[0], world), world


def engine_of(wanted: str | None, otherwise: str) -> Engine:
    """The engine that answers. Raises UsageError, with what holds `otherwise`."""
    found = detect(wanted)
    if found.engine is None:
        for line in found.tried:
            say(line)
        raise UsageError(f"no container engine answers: {otherwise}")
    return found.engine


def uv_of(otherwise: str) -> Uv:
    """The uv of this machine. Raises UsageError, with what holds `otherwise`."""
    from torchlint.verify.uv import find

    found = find()
    if found is None:
        raise UsageError(f"there is no uv; the extra torchlint[pin] installs one: {otherwise}")
    return found


class Asking:
    """Says which hosts are asked, before they are and each once."""

    def __init__(self, uv: Uv) -> None:
        self._uv = uv
        self._said: set[str] = set()

    def __call__(self, hosts: tuple[str, ...]) -> None:
        new = [host for host in hosts if host not in self._said]
        if not new:
            return
        self._said.update(new)
        say(f"asking {' and '.join(new)} for wheels, with uv {self._uv.version} ({self._uv.program}); no code is run")


def announce(what: str, engine: Engine, asked: Asked) -> None:
    """Say what is going to run on this machine, before it does."""
    say(
        f"building {what} with {engine.name} {engine.version}: its RUN lines, its bases and the packages' "
        f"install scripts run on this machine, network {asked.network}, at most {asked.seconds:.0f} s. "
        "Only for Dockerfiles that you trust"
    )
    if not engine.runs:
        say(f"{engine.name} builds in no sandbox: they see this machine's network and processes")
    elif asked.level >= Evidence.RAN:
        say(f"then its container runs for {asked.watched:.0f} s without network and rights, with 4 GB of memory")


def _put(asked: Verify, report: Report, build: Build, engine: Tool, verdict: Verdict, level: Evidence) -> None:
    from torchlint.report import verdict as reporting

    if asked.output_format == "json":
        text = reporting.render_json(report, build, engine, verdict, level)
    else:
        text = reporting.render(report, build, engine, verdict, level)
    if asked.output_file is None:
        write(text)
    else:
        save(asked.output_file, text)


def interrupted(_number: int, _frame: object) -> NoReturn:
    """Take a signal for an interrupt."""
    raise KeyboardInterrupt


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--build-arg {text}: must be NAME=VALUE")
    return name, value


def seconds_of(option: str, text: str) -> float:
    """The seconds that an option says. Raises UsageError."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < 1e6:
        raise UsageError(f"{option} {text}: must be seconds")
    return value
