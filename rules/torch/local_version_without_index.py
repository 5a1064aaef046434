from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Install, Outcome, Place, Problem, Related, Safety, Severity, rule

PYTORCH = ("torch", "torchvision", "torchaudio")
OTHERS = ("torchtext", "torch-scatter", "torch-sparse", "torch-cluster", "xformers")


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=(
        "torch+",
        "torchvision+",
        "torchaudio+",
        "torchtext+",
        "torch-scatter+",
        "torch-sparse+",
        "torch-cluster+",
        "xformers+",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf = install.shelf
    if not install.stops_build or shelf is None:
        return
    pins = [pin for name in PYTORCH + OTHERS if any(install.asks(name)) and (pin := install.pin(name))]
    for pin in pins:
        # What the PyTorch index holds of other packages is not known.
        if pin.label is None or (pin.name in OTHERS and not shelf.only_public) or shelf.holds(pin.label):
            continue
        release = on.world.torch_release(pin.version) if pin.name == "torch" else None
        never = release is not None and release.variants_complete and pin.label not in release.index_variants
        if never or install.satisfied(pin.name, pin.version) is not False:
            return
        known = on.world.torch_wheels(pin.version, pin.label) if pin.name == "torch" else None
        index = f"--extra-index-url https://download.pytorch.org/whl/{pin.label}"
        at = pin.requested.at
        more = [one for one in pins if one is not pin and one.label == pin.label]
        yield Problem(
            at,
            f"no index that {install.tool} asks has {pin.name} {pin.version}+{pin.label}, and the build stops"
            + (": the default index holds no version with a local label" if shelf.public else ""),
            f"name the index that has it: {index}" if known else "name the index that has it, or drop the label",
            # uv would then take every package that this index has from there.
            fix=_fix(index, at, install, on)
            if known is not None and install.tool == "pip" and not pin.requested.declared
            else None,
            related=tuple(Related(one.requested.at, f"{one.name} as well") for one in more),
        )
        return


def _fix(option: str, at: Place, install: Install, on: Context) -> Fix | None:
    own = at.source is install.at.source
    edit = on.added(at, *option.split(" "), before=True) if own else on.option_line(at.source, option)
    return None if edit is None else Fix("ask the PyTorch index that has it", (edit,), Safety.SAFE)
