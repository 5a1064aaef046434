from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Problem, Related, Severity, rule

COMPILERS = ("gcc", "cc", "g++", "c++")

ELSEWHERE = ("--only-binary", "--find-links", "--dry-run")
NAMED = ("CC", "CXX", "PIP_FIND_LINKS", "UV_FIND_LINKS", "PIP_ONLY_BINARY")

KNOWN = (
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
"""What World knows of this kind."""


@rule(Install, Severity.ERROR, Outcome.BUILD, when=KNOWN)
def check(install: Install, on: Context) -> Iterator[Problem]:
    state, shelf, environment = install.command.before, install.shelf, install.environment
    # Other indexes may have wheels, and of conda's packages one may be a compiler.
    if not install.stops_build or shelf is None or not shelf.public or environment is None:
        return
    if environment.kind == "conda" or any(option in install.options for option in ELSEWHERE):
        return
    if any(state.variable(name) is not None or name in install.command.env for name in NAMED):
        return
    if any(state.which(name) is not False for name in COMPILERS):
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
        base = on.stage_of(install).base
        if (base.os or "").startswith(("debian", "ubuntu")):
            get = f"RUN apt-get update && apt-get install -y --no-install-recommends {known.packages} before it"
        else:
            get = "install a compiler and what it links to before it"
        yield Problem(
            one.at,
            f"the index has {known.name} as source only: {install.tool} compiles it, and there is no compiler, so the "
            "build stops",
            f"ask for {known.instead}, which has wheels, or {get}" if known.instead else f"{get}, in another stage",
            fix,
            related=(Related(base.at, "this base has none"),),
        )
