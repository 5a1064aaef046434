from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("torch", "torchvision", "torchaudio"))
def check(install: Install, on: Context) -> Iterator[Problem]:
    state, shelf, environment = install.command.before, install.shelf, install.environment
    if state.base.libc != "musl" or shelf is None or environment is None or environment.kind == "conda":
        return
    name = next((name for name in ("torch", "torchvision", "torchaudio") if any(install.asks(name))), "torch")
    line = next(install.asks(name), None)
    # Alpine has a package of torch of its own, and a Python from another stage may have its libc with it.
    if line is None or line.requirement.kind != "named" or line.requirement.marker or not install.stops_build:
        return
    if environment.kind not in ("image", "system", "venv") or any("torch" in package for package in state.packages):
        return
    if install.has(name) is not False:
        return
    related = (Related(state.base.at, "this image has musl, not glibc"),)
    mend = "begin from an image with glibc: python:3.X-slim"
    if shelf.only_public:
        message = f"{name} has no wheel for musl and no source archive: {install.tool} finds none and the build stops"
        yield Problem(line.at, message, mend, related=related)
        return
    pin = install.pin("torch")
    variants = shelf.variants if pin is None or pin.label is None else (pin.label,)
    wheels = [on.world.torch_wheels(pin.version, variant) for variant in variants] if pin is not None else []
    if any(one is not None and one.any_libc for one in wheels):
        message = f"the PyTorch index has {name} for glibc only and does not say so: on musl its import fails"
        yield Problem(line.at, message, mend, related=related, outcome=Outcome.IMPORT)
