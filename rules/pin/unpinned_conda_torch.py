from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Place, Problem, Related, Severity, Step, rule


@rule(Step, Severity.WARNING, Outcome.RISK, when=("conda", "mamba", "micromamba"))
def check(step: Step, on: Context) -> Iterator[Problem]:
    by_pip = {one.at for install in step.installs for one in install.requested}
    for prefix, environment in step.after.environments.items():
        before = step.before.environments.get(prefix)
        known = before.packages if before is not None else {}
        found = [
            one
            for name, one in environment.packages.items()
            if one.source == "conda"
            and one is not known.get(name)
            and on.world.is_torch_family(name)
            and one.version is None
            and not any(mark in one.specifier for mark in "=<~")
            and one.at is not None
            and one.at not in by_pip
        ]
        # With an exact torch its companions can be of one release only.
        torch = environment.packages.get("torch")
        if not found or (torch is not None and torch.version is not None):
            continue
        # Conda keeps to the Python that is there: where no newer one comes it still chooses the build.
        python = environment.python.value
        still = python is not None and on.world.torch_ended(python)
        first, *others = found
        names = ", ".join(one.name for one in found)
        assert first.at is not None
        yield Problem(
            first.at,
            f"conda chooses the build of {names}, for a CUDA or the CPU: only the version ends with Python {python}"
            if still
            else f"conda chooses the release of {names}: the next build may get one for another CUDA or the CPU",
            _mend(first.at, python, on),
            related=tuple(Related(one.at, f"{one.name} has no version either") for one in others if one.at is not None),
            severity=Severity.INFO if still else None,
        )


def _mend(at: Place, python: str | None, on: Context) -> str:
    last = on.world.conda_channel().last
    release = on.world.torch_release(last)
    written = at.source.text[at.span.start : at.span.end]
    # Other names, such as pytorch-nightly, have releases of their own.
    if written == "pytorch" and release is not None and python in release.pythons:
        return f"name the version that works now, such as pytorch={last}"
    return "name the version that works now: conda list in the built image shows it"
