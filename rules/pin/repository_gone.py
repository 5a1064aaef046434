from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Edit, Fix, Outcome, Place, Problem, Safety, Severity, Span, Step, rule

FETCHING = ("git", "curl", "wget", "aria2c")
HUB = ("huggingface-cli", "hf")
PROTOCOL = "git://"
OF_GITHUB = ("git://github.com/", "git+git://github.com/", "git://gist.github.com/", "git+git://gist.github.com/")


@rule(
    Step,
    Severity.ERROR,
    Outcome.BUILD,
    when=("git", "curl", "wget", "aria2c", "huggingface-cli", "hf", "installs", "ADD"),
    mentions=("git://", "stability-ai/", "stabilityai/", "gourieff/", "chychkan/", "sebaxakerhtc/"),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    assert on.build is not None
    earlier = [one for stage in on.build.lineage(step.stage) for other in stage.steps for one in other.commands]
    if any("insteadof" in (value or "").lower() for one in earlier for value in one.values):
        return  # git is told to look elsewhere.
    for address, at in _addresses(step):
        if address.startswith(OF_GITHUB):
            source, span = at
            start = source.text.find(PROTOCOL, span.start, span.end)
            edit = Edit(source, Span(start, start + len(PROTOCOL)), "https://")
            yield Problem(
                at,
                "GitHub does not answer git:// any more, since 2022-03, and the build stops",
                "write https:// for git://",
                Fix("ask over https", (edit,), Safety.SAFE) if start >= 0 else None,
            )
            continue
        gone = on.world.repository_gone(address)
        if gone is not None:
            yield Problem(
                at,
                f"{gone.repository} is gone since {gone.since}, and the build stops: there is no such repository",
                f"take {gone.instead}"
                if gone.instead
                else "take a copy that you trust, or one of your own, by its commit; or do without",
            )


def _addresses(step: Step) -> Iterator[tuple[str, Place]]:
    """What the step fetches from somewhere, where the build stops if it is not there."""
    for source in step.copied.sources if step.copied is not None else ():
        if source.remote and source.name is not None:
            yield source.name, source.at
    for command in step.commands:
        if command.fatal and command.certain:
            yield from _of_command(command)
    for install in step.installs:
        if install.command.fatal and install.command.certain:
            yield from ((one.requirement.url, one.at) for one in install.requested if one.requirement.url)


def _of_command(command: Command) -> Iterator[tuple[str, Place]]:
    if command.name in FETCHING and (command.name != "git" or "clone" in command.values):
        yield from ((word.value, word.at) for word in command.arguments if word.value and (":" in word.value))
    elif command.name in HUB and "download" in command.values:
        named = (one for one in command.arguments if one.value and one.value[0] not in "-/." and "/" in one.value)
        first = next(named, None)
        if first is not None:
            yield f"https://huggingface.co/{first.value}", first.at
