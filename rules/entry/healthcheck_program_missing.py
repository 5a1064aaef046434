from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Problem, Related, Severity, Span, Stage, Step, rule

CLIENTS = ("curl", "wget")


@rule(Step, Severity.ERROR, Outcome.RUN, when=("HEALTHCHECK",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    if on.build is None:
        return
    for index in sorted(on.build.shipped):
        stage = on.build.stages[index]
        probe = [one for one in stage.probe if one.at.source is step.at.source and step.at.span.contains(one.at.span)]
        missing = [one for one in probe if one.fatal and one.certain and one.name and one.program() is False]
        # What cannot start at all asks no such question.
        main = stage.entry.main if stage.entry is not None and stage.entry.alone else None
        if not missing or (main is not None and main.certain and main.program() is False):
            continue
        command = missing[0]
        name = command.words[0].value or ""
        mend = _mend(name, stage)
        address = next((word for word in command.arguments if (word.value or "").startswith("http")), None)
        python = next((word for word in ("python", "python3") if command.before.which(word)), None)
        fix = None
        if command.name in CLIENTS and python is not None:
            mend = f"ask with Python, which is there: {_asked(python, (address and address.value) or 'URL')}"
            if address is not None and address.written == address.value and len(probe) <= 2 and _rest(probe):
                source, span = command.at
                text = _asked(python, address.value)
                fix = Fix("ask with Python", (Edit(source, Span(span.start, step.at.span.end), text),))
        yield Problem(
            command.words[0].at,
            f"the container never becomes healthy: its image has no {name}, so this check always fails",
            mend,
            fix,
            related=(Related(stage.base.at, f"brings no {name}"),),
        )
        return


def _mend(name: str, stage: Stage) -> str:
    """How the program comes into the image; a package is named only where it is surely called so."""
    base = stage.final.base
    family = (base.os or "").rstrip("0123456789.")
    if base.kind == "scratch":
        return f"copy {name} into this stage with COPY --from, or drop the HEALTHCHECK: scratch has no package manager"
    if name in CLIENTS and base.libc == "musl":
        return f"install {name} in this stage (apk add --no-cache {name})"
    if name in CLIENTS and family in ("debian", "ubuntu"):
        return f"install {name} in this stage (apt-get install -y --no-install-recommends {name})"
    return f"bring {name} into this stage, or check with a program that is there"


def _asked(python: str, address: str) -> str:
    return f"{python} -c \"import urllib.request; urllib.request.urlopen('{address}')\""


def _rest(probe: list[Command]) -> bool:
    """Whether nothing follows the client but `|| exit 1`, in a shell's text."""
    return probe[0].shell is not None and all(one.name == "exit" for one in probe[1:])
