"""The file system that an image brings: what is surely there, what surely is not, and what nobody can say."""

from __future__ import annotations

from torchlint.model.files import Found, inside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.bases import Base
    from torchlint.model.environment import Program
    from torchlint.model.files import Answer


def foreign(base: Base) -> frozenset[str]:
    """The programs for packages of other distributions than that of an image; none where that is unknown.

    Source for those of AWS Lambda: aws/aws-lambda-base-images, issue 124; its guide, "Deploy Python Lambda functions".
    """
    os = base.os or ""
    if base.kind == "tool" and os == "amazonlinux2023":
        return MANAGERS_OF_PACKAGES - {"dnf", "microdnf"}
    if base.kind not in ("python", "cuda", "distribution"):
        return frozenset()
    if base.libc == "musl":
        return MANAGERS_OF_PACKAGES - {"apk"}
    if base.kind == "cuda" and not os.startswith("ubuntu"):
        return frozenset({"apk", "apt", "apt-get"}) if os.startswith(("ubi", "rockylinux", "centos")) else frozenset()
    return MANAGERS_OF_PACKAGES - {"apt", "apt-get"}


def left_out(base: Base) -> frozenset[str]:
    """What NVIDIA's and PyTorch's images leave out, the devel flavours too. Source: huggingface/accelerate#409 and
    danielgatis/rembg#851 (nvidia/cuda), Qualcomm-AI-research/codeit#1 (pytorch/pytorch 2)."""
    tag = base.reference.tag if base.reference is not None else None
    cuda = base.kind == "cuda" and (base.os or "").startswith("ubuntu")
    return frozenset({"git"}) if cuda or (base.kind == "pytorch" and (tag or "").startswith("2.")) else frozenset()


def of_python(word: str) -> bool:
    """True for programs that only a Python or its package brings."""
    stem = word.removesuffix("-config").rstrip("0123456789.")
    return stem in ("python", "pypy", "pip") or word in ("virtualenv", "pipx") or word.rstrip("0123456789.") == "pydoc"


TOOL_WORDS = frozenset(
    "conda mamba micromamba uv uvx poetry pdm pipenv hatch rye pixi uvicorn gunicorn hypercorn flask streamlit gradio "
    "jupyter jupyter-lab jupyter-notebook torchrun torchserve torch-model-archiver accelerate deepspeed celery fastapi "
    "mlflow ray vllm tensorboard wandb huggingface-cli hf litserve bentoml".split()
)
"""Programs that no distribution's bare image has: installed by pip or by an installer of their own."""

BUILD_WORDS = frozenset("gcc g++ cc c++ make cmake ninja git curl wget unzip gfortran".split())
"""Programs that slim and bare distribution images leave out."""

NEVER_THERE = frozenset({"cargo", "cmake", "rustc"})
"""Programs that the images of distributions and of Python never have, the full ones neither."""

OTHER_SHELLS = frozenset("csh fish ksh mksh nu pwsh tcsh zsh".split())
"""Shells that have to be installed: the images of Python, of distributions and of CUDA have sh and maybe bash."""

LACKED = TOOL_WORDS | BUILD_WORDS | OTHER_SHELLS | {"bash", "sudo"}
"""Programs but Pythons that a base image can surely lack."""

MANAGERS_OF_PACKAGES = frozenset("amazon-linux-extras apk apt apt-get dnf microdnf pacman tdnf yum zypper".split())
"""Programs that install packages of a distribution: no image has those of another one."""

BUSYBOX = frozenset({"unzip", "wget"})
"""Those among them that busybox has."""

STANDARD_TOPS = frozenset(
    "bin boot dev etc home lib lib32 lib64 libx32 media mnt opt proc root run sbin srv sys tmp usr var".split()
)
"""Top folders of a distribution's image; `/app` and its like are in none."""

OWN_TOPS = frozenset({".venv", "app", "code", "venv"})
"""Top folders that people give their own work, and neither PyTorch's images nor NVIDIA's have."""

EMPTY_FOLDERS = ("/opt", "/srv", "/mnt", "/media", "/home")
"""Folders that hold nothing in the official images of distributions and of Python."""

LOCAL_PROGRAMS = "/usr/local/bin"
"""Holds nothing but Python's own programs in the official images of distributions, of Python and of CUDA."""

WITH_PYTHON = ("2to3", "easy_install", "idle", "pydoc", "python", "smtpd", "wheel")
"""How the names of programs begin that a Python brings beside itself and pip."""

APT_LISTS = "/var/lib/apt/lists/downloaded"
"""Stands for apt's package lists: there after `apt-get update`, gone when the folder is emptied."""

APT_ANSWERS = "/etc/apt/apt.conf.d/assume-yes"
"""Stands for settings that make apt ask nothing: no image has them, an unknown program may write them."""

ACCOUNTS = ("/etc/passwd/", "/etc/group/")
"""Below these stand the users and groups that there are beside those of the distribution itself."""

LIBRARIES = {name: f"/usr/lib/x86_64-linux-gnu/{name}" for name in ("libGL.so.1", "libglib-2.0.so.0")}
"""Where the libraries lie that wheels ask the system for; on other processors these paths stand for theirs."""

SETTINGS = frozenset({"pip.conf", "uv.toml"})
"""Settings of installers: nothing but a person's own COPY or command makes them."""

PROJECT = frozenset(
    "pyproject.toml .python-version uv.toml uv.lock poetry.lock poetry.toml Pipfile Pipfile.lock pdm.lock pdm.toml "
    ".pdm.toml .pdm-python __pypackages__".split()
)
"""Files of a project: base images bring none."""

MANAGERS = ("/.config/pypoetry/config.toml", "/.config/pdm/config.toml")
"""Settings of project managers, below a home folder."""


_WITH_MODULES = ("/usr/lib", "/usr/share/", "/usr/include/", "/etc/", "/var/")
"""Where folders may be called python."""


class BaseFiles:
    """The file system an image brings, as far as it is known.

    `programs`: what surely is there, by path. `lacks_python`, `lacks_build`: no folder of programs holds those words.
    `bare`: only the standard folders exist, and /opt, /home and their like are empty. `configured`: pip may have
    settings. `pythons_in`: the only folders with interpreters called python, or with their pip. `lacks_conda`: conda
    is in none.
    `accounts`: no users but those of the distribution. `without`: names among LIBRARIES that surely are not there.
    `lacks_sudo`: no folder of programs holds sudo; `foreign`: nor these. `workdir`: the folder that it begins in.
    """

    __slots__ = (
        "accounts",
        "bare",
        "configured",
        "foreign",
        "lacks_build",
        "lacks_conda",
        "lacks_python",
        "lacks_sudo",
        "programs",
        "pythons_in",
        "without",
        "workdir",
    )

    def __init__(
        self,
        programs: Mapping[str, Program | None],
        *,
        lacks_python: bool,
        lacks_build: bool = False,
        bare: bool = False,
        configured: bool = False,
        pythons_in: tuple[str, ...] = (),
        lacks_conda: bool = False,
        accounts: bool = False,
        without: tuple[str, ...] = (),
    ) -> None:
        self.accounts = accounts or bare
        self.programs = programs
        self.lacks_python = lacks_python
        self.lacks_build = lacks_build
        self.bare = bare
        self.configured = configured
        self.pythons_in = pythons_in
        self.lacks_conda = lacks_conda
        self.lacks_sudo = False
        self.workdir: str | None = None
        self.foreign: frozenset[str] = frozenset()
        self.without = frozenset(LIBRARIES[name] for name in without)

    def of(self, base: Base, workdir: str | None) -> BaseFiles:
        """The same, with what the distribution says besides: Ubuntu's images had sudo until 15.10, others never."""
        self.workdir = workdir
        os = base.os or ""
        late = os.startswith(("debian", "alpine")) or (os.startswith("ubuntu") and os[6:8] >= "16")
        bare = base.kind in ("distribution", "cuda") and (late or base.newest)
        self.lacks_sudo = bare or base.kind in ("python", "scratch")
        self.foreign = foreign(base) | left_out(base)
        return self

    def __call__(self, path: str) -> Answer:
        """What the image says of an absolute path."""
        if path in self.programs:
            return Found("file", self.programs[path], None)
        if path in ("/", self.workdir) or any(inside(program, path) for program in self.programs):
            return Found("dir", None, None)
        if path in self.without:
            return False
        folder, _, word = path.rpartition("/")
        if folder.endswith("bin") and self._lacks(word, folder):
            return False
        if self.bare and self.lacks_python and of_python(word) and not path.startswith(_WITH_MODULES):
            return False
        if not self.configured and (word in SETTINGS or word in PROJECT or path.endswith(MANAGERS)):
            return False
        if path.startswith(ACCOUNTS):
            return False if self.accounts else None
        top = path.split("/", 2)[1]
        if self.pythons_in and (top in OWN_TOPS or word == ".venv" or "/.venv/" in path):
            return False
        if self.bare:
            if top not in STANDARD_TOPS or path in (APT_LISTS, APT_ANSWERS):
                return False
            if any(path != folder and inside(path, folder) for folder in EMPTY_FOLDERS):
                return False
            if folder == LOCAL_PROGRAMS and not of_python(word) and not word.startswith(WITH_PYTHON):
                return False
            if "/" not in path[1:] and top in STANDARD_TOPS:
                return Found("dir", None, None)
        return None

    def _lacks(self, word: str, folder: str) -> bool:
        if word == "sudo" or (word in NEVER_THERE and self.lacks_sudo):
            return self.lacks_sudo
        if word in self.foreign:
            return True
        if word in TOOL_WORDS or word in OTHER_SHELLS:
            # The image of such a tool has it, wherever that is.
            return self.bare or (self.lacks_conda and word in ("conda", "mamba"))
        # Where only sh is listed, as in Alpine's images, that is busybox.
        busybox = "/usr/bin/sh" in self.programs and "/usr/bin/bash" not in self.programs
        if word == "bash":
            return busybox
        if of_python(word):
            # A full python image has the distribution's python3 beside its own: only what is listed is known there.
            if self.pythons_in and word.startswith(("python", "pip")):
                # A pip elsewhere would be of the same Python, as there is no other.
                return folder not in self.pythons_in
            return self.lacks_python or (self.bare and folder != "/usr/bin")
        return self.lacks_build and word in BUILD_WORDS and not (busybox and word in BUSYBOX)


def nothing_known(_path: str) -> Answer:
    """The file system of an image of which nothing is known."""
    return None
