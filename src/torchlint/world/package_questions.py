"""The questions about packages and secrets: the part of World for which its day does not matter."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.world.apt import AptEffect
    from torchlint.world.broken_setup import BrokenSetup
    from torchlint.world.compiled import Compiled, Unbuildable
    from torchlint.world.extension import Extension
    from torchlint.world.index import Advisory
    from torchlint.world.outgrown import Outgrown
    from torchlint.world.packages import Lookalike, SourceOnly, TorchSource
    from torchlint.world.refused_metadata import Refused
    from torchlint.world.release_ranges import Pythons
    from torchlint.world.repositories import Gone
    from torchlint.world.tokens import Secret


class PackageQuestions:
    """Asked through World, which has today's questions beside them."""

    __slots__ = ()

    # Packages of Python

    def builds_with_torch(self, package: str, version: str | None) -> bool | None:
        """True if a release (None: the newest) surely is compiled and imports torch for it without asking for it."""
        from torchlint.world.packages import builds_with_torch

        return builds_with_torch(package, version)

    def lookalike(self, name: str) -> Lookalike | None:
        """A name on the Python package index that is not what it looks like: "sklearn"; None for all others."""
        from torchlint.world.packages import lookalike

        return lookalike(name)

    def source_only(self, package: str) -> SourceOnly | None:
        """A package of which the index has no wheel for Linux: "psycopg2"; None for all others."""
        from torchlint.world.packages import source_only

        return source_only(package)

    def compiled(self, package: str) -> Compiled | None:
        """A package with compiled code: for which Pythons its releases have wheels; None for those not known."""
        from torchlint.world.compiled import compiled

        return compiled(package)

    def unbuildable(self, package: str, version: str, python: str) -> Unbuildable | None:
        """Why the source of a release surely cannot be built for a minor version of Python, whatever there is."""
        from torchlint.world.compiled import unbuildable

        return unbuildable(package, version, python)

    def extension(self, package: str) -> Extension | None:
        """How a package compiles CUDA code against torch; None for those that do not, or of which that is unknown."""
        from torchlint.world.extension import extension

        return extension(package)

    def torch_source(self, repository: str) -> TorchSource | None:
        """A repository on GitHub whose setup.py needs torch without asking for it: "NVlabs/nvdiffrast"."""
        from torchlint.world.packages import torch_source

        return torch_source(repository)

    def extension_of(self, repository: str) -> Extension | None:
        """`extension` by repository on GitHub: "NVIDIA/apex"."""
        from torchlint.world.extension import extension_of

        return extension_of(repository)

    def may_bring(self, asked: Iterable[str]) -> frozenset[str] | None:
        """Every distribution that an install of these, "fastapi[standard]==0.112.0", may bring as far as their releases
        tell; None if one is not known."""
        from torchlint.world.dependencies import may_bring

        return may_bring(asked)

    def numpy_need(self, package: str, version: str | None, python: str) -> str | None:
        """Whether a release brings a numpy that may be 2 ("needs"), or leaves numpy alone ("free"); None if neither is
        sure. `version`: the exact one, "" for the newest that Python can have, None for any."""
        from torchlint.world.numpy_needs import numpy_need

        return numpy_need(package, version, python)

    def outgrown(self, package: str, version: str) -> tuple[Outgrown, ...]:
        """What breaks a release at its import: newer releases of what it depends on."""
        from torchlint.world.outgrown import outgrown

        return outgrown(package, version)

    def numpy_demander(self, package: str, version: str | None, python: str) -> str | None:
        """What surely comes with that release and wants a numpy no older than 2: the package itself, or one that it
        asks for; None if nothing surely does. `version` as above."""
        from torchlint.world.numpy_needs import numpy_demander

        return numpy_demander(package, version, python)

    def torch_floor(self, version: str) -> str | None:
        """The least torch that a release of transformers uses, "2.6", "0" if it takes any; None if that is unknown."""
        from torchlint.world.torch_floors import torch_floor

        return torch_floor(version)

    def makers_of(self, program: str) -> tuple[str, ...]:
        """The distributions of which any brings a program of that name, "uvicorn"; empty if others may."""
        from torchlint.world.dependencies import makers_of

        return makers_of(program)

    def makers_of_module(self, module: str) -> tuple[str, ...]:
        """The distributions of which any brings a module of that name, "cv2"; empty if others may."""
        from torchlint.world.dependencies import makers_of_module

        return makers_of_module(module)

    # Distribution packages

    def apt_brings(self, package: str, recommends: bool = True) -> AptEffect | None:
        """What `apt-get install package` puts on the system; `recommends` False for --no-install-recommends."""
        from torchlint.world.apt import apt_brings

        return apt_brings(package, recommends)

    def archive_pythons(self, os: str) -> tuple[str, ...]:
        """The Pythons that a release's own archive has as python3.N packages; empty if that is not known."""
        from torchlint.world.apt import archive_pythons

        return archive_pythons(os)

    def system_pip(self, os: str) -> str | None:
        """The version of pip that python3-pip of a release is: "ubuntu22.04" -> "22.0.2"; None if unknown."""
        from torchlint.world.apt import system_pip

        return system_pip(os)

    def deadsnakes_left(self, os: str) -> bool:
        """Whether the deadsnakes PPA has deleted its packages for that release."""
        from torchlint.world.apt import deadsnakes_left

        return deadsnakes_left(os)

    def apt_absent(self, package: str, image: str = "") -> bool:
        """True if official images of Debian, Ubuntu, Python and CUDA surely lack the package; `image`: of that kind
        and flavour, "cuda devel", and "python" for the full one; "": of any but these two."""
        from torchlint.world.apt import apt_absent

        return apt_absent(package, image)

    def apt_there(self, package: str, image: str) -> bool:
        """Whether images of that kind and flavour surely hold the package, or all that it depends on."""
        from torchlint.world.apt import apt_there

        return apt_there(package, image)

    def apt_lacks(self, package: str, os: str) -> bool:
        """Whether the archive of a Debian or Ubuntu release surely has no package of that name, though others have."""
        from torchlint.world.apt import apt_lacks

        return apt_lacks(package, os)

    def option_of_installers(self, word: str) -> bool:
        """Whether that is an option of apt or of pip without its dashes, and no package of a distribution."""
        from torchlint.world.apt import OPTIONS

        return word in OPTIONS

    def apt_option_unknown(self, word: str) -> tuple[str, str | None] | None:
        """What no release of apt understands in a word that begins with a dash, as in "-Y", and what to write for it:
        "" for nothing, None if that is open. None if apt understands all of it."""
        from torchlint.world.apt_options import meant, unknown_option

        unknown = unknown_option(word)
        return None if unknown is None else (unknown, meant(unknown))

    def apt_option_takes_next(self, word: str) -> bool:
        """Whether the word behind that option of apt is its value."""
        from torchlint.world.apt_options import takes_next

        return takes_next(word)

    def apt_refuses_unsigned(self, os: str) -> bool | None:
        """Whether `apt-get update` of "ubuntu22.04" takes no lists without a valid signature unless it is told to."""
        from torchlint.world.apt import apt_refuses_unsigned

        return apt_refuses_unsigned(os)

    def old_nvidia_key(self, tag: str) -> bool:
        """Whether apt has NVIDIA's archives and their old key in that image of pytorch/pytorch: it cannot update."""
        from torchlint.world.tables.nvidia_keys import TAGS

        return tag in TAGS

    def apt_instead(self, package: str) -> str | None:
        """The package that took the place of one that is gone; None if none did."""
        from torchlint.world.apt import apt_instead

        return apt_instead(package)

    def apt_libraries(self, package: str) -> tuple[str, ...] | None:
        """Which of libGL.so.1 and libglib-2.0.so.0 an apt package may bring in some release; None if unknown."""
        from torchlint.world.apt import apt_libraries

        return apt_libraries(package)

    def apt_runtime(self, package: str) -> str | None:
        """The package with the library of a -dev package; "" if each image has it, None if that is unknown."""
        from torchlint.world.tables.apt_runtime import RUNTIME

        return RUNTIME.get(package)

    def needs_libgl(self, package: str) -> str | None:
        """From which release on a Python package cannot be imported without libGL.so.1; None for one that can, or if
        that is unknown."""
        from torchlint.world.tables.opencv import NEEDING_GL

        return NEEDING_GL.get(package)

    def get_pip_script(self, python: str) -> str | None:
        """Where the get-pip.py for a Python lies that the current one refuses: "pip/3.8/get-pip.py"; else None."""
        from torchlint.world.tables.get_pip import SCRIPTS

        return SCRIPTS.get(python)

    def apt_kind(self, package: str) -> str | None:
        """What a package is for, if it is a "compiler", "headers", "driver" or "python"."""
        from torchlint.world.apt import apt_kind

        return apt_kind(package)

    # Packages and secrets

    def pytorch_index_lacks(self, package: str) -> bool:
        """Whether a package is surely not on the PyTorch index."""
        from torchlint.world.index import pytorch_index_lacks

        return pytorch_index_lacks(package)

    def advisory(self, package: str, version: str) -> Advisory | None:
        """A published flaw that a final release of a package has."""
        from torchlint.world.index import advisory

        return advisory(package, version)

    def pythons_of(self, package: str, version: str) -> Pythons | None:
        """The Pythons that a release can be installed for on x86_64 Linux; None if that is not known."""
        from torchlint.world.release_ranges import pythons_of

        return pythons_of(package, version)

    def pythons_from(self, package: str, version: str) -> Pythons | None:
        """The Pythons that this release of a package or a later one can be installed for; None if not known."""
        from torchlint.world.release_ranges import pythons_from

        return pythons_from(package, version)

    def pip_option_gone(self, option: str) -> tuple[str, str] | None:
        """A release of pip that surely lacks an option of `pip install`, as later ones do, and what says the same
        since, "" if nothing needs to; None for those that pip still has. "--use-feature=..." with its value."""
        from torchlint.world.tables.pip_options import GONE

        return GONE.get(option)

    def bundled_pip(self, python: str, patch: str | None = None, listed: str | None = None) -> str | None:
        """The oldest pip that comes with a minor version of Python in the official images and in what `venv` makes.
        `patch`: the exact version, "3.12.7"; `listed`: without it, the last day on which its tag was built anew."""
        from torchlint.world.tables.pip_options import BUNDLED, LATER

        number, day, pip = LATER.get(python, (0, "", None))
        own = patch.rpartition(".")[2] if patch is not None else ""
        later = own.isdigit() and int(own) >= number if patch is not None else (listed or "") >= day
        return pip if pip is not None and later else BUNDLED.get(python)

    def refused_metadata(self, package: str) -> tuple[Refused, ...]:
        """The releases of a package that pip refuses from 24.1 on for a requirement in their metadata."""
        from torchlint.world.refused_metadata import refused_metadata

        return refused_metadata(package)

    def broken_setup(self, package: str, version: str | None, python: str) -> BrokenSetup | None:
        """Why the setup.py of a release without wheels surely stops on a minor version of Python; version None: of
        the newest."""
        from torchlint.world.broken_setup import broken_setup

        return broken_setup(package, version, python)

    def imports_pkg_resources(self, package: str, version: str | None) -> str | None:
        """The next release that does without, "" if there is none, of a release without wheels whose setup.py surely
        stops where setuptools is 82 or newer; None for all others. version None: whichever is the newest."""
        from torchlint.world.tables.pkg_resources import IMPORTING

        versions, newest, after = IMPORTING.get(package, ("", False, ""))
        return after if (newest if version is None else version in versions.split(" ")) else None

    def small_package(self, package: str) -> bool:
        """Whether an installer surely downloads no more than a few megabytes for a package."""
        from torchlint.world.tables.small_packages import SMALL

        return package in SMALL

    def archive_size(self, name: str) -> str | None:
        """What the name of an archive or installer tells of its size: "small" for some kilobytes, "large" for a hundred
        megabytes and more."""
        from torchlint.world.archive_names import archive_size

        return archive_size(name)

    def repository_gone(self, address: str) -> Gone | None:
        """What became of the repository that a URL leads into, on GitHub or Hugging Face; None if nothing is known."""
        from torchlint.world.repositories import gone

        return gone(address)

    def library_name(self, name: str) -> str | None:
        """The fate of a requirement with the name of one of Python's own modules: "absent" from the package index, or
        "useless"; None for others."""
        from torchlint.world.index import library_name

        return library_name(name)

    def token_in(self, text: str) -> Secret | None:
        """The first word of the shape of a well-known service's token in a text; placeholders are none."""
        from torchlint.world.tokens import token_in

        return token_in(text)

    def login_in(self, text: str) -> Secret | None:
        """The first `user:password@` of a URL in a text whose password is written out and is no well-known default."""
        from torchlint.world.tokens import login_in

        return login_in(text)

    def secret_name(self, name: str) -> bool:
        """Whether a variable of that name holds a secret: HF_TOKEN, not HF_TOKEN_FILE, MAX_TOKENS or EOS_TOKEN."""
        from torchlint.world.tokens import secret_name

        return secret_name(name)

    def harmless(self, value: str) -> bool:
        """Whether a value only stands in the place of a secret, or says where one is."""
        from torchlint.world.tokens import harmless

        return harmless(value)
