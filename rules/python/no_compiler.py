from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Safety, Severity, rule

PROGRAMS = {
    "gcc": ("compiler", ("gcc", "cc", "g++", "c++"), "a compiler and what they link to"),
    "cargo": ("compiler of Rust", ("cargo", "rustc"), "Rust"),
    "cmake": ("cmake", ("cmake",), "cmake"),
}
"""What is missing in words, the programs of which one would do, and what to install."""

COMPILERS = ("CC", "CXX")
"""Variables that name a compiler of another name."""

KNOWN = (
    "a release",
    "psycopg2",
    "mysqlclient",
    "pyaudio",
    "dlib",
    "llama-cpp-python",
    "fasttext",
    "python-ldap",
    "annoy",
    "uwsgi",
    "pycairo",
    "pycuda",
    "pygobject",
    "gdal",
    "hnswlib",
    "webrtcvad",
    "kenlm",
    "pesq",
    "ctc-segmentation",
    "evdev",
    "leveldb",
    "pycrypto",
    "cython-bbox",
    "m2crypto",
    "pyicu",
    "pyminizip",
    "pdftotext",
    "aubio",
    "jieba-fast",
    "fastbpe",
    "simpleaudio",
    "rpi-gpio",
    "polygon3",
    "lanms-neo",
    "pyopenjtalk",
)
"""Any release, and what World knows to have no wheel at all: that is built without a version too."""


@rule(Install, Severity.ERROR, Outcome.BUILD, when=KNOWN)
def check(install: Install, on: Context) -> Iterator[Problem]:
    environment = install.environment
    # Of conda's packages one may be a compiler.
    if environment is None or environment.kind == "conda" or install.told((), COMPILERS) or not on.builds(install):
        return
    yield from _wheelless(install, on)
    if not _lacks(install, "gcc"):
        return
    for one in install.requested:
        requirement = one.requirement
        known = on.world.source_only(requirement.name) if requirement.kind == "named" else None
        if known is None or one.constraint or requirement.marker is not None or install.has(known.name) is not False:
            continue
        if known.wheeled and not requirement.open and install.admits(known.name, known.wheeled) is not False:
            continue
        written = one.place_of(requirement.name)
        fix = None
        if known.instead and written is not None and not requirement.specifier:
            fix = Fix(f"ask for {known.instead}", (Edit(*written, known.instead),))
        base, get = on.stage_of(install).base, "install a compiler and what it links to before it"
        if (base.os or "").startswith(("debian", "ubuntu")):
            get = f"RUN apt-get update && apt-get install -y --no-install-recommends {known.packages} before it"
        yield Problem(
            one.at,
            f"the index has {known.name} as source only: {install.tool} compiles it, and there is no compiler, so the "
            "build stops",
            f"ask for {known.instead}, which has wheels, or {get}" if known.instead else f"{get}, in another stage",
            fix,
            related=(Related(base.at, "this base has none"),),
        )


def _wheelless(install: Install, on: Context) -> Iterator[Problem]:
    """Of releases that have wheels for other Pythons only: one finding for each kind of program that is missing."""
    lacking = [program for program in PROGRAMS if _lacks(install, program)]
    sources = [one for one in on.from_source(install) if one.fails is None and one.program] if lacking else []
    for program in lacking:
        # Without a compiler of C none of them can be built.
        found = [one for one in sources if program in ("gcc", one.program)]
        sources = [one for one in sources if one not in found]
        if not found or install.environment is None or install.python is None:
            continue
        (words, _, packages), (first, *others), python = PROGRAMS[program], found, install.python
        minor = None if on.unfit(install) else first.python(others, python)
        edit = on.of_python(install, minor) if minor is not None else None
        related = [Related(one.requested.at, "this has no such wheel") for one in others]
        made = install.environment.at or on.stage_of(install).base.at
        yield Problem(
            first.requested.at,
            f"no wheel for Python {python} of {first.listed(others)}: {install.tool} compiles "
            f"{'them' if others else 'it'}, and there is no {words}, so the build stops",
            f"{first.advice(others, python)}, or install {packages} before",
            Fix(f"begin from Python 3.{minor}", (edit,), Safety.UNSAFE) if edit is not None else None,
            related=(*related, Related(made, f"Python {python} comes from here")),
        )


def _lacks(install: Install, program: str) -> bool:
    """Whether none of the programs is there that would do."""
    return all(install.command.before.which(name) is False for name in PROGRAMS[program][1])
