"""What a conda command asks for, and of which channels."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.syntax.conda import CondaSpec
    from torchlint.text import Place


CONDAS = ("conda", "mamba", "micromamba")

OTHERS = frozenset(
    "bzip2 curl faiss-cpu fvcore gdal geos glib iopath jpeg libaio libffi libpng libsndfile mpi4py nodejs opencv "
    "openmpi pkg-config rdkit readline ruamel.yaml scikit-build sox sqlite tk tmux unzip vim wget xz yacs zlib".split()
)
"""Packages of conda that neither are torch nor need it, and are no distributions. Source: their recipes."""

BINDING = frozenset(
    "cuda cuda-compiler cuda-cudart cuda-nvcc cuda-toolkit cuda-version cudatoolkit cudnn mkl nccl python "
    "triton".split()
)
"""Packages that a build of torch is bound to: another release of them takes another torch."""


class CondaAsked(NamedTuple):
    """The packages, and the channels in the order they are searched.

    `only`: no other channels are searched; else those of the configuration are, after these.
    """

    specs: tuple[tuple[CondaSpec, Place], ...]
    channels: tuple[str, ...]
    only: bool

    def spec(self, name: str) -> tuple[CondaSpec, Place] | None:
        """The one request for a package; None if there is none or more than one."""
        found = [(one, at) for one, at in self.specs if one.name == name]
        return found[0] if len(found) == 1 else None

    def lowest(self, name: str) -> tuple[int, ...] | None:
        """The lowest version that the request for a package admits, as numbers; None if it names none or several."""
        asked = self.spec(name)
        version = (asked[0].version_spec if asked is not None else None) or ""
        if not version or any(sign in version for sign in ",|<!"):
            return None
        parts = version.lstrip("=>~").removesuffix(".*").removesuffix("*").split(".")
        return tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else None


def beside_torch(command: Command) -> bool:
    """True for `conda install` of packages that neither are torch nor need it, nor a part of CUDA: conda first tries to
    keep all that is there as it is."""
    if command.name not in CONDAS:
        return False
    from torchlint.model.effects.conda_packages import WITHOUT_TORCH as PLAIN
    from torchlint.model.torch_names import WITHOUT_TORCH

    asked = conda_asked(command) if command.arguments and command.arguments[0].value == "install" else None
    harmless = (PLAIN | WITHOUT_TORCH | OTHERS) - BINDING
    return asked is not None and all(one.name in harmless for one, _ in asked.specs)


def conda_asked(command: Command) -> CondaAsked | None:
    """From the words, or from the file that they name."""
    from torchlint.model.effects.conda import VALUED
    from torchlint.model.effects.conda_packages import specs_of
    from torchlint.model.effects.words import Words

    words = Words(command.arguments, VALUED)
    plain = words.plain
    verb = plain[0].value if plain else None
    if not words.known or verb not in ("install", "create", "update", "upgrade", "env"):
        return None
    channels = tuple((word.value or "").rpartition("/")[2] for word in words.all("--channel"))
    only = "--override-channels" in words.options
    files = [word.value for word in words.all("--file")]
    if verb == "env" or any((name or "").endswith((".yml", ".yaml")) for name in files):
        return _of_file(command, files or ["environment.yml"], channels)
    specs, known = specs_of(plain[1:])
    return CondaAsked(tuple(specs), channels, only) if known and not files else None


def _of_file(command: Command, files: list[str | None], channels: tuple[str, ...]) -> CondaAsked | None:
    from torchlint.model.reading import Reading
    from torchlint.syntax import conda
    from torchlint.text import Place

    name = files[0]
    where = command.before.absolute(name, command.cwd) if len(files) == 1 and name and "://" not in name else None
    found = None if where is None else Reading().other(command.before.find(where), conda.parse)
    if found is None:
        return None
    source, document = found
    named = tuple(channel.text.rpartition("/")[2] for channel in document.channels)
    specs = tuple((one, Place(source, one.span)) for one in document.dependencies)
    return CondaAsked(specs, (*channels, *(one for one in named if one != "nodefaults")), "nodefaults" in named)
