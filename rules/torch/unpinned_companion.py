from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, Span, rule


@rule(Install, Severity.WARNING, Outcome.WASTE, when=("torchvision", "xformers", "vllm"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    change, python, shelf = on.torch_change(install), install.python, install.shelf
    if change is None or python is None or shelf is None or not shelf.only_public or not install.command.certain:
        return
    before = change.before
    release = on.world.torch_release(before.version or "") if before.exact else None
    named = any(one.requirement.name == "torch" for one in install.requested)
    if release is None or named or "--no-deps" in install.options:
        return
    image = on.stage_of(install).base.kind == "pytorch" and before.source == "base"
    for name in ("torchvision", "xformers", "vllm"):
        lines = list(install.asks(name))
        # The images of PyTorch bring torchvision, and neither of the others.
        absent = install.has(name) is False or (image and name != "torchvision" and install.has(name) is None)
        if len(lines) != 1 or not absent or lines[0].requirement.specifier or lines[0].requirement.marker:
            continue
        known = (on.world.companion(name, version) for version in reversed(on.world.releases(name)))
        newest = next((one for one in known if one is not None and one.runs_on(python)), None)
        if newest is None or newest.admits(release.version):
            continue
        fitting = on.world.companions_of(release.version, name)
        source, span = lines[0].at
        fix = None
        if fitting and source.text[span.start : span.end] == name:
            edit = Edit(source, Span(span.end, span.end), f"=={fitting[-1]}")
            fix = Fix(f"ask for the {name} made for torch {release.version}", (edit,), Safety.UNSAFE)
        yield Problem(
            lines[0].at,
            f"without a version {install.tool} takes {name} {newest.version} or newer, which needs "
            f"torch{newest.requires_torch} and puts that in the place of torch {release.version}",
            f"write {name}=={fitting[-1]}" if fitting else f"ask for the {name} that torch {release.version} has",
            fix,
            related=() if before.at is None else (Related(before.at, f"torch {release.version} comes from here"),),
            estimate_bytes=release.cpu_unpacked_bytes if before.cuda == "cpu" else release.unpacked_bytes,
        )
