"""What an image reference brings: the first snapshot of a stage, from World and from what the user declared."""

from __future__ import annotations

from torchlint.model.base_files import LIBRARIES, BaseFiles, nothing_known
from torchlint.model.command import Argument
from torchlint.model.environment import Distribution, Environment, Program
from torchlint.model.files import Files
from torchlint.model.naming import public_name, reference_of, telling
from torchlint.model.snapshot import DEFAULT_PATH, SOMEWHERE, Launch, Snapshot, Variable
from torchlint.record import NamedTuple
from torchlint.text import Edit, Fact, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.syntax.reference import Reference
    from torchlint.text import Place
    from torchlint.world import World
    from torchlint.world.cuda import CudaImage

NVIDIA_ENTRYPOINT = ("/opt/nvidia/nvidia_entrypoint.sh",)
"""What NVIDIA's images, and those made from them, start with: it prints a banner and runs the rest of the words."""


PYTHONS = ("/usr/bin",)
PYTHONS_BESIDE_CONDA = ("/opt/conda/bin", "/usr/bin", "/usr/local/bin")
"""Where images of PyTorch and NVIDIA may hold other Pythons than those that are listed: without conda, and with it."""


class Base(NamedTuple):
    """What an image reference is. `name`: the reference after variables, None when they cannot be known.

    `kind`: "python", "cuda", "pytorch", "ngc", "distribution", "tool", "scratch"; "declared": only the
    configuration says what it brings; None = that is unknown.
    `os` as "debian12", `libc` as "glibc" or "musl"; None = unknown. `argument`: the ARG whose default decided the name.
    `python_tag`: the minor version of Python that a tag of `python` names; `python_least`: what it is at least if the
    tag names none and moves on. `why`: for an unknown one, the reason in words.
    """

    name: str | None
    reference: Reference | None
    at: Place
    kind: str | None
    os: str | None = None
    libc: str | None = None
    cuda: CudaImage | None = None
    flavour: str | None = None
    argument: str | None = None
    python_tag: str | None = None
    python_least: str | None = None
    unmaintained: str | None = None
    why: str = ""

    @property
    def pinned(self) -> bool:
        """True where a digest names the image: of what its tag means by now it need hold nothing."""
        return self.reference is not None and self.reference.digest is not None

    @property
    def newest(self) -> bool:
        """True for Debian or Ubuntu of whatever release is the newest."""
        glibc = self.kind == "distribution" and self.libc == "glibc" and not self.pinned
        return glibc and (self.reference is None or self.reference.tag in (None, "latest", "rolling", "devel"))

    @property
    def named(self) -> bool:
        """True if the name of the repository itself says which system, Python or CUDA it is."""
        return self.reference is not None and telling(self.reference.repository)

    @property
    def variety(self) -> str:
        """Its kind and flavour: "cuda devel", "distribution", "python" for the full one; "" if that is unknown."""
        return f"{self.kind or ''} {self.flavour or ''}".strip()

    def retagged(self, tag: str) -> Edit | None:
        """The edit that writes another tag; None where the name stands in a variable, has no tag or has a digest."""
        source, start = self.at.source, self.at.span.start
        span = self.reference.tag_span if self.reference is not None and not self.pinned else None
        if span is None or not source.text.startswith(self.name or "", start):
            return None
        return Edit(source, Span(start + span[0], start + span[1]), tag)


def start(name: str | None, at: Place, world: World, *, argument: str | None, mirrors: tuple[str, ...]) -> Snapshot:
    """The snapshot that `FROM name` begins with. `mirrors`: registry prefixes under which public names are served."""
    reference = reference_of(name)
    unknown = Base(name, reference, at, None, argument=argument)
    if name is None:
        return _bare(unknown._replace(why="its name is not known here"))
    if name == "scratch":
        return _scratch(unknown)
    if reference is None:
        return _bare(unknown._replace(why="it is no valid image name"))
    familiar = public_name(reference, mirrors)
    snapshot = _known(unknown, familiar, reference.tag, world) if familiar is not None else None
    return snapshot if snapshot is not None else _bare(unknown)


def _known(base: Base, familiar: str, tag: str | None, world: World) -> Snapshot | None:
    tag = tag or ("" if base.pinned else "latest")
    if familiar == "python":
        return _python(base, tag, world)
    if familiar in ("nvidia/cuda", "nvcr.io/nvidia/cuda"):
        return _cuda(base, tag, world)
    if familiar == "pytorch/pytorch":
        return _pytorch(base, tag, world)
    if familiar == "nvcr.io/nvidia/pytorch":
        return _ngc(base, tag, world)
    if familiar in ("debian", "ubuntu", "alpine"):
        return _distribution(base, familiar, tag, world)
    from torchlint.model import tool_images

    return tool_images.start(base, familiar, tag, world)


def _python(base: Base, tag: str, world: World) -> Snapshot | None:
    image = world.python_image(tag, pinned=base.pinned)
    if image is None or image.flavour in ("windows", "onbuild"):
        return None
    libc = "musl" if image.flavour == "alpine" else "glibc"
    base = base._replace(kind="python", os=image.os, libc=libc, flavour=image.flavour)
    base = base._replace(python_tag=image.python, python_least=image.least)
    names = ["python", "python3", "pip", "pip3"]
    if image.python is not None:
        names += [f"python{image.python}", f"pip{image.python}"]
    prefix = "/usr/local"
    programs: dict[str, Program | None] = {
        f"{prefix}/bin/{name}": Program("pip" if name.startswith("pip") else "python", prefix) for name in names
    }
    programs |= _shells(bash=image.flavour != "alpine")
    if image.flavour == "":
        programs |= {f"/usr/bin/{name}": None for name in ("gcc", "g++", "cc", "make", "git", "curl", "wget", "unzip")}
    files = BaseFiles(
        programs,
        lacks_python=image.flavour in ("slim", "alpine"),
        lacks_build=image.flavour in ("slim", "alpine"),
        bare=True,
        without=tuple(LIBRARIES) if image.flavour == "slim" else ("libGL.so.1",) if libc == "glibc" else (),
    )
    environment = Environment(prefix, "image", Fact(image.python), {}, at=base.at)
    env = {
        "PATH": "/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "PYTHON_VERSION": image.patch,
        "GPG_KEY": None,
        "PYTHON_SHA256": None,
        "LANG": "C.UTF-8",
    }
    return snapshot_of(base, files, env, environment, cmd=("python3",))


def _cuda(base: Base, tag: str, world: World) -> Snapshot | None:
    image = world.cuda_image(tag)
    if image is None:
        return None
    if base.pinned:
        # What is deleted is the tag.
        image = image._replace(status=None, why="", nearest=(), instead=None)
    distro = world.distro_of(image.os) if image.os is not None else None
    base = base._replace(
        kind="cuda", os=image.os, libc=distro.libc if distro else "glibc", cuda=image, flavour=image.flavour
    )
    # The RPM distributions' package managers are Python programs: only Debian's kin surely have none.
    programs = _shells() | {NVIDIA_ENTRYPOINT[0]: None}
    files = BaseFiles(
        programs,
        lacks_python=(image.os or "").startswith("ubuntu"),
        pythons_in=() if (image.os or "").startswith("ubuntu") else ("/usr/bin",),
        bare=True,
        without=tuple(LIBRARIES) if image.flavour in ("base", "runtime") else (),
    )
    env = {
        "PATH": f"/usr/local/nvidia/bin:/usr/local/cuda/bin:{DEFAULT_PATH}",
        "CUDA_VERSION": image.cuda if image.cuda and image.cuda.count(".") == 2 else None,
        "LD_LIBRARY_PATH": image.ld_library_path,
        "NVIDIA_VISIBLE_DEVICES": "all",
        "NVIDIA_DRIVER_CAPABILITIES": "compute,utility",
        "NVIDIA_REQUIRE_CUDA": None,
        "NVARCH": None,
        "NV_CUDA_CUDART_VERSION": None,
        "LIBRARY_PATH": None,
    }
    return snapshot_of(base, files, env, None, cmd=("/bin/bash",), entrypoint=NVIDIA_ENTRYPOINT, env_complete=False)


def _pytorch(base: Base, tag: str, world: World) -> Snapshot | None:
    image = world.pytorch_latest() if tag == "latest" and not base.pinned else world.pytorch_image(tag)
    if image is None:
        return None
    base = base._replace(kind="pytorch", os=image.os if image.os_sure else None, libc="glibc", flavour=image.flavour)
    prefix = "/opt/conda" if image.conda else "/usr"
    python = image.python if image.python_sure else None
    names = ["python", "python3", "pip", "pip3"]
    programs: dict[str, Program | None] = {
        f"{prefix}/bin/{name}": Program("pip" if name.startswith("pip") else "python", prefix) for name in names
    }
    if image.conda:
        programs |= {f"{prefix}/{folder}/conda": Program("conda", prefix) for folder in ("bin", "condabin")}
    programs |= _shells()
    variant = "cu" + image.cuda.replace(".", "") if image.cuda else None
    version, asked = (_three_parts(image.torch), f"=={image.torch}") if image.torch else (None, "")
    torch = Distribution("torch", version, asked, variant, "base", base.at)
    environment = Environment(
        prefix,
        "conda" if image.conda else "system",
        Fact(python),
        {"torch": torch},
        complete=False,
        managed=image.externally_managed,
        at=base.at,
    )
    env = {
        "PATH": (f"{prefix}/bin:" if image.conda else "") + f"/usr/local/nvidia/bin:/usr/local/cuda/bin:{DEFAULT_PATH}",
        "NVIDIA_VISIBLE_DEVICES": "all",
        "NVIDIA_DRIVER_CAPABILITIES": "compute,utility",
        "LD_LIBRARY_PATH": "/usr/local/nvidia/lib:/usr/local/nvidia/lib64",
        "PYTORCH_VERSION": None,
    }
    folders = PYTHONS_BESIDE_CONDA if image.conda else PYTHONS
    files = BaseFiles(programs, lacks_python=False, pythons_in=folders, lacks_conda=not image.conda, accounts=True)
    return snapshot_of(
        base,
        files,
        env,
        environment,
        cmd=("/bin/bash",),
        entrypoint=NVIDIA_ENTRYPOINT,
        env_complete=False,
        workdir="/workspace",
    )


def _ngc(base: Base, tag: str, world: World) -> Snapshot | None:
    image = world.ngc_image(tag)
    if image is None:
        return None
    base = base._replace(kind="ngc", os=image.os if image.sure else None, libc="glibc")
    packages: dict[str, Distribution] = {}
    if image.torch is not None and image.torch_sure:
        packages["torch"] = Distribution("torch", None, f"=={image.torch}", None, "base", base.at)
    prefix = "/opt/conda" if image.conda else "/usr"
    pips = f"{prefix}/bin" if image.conda else "/usr/local/bin"
    programs: dict[str, Program | None] = _shells()
    programs |= {f"{prefix}/bin/{name}": Program("python", prefix) for name in ("python", "python3")}
    programs |= {f"{pips}/{name}": Program("pip", prefix) for name in ("pip", "pip3")}
    if image.conda:
        programs[f"{prefix}/bin/conda"] = Program("conda", prefix)
    kind = "conda" if image.conda else "system"
    python = Fact(image.python if image.sure else None)
    environment = Environment(prefix, kind, python, packages, complete=False, managed=None, at=base.at)
    path = f"/usr/local/mpi/bin:/usr/local/nvidia/bin:/usr/local/cuda/bin:{DEFAULT_PATH}"
    return snapshot_of(
        base,
        BaseFiles(
            programs,
            lacks_python=False,
            configured=True,
            pythons_in=PYTHONS_BESIDE_CONDA if image.conda else PYTHONS,
            lacks_conda=not image.conda,
        ),
        {"PATH": f"{prefix}/bin:{path}" if image.conda else path},
        environment,
        cmd=("/bin/bash",),
        entrypoint=NVIDIA_ENTRYPOINT,
        env_complete=False,
        workdir="/workspace",
    )


def _distribution(base: Base, family: str, tag: str, world: World) -> Snapshot | None:
    release = tag.split("-", 1)[0]
    distro = world.distro(family, release)
    os = f"{distro.family}{distro.release}" if distro is not None else None
    if os is None and release.replace(".", "").isdigit() and world.end_of_life(family, release) is not None:
        # Of a release between the long-lived ones no more is known than when it ended.
        os = f"{family}{release}"
    base = base._replace(kind="distribution", os=os, libc="musl" if family == "alpine" else "glibc")
    without = tuple(LIBRARIES) if family != "alpine" else ()
    files = BaseFiles(_shells(bash=family != "alpine"), lacks_python=True, lacks_build=True, bare=True, without=without)
    shell = "/bin/sh" if family == "alpine" else "bash" if family == "debian" else "/bin/bash"
    return snapshot_of(base, files, {"PATH": DEFAULT_PATH}, None, cmd=(shell,))


def _scratch(base: Base) -> Snapshot:
    files = BaseFiles({}, lacks_python=True, lacks_build=True, bare=True)
    return snapshot_of(base._replace(kind="scratch"), files, {}, None, cmd=None)


def _bare(base: Base) -> Snapshot:
    """The snapshot of an image of which nothing is known."""
    return Snapshot(
        base=base,
        env={"PATH": Variable(None, None, "base")},
        env_complete=False,
        args={},
        workdir=Fact(SOMEWHERE),
        user=Fact(None),
        shell=Fact(("/bin/sh", "-c")),
        entrypoint=launch_of(base, None),
        cmd=launch_of(base, None),
        files=Files(nothing_known),
        environments={},
        packages={},
        packages_complete=False,
    )


def snapshot_of(
    base: Base,
    files: BaseFiles,
    env: Mapping[str, str | None],
    environment: Environment | None,
    *,
    cmd: tuple[str, ...] | None,
    entrypoint: tuple[str, ...] | None = None,
    env_complete: bool = True,
    workdir: str | None = "/",
    user: str | None = "root",
) -> Snapshot:
    """The snapshot of an image that brings all this; `cmd`, `entrypoint` None: it sets none."""
    return Snapshot(
        base=base,
        env={name: Variable(value, None, "base") for name, value in env.items()},
        env_complete=env_complete,
        args={},
        workdir=Fact(workdir),
        user=Fact(user),
        shell=Fact(("/bin/sh", "-c")),
        entrypoint=None if entrypoint is None else launch_of(base, entrypoint),
        cmd=None if cmd is None else launch_of(base, cmd),
        files=Files(files.of(base, workdir)),
        environments={} if environment is None else {environment.prefix: environment},
        packages={},
        packages_complete=env_complete,
    )


def launch_of(base: Base, words: tuple[str, ...] | None) -> Launch:
    """What the image itself starts; `words` None: unknown."""
    return Launch(None if words is None else tuple(Argument(word, base.at, word) for word in words), None, base.at)


def _shells(*, bash: bool = True) -> dict[str, Program | None]:
    names = ("sh", "bash") if bash else ("sh",)
    return {f"/usr/bin/{name}": Program("shell") for name in names}


def _three_parts(version: str) -> str:
    return version if version.count(".") >= 2 else f"{version}.0"
