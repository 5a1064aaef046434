from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Edit, Entry, Fix, Outcome, Problem, Related, Severity, Span, rule

ROOT = frozenset({"root", "0"})
SHELLS = frozenset({"sh", "bash", "zsh", "ash", "dash", "fish"})
# These start as root on purpose and change the user themselves, or start the programs of several users.
CHANGES_USER = frozenset("gosu su-exec setpriv runuser su chpst s6-setuidgid supervisord init systemd sshd".split())

# Images whose own start does not ask for root, and which have useradd.
PLAIN = ("python", "cuda", "pytorch", "distribution")
MAKING = frozenset("useradd adduser groupadd addgroup usermod".split())
WRITING = frozenset(
    "open write dump save savefig imwrite makedirs mkdir touch write_text write_bytes to_csv to_parquet to_json "
    "FileHandler RotatingFileHandler SummaryWriter init connect sqlite3 Trainer save_pretrained export copy "
    "copyfile".split()
)
NAME = "app"
LONG = 84
"""Of what follows `useradd`: where the line is broken."""
SETTING = ("ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "STOPSIGNAL")


@rule(Entry, Severity.INFO, Outcome.RISK)
def check(entry: Entry, on: Context) -> Iterator[Problem]:
    user, main = entry.state.user, entry.main
    if user.value is None or user.value.split(":", 1)[0] not in ROOT or main is None or on.build is None:
        return
    if (entry.state.base.os or "").startswith("amazonlinux"):
        # AWS Lambda starts its images as a user of its own.
        return
    names = {command.name for command in entry.commands}
    # What a script of one's own does is not known: it may change the user before it starts the program.
    if None in names or names & CHANGES_USER or any((name or "").endswith(".sh") for name in names):
        return
    # A shell to work in is no program that others talk to.
    if main.name in SHELLS and not any((word.value or "-")[:1] != "-" for word in main.arguments):
        return
    if main.program() is True or any((word.value or "").endswith(".sh") for word in main.words):
        return
    said = "USER says so" if user.at is not None else "no USER says otherwise"
    made = on.user_made(entry)
    yield Problem(
        entry.at,
        f"the container runs as root: {said}, so a flaw in the program or in a model file has every right",
        "change to the user that is made here: USER and its name before CMD"
        if made is not None
        else _mend(entry.state.base.kind, entry.state.base.libc),
        _fix(entry, on.build, on),
        related=() if made is None else (Related(made.at, "a user is made here and never used"),),
    )


def _mend(kind: str | None, libc: str | None) -> str:
    if kind == "scratch":
        return "name a user by number, which needs no account: USER 10001"
    make = "adduser -D app" if libc == "musl" else "useradd --create-home app"
    return f"make a user and change to it before CMD: RUN {make}, then USER app"


def _fix(entry: Entry, build: Build, on: Context) -> Fix | None:
    """A user right before the start, where nothing that the program needs belongs to root alone."""
    stage, state, environment = build.stages[entry.stage], entry.state, entry.environment
    steps = [step for one in build.lineage(stage.index) for step in one.steps]
    starts = [step for step in stage.steps if step.instruction.keyword in ("CMD", "ENTRYPOINT")]
    if (entry.main is None or (entry.main.name or "").startswith("python")) and not (entry.script or entry.module):
        return None
    if environment is None or not entry.alone or entry.runner is not None or not starts:
        return None
    if state.base.kind not in PLAIN or state.base.libc != "glibc" or state.user.at is not None:
        return None
    if any(one.parent == stage.index for one in build.stages) or any(
        step.instruction.keyword == "RUN" for step in stage.steps[starts[0].index :]
    ):
        return None
    if state.account(NAME) is True or any(command.name in MAKING for step in steps for command in step.commands):
        return None
    if on.needs_root(entry):
        return None
    step = starts[0]
    # What stands right above the start belongs to it.
    while step.index and (above := stage.steps[step.index - 1]).lines.end == step.lines.start:
        if above.instruction.keyword not in SETTING:
            break
        step = above
    source, at = step.at.source, step.lines.start
    folder, words = state.spelled("."), entry.words()
    owned = folder is not None and folder.count("/") > (
        1 if folder.startswith(("/opt", "/usr", "/var", "/home")) else 0
    )
    writes = words is None or words & WRITING
    folders = on.written(entry)
    if folders is None:
        return None
    chown = f" && chown {NAME} {folder}" if writes and owned and folder != "/" else ""
    if folders:
        listed = " ".join(folders)
        # What no RUN makes the program would have made.
        absent = [one for one in folders if not state.find(state.absolute(one) or one)]
        made = f" && mkdir -p {' '.join(absent)}" if absent else ""
        chown += f"{made} && chown -R {NAME} {listed}"
    if len(chown) > LONG and build.dockerfile.escape == "\\":
        chown = chown.replace(" && ", f" && \\{source.newline}    ")
    before = source.text.endswith(("\n\n", "\n\r\n"), 0, at)
    text = f"RUN useradd --create-home {NAME}{chown}{source.newline}USER {NAME}{source.newline}"
    return Fix(
        "make a user and start as that", (Edit(source, Span(at, at), text + (source.newline if before else "")),)
    )
