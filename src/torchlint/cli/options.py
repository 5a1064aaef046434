"""Commands and options as data: help, parser and completions are made from these tables."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Option(NamedTuple):
    """One option. Without `takes` it is a switch; `off` is the switch that takes it back. `many`: "one" if it may be
    repeated, "list" if it also takes several values with commas. `completes`: "file", "folder" or "rule"."""

    flags: tuple[str, ...]
    help: str
    takes: str = ""
    choices: tuple[str, ...] = ()
    many: str = ""
    off: str = ""
    completes: str = ""

    @property
    def name(self) -> str:
        """The name of its value."""
        return self.flags[-1][2:].replace("-", "_")


class Command(NamedTuple):
    """One command: what it is for, what it takes, and its options by heading."""

    help: str
    operands: str
    options: dict[str, tuple[Option, ...]]
    completes: str = ""


SEVERITIES = ("error", "warning", "info")
SHELLS = ("bash", "zsh", "fish")

_FILE = Option(("-o", "--output-file"), "write the report to this file, whole or not at all", "FILE", completes="file")
_STDIN = Option(("--stdin-filename",), "name for what PATH - reads", "NAME", completes="file")
_BUILD = (
    Option(("--context",), "the folder that the builder is given", "DIR", completes="folder"),
    Option(("--context-partial",), "files may be missing here: an absent one proves nothing"),
    Option(("--target-stage",), "the stage that is shipped", "NAME"),
    Option(("--build-arg",), "value of an ARG", "NAME=VALUE", many="one"),
)
_CONFIGURATION = (
    Option(("--config",), "configuration file, or one setting", "FILE|KEY=VALUE", many="one", completes="file"),
    Option(("--isolated",), "read no configuration file"),
)
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
                Option(("--min-severity",), "leave out what matters less", "LEVEL", SEVERITIES),
                Option(
                    ("--fail-on",),
                    "severity from which the exit code is 1 (default: warning)",
                    "LEVEL",
                    (*SEVERITIES, "never"),
                ),
                Option(("--no-ignores",), "take no notice of comments that silence findings"),
                Option(("--show-suppressed",), "show silenced findings, too"),
            ),
            "Output": (
                Option(
                    ("--output-format",),
                    "full (default), concise for one line each, or JSON",
                    "FORMAT",
                    ("full", "concise", "json", "json-report"),
                ),
                _FILE,
                Option(("--statistics",), "count the findings of each rule instead of showing them"),
                Option(("--exit-zero",), "exit with 0 whatever was found"),
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
            "Configuration": _CONFIGURATION,
        },
        "file",
    ),
    "explain": Command(
        "explain rules: what breaks, when, why, and how it is mended", "RULE ...", {"Output": (_COLOR,)}, "rule"
    ),
    "rules": Command(
        "list the rules",
        "",
        {"Output": (Option(("--output-format",), "text (default) or JSON", "FORMAT", ("text", "json")), _COLOR)},
    ),
    "version": Command(
        "print the version",
        "",
        {"Output": (Option(("--knowledge",), "also print the day up to which torchlint knows the world"),)},
    ),
    "completion": Command("print a completion script", "SHELL", {}, "shell"),
}
