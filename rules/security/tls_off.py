from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Severity, Span, Step, rule

OFF = frozenset({"0", "false", "no", "off"})
ON = frozenset({"1", "true", "yes", "on"})
# For each variable the values that turn the check off.
VARIABLES = {
    "GIT_SSL_NO_VERIFY": ON,
    "PYTHONHTTPSVERIFY": OFF,
    "NODE_TLS_REJECT_UNAUTHORIZED": OFF,
    "CONDA_SSL_VERIFY": OFF,
    "NPM_CONFIG_STRICT_SSL": OFF,
    "HF_HUB_DISABLE_SSL_VERIFY": ON,
}
# What else turns it off in a RUN, for which there is no edit here: then a part of the work would look like all of it.
BESIDE = ("verify-peer", "verify-host", "check-certificate=off", "sslverify=", "verify=false", "--trusted-host")
OWN = ("://localhost", "://127.0.0.1", "://host.docker.internal")


@rule(
    Step,
    Severity.WARNING,
    Outcome.RISK,
    when=(
        "GIT_SSL_NO_VERIFY",
        "PYTHONHTTPSVERIFY",
        "NODE_TLS_REJECT_UNAUTHORIZED",
        "CONDA_SSL_VERIFY",
        "NPM_CONFIG_STRICT_SSL",
        "HF_HUB_DISABLE_SSL_VERIFY",
        "curl -k",
        "curl --insecure",
        "wget --no-check-certificate",
        "git http.sslverify",
        "npm strict-ssl",
        "conda ssl_verify",
        "mamba ssl_verify",
    ),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    found: list[tuple[str, Place, Fix | None]] = [
        (one.name, one.at, _without_variable(step))
        for one in step.declared
        if (one.value or "").lower() in VARIABLES.get(one.name, ())
    ]
    for command in step.commands:
        switch = switched(command)
        # A changed file would not have the sum.
        if switch and command.name in ("curl", "wget") and on.checked(on.stage_of(command)):
            continue
        if switch and not any(own in (value or "") for value in command.values for own in OWN):
            found.append((switch, command.at, _without_switch(command, switch, on)))
    mended = [fix for _, _, fix in found if fix is not None]
    text = step.instruction.rest.text.lower()
    whole = len(mended) == len(found) and not any(word in text for word in BESIDE)
    # All in one RUN at once, or nothing.
    edits = tuple(dict.fromkeys(edit for fix in mended for edit in fix.edits)) if whole else ()
    fix = mended[0]._replace(edits=edits) if edits else None
    for name, at, _ in found:
        yield Problem(
            at,
            f"{name} turns the check of certificates off: whoever is on the way can send something else",
            "leave it out; apt-get install ca-certificates gives an image the usual certificates, "
            "update-ca-certificates adds one of your own",
            fix,
        )


def switched(command: Command) -> str:
    """The word of a command that turns the check off, "" if there is none."""
    values = [value or "" for value in command.values]
    match command.name:
        case "curl":
            return next((value for value in values if value == "--insecure" or letters(value, "k")), "")
        case "wget":
            return next((value for value in values if value == "--no-check-certificate"), "")
        case "git" | "npm" | "conda" | "mamba":
            keys = ("http.sslverify", "strict-ssl", "ssl_verify")
            for number, value in enumerate(values):
                key, equals, said = value.lower().partition("=")
                setting = said if equals else values[number + 1].lower() if number + 1 < len(values) else ""
                if key in keys and setting in OFF:
                    return value
        case "export":
            for value in values:
                name, _, said = value.partition("=")
                if said.lower() in VARIABLES.get(name, ()):
                    return name
    return ""


def letters(value: str, letter: str) -> bool:
    """True if short options that take no value hold the letter: -k, -fsSLk, not -o k."""
    if value[:1] != "-" or value[1:2] in ("-", "") or letter not in value:
        return False
    return not set(value[1 : value.index(letter)]) & set("oHdXuAbeFTCmxrwYyzDEKPQUct")


def _without_variable(step: Step) -> Fix | None:
    """The instruction away, if it sets nothing else."""
    source, span = step.at
    line, last = (source.line_span(source.line_at(offset)) for offset in span)
    if len(step.sets) != 1 or step.instruction.keyword != "ENV" or line.start != span.start or last.end != span.end:
        return None
    end = source.text.find("\n", span.end) + 1
    return Fix("let certificates be checked", (Edit(source, Span(span.start, end or span.end), ""),)) if end else None


def _without_switch(command: Command, switch: str, on: Context) -> Fix | None:
    """The switch of curl or wget away, alone or from among other letters."""
    word = next((one for one in command.arguments if one.value == switch), None)
    if word is None or word.written != switch or command.name not in ("curl", "wget"):
        return None
    edit = on.without(word.at)
    if switch[:2] != "--" and len(switch) > 2:
        edit = Edit(*word.at, switch.replace("k", ""))
    return None if edit is None else Fix("let the certificate be checked", (edit,))
