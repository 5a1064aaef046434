"""Turns the tables of data/*.json into literal modules tables/*.py that load fast. A tool for developers.

    python -m torchlint.world.compile           write the modules
    python -m torchlint.world.compile --check   fail if a module is not what the data say

Sources and sureness are read in data/; the modules hold only what the questions need.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from pprint import pformat
from typing import Any

from torchlint.world.gpu import key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HERE = Path(__file__).parent
Row = dict[str, Any]
Table = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Writes or checks every module. 1 if a check fails."""
    modules = render()
    if arguments == ["--check"]:
        stale = [name for name, text in modules.items() if read(HERE / "tables" / f"{name}.py") != text]
        for name in stale:
            sys.stderr.write(f"tables/{name}.py is not what data/ says: run python -m torchlint.world.compile\n")
        return 1 if stale else 0
    for name, text in modules.items():
        (HERE / "tables" / f"{name}.py").write_text(text, encoding="ascii")
    return 0


def render() -> dict[str, str]:
    """The text of every module by name."""
    return {name: _module(build()) for name, build in TOPICS.items()}


def rows(topic: str) -> list[Row]:
    """The rows of data/<topic>.json."""
    table: list[Row] = json.loads((HERE / "data" / f"{topic}.json").read_text(encoding="utf-8"))["rows"]
    return table


def read(path: Path) -> str | None:
    """A module's text; None if there is none."""
    return path.read_text(encoding="ascii") if path.exists() else None


def version_key(version: str) -> tuple[int, ...]:
    """For sorting: the numbers of a version, the suffix .postN after its base."""
    return tuple(int(number) for number in re.findall(r"[0-9]+", version))


def _module(table: Table) -> str:
    # A key is the name of a table, with its type where mypy would guess too narrow a one.
    # One entry a line: a change of one fact is a change of one line.
    lines = ["# Made by torchlint.world.compile from data/*.json.\n# ruff: noqa: E501, RUF100\n"]
    for name, value in table.items():
        if isinstance(value, dict):
            entries = "".join(f"    {key!r}: {_literal(entry)},\n" for key, entry in value.items())
            lines.append(f"{name} = {{\n{entries}}}\n")
        else:
            lines.append(f"{name} = {_literal(value)}\n")
    return "\n".join(lines)


def _literal(value: object) -> str:
    return pformat(value, width=10**9, compact=True, sort_dicts=False)


def _eol() -> Table:
    endings: Table = {}
    names: Table = {}
    for row in rows("eol"):
        if row["verified"]:
            endings.setdefault(row["product"], {})[row["cycle"]] = (row["date"], row.get("extended"))
            if "codename" in row:
                names.setdefault(row["product"], {})[row["codename"]] = row["cycle"]
    return {
        "ENDINGS: dict[str, dict[str, tuple[str, str | None]]]": endings,
        "CODENAMES: dict[str, dict[str, str]]": names,
    }


def _distros() -> Table:
    distros: Table = {}
    codenames: Table = {}
    fields = "family release codename libc glibc python3 python3_verified externally_managed apt_works apt_verified"
    for row in rows("distros"):
        os = row["family"] + row["release"]
        distros[os] = _pick({"python3_verified": False, "apt_verified": False, **row}, fields)
        if "codename" in row:
            codenames[row["codename"]] = os
    kind = "tuple[str, str, str | None, str, str | None, str | None, bool, bool, bool | None, bool]"
    return {f"DISTROS: dict[str, {kind}]": distros, "CODENAMES: dict[str, str]": codenames}


def _python_tags() -> Table:
    lines: Table = {}
    patches: Table = {}
    last = ""
    for row in rows("python_tags"):
        tags = row["tags"]
        last = max(last, *(tag["last"] for tag in tags.values()))
        if row["version"].count(".") == 2:
            bases = [
                tags[name]["moves"][-1][1] if "moves" in tags.get(name, ()) else None for name in ("", "slim", "alpine")
            ]
            days = min(tag["first"] for tag in tags.values()), max(tag["last"] for tag in tags.values())
            patches[row["version"]] = (*days, *bases, " ".join(tags))
        else:
            lines[row["version"]] = {
                name: (tag["first"], tag["last"], tuple((day, os) for day, os in tag.get("moves", ())))
                for name, tag in tags.items()
            }
    return {
        "LAST": last,
        "LINES: dict[str, dict[str, tuple[str, str, tuple[tuple[str, str], ...]]]]": lines,
        "PATCHES: dict[str, tuple[str, str, str | None, str | None, str | None, str]]": patches,
    }


def _cuda_images() -> Table:
    tags: Table = {}
    for row in sorted(rows("cuda_images"), key=lambda row: (version_key(row["cuda"]), row["os"])):
        tags.setdefault(row["cuda"], {})[row["os"]] = (
            row["status"],
            " ".join(sorted(row["flavours"])),
            row["complete"],
            row["seen_2026"],
            row["cuda_in_ld_path"],
        )
    rules = rows("cuda_rules")
    return {
        "REMOVED": next(tuple(rule["versions"]) for rule in rules if rule["rule"] == "removed"),
        "NO_CUDNN": next(tuple(rule["versions"]) for rule in rules if rule["rule"] == "no-cudnn"),
        "FIRST: dict[str, tuple[int, ...]]": {
            rule["os"]: version_key(rule["version"]) for rule in rules if rule["rule"] == "first"
        },
        "LAST: dict[str, tuple[int, ...]]": {
            rule["os"]: version_key(rule["version"]) for rule in rules if rule["rule"] == "last"
        },
        "LD_LIBRARY_PATH": tuple(
            (version_key(rule["from"]), version_key(rule["to"]), rule["value"])
            for rule in rules
            if rule["rule"] == "ld-library-path"
        ),
        "TAGS: dict[str, dict[str, tuple[str, str, bool, bool, bool]]]": tags,
    }


def _pytorch_images() -> Table:
    fields = "verified python python_verified os os_verified"
    images = {row["tag"]: _pick({"os_verified": False, **row}, fields) for row in rows("pytorch_images")}
    kind = "tuple[bool, str, bool, str | None, bool]"
    doubtful = {row["tag"]: row["why"] for row in rows("doubtful_pytorch_tags")}
    return {f"IMAGES: dict[str, {kind}]": images, "DOUBTFUL: dict[str, str]": doubtful}


def _ngc_images() -> Table:
    fields = "torch torch_verified cuda cuda_verified python os conda verified min_driver pip_constraint_file"
    kind = "tuple[str | None, bool, str | None, bool, str | None, str | None, bool, bool, str | None, str | None]"
    return {f"IMAGES: dict[str, {kind}]": {row["tag"]: _pick(row, fields) for row in rows("ngc_images")}}


def _other_images() -> Table:
    images: Table = {}
    fields = "tag python has_python has_pip python_path venv conda has_shell os user workdir entrypoint cmd ports"
    fields += " unmaintained verified"
    for row in rows("other_images"):
        images.setdefault(row["repository"], []).append(_pick({"conda": False, "ports": [], **row}, fields))
    text, texts = "str | None", "tuple[str, ...] | None"
    kind = f"str, None, bool, bool, {text}, {text}, bool, bool, None, {text}, {text}, {texts}, {texts}"
    kind += f", tuple[int, ...], {text}, bool"
    return {
        f"IMAGES: dict[str, tuple[tuple[{kind}], ...]]": {
            repository: tuple(found) for repository, found in images.items()
        }
    }


def _torch_releases() -> Table:
    releases: Table = {}
    variants: Table = {}
    fields = (
        "date requires_python pythons pythons_aarch64 default_cuda default_cuda_aarch64 glibc_min glibc_verified"
        " numpy2_ok weights_only bytes unpacked_bytes cpu_bytes cpu_unpacked_bytes variant_names variants_complete"
    )
    for row in rows("torch_releases"):
        row["bytes"] = row["wheel_bytes"] + (row["deps_bytes"] or 0)
        row["unpacked_bytes"] = row["wheel_unpacked_bytes"] + (row["deps_unpacked_bytes"] or 0)
        row["variant_names"] = list(row["variants"])
        releases[row["version"]] = _pick(row, fields)
        variants[row["version"]] = {
            name: (_tuple(variant.get("x86_64")), _tuple(variant.get("aarch64")), _any_libc(variant.get("wheel_tags")))
            for name, variant in row["variants"].items()
        }
    texts = "tuple[str, ...]"
    size = "int | None"
    kind = (
        f"str, str, {texts}, {texts}, str, str | None, str, bool, bool, bool, int, int, {size}, {size}, {texts}, bool"
    )
    wheels = f"tuple[{texts} | None, {texts} | None, bool | None]"
    return {f"RELEASES: dict[str, tuple[{kind}]]": releases, f"VARIANTS: dict[str, dict[str, {wheels}]]": variants}


def _any_libc(tags: list[str] | None) -> bool | None:
    return None if tags is None else "linux_x86_64" in tags


def _companions() -> Table:
    companions: Table = {}
    for row in sorted(rows("companions"), key=lambda row: (row["package"], version_key(row["version"]))):
        # One tag alone is a lower bound (abi3, py3), not a list.
        pythons = sorted(row["wheels"], key=lambda tag: int(tag[3:])) if len(row["wheels"]) > 1 else None
        companions.setdefault(row["package"], {})[row["version"]] = (
            row["date"],
            "" if row["requires_torch"] == "any" else row["requires_torch"],
            row["torch_exact"],
            None if pythons is None else tuple(f"{tag[2]}.{tag[3:]}" for tag in pythons),
            row["requires_python"],
        )
    pairs: Table = {}
    for row in rows("companion_pairs"):
        pairs.setdefault(row["torch"], {})[row["package"]] = tuple(sorted(row["versions"], key=version_key))
    kind = "tuple[str, str | None, str | None, tuple[str, ...] | None, str | None]"
    return {
        f"COMPANIONS: dict[str, dict[str, {kind}]]": companions,
        "PAIRS: dict[str, dict[str, tuple[str, ...]]]": pairs,
    }


def _drivers() -> Table:
    found = rows("drivers")
    return {
        "CUDA: dict[str, tuple[str, bool]]": {
            row["cuda"]: (row["min_driver"], row["verified"]) for row in found if "cuda" in row
        },
        "VARIANTS: dict[str, tuple[str, bool]]": {
            row["variant"]: (row["min_driver"], row["verified"]) for row in found if "variant" in row
        },
    }


def _gpu_code() -> Table:
    code: Table = {}
    for row in rows("gpu_code"):
        if row["verified"]:
            code[f"{row['torch']} {row['variant']} {row['machine']}"] = (*row["sm"], *row["ptx"])
    return {"CODE: dict[str, tuple[str, ...]]": code}


def _gpus() -> Table:
    gpus: Table = {}
    for row in rows("gpus"):
        if row["verified"]:
            for name in _names(row["gpu"]):
                gpus[key(name)] = row["capability"]
    return {"GPUS: dict[str, str]": dict(sorted(gpus.items()))}


def _names(gpu: str) -> Iterable[str]:
    outer, _, inner = gpu.partition(" (")
    # "TITAN X (Pascal)" is one name of two cards; "GB10 (DGX Spark)" two names of one.
    return (gpu,) if outer == "TITAN X" else (outer, inner.rstrip(")")) if inner else (gpu,)


def _apt() -> Table:
    packages: Table = {}
    for row in rows("apt"):
        plain, full = row["plain"], row["full"]
        packages[row["package"]] = (
            " ".join(plain["programs"]),
            plain["megabytes"],
            " ".join(full["programs"]),
            full["megabytes"],
        )
    return {"PACKAGES: dict[str, tuple[str, int, str, int]]": packages}


def _pick(row: Row, fields: str) -> tuple[Any, ...]:
    """The values of some fields, None where there is none, lists as tuples."""
    values = (row.get(field) for field in fields.split())
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)


def _tuple(value: list[Any] | None) -> tuple[Any, ...] | None:
    return None if value is None else tuple(value)


TOPICS: dict[str, Callable[[], Table]] = {
    "eol": _eol,
    "distros": _distros,
    "python_tags": _python_tags,
    "cuda_images": _cuda_images,
    "pytorch_images": _pytorch_images,
    "ngc_images": _ngc_images,
    "other_images": _other_images,
    "torch_releases": _torch_releases,
    "companions": _companions,
    "drivers": _drivers,
    "gpu_code": _gpu_code,
    "gpus": _gpus,
    "apt": _apt,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
