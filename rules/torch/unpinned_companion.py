from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, Span, rule


@rule(Install, Severity.WARNING, Outcome.WASTE, when=("torchvision", "xformers", "vllm"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    for line, newest, release, there in on.displacing(install):
        name = line.requirement.name
        fitting = on.world.companions_of(release.version, name)
        or_newer = "" if install.python is not None and on.world.torch_ended(install.python) else " or newer"
        source, span = line.at
        fix = None
        if fitting and source.text[span.start : span.end] == name:
            edit = Edit(source, Span(span.end, span.end), f"=={fitting[-1]}")
            fix = Fix(f"ask for the {name} made for torch {release.version}", (edit,), Safety.UNSAFE)
        yield Problem(
            line.at,
            f"without a version {install.tool} takes {name} {newest.version}{or_newer}, which needs "
            f"torch{newest.requires_torch} and puts that in the place of torch {release.version}",
            f"write {name}=={fitting[-1]}" if fitting else f"ask for the {name} that torch {release.version} has",
            fix,
            related=() if there.at is None else (Related(there.at, f"torch {release.version} comes from here"),),
            estimate_bytes=release.cpu_unpacked_bytes if there.cuda == "cpu" else release.unpacked_bytes,
        )
