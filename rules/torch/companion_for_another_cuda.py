from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Severity, Span, rule


@rule(Install, Severity.ERROR, Outcome.IMPORT, when=("torchvision==", "torchaudio=="))
def check(install: Install, on: Context) -> Iterator[Problem]:
    change, build = on.torch_change(install), on.build
    if change is None or build is None or not install.command.certain:
        return
    torch, asked, shelf = change.after, install.pin("torch"), install.shelf
    # A label that no index has stops the build: that is the finding of local-version-without-index.
    if asked is not None and asked.label is not None and (shelf is None or not shelf.holds(asked.label)):
        return
    release = on.world.torch_release((torch.version or "").partition("+")[0]) if torch.exact else None
    if release is None or torch.cuda is None or torch.cuda.startswith("rocm"):
        return
    for name in ("torchvision", "torchaudio"):
        pin, line = install.pin(name), next(install.asks(name), None)
        if line is None or pin is None or line.requirement.kind != "named" or install.has(name) is not False:
            continue
        made = on.world.companion(name, pin.version)
        if made is None or made.torch_exact != release.version:
            continue
        cuda = on.taken_cuda(install, release.version, pin.label)
        if cuda is None or cuda == torch.cuda or cuda.startswith("rocm"):
            continue
        what = f"{name} {pin.version} for {_told(cuda)} beside torch for {_told(torch.cuda)}"
        severity, outcome = Severity.ERROR, Outcome.IMPORT
        if cuda == "cpu":
            severity, outcome = Severity.WARNING, Outcome.RUN
            harm = "its operators do not work on a GPU"
        elif torch.cuda == "cpu":
            harm = "its library needs CUDA's part of torch, and its import fails"
        elif cuda.split(".")[0] != torch.cuda.split(".")[0] or (
            name == "torchaudio" and _compares(release.version, on)
        ):
            harm = "it compares the two, and its import fails"
        else:
            continue
        index = "https://download.pytorch.org/whl/" + (
            "cpu" if torch.cuda == "cpu" else f"cu{torch.cuda.replace('.', '')}"
        )
        public = torch.cuda == release.default_cuda
        yield Problem(
            pin.requested.at,
            f"this brings {what}: {harm}",
            "take both from one index: " + ("the public one" if public else index),
            None if public else _fix(install, index),
            related=() if torch.at is None else (Related(torch.at, f"torch for {_told(torch.cuda)} comes from here"),),
            severity=severity,
            outcome=outcome,
        )


def _told(cuda: str) -> str:
    return "the CPU" if cuda == "cpu" else f"CUDA {cuda}"


def _compares(version: str, on: Context) -> bool:
    """True from torch 1.13 on, whose torchaudio refuses another minor version of CUDA as well."""
    releases = on.world.torch_releases()
    return releases.index(version) >= releases.index("1.13.0")


def _fix(install: Install, index: str) -> Fix | None:
    """The index that torch came from, for a command that installs its companions alone."""
    names = {one.requirement.name for one in install.requested}
    own = all(one.at.source is install.at.source and "+" not in one.requirement.specifier for one in install.requested)
    if install.indexes or install.tool != "pip" or not own or names - {"torchvision", "torchaudio"}:
        return None
    source, (_, end) = max((one.at for one in install.requested), key=lambda at: at.span.end)
    end += source.text[end : end + 1] in ("'", '"')
    return Fix("take it from the index of torch", (Edit(source, Span(end, end), f" --index-url {index}"),))
