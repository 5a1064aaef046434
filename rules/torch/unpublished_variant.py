from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Severity, Span, rule


@rule(
    Install,
    Severity.ERROR,
    Outcome.BUILD,
    when=("torch+", "torch== & asks index", "torch== & asks extra", "torch== & asks find-links"),
)
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
    fix = _fix(install, asked[0], _instead(asked[0], published)) if len(asked) == 1 else None
    if pin.label is not None or not shelf.public:
        if pin.label is not None or install.tool == "pip" or _ever(asked, on):
            yield Problem(at, f"{missing}: {install.tool} finds none and the build stops", change, fix, told)
    else:
        yield Problem(
            at,
            f"{missing}: {install.tool} silently takes the public index's build for CUDA {release.default_cuda}",
            change,
            fix,
            told,
            severity=Severity.WARNING,
            outcome=Outcome.RISK,
        )


def _ever(variants: tuple[str, ...], on: Context) -> bool:
    """Whether every one of these folders has some torch: uv stays with the first index that has the package."""
    releases = [release for version in on.world.torch_releases() if (release := on.world.torch_release(version))]
    return all(any(one in release.index_variants for release in releases) for one in variants)


def _instead(variant: str, published: tuple[str, ...]) -> str | None:
    """The nearest variant for the same major version of CUDA: the next one, else the last one before."""
    known = {int(one[2:]): one for one in published if one.startswith("cu") and one[2:].isdigit()}
    number = int(variant[2:]) if variant.startswith("cu") and variant[2:].isdecimal() else 0
    same = sorted(one for one in known if one // 10 == number // 10)
    above = [one for one in same if one > number]
    return known[above[0] if above else same[-1]] if same else None


def _fix(install: Install, variant: str, instead: str | None) -> Fix | None:
    """The other variant wherever the command and its files write this one."""
    if instead is None:
        return None
    places = [one.at for one in install.requested if variant in one.requirement.specifier]
    places += [one.at for one in install.indexes or () if one.at is not None and variant in (one.url or "")]
    edits: dict[tuple[str, Span], Edit] = {}
    for source, (start, end) in places:
        if source.text.count(variant, start, end) != 1:
            return None
        begin = source.text.index(variant, start, end)
        span = Span(begin, begin + len(variant))
        edits[source.path, span] = Edit(source, span, instead)
    return Fix(f"take {instead}", tuple(edits.values())) if edits else None
