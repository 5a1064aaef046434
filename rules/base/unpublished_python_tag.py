from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Safety, Severity, Span, Stage, World, rule

HUB = ("python", "public.ecr.aws/docker/library/python")


@rule(Stage, Severity.ERROR, Outcome.BUILD, when=("python-image",))
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base = stage.base
    reference = base.reference
    if stage.parent is not None or reference is None or reference.familiar not in HUB or reference.digest is not None:
        return
    tag = reference.tag
    if tag is None or on.world.python_tag_exists(tag) is not False:
        return
    meant, safe = nearest(tag, on.world)
    fix = None
    source, start = base.at.source, base.at.span.start
    if meant and reference.tag_span is not None and source.text.startswith(base.name or "", start):
        span = Span(start + reference.tag_span[0], start + reference.tag_span[1])
        safety = Safety.SAFE if safe else Safety.UNSAFE
        fix = Fix(f"use the tag {meant}", (Edit(source, span, meant),), safety)
    yield Problem(
        base.at,
        f"{base.name} cannot be pulled and the build stops: the python image never had a tag {tag}",
        f"use {meant}" if meant else "name a version and a variant that exist, such as 3.12-slim or 3.12-slim-bookworm",
        fix,
    )


def nearest(tag: str, world: World) -> tuple[str, bool]:
    """A tag that exists and may be meant, and whether it surely is: the same parts in the right order."""
    version, *rest = tag.split("-")
    if len(rest) == 2 and "slim" in rest:
        turned = f"{version}-slim-{rest[0] if rest[1] == 'slim' else rest[1]}"
        if world.python_tag_exists(turned):
            return turned, True
    flavours = [name for name in rest if name in ("slim", "alpine")]
    for number in (version, ".".join(version.split(".")[:2])):
        plain = "-".join((number, *flavours[:1]))
        if plain != tag and world.python_tag_exists(plain):
            return plain, False
    return "", False
