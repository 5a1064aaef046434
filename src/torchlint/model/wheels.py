"""Which versions an install asks for, and where it may take a wheel of the torch family from.

A custom index may hold anything: then there is no shelf, and nobody can say what is missing from it.
"""

from __future__ import annotations

from torchlint.model.markers import applies
from torchlint.model.torch_names import WITHOUT_TORCH
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

    from torchlint.model.command import Install, Requested
    from torchlint.world import World

PUBLIC = "public"
EVERYTHING = "everything"

ANOTHER_TARGET = ("--python-version", "--python-platform", "--platform", "--implementation", "--abi")
"""Options that ask for wheels of another Python or machine than the one that runs."""

REPLACING = ("--override", "--overrides", "--exclude-newer")
"""uv's options that change what a requirement means."""


OLD_PIPS = (*(f"{major}." for major in range(20)), "20.0", "20.1", "20.2")
"""pip releases, by how their versions begin, that install contradicting requirements with a warning only."""

OLD_UVS = tuple(f"0.1.{patch}" for patch in range(13))
"""uv releases that take a package from the default index if that has it."""


class Shelf(NamedTuple):
    """All places an install takes torch, torchvision and torchaudio from.

    `public`: the public package index is one of them. `variants`: the variant folders of the PyTorch index ("cu121",
    "cpu"). `everything`: a page of the PyTorch index that lists every variant.
    """

    public: bool
    variants: tuple[str, ...]
    everything: bool

    @property
    def only_public(self) -> bool:
        """True if nothing but the public index is asked."""
        return self.public and not self.variants and not self.everything

    def holds(self, label: str) -> bool:
        """True if wheels with this local label ("cu121") may be there; the public index takes none with a label."""
        return self.everything or any(label == one or label.startswith(f"{one}.") for one in self.variants)

    def pythons(self, version: str, world: World) -> frozenset[str] | None:
        """Minor versions of Python with an x86_64 wheel of that torch release there; None when not known."""
        release = world.torch_release(version)
        if release is None:
            return None
        found = set(release.pythons) if self.public else set()
        for variant in release.index_variants if self.everything else self.variants:
            wheels = world.torch_wheels(version, variant)
            if wheels is None and release.variants_complete:
                continue
            if wheels is None or wheels.pythons is None:
                return None
            found.update(wheels.pythons)
        return None if self.everything and not release.variants_complete else frozenset(found)


class Pin(NamedTuple):
    """The one version of a distribution that an install asks for: `version` without, `label` with what follows "+"."""

    name: str
    version: str
    label: str | None
    requested: Requested


def shelf_of(install: Install) -> Shelf | None:
    """Where the install looks; None when anything else than the public and the PyTorch index may be asked."""
    if install.indexes is None or not install.complete or (install.tool == "pip" and "--python" in install.options):
        return None
    if any(option in install.options for option in ANOTHER_TARGET + REPLACING):
        return None
    pages = [(one.kind, page_of(one.url)) for one in install.indexes]
    if install.tool == "uv" and _stays_with_the_default(install):
        pages = [(kind, page) for kind, page in pages if kind != "extra"]
    if any(page is None for _, page in pages):
        return None
    public = all(kind != "index" or page == PUBLIC for kind, page in pages) or ("extra", PUBLIC) in pages
    if install.tool == "uv" and any(kind == "extra" and page != PUBLIC for kind, page in pages):
        # uv takes a package from the first index that has it, and asks the extra ones before the default.
        strategy = install.options.get("--index-strategy")
        variable = install.command.before.variable("UV_INDEX_STRATEGY")
        if variable is not None and strategy is None:
            return None
        public = public and strategy is not None and strategy.value != "first-index"
    variants = tuple(page for _, page in pages if page is not None and page not in (PUBLIC, EVERYTHING))
    return Shelf(public, variants, any(page == EVERYTHING for _, page in pages))


def _stays_with_the_default(install: Install) -> bool:
    """Whether the uv that was installed asks --index-url before the extra ones, as it did until 0.1.13 (uv#2083)."""
    there = (one.packages.get("uv") for one in install.command.before.environments.values())
    return any(one is not None and one.version in OLD_UVS for one in there)


def page_of(url: str | None) -> str | None:
    """PUBLIC, EVERYTHING, a variant folder of the PyTorch index, or None for a page that may hold anything."""
    scheme, _, rest = (url or "").partition("://")
    host, *path = rest.rstrip("/").split("/")
    # uv lets an index have a name: `--index name=https://...`.
    if scheme.rpartition("=")[2] not in ("http", "https"):
        return None
    if host.split(".") == ["pypi", "org"] and path == ["simple"]:
        return PUBLIC
    if host != "download.pytorch.org" or path[:1] != ["whl"]:
        return None
    folder = path[1:-1] if path[-1] in ("torch_stable.html", "torch", "torchvision", "torchaudio") else path[1:]
    if not folder:
        return EVERYTHING
    return folder[0] if len(folder) == 1 and is_variant(folder[0]) else None


def is_variant(word: str) -> bool:
    """True for what has the form of a wheel variant: "cpu", "xpu", "cu121", "rocm6.1"."""
    digits = word.removeprefix("cu") if word.startswith("cu") else word.removeprefix("rocm").replace(".", "")
    return word in ("cpu", "xpu") or (digits != word and digits.isascii() and digits.isdigit())


def pin_of(install: Install, name: str) -> Pin | None:
    """The exact version of `name` that the install's lines and constraints settle; None when that is not sure."""
    found: Pin | None = None
    for one in install.requested:
        requirement = one.requirement
        if requirement.name != name or applies(requirement.marker, install.python) is False:
            continue
        if requirement.kind != "named" or applies(requirement.marker, install.python) is None:
            return None
        for clause in requirement.clauses:
            if clause.operator not in ("==", "===") or clause.version.endswith(".*"):
                continue
            version, _, label = clause.version.lower().partition("+")
            if found is not None and not same_version(found.version, version):
                return None
            if found is None or (label and found.label is None):
                found = Pin(name, version, label or None, one)
    return found


def versions_of_torch(install: Install, world: World) -> tuple[str, ...]:
    """The torch releases that all lines and constraints together admit; empty unless they surely are all there are.

    A range counts when it ends below the newest two series, where no release can be added any more.
    """
    pin = pin_of(install, "torch")
    if pin is not None:
        release = world.torch_release(pin.version)
        return () if release is None else (release.version,)
    texts = specifiers(install, "torch") or ()
    if not any("<" in text or "~=" in text or "==" in text for text in texts):
        return ()
    asked = together(texts)
    if asked is None:
        return ()
    known = world.torch_releases()
    newest = list(dict.fromkeys(version.rpartition(".")[0] for version in known))[-2:]
    if asked.prereleases or any(asked.contains(f"{series}.{patch}") for series in newest for patch in range(9)):
        return ()
    return () if asked.contains("999") else tuple(version for version in known if asked.contains(version))


def torch_without_end(install: Install, world: World) -> tuple[str, ...]:
    """The known torch releases of a range that newer ones will fall into as well; empty unless that is sure."""
    texts = specifiers(install, "torch") if pin_of(install, "torch") is None else None
    asked = together(texts) if texts else None
    if asked is None or asked.prereleases:
        return ()
    known = world.torch_releases()
    return tuple(one for one in known if asked.contains(one)) if asked.contains(known[-1]) else ()


def open_torch(install: Install, world: World) -> str | None:
    """The newest torch known on the public index that an install without a version for it takes or passes over for a
    newer one, be it for what needs one."""
    shelf, base = install.shelf, install.command.before.base
    lines = [one.requirement for one in install.requested if one.requirement.name == "torch"]
    if any(one.kind != "named" or one.specifier or one.marker for one in lines) or install.seen == ():
        return None
    if not lines and not _asks_by_others(install, world):
        return None
    distro = world.distro_of(base.os) if base.os is not None else None
    if shelf is None or not shelf.public or shelf.everything or distro is None or distro.glibc is None:
        return None
    glibc = tuple(int(part) for part in distro.glibc.split("."))
    for version in reversed(world.torch_releases()):
        release = world.torch_release(version)
        if release is None or install.python not in release.pythons:
            continue
        # A wheel whose tag does not tell which glibc it needs goes by the oldest tag, which every pip takes.
        if tuple(int(part) for part in release.glibc_min.split(".")) <= glibc:
            return version
    return None


def brings_torch(install: Install, world: World) -> tuple[Requested, ...]:
    """What an install asks for, in any release to come, that surely brings some torch."""
    return tuple(
        one
        for one in install.requested
        if one.requirement.open
        and not one.constraint
        and one.requirement.marker is None
        and world.needs_torch(one.requirement.name)
    )


def _asks_by_others(install: Install, world: World) -> bool:
    """Whether something brings torch, and nothing that is asked for may keep it from being the newest."""
    bringing = brings_torch(install, world)
    return bool(bringing) and all(
        one in bringing or (one.requirement.name in WITHOUT_TORCH and not one.requirement.extras)
        for one in install.requested
        if not one.constraint
    )


def admits(install: Install, name: str, version: str) -> bool | None:
    """Whether all lines and constraints about `name` together let a version through; None when that is not sure."""
    texts = specifiers(install, name)
    if not texts:
        return None if texts is None else True
    asked = together(texts)
    # What is installed may be a pre-release: NVIDIA's builds are.
    return None if asked is None else asked.contains(version, prereleases=True)


def specifiers(install: Install, name: str) -> tuple[str, ...] | None:
    """What the lines and constraints that count say of a distribution's version; None when that is not sure."""
    found: list[str] = []
    for one in install.requested:
        requirement = one.requirement
        sure = applies(requirement.marker, install.python) if requirement.name == name else False
        if sure is None or (sure and requirement.kind != "named"):
            return None
        if sure and requirement.specifier:
            found.append(requirement.specifier)
    return tuple(found)


def together(texts: tuple[str, ...]) -> SpecifierSet | None:
    """What fulfils all of them; None for what cannot be read."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        return SpecifierSet(",".join(texts))
    except InvalidSpecifier:
        return None


def refuses_conflicts(install: Install) -> bool:
    """True if the installer surely stops at requirements that contradict each other: uv, and pip from 20.3 on."""
    if install.tool == "uv":
        return True
    environment = install.environment
    if environment is None or "--use-deprecated" in install.options or environment.python.value is None:
        return False
    upgraded = environment.packages.get("pip")
    if upgraded is not None:
        return upgraded.version is None or not upgraded.version.startswith(OLD_PIPS)
    minor = environment.python.value.partition(".")[2]
    if int(minor) >= 10 or (minor == "9" and environment.kind == "system"):
        return True
    base = install.command.before.base
    tag = "" if base.reference is None or base.pinned else (base.reference.tag or "").split("-", 1)[0]
    # Tags of a minor version were rebuilt with newer pips for years; those of a patch release kept the first one.
    return environment.kind == "image" and tag.count(".") == 1


def same_version(one: str, other: str) -> bool:
    """True if two versions differ in trailing zeros only: "2.4" and "2.4.0"."""
    return _trimmed(one) == _trimmed(other)


def _trimmed(version: str) -> str:
    while version.endswith(".0"):
        version = version[:-2]
    return version


def of_variant(variant: str | None, world: World) -> str | None:
    """A wheel variant as CUDA version: "cu121" is "12.1"; "cpu" and "rocm6.2" stay."""
    if variant is None or variant.startswith(("cpu", "rocm", "xpu")):
        return variant
    return world.variant_cuda(variant.split(".", 1)[0])


def taken_cuda(install: Install, version: str, label: str | None, world: World, machine: str | None) -> str | None:
    """What the wheel is built for that an install takes for a torch release, or for a package made for that release.

    None when that depends on what is unknown.
    """
    if label is not None:
        return of_variant(label, world) if is_label(label) else None
    release = world.torch_release(version)
    shelf = install.shelf
    if release is None or shelf is None or install.command.before.base.libc == "musl" or shelf.everything:
        return None
    if machine != "x86_64":
        return release.default_cuda_aarch64 if machine == "aarch64" and shelf.only_public else None
    if not shelf.public and len(shelf.variants) == 1:
        return of_variant(shelf.variants[0], world)
    holding = []
    for variant in shelf.variants:
        wheels = world.torch_wheels(release.version, variant)
        if wheels is None and not release.variants_complete:
            return None
        if wheels is not None and (wheels.pythons is None or install.python is None):
            return None
        if wheels is not None and install.python in (wheels.pythons or ()):
            holding.append(variant)
    if not holding:
        return release.default_cuda if shelf.public else None
    # A version with a local label is the higher one: pip takes it before that of the public index.
    return of_variant(holding[0], world) if len(holding) == 1 else None


def is_label(label: str | None) -> bool:
    """True for a local label that names a build: "cu121", "cpu"."""
    return label is not None and label.startswith(("cpu", "cu", "rocm", "xpu"))
