"""The tables compared with what can be asked: the package index that pip is set to, and a torch that is installed.

This is how a maintainer sees what has to be written into data/ before `python -m torchlint.world.compile`:

    python -m pytest -m network tests/world/test_reality.py
    python -m pytest -m slow tests/world/test_reality.py      with the extra `torch` installed
"""

from __future__ import annotations

from collections import defaultdict
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from tests.world.dependencies import brought, chosen, requirements, union
from tests.world.package_index import Wheel, holds, resolved, wheels
from tests.world.release_ranges import MINORS, ranges
from torchlint.world import KNOWLEDGE_DATE, World
from torchlint.world.tables import (
    companions,
    dependencies,
    library_names,
    lookalikes,
    makers,
    source_only,
    torch_pins,
    torch_releases,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST = Version("1.4.0")
"""Where the table of torch begins; the others begin with what fits that."""
FAMILY = ("torch", *companions.COMPANIONS)
NEW_ONES = 2
"""How many of the newest releases of a package have their pins resolved; what is older has been and does not change."""


def by_release(project: str) -> dict[str, list[Wheel]]:
    """The wheels of every release that was out when the tables were made."""
    found: dict[str, list[Wheel]] = defaultdict(list)
    for wheel in wheels(project):
        if wheel.uploaded <= KNOWLEDGE_DATE:
            found[str(wheel.version)].append(wheel)
    return found


def pythons(found: Iterable[Wheel], machine: str) -> list[str]:
    return sorted({wheel.python for wheel in found if wheel.machine == machine and wheel.python}, key=Version)


@pytest.mark.network
@pytest.mark.parametrize("project", FAMILY)
def test_every_release_of_the_index_is_in_the_tables(project: str) -> None:
    world = World()
    known = world.releases(project)
    first = max(FIRST, Version(known[0])) if project == "torch" else Version(known[0])
    unknown = [
        version
        for version in by_release(project)
        if Version(version) >= first and version not in known and world.published(project, version) is not None
    ]
    assert not unknown


@pytest.mark.network
def test_wheels_of_torch_are_for_the_pythons_of_the_table() -> None:
    index = by_release("torch")
    for version, row in torch_releases.RELEASES.items():
        found = index[version]
        assert list(row[2]) == pythons(found, "x86_64"), version
        assert list(row[3]) == pythons(found, "aarch64"), version
        assert {SpecifierSet(wheel.requires_python) for wheel in found} == {SpecifierSet(row[1])}, version
        assert row[0] == min(wheel.uploaded for wheel in found) or not all(wheel.uploaded for wheel in found), version


@pytest.mark.network
@pytest.mark.parametrize("project", companions.COMPANIONS)
def test_wheels_of_companions_are_for_the_pythons_of_the_table(project: str) -> None:
    index = by_release(project)
    for version, (date, _, _, known, requires_python) in companions.COMPANIONS[project].items():
        found = index.get(version)
        if found is None:  # a wheel for every machine
            continue
        if known is not None:
            assert list(known) == pythons(found, "x86_64"), version
        assert {SpecifierSet(wheel.requires_python) for wheel in found} == {SpecifierSet(requires_python or "")}, (
            version
        )
        assert date == min(wheel.uploaded for wheel in found) or not all(wheel.uploaded for wheel in found), version


PINNED = [
    (project, version, row[2], row[3][-1] if row[3] is not None else torch_releases.RELEASES[row[2]][2][-2])
    for project, releases in companions.COMPANIONS.items()
    for version, row in [one for one in releases.items() if one[1][2] in torch_releases.RELEASES][-NEW_ONES:]
    if row[2] is not None
]


@pytest.mark.network
@pytest.mark.parametrize(("project", "version", "torch", "python"), PINNED)
def test_companions_bring_the_torch_of_the_table(project: str, version: str, torch: str, python: str) -> None:
    brought = resolved(f"{project}=={version}", python)
    if not brought:
        pytest.skip("the index lacks something else that it asks for")
    assert brought.get("torch") == torch


@pytest.mark.network
@pytest.mark.parametrize("version", list(torch_pins.PINS)[-NEW_ONES:])
def test_torch_brings_what_the_table_says_that_it_pins(version: str) -> None:
    brought = resolved(f"torch=={version}", torch_releases.RELEASES[version][2][-2])
    pinned = torch_pins.PINS[version]
    assert pinned == {name: brought.get(name) for name in pinned}


@pytest.mark.network
@pytest.mark.parametrize(
    "name",
    [
        *(name for name, row in lookalikes.NAMES.items() if row[0] == "absent"),
        *(name for name, fate in library_names.FATES.items() if fate == "absent"),
    ],
)
def test_names_that_the_index_lacks(name: str) -> None:
    assert not holds(name)


@pytest.mark.network
@pytest.mark.parametrize("name", source_only.PACKAGES)
def test_packages_that_the_index_has_as_source_only(name: str) -> None:
    on_linux = {str(wheel.version) for wheel in wheels(name) if wheel.machine in ("x86_64", "any")}
    last = source_only.PACKAGES[name][0]
    assert max(on_linux, key=Version, default="") == last


NEEDS = [line.split("|")[::2][:2] for line in dependencies.NEEDS.strip().split("\n")]


@pytest.mark.network
@pytest.mark.parametrize(("project", "needs"), NEEDS[::100])
def test_the_newest_release_needs_nothing_that_is_not_in_the_table(project: str, needs: str) -> None:
    told = requirements(*list(chosen(project))[-1])
    assert told is None or union([told]).always <= set(needs.split())


@pytest.mark.network
@pytest.mark.parametrize(("module", "packages"), list(makers.MODULES.items())[::12])
def test_the_first_maker_of_a_module_brings_it(module: str, packages: str) -> None:
    assert module in brought(packages.split()[0])[0]


@pytest.mark.network
@pytest.mark.parametrize(("program", "packages"), list(makers.PROGRAMS.items())[::6])
def test_the_first_maker_of_a_program_brings_it(program: str, packages: str) -> None:
    assert program in brought(packages.split()[0])[1]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Failed to initialize NumPy")
@pytest.mark.skipif(find_spec("torch") is None, reason="the extra torch is not installed")
def test_the_installed_torch_is_as_the_tables_say() -> None:
    import inspect

    import torch

    world = World()
    version, _, label = torch.__version__.partition("+")
    release = world.torch_release(version)
    assert release is not None
    assert torch.version.cuda == (world.variant_cuda(label) if label else release.default_cuda)
    assert ("weights_only" in inspect.signature(torch.load).parameters) == (Version(version) >= Version("1.13"))
    assert world.torch_cxx11(version) in (None, torch.compiled_with_cxx11_abi())
    if torch.cuda.is_available():
        variant = label or "cu" + release.default_cuda.replace(".", "")
        assert world.arch_list(version, variant) in (None, tuple(torch.cuda.get_arch_list()))


@pytest.mark.network
@pytest.mark.parametrize("project", ["numpy", "pandas", "scipy", "tensorflow", "tokenizers", "onnxruntime", "pillow"])
def test_ranges_of_pythons_are_those_of_the_files(project: str) -> None:
    """Mended by `python -m tests.world.release_ranges`. Releases that came later do not count."""
    world = World()
    for version, found in ranges(project).items():
        said = world.pythons_of(project, str(version))
        if said is not None:
            assert [minor for minor in MINORS if said.fits(f"3.{minor}", "pip")] == sorted(found.pip), version
            assert [minor for minor in MINORS if said.fits(f"3.{minor}", "uv")] == sorted(found.uv), version
