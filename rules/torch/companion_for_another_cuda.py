from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Install, Outcome, Problem, Related, Severity, rule


@rule(
    Install,
    Severity.ERROR,
    Outcome.IMPORT,
    when=("torchvision==", "torchaudio==", "a wheel & torchvision", "a wheel & torchaudio"),
)
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
        if line is None or line.requirement.kind != "named" or install.has(name) is not False:
            continue
        version = pin.version if pin is not None else _beside_file(install, name, release.version, on)
        made = on.world.companion(name, version) if version else None
        if made is None or made.torch_exact != release.version:
            continue
        cuda = on.taken_cuda(install, release.version, pin.label if pin is not None else None)
        if cuda is None or cuda == torch.cuda or cuda.startswith("rocm"):
            continue
        what = f"{name} {version} for {_told(cuda)} beside torch for {_told(torch.cuda)}"
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
            line.at if pin is None else pin.requested.at,
            f"this brings {what}: {harm}",
            "take both from one index: " + ("the public one" if public else index),
            None if public else _fix(install, index, on),
            related=() if torch.at is None else (Related(torch.at, f"torch for {_told(torch.cuda)} comes from here"),),
            severity=severity,
            outcome=outcome,
        )


def _beside_file(install: Install, name: str, torch: str, on: Context) -> str | None:
    """The release of a companion without a version that surely is taken beside a wheel of torch: that made for it."""
    lines, asked = list(install.asks(name)), list(install.asks("torch"))
    free = len(lines) == 1 and not lines[0].requirement.specifier and lines[0].requirement.marker is None
    if not free or not install.refuses_conflicts or not asked or any(one.requirement.kind == "named" for one in asked):
        return None
    made = on.world.companions_of(torch, name)
    return made[-1] if made else None


def _told(cuda: str) -> str:
    return "the CPU" if cuda == "cpu" else f"CUDA {cuda}"


def _compares(version: str, on: Context) -> bool:
    """True from torch 1.13 on, whose torchaudio refuses another minor version of CUDA as well."""
    releases = on.world.torch_releases()
    return releases.index(version) >= releases.index("1.13.0")


def _fix(install: Install, index: str, on: Context) -> Fix | None:
    """The index that torch came from, for a command that installs its companions alone."""
    names = {one.requirement.name for one in install.requested}
    own = all(one.at.source is install.at.source and "+" not in one.requirement.specifier for one in install.requested)
    if install.indexes or install.tool != "pip" or not own or names - {"torchvision", "torchaudio"}:
        return None
    last = max((one.at for one in install.requested), key=lambda at: at.span.end)
    edit = on.added(last, "--index-url", index)
    return None if edit is None else Fix("take it from the index of torch", (edit,))
