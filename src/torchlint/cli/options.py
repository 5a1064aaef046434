"""Commands and options as data: help, parser and completions are made from these tables."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Option(NamedTuple):
    """One option. Without `takes` it is a switch; `off` is the switch that takes it back. `many`: "one" if it may be
    repeated, "list" if it also takes several values with commas. `completes`: "file", "folder" or "rule".

    `attached`: the value may be left out, and is written behind `=` if it is not. `beside`: what may follow one of the
    choices behind `=`."""

    flags: tuple[str, ...]
    help: str
    takes: str = ""
    choices: tuple[str, ...] = ()
    many: str = ""
    off: str = ""
    completes: str = ""
    attached: bool = False
    beside: str = ""

    @property
    def name(self) -> str:
        """The name of its value."""
        return self.flags[-1][2:].replace("-", "_")


class Command(NamedTuple):
    """One command: what it is for, what it takes, its options by heading, and examples with what they are for."""

    help: str
    operands: str
    options: dict[str, tuple[Option, ...]]
    completes: str = ""
    examples: tuple[tuple[str, str], ...] = ()


SEVERITIES = ("error", "warning", "info")
CONFIDENCES = ("high", "medium", "low")
FORMATS = (
    "full",
    "concise",
    "grouped",
    "json",
    "json-lines",
    "json-report",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "markdown",
)
TEST_FORMATS = ("full", "concise", "json")
EVIDENCE = ("resolved", "built", "ran")
SHELLS = ("bash", "zsh", "fish")

_FILE = Option(("-o", "--output-file"), "write the report to this file, whole or not at all", "FILE", completes="file")
_STDIN = Option(("--stdin-filename",), "name for what PATH - reads", "NAME", completes="file")
_BUILD = (
    Option(("--context",), "the folder that the builder is given", "DIR", completes="folder"),
    Option(("--context-partial",), "files may be missing here: an absent one proves nothing"),
    Option(("--target-stage",), "the stage that is shipped", "NAME"),
    Option(("--build-arg",), "value of an ARG", "NAME=VALUE", many="one"),
)
_WATCH = Option(("--watch",), "how long to look at the container (default: 10)", "SECONDS")
_ENGINE = (
    Option(("--engine",), "instead of the first that answers", "NAME", ("docker", "podman", "buildah")),
    Option(("--network",), "of the build (default: default)", "NAME", ("default", "none", "host")),
    Option(("--pull",), "whether bases may be fetched (default: missing)", "WHEN", ("missing", "never")),
    Option(("--timeout",), "how long the build may take (default: 1800)", "SECONDS"),
)
_CONFIGURATION = (
    Option(("--config",), "configuration file, or one setting", "FILE|KEY=VALUE", many="one", completes="file"),
    Option(("--isolated",), "read no configuration file"),
)
_PACK = Option(
    ("--pack",),
    "also the rules in this folder: they are code, and it is run",
    "DIR",
    many="one",
    completes="folder",
)
_LISTED = _PACK._replace(help="also the rules in this folder; nothing of them is run")
_COLOR = Option(("--color",), "colours and links: on a terminal, always or never", "WHEN", ("auto", "always", "never"))

COMMANDS = {
    "check": Command(
        "check Dockerfiles and requirements; the default when only paths are given",
        "[PATH ...]",
        {
            "Rules": (
                Option(
                    ("-s", "--select"),
                    "ask only these rules or families, or all",
                    "RULES",
                    many="list",
                    completes="rule",
                ),
                Option(("--extend-select",), "ask these rules too", "RULES", many="list", completes="rule"),
                Option(("--ignore",), "do not ask these rules or families", "RULES", many="list", completes="rule"),
                Option(("--profile",), "how much to say", "NAME", ("min", "default", "strict")),
                Option(("--shell",), "have ShellCheck read shell commands; needs torchlint[shell]", off="--no-shell"),
                Option(("--min-severity",), "leave out what matters less", "LEVEL", SEVERITIES),
                Option(("--min-confidence",), "leave out what is less sure", "LEVEL", CONFIDENCES),
                _PACK,
            ),
            "Gate": (
                Option(
                    ("--fail-on",),
                    "severity from which the exit code is 1 (default: warning)",
                    "LEVEL",
                    (*SEVERITIES, "never"),
                ),
                Option(("--exit-zero",), "exit with 0 whatever was found"),
                Option(("--baseline",), "leave out the findings that this file holds", "FILE", completes="file"),
                Option(("--write-baseline",), "put today's findings in this file instead", "FILE", completes="file"),
                Option(("--diff-against",), "only findings on lines changed since this git revision", "REV"),
            ),
            "Fixes": (
                Option(("--fix",), "make the safe fixes, then report what is left"),
                Option(("--diff",), "print what the fixes would change, and write nothing"),
                Option(("--unsafe-fixes",), "also those that may change what the image does", off="--no-unsafe-fixes"),
                Option(("--fix-only",), "fix, and report nothing that is left"),
                Option(("--fixable",), "fix only these rules or families", "RULES", many="list", completes="rule"),
                Option(("--unfixable",), "do not fix these rules or families", "RULES", many="list", completes="rule"),
                Option(("--exit-non-zero-on-fix",), "exit with 1 if anything was fixed"),
                Option(("--pin",), "also write the versions, digests and commits that are taken today: asks indexes"),
                Option(("--lock",), "also write a full lock with hashes beside each requirements file: asks indexes"),
            ),
            "Evidence for fixes": (
                Option(
                    ("--verify",),
                    "judge the image before and after, write only what holds (default: ran)",
                    "LEVEL",
                    EVIDENCE,
                    attached=True,
                ),
                *_ENGINE,
                _WATCH,
            ),
            "Suppressions": (
                Option(("--add-ignore",), "write comments that silence what is found", "REASON", attached=True),
                Option(("--no-ignores",), "take no notice of comments that silence findings"),
                Option(("--show-suppressed",), "show silenced findings, too"),
            ),
            "Output": (
                Option(
                    ("--output-format",),
                    "how to write the report (default: full); to FILE if it is given. May be repeated",
                    "FORMAT",
                    FORMATS,
                    many="one",
                    beside="FILE",
                ),
                _FILE,
                Option(("--statistics",), "count the findings of each rule instead of showing them"),
                _COLOR,
                Option(("-q", "--quiet"), "print findings only, no summary"),
                Option(("-v", "--verbose"), "also print what was read and how, and the traceback of an internal error"),
            ),
            "Files": (
                Option(("--exclude",), "pattern of paths not to look for", "GLOB", many="list"),
                Option(("--extend-exclude",), "the same, in addition to the configuration", "GLOB", many="list"),
                Option(("--affected",), "check the Dockerfiles of the repository that use a PATH, too"),
                Option(("--force-exclude",), "exclude paths that are named here, too"),
                Option(("--respect-gitignore",), "leave out what git ignores (default)", off="--no-respect-gitignore"),
                _STDIN,
                Option(("--strict-inputs",), "exit with 2 if there is nothing to check"),
            ),
            "Build": (*_BUILD, Option(("--as-of",), "judge as on this day", "YYYY-MM-DD")),
            "Configuration": _CONFIGURATION,
        },
        "file",
        (
            ("torchlint check", "everything in this folder that git does not ignore"),
            ("torchlint check docker/Dockerfile --context .", "the builder is given another folder"),
            ("torchlint check --output-format github --output-format sarif=out.sarif", "two reports of one run"),
            ("torchlint check --write-baseline known.json", "start today: what is there now is known"),
            ("torchlint check --baseline known.json", "only what is new since then"),
            ("torchlint check --diff-against origin/main...", "only the lines of this branch"),
            ("torchlint check --add-ignore='as agreed' --select pin", "silence a family where it is found"),
        ),
    ),
    "inspect": Command(
        "show what image a Dockerfile gives: Python, torch, CUDA, what starts",
        "[DOCKERFILE]",
        {
            "Output": (
                Option(("--output-format",), "text (default) or JSON", "FORMAT", ("text", "json")),
                _FILE,
                _COLOR,
            ),
            "Files": (_STDIN,),
            "Build": (*_BUILD, Option(("--platform",), "the platform it is built for", "OS/ARCH")),
            "Comparison": (Option(("--installed",), "show the torch of the Python that runs torchlint beside it"),),
            "Configuration": _CONFIGURATION,
        },
        "file",
    ),
    "verify": Command(
        "build the image, ask it and start it: evidence for what is predicted; runs what the Dockerfile says",
        "[DOCKERFILE]",
        {
            "Evidence": (
                Option(("--level",), "how far to go (default: ran)", "LEVEL", EVIDENCE),
                _WATCH,
                Option(("--gpus",), "give the container the GPUs, and let torch compute on one"),
                Option(("--keep-image",), "leave the built image"),
            ),
            "Engine": _ENGINE,
            "Output": (
                Option(("--output-format",), "text (default) or JSON", "FORMAT", ("text", "json")),
                _FILE,
                _COLOR,
            ),
            "Build": (
                Option(("--context",), "the folder that the builder is given", "DIR", completes="folder"),
                Option(("--target-stage",), "the stage that is built", "NAME"),
                Option(("--build-arg",), "value of an ARG", "NAME=VALUE", many="one"),
                Option(("--platform",), "the platform it is built for", "OS/ARCH"),
            ),
            "Rules": (_PACK,),
            "Configuration": _CONFIGURATION,
        },
        "file",
    ),
    "explain": Command(
        "explain rules: what breaks, when, why, and how it is mended",
        "RULE ...",
        {"Rules": (_LISTED,), "Output": (_COLOR,)},
        "rule",
    ),
    "rules": Command(
        "list the rules",
        "",
        {
            "Rules": (_LISTED,),
            "Output": (
                Option(("--output-format",), "text (default) or JSON", "FORMAT", ("text", "json")),
                Option(("--hadolint",), "which rule means the same as which one of hadolint"),
                Option(("--html",), "all pages as one page for a browser"),
                _COLOR,
            ),
        },
    ),
    "test": Command(
        "try rules by the examples of their pages: all of torchlint, or those of a pack, whose code is run",
        "[PATH ...]",
        {
            "Rules": (
                Option(("-s", "--select"), "only these rules or families", "RULES", many="list", completes="rule"),
            ),
            "Output": (
                Option(("--output-format",), "how to write the report (default: full)", "FORMAT", TEST_FORMATS),
                _FILE,
                _COLOR,
                Option(("-q", "--quiet"), "print what fails only, no summary"),
            ),
        },
        "file",
        (
            ("torchlint test my_rules", "every rule in this folder, and in its folders"),
            ("torchlint test my_rules/old_base.py", "one rule"),
            ("torchlint test --select pin", "a family of torchlint's own"),
        ),
    ),
    "config": Command(
        "list the keys of a configuration file, or print its JSON schema",
        "",
        {"Rules": (_LISTED,), "Output": (Option(("--schema",), "print the JSON schema, for editors"), _COLOR)},
    ),
    "server": Command(
        "serve an editor: findings while typing, fixes, predictions; needs torchlint[lsp]",
        "",
        {
            "Connection": (Option(("--stdio",), "over standard input and output, which is the only way"),),
            "Rules": (_PACK,),
        },
    ),
    "version": Command(
        "print the version",
        "",
        {"Output": (Option(("--knowledge",), "also print the day up to which torchlint knows the world"),)},
    ),
    "completion": Command("print a completion script", "SHELL", {}, "shell"),
}

_ONLY_CHECKED = ("fix", "write_baseline", "diff_against", "add_ignore")
_FIX = Command(
    "fix what can be fixed safely, then report what is left",
    "[PATH ...]",
    {
        heading: tuple(option for option in options if option.name not in _ONLY_CHECKED)
        for heading, options in COMMANDS["check"].options.items()
    },
    "file",
    (
        ("torchlint fix", "everything in this folder that git does not ignore"),
        ("torchlint fix --diff", "show what would be changed"),
        ("torchlint fix --unsafe-fixes --select base", "one family, what may change the image too"),
        ("torchlint fix --pin", "what is open gets the version that a build would take today"),
        ("torchlint fix --verify", "build before and after, and write only what holds"),
        ("torchlint fix - < Dockerfile > fixed", "from standard input to standard output"),
    ),
)
COMMANDS = {"check": COMMANDS["check"], "fix": _FIX, **COMMANDS}
