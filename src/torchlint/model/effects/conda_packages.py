"""What conda installs: specs, environment files with their `pip:` lists, and the environment that comes of them."""

from __future__ import annotations

from torchlint.model.command import Install
from torchlint.model.effects import not_configuration, pip
from torchlint.model.effects.asking import Reader
from torchlint.model.effects.indexes import indexes
from torchlint.model.effects.words import PIP_VALUED, Words
from torchlint.model.environment import NOWHERE, Distribution, Environment, Program
from torchlint.model.files import Anything, Found, Made
from torchlint.syntax import conda
from torchlint.syntax.wheelname import normalize
from torchlint.text import Fact, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from torchlint.model.command import Argument, Command
    from torchlint.model.files import Files
    from torchlint.model.run import Run
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.conda import CondaEnvironment, CondaSpec
    from torchlint.text import Source

    Spec = tuple[CondaSpec, Place]

DISTRIBUTIONS = {"pytorch": "torch", "pytorch-gpu": "torch", "pytorch-cpu": "torch", "pytorch-nightly": "torch"}
"""Conda packages whose distribution has another name."""

TORCH_FAMILY = frozenset({"torch", "torchvision", "torchaudio"})
BARE = frozenset({"python", "pip", "setuptools", "wheel"})
"""Packages that bring nothing but themselves."""

WITHOUT_TORCH = BARE | frozenset(
    "binutils boto3 ca-certificates certifi cmake compilers cuda cuda-compiler cuda-cudart cuda-nvcc cuda-toolkit "
    "cuda-version cudatoolkit cudatoolkit-dev cudnn cxx-compiler cython ffmpeg gcc gcc-linux-64 git gxx gxx-linux-64 "
    "h5py ipykernel ipython jupyter jupyterlab libgcc libgl libstdcxx-ng make matplotlib mkl nccl ninja nltk notebook "
    "numpy openssl pandas pillow pyyaml requests scikit-image scikit-learn scipy sysroot-linux-64 tqdm".split()
)
"""Packages that neither are torch nor bring it. Source: their metadata."""

NEWEST_WITH_PIP = (3, 12)
"""Up to this Python, every channel's package of it brings pip."""

OLD_CUDA = (1, 12)
"""The last torch whose CUDA `cudatoolkit` chooses; later ones ask for `pytorch-cuda`."""


def specs_of(words: Sequence[Argument]) -> tuple[list[Spec], bool]:
    """The specs on a command line, and whether every word is one."""
    found: list[Spec] = []
    known = True
    for word in words:
        spec = conda.parse_spec(word.value) if word.value is not None else None
        if spec is None:
            known = False
        else:
            found.append((spec, word.at))
    return found, known


def distribution_name(name: str) -> str:
    """The name by which pip knows a conda package."""
    return DISTRIBUTIONS.get(name) or normalize(name)


def environment_file(run: Run, where: str | None) -> tuple[Source, CondaEnvironment] | None:
    """The environment file at a path of the container; None when what it says cannot be known."""
    return None if where is None else run.reading.other(run.state.find(where), conda.parse)


def with_specs(
    state: Snapshot, prefix: str, specs: Sequence[Spec], known: bool, command: Command, *, created: bool = True
) -> Snapshot:
    """The snapshot after these packages went into the environment at `prefix`; `known`: there are no others."""
    before = state.environments.get(prefix) or Environment(prefix, "conda", NOWHERE, {}, complete=False, at=command.at)
    python = [(one, at) for one, at in specs if one.name == "python"]
    minor = before.python if not created or not specs else NOWHERE
    if python:
        minor = Fact(minor_of(python[-1][0].version_spec), python[-1][1])
    elif not known:
        minor = NOWHERE
    bare = known and all(one.name in BARE for one, _ in specs)
    after = before.with_packages(*_distributions(specs))._replace(
        python=minor, complete=before.complete and bare, managed=False if created else before.managed
    )
    state = state.with_environment(after)
    if created and known and not specs:
        return state
    files = state.files.then(Anything((prefix,), not_configuration))
    if python:
        files = _interpreter(files, prefix, minor.value, command)
    if python or created:
        numbers = tuple(int(part) for part in (minor.value or "99.0").split("."))
        if any(one.name == "pip" for one, _ in specs) or numbers <= NEWEST_WITH_PIP:
            for name in ("pip", "pip3"):
                files = files.then(Made(f"{prefix}/bin/{name}", Found("file", Program("pip", prefix), command.at)))
    return state._replace(files=files)


def with_file(
    run: Run,
    state: Snapshot,
    prefix: str,
    where: str,
    source: Source,
    document: CondaEnvironment,
    command: Command,
    *,
    created: bool,
) -> Snapshot:
    """The snapshot after an environment file was installed at `prefix`, its `pip:` list last. `where`: the file."""
    specs = [(one, Place(source, one.span)) for one in document.dependencies]
    state = with_specs(state, prefix, specs, document.complete, command, created=created)
    if not document.pip:
        return state
    # pip runs in the new environment: what it reads and finds there is what is there then.
    outer, run.state = run.state, state
    environment = state.environments[prefix]
    reader = Reader(command, run)
    reader.lines(document.pip, source, where, False)
    words = Words((), PIP_VALUED)
    install = Install(
        "conda",
        command,
        Program("pip", prefix),
        environment,
        tuple(reader.requested),
        indexes(run, words, reader.options, "PIP_", environment),
        words.options,
        tuple(reader.files),
        complete=reader.complete and document.complete and not document.problems,
        missing=tuple(reader.missing),
    )
    run.installs.append(install)
    state = pip.installed(run, install)
    run.state = outer
    return state


def doubted(state: Snapshot, *, python: bool = True) -> Snapshot:
    """Any of conda's environments may have become another; `python`: with another Python."""
    environments = {
        prefix: one._replace(python=NOWHERE if python else one.python, packages={}, complete=False)
        if one.kind == "conda"
        else one
        for prefix, one in state.environments.items()
    }
    return state._replace(environments=environments)


def minor_of(version: str | None) -> str | None:
    """The minor version of Python that "=3.10", "==3.10.4", "3.10.*" and ">=3.10,<3.11" come to; None for others."""
    if version is None or "|" in version or "!" in version:
        return None
    if "," in version:
        low, _, high = version.partition(",")
        if not low.startswith(">=") or not high.startswith("<") or high[1:2] == "=":
            return None
        first, last = _numbers(low[2:]), _numbers(high[1:])
        if len(first) >= 2 and len(last) == 2 and (first[0], first[1] + 1) == last:
            return f"{first[0]}.{first[1]}"
        return None
    plain = version.lstrip("=")
    numbers = _numbers(plain.removesuffix("*").removesuffix("."))
    # "3.1*" takes 3.10 and 3.11 too.
    open_end = plain.endswith("*") and plain[-2:-1] != "." and numbers[1:] == (1,)
    return f"{numbers[0]}.{numbers[1]}" if len(numbers) >= 2 and not open_end else None


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers of a dotted version; empty when it holds anything else."""
    parts = text.split(".")
    return tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else ()


def _interpreter(files: Files, prefix: str, minor: str | None, command: Command) -> Files:
    """The names of a Python that surely is there; of an unknown version only the one that all have."""
    names = ["python"]
    if minor is not None:
        names += [f"python{minor}", f"python{minor.partition('.')[0]}"]
    for name in names:
        files = files.then(Made(f"{prefix}/bin/{name}", Found("file", Program("python", prefix), command.at)))
    return files


def _distributions(specs: Sequence[Spec]) -> list[Distribution]:
    versions = {distribution_name(one.name): _exact(one) for one, _ in specs}
    variant = _variant(specs, versions.get("torch"))
    made = []
    for one, at in specs:
        name = distribution_name(one.name)
        if name == "python":
            continue
        build = variant if name in TORCH_FAMILY else None
        made.append(Distribution(name, versions[name], _specifier(one), build, "conda", at))
    return made


def _exact(spec: CondaSpec) -> str | None:
    """The one version that a spec admits: "==2.1.0", and "=2.1.0", as a fourth number is not used."""
    version = spec.version_spec or ""
    numbers = _numbers(version.lstrip("="))
    if version.startswith("==") and numbers:
        return version[2:]
    torch = distribution_name(spec.name) in TORCH_FAMILY
    return version[1:] if version.startswith("=") and torch and len(numbers) == 3 else None


def _specifier(spec: CondaSpec) -> str:
    """What was asked for, in pip's words; "" where those cannot say it."""
    version = spec.version_spec or ""
    if "|" in version or not version:
        return ""
    if version.startswith("=") and not version.startswith("=="):
        return f"=={version[1:]}.*" if _numbers(version[1:]) else ""
    if version[0] not in "=!<>~":
        return f"=={version}" if _numbers(version.removesuffix(".*")) else ""
    return version


def _variant(specs: Sequence[Spec], torch: str | None) -> str | None:
    """The build of torch that these specs settle: "cpu", "cu121"; None when they do not."""
    asked = {one.name: one for one, _ in specs}
    if "pytorch" not in asked and "pytorch-gpu" not in asked:
        return None
    build = (asked.get("pytorch") or asked["pytorch-gpu"]).build or ""
    if "cuda" in build:
        digits = build.partition("cuda")[2].split("_", 1)[0].split("*", 1)[0]
        return "cu" + digits.replace(".", "") if digits.replace(".", "").isdigit() and "." in digits else None
    if "cpuonly" in asked or build.startswith("cpu") or "_cpu" in build:
        return "cpu"
    if "pytorch-cuda" in asked:
        return _cuda(asked["pytorch-cuda"])
    if "cudatoolkit" in asked and torch is not None and (_numbers(torch) or (99,))[:2] <= OLD_CUDA:
        return _cuda(asked["cudatoolkit"])
    return None


def _cuda(spec: CondaSpec) -> str | None:
    numbers = _numbers((spec.version_spec or "").lstrip("=").removesuffix(".*"))
    return f"cu{numbers[0]}{numbers[1]}" if len(numbers) >= 2 else None
