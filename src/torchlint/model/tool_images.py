"""Images that bring one tool, or a system for it: conda's makers', uv's, TorchServe's, ROCm's with torch."""

from __future__ import annotations

from torchlint.model.base_files import BaseFiles
from torchlint.model.bases import PYTHONS, launch_of, snapshot_of
from torchlint.model.environment import NOWHERE, Distribution, Environment, Program
from torchlint.model.files import Found, Made
from torchlint.model.snapshot import DEFAULT_PATH, SOMEWHERE
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.bases import Base
    from torchlint.model.snapshot import Snapshot
    from torchlint.world import World
    from torchlint.world.images import OtherImage

STARTS: Mapping[str, tuple[tuple[str, ...] | None, tuple[str, ...]]] = {
    "condaforge/miniforge3": (("tini", "--"), ("/bin/bash",)),
    "continuumio/anaconda3": (None, ("/bin/bash",)),
    "continuumio/miniconda3": (None, ("/bin/bash",)),
    "ghcr.io/astral-sh/uv": (None, ("/usr/local/bin/uv",)),
}
"""ENTRYPOINT and CMD of images on a distribution. Source: the Dockerfiles of each."""


SAME: Mapping[str, str] = {"amazon/aws-lambda-python": "public.ecr.aws/lambda/python"}
"""Under which name facts are of images that are published under another one, too. Source: aws/aws-lambda-base-images,
README.md."""


JUPYTER: Mapping[str, str | None] = {
    "CONDA_DIR": "/opt/conda",
    "HOME": "/home/jovyan",
    "NB_USER": "jovyan",
    "NB_UID": "1000",
    "NB_GID": "100",
}

OPENSHIFT: Mapping[str, str | None] = {
    "HOME": "/opt/app-root/src",
    "BASH_ENV": "/opt/app-root/bin/activate",
    "PIP_NO_CACHE_DIR": None,
}

SETS: Mapping[str, Mapping[str, str | None]] = {
    "jupyter/": JUPYTER,
    "quay.io/jupyter/": JUPYTER,
    "registry.access.redhat.com/ubi8/python-": OPENSHIFT,
    "registry.access.redhat.com/ubi9/python-": OPENSHIFT,
}
"""Variables that images set, by how their names begin. Source: the Dockerfiles of each."""


BEFORE_PATH: Mapping[str, str] = {
    "buildpack-deps": "",
    "golang": "/go/bin:/usr/local/go/bin:",
    "node": "",
    "php": "",
    "rust": "/usr/local/cargo/bin:",
}
"""What official images put before PATH that run as root and have no Python but the distribution's, if any. Source: the
Dockerfiles that data/official_systems.json names; docker-library/buildpack-deps."""


def start(base: Base, familiar: str, tag: str, world: World) -> Snapshot | None:
    """The snapshot that such an image begins with; None when it is none of them."""
    familiar = SAME.get(familiar, familiar)
    image = world.other_image(familiar, tag)
    if image is None:
        return None
    if base.pinned and tag.startswith("latest"):
        image = image._replace(python=None)
    if base.pinned and not image.lasting:
        image = image._replace(os=None)
    base = base._replace(kind="tool", os=image.os if image.sure else None, unmaintained=image.unmaintained)
    if base.os is not None:
        distro = world.distro_of(base.os)
        base = base._replace(libc=distro.libc if distro else None)
    if base.os is None and "alpine" in tag:
        base = base._replace(libc="musl")
    official = BEFORE_PATH.get(familiar)
    environment, programs = _python(base, image)
    if familiar == "ghcr.io/astral-sh/uv":
        folder = "" if image.has_shell is False else "/usr/local/bin"
        programs |= {f"{folder}/{name}": Program("uv") for name in ("uv", "uvx")}
    slim = familiar == "ghcr.io/astral-sh/uv" and ("slim" in tag or "alpine" in tag)
    files = BaseFiles(
        programs,
        lacks_python=slim or (image.has_python is False and image.sure),
        pythons_in=PYTHONS if official is not None or (environment and environment.kind == "system") else (),
        # An image of Python or of a distribution, with uv added.
        bare=familiar == "ghcr.io/astral-sh/uv" and image.has_shell is True,
        configured=image.unmaintained is not None or "PIP_CONFIG_FILE" in dict(image.env),
    )
    path = f"{official}{DEFAULT_PATH}" if official is not None else None
    if environment is not None:
        root, envs, _ = environment.prefix.partition("/envs/")
        path = f"{environment.prefix}/bin:{root}/bin:{DEFAULT_PATH}" if envs else f"{root}/bin:{DEFAULT_PATH}"
    env: dict[str, str | None] = {"PATH": path}
    if familiar == "mambaorg/micromamba":
        env |= {"MAMBA_ROOT_PREFIX": "/opt/conda", "ENV_NAME": "base", "MAMBA_EXE": "/bin/micromamba"}
    if familiar == "public.ecr.aws/lambda/python":
        # As the Dockerfiles of aws/aws-lambda-base-images say.
        env["PATH"] = "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin"
        env |= {"LAMBDA_TASK_ROOT": "/var/task", "LAMBDA_RUNTIME_DIR": "/var/runtime", "LD_LIBRARY_PATH": None}
    env |= dict(image.env)
    for prefix, more in SETS.items():
        env |= more if familiar.startswith(prefix) else {}
    # The images of conda's makers and those of uv on a distribution set no USER and no WORKDIR.
    plain = (image.conda and familiar in STARTS) or (
        familiar == "ghcr.io/astral-sh/uv" and image.has_shell is not False
    )
    workdir, user = (image.workdir or "/", image.user or "root") if plain else (image.workdir or SOMEWHERE, image.user)
    user = "root" if official is not None else user
    snapshot = snapshot_of(base, files, env, environment, cmd=None, env_complete=False, workdir=workdir, user=user)
    if image.workdir is not None:
        there = Made(image.workdir, Found("dir", None, base.at))
        snapshot = snapshot._replace(files=snapshot.files.then(there))
    if image.shell is not None:
        snapshot = snapshot._replace(shell=Fact(image.shell))
    if env.get("NB_USER") is not None:
        snapshot = snapshot._replace(shell=Fact(("/bin/bash", "-o", "pipefail", "-c")))
    if familiar == "mambaorg/micromamba":
        snapshot = snapshot._replace(shell=Fact(("/usr/local/bin/_dockerfile_shell.sh",)))
    if plain:
        entrypoint, cmd = STARTS[familiar]
        return snapshot._replace(
            entrypoint=None if entrypoint is None else launch_of(base, entrypoint), cmd=launch_of(base, cmd)
        )
    return snapshot._replace(entrypoint=launch_of(base, image.entrypoint), cmd=launch_of(base, image.cmd))


def _python(base: Base, image: OtherImage) -> tuple[Environment | None, dict[str, Program | None]]:
    """The environment that the python on PATH belongs to, and its programs."""
    folder = image.venv or (image.python_path or "").removesuffix("/bin")
    if not folder:
        return None, {}
    python = image.python if image.sure else None
    prefix = folder.replace("{python}", python or "")
    kind = "venv" if image.venv is not None else "conda" if image.conda else "image" if prefix != "/usr" else "system"
    packages = {
        name: Distribution(
            name,
            version,
            f"=={version}" if version else "",
            image.variant if name == "torch" else None,
            "base",
            base.at,
        )
        for name, version in image.packages
    }
    environment = Environment(
        prefix,
        kind,
        Fact(python) if image.sure else NOWHERE,
        packages,
        complete=False,
        managed=False if image.conda else None,
        at=base.at,
    )
    # An Ubuntu's own Python is python3 only. Its pip may be of a package or newer: on PATH stands one of them.
    names = image.names or (("python3",) if kind == "system" else ("python", "python3"))
    pips = "/usr/local/bin" if kind == "system" else f"{prefix}/bin"
    programs: dict[str, Program | None] = {f"{prefix}/bin/{name}": Program("python", prefix) for name in names}
    programs |= {f"{pips}/{name}": Program("pip", prefix) for name in ("pip", "pip3")}
    if python is not None:
        programs[f"{prefix}/bin/python{python}"] = Program("python", prefix)
    if image.conda:
        root = prefix.partition("/envs/")[0]
        programs |= {f"{root}/{where}/conda": Program("conda", root) for where in ("bin", "condabin")}
    return environment, programs
