from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Command, Context, Edit, Fix, Outcome, Place, Problem, Related, Safety, Severity, Span, rule

LISTS = "/etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list"
BLANK = " \t\r\n\\"


@rule(Command, Severity.ERROR, Outcome.BUILD, when=("update in pytorch-image",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked, base, build = command.asked, command.before.base, on.build
    if build is None or asked is None or asked.verb != "update" or not (command.fatal and command.certain):
        return
    tag = base.reference.tag if base.kind == "pytorch" and base.reference is not None else None
    if tag is None or base.pinned or not on.world.old_nvidia_key(tag) or _otherwise(command) or _mended(command, build):
        return
    yield Problem(
        command.at,
        f"{base.name} has the key that NVIDIA's archives had until April 2022: {command.name} update refuses them "
        "(NO_PUBKEY A4B469963BF863CC), and the build stops",
        f"rm {LISTS} before it, or begin from a newer image, such as pytorch/pytorch:1.12.1-cuda11.3-cudnn8-devel",
        _fix(command),
        related=(Related(base.at, "the image"),),
    )


def _otherwise(command: Command) -> bool:
    """Whether its options may choose other lists, or take them unsigned."""
    return any((value or "-o").startswith(("-o", "-c", "--allow", "--option", "--config")) for value in command.values)


def _mended(command: Command, build: Build) -> bool:
    """Whether something before it may bring the key, or take the lists away; or the build stopped there already."""
    for stage in build.lineage(command.stage):
        for step in stage.steps:
            if (step.stage, step.index) > (command.stage, command.step):
                break
            if step.copied is not None and (step.copied.target is None or "apt" in step.copied.target):
                return True
            for one in step.commands:
                if one.words is command.words:
                    break
                stopped = one.asked is not None and one.asked.verb == "update" and one.fatal
                if stopped or one.unknown or one.name in ("apt-key", "gpg", "dpkg") or any(map(_touches, _said(one))):
                    return True
    return False


def _said(command: Command) -> tuple[str | None, ...]:
    return (*command.values, *(redirect.target.value for redirect in command.redirects))


def _touches(word: str | None) -> bool:
    """A word about apt's settings; the distribution's own list is none of NVIDIA's."""
    return word is None or ("/apt" in word and word != "/etc/apt/sources.list" and "/lib/apt/" not in word)


def _fix(command: Command) -> Fix | None:
    source, start = command.at.source, command.at.span.start
    before = source.text[:start].rstrip(BLANK)
    if not source.text.startswith("apt", start) or not before.endswith(("RUN", "run", "&&", ";")):
        return None
    edit = Edit(*Place(source, Span(start, start)), f"rm -f {LISTS} && ")
    return Fix("take NVIDIA's lists away", (edit,), Safety.UNSAFE)
