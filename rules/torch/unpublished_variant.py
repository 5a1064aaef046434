from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("torch",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf, pin = install.shelf, install.pin("torch")
    if not install.stops_build or shelf is None or pin is None or not any(install.asks("torch")):
        return
    release = on.world.torch_release(pin.version)
    if release is None or not release.variants_complete or install.satisfied("torch", pin.version) is not False:
        return
    published = release.index_variants
    asked = (pin.label,) if pin.label is not None else () if shelf.everything else shelf.variants
    # A folder that holds no torch at all is passed over by uv, and by pip when there is a second index.
    kind = (pin.label or "x").rstrip("0123456789.")
    if not asked or any(one in published for one in asked) or (pin.label is not None and kind not in ("cu", "rocm")):
        return
    missing = f"torch {release.version} was never published for {asked[0]}"
    change = f"choose a variant that it has: {', '.join(one for one in published if '.' not in one)}"
    told = tuple(Related(at, f"the default of {name} is used here") for name, at in install.defaults(pin.requested))
    told += tuple(Related(one.at, "this index is asked") for one in install.indexes or () if one.at and not pin.label)
    at = pin.requested.at
    if pin.label is not None or not shelf.public:
        if pin.label is not None or install.tool == "pip" or _ever(asked, on):
            yield Problem(at, f"{missing}: {install.tool} finds none and the build stops", change, related=told)
    else:
        yield Problem(
            at,
            f"{missing}: {install.tool} silently takes the public index's build for CUDA {release.default_cuda}",
            change,
            related=told,
            severity=Severity.WARNING,
            outcome=Outcome.RISK,
        )


def _ever(variants: tuple[str, ...], on: Context) -> bool:
    """Whether every one of these folders has some torch: uv stays with the first index that has the package."""
    releases = [release for version in on.world.torch_releases() if (release := on.world.torch_release(version))]
    return all(any(one in release.index_variants for release in releases) for one in variants)
