from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Safety, Severity, Span, rule

PAGE = "/torch_stable.html"
OPTIONS = ("--find-links ", "--find-links=", "-f ")


@rule(Install, Severity.WARNING, Outcome.RUN, when=("torch & asks find-links",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf, line, build = install.shelf, next(install.asks("torch"), None), on.build
    pages = [one for one in install.indexes or () if one.kind == "find-links" and (one.url or "").endswith(PAGE)]
    # Another page or index may have it.
    if shelf is None or line is None or build is None or not pages or install.indexes is None:
        return
    if len(pages) != len(install.indexes) or line.requirement.kind != "named" or line.requirement.marker:
        return
    last, releases = on.world.stable_page_last(), on.world.torch_releases()
    pin = install.pin("torch")
    release = on.world.torch_release(pin.version) if pin is not None else None
    told = tuple(Related(one.at, "this page is asked") for one in pages if one.at is not None)
    if pin is not None and (release is None or releases.index(release.version) <= releases.index(last)):
        return
    if pin is not None and pin.label is not None:
        known = on.world.torch_wheels(pin.version, pin.label) is not None
        folder = f"https://download.pytorch.org/whl/{pin.label}"
        fix = None if not known or install.tool != "pip" else _fix(pages[0].at, folder)
        if install.stops_build and install.satisfied("torch", pin.version) is False:
            yield Problem(
                pin.requested.at,
                f"torch_stable.html ends with torch {last}: {install.tool} finds no {pin.version}+{pin.label} on it, "
                "and the build stops",
                f"ask the index instead: --extra-index-url {folder}" if known else "ask the index instead",
                fix,
                related=told,
                severity=Severity.ERROR,
                outcome=Outcome.BUILD,
            )
        return
    taken = release or on.world.torch_release(on.open_torch(install) or "")
    variant = shelf.variants[0] if len(shelf.variants) == 1 else None
    wanted = variant and (on.world.variant_cuda(variant) or variant)
    if taken is None or wanted is None or wanted == taken.default_cuda or line.requirement.specifier and pin is None:
        return
    if not shelf.public or install.has("torch") or build.machine(install.stage) != "x86_64":
        return
    which = taken.version if pin is not None else f"{taken.version} or newer"
    yield Problem(
        line.at,
        f"torch_stable.html ends with torch {last}: {install.tool} takes {which} of the public index instead, for CUDA "
        f"{taken.default_cuda}",
        f"ask the index instead: --index-url https://download.pytorch.org/whl/{variant}",
        related=told,
    )


def _fix(at: Place | None, folder: str) -> Fix | None:
    """The edit that names an index where a page was named."""
    if at is None:
        return None
    source, span = at
    # In a requirements file the place is the whole line, on a command line the address.
    inside = next((one for one in OPTIONS if source.text.startswith(one, span.start)), None)
    before = next((one for one in OPTIONS if source.text.endswith(one, 0, span.start)), None)
    option = inside or before
    if option is None or (before is not None and not source.text.startswith("http", span.start)):
        return None
    start = span.start - (len(option) if inside is None else 0)
    edit = Edit(source, Span(start, span.end), f"--extra-index-url{option[-1]}{folder}")
    return Fix("ask the PyTorch index", (edit,), Safety.SAFE)
