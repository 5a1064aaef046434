"""The tables of torch, of what must fit it, and of the GPUs and drivers that run it."""

from __future__ import annotations

from torchlint.world.compile_rows import as_tuple, pick, version_key
from torchlint.world.gpu import key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from torchlint.world.compile_rows import Rows, Table


def _torch_releases(rows: Rows) -> Table:
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
        releases[row["version"]] = pick(row, fields)
        variants[row["version"]] = {
            name: (
                as_tuple(variant.get("x86_64")),
                as_tuple(variant.get("aarch64")),
                _any_libc(variant.get("wheel_tags")),
            )
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


def _torch_pins(rows: Rows) -> Table:
    found = rows("torch_pins")
    return {
        "PINS: dict[str, dict[str, str]]": {row["torch"]: row["pins"] for row in found if row["pins"]},
        "NEEDS: dict[str, dict[str, str]]": {row["torch"]: row["needs"] for row in found if "needs" in row},
    }


def _torch_abi(rows: Rows) -> Table:
    kind = "tuple[tuple[str, str | None, bool], ...]"
    return {f"RANGES: {kind}": tuple((row["from"], row["to"], row["cxx11"]) for row in rows("torch_abi"))}


def _torch_dependents(rows: Rows) -> Table:
    return {"NAMES": tuple(sorted(row["name"] for row in rows("torch_dependents") if row["verified"]))}


def _companions(rows: Rows) -> Table:
    companions: Table = {}
    for row in sorted(rows("companions"), key=lambda row: (row["package"], version_key(row["version"]))):
        # One tag alone is a lower bound (abi3, py3), not a list.
        pythons = sorted(row["wheels"], key=lambda tag: (tag[2], int(tag[3:]))) if len(row["wheels"]) > 1 else None
        companions.setdefault(row["package"], {})[row["version"]] = (
            row["date"],
            "" if row["requires_torch"] == "any" else row["requires_torch"],
            row["torch_exact"],
            None if pythons is None else tuple(f"{tag[2]}.{tag[3:]}" for tag in pythons),
            row["requires_python"],
        )
    breaks: Table = {}
    for row in rows("companions"):
        if "breaks_from" in row:
            breaks.setdefault(row["package"], {})[row["version"]] = row["breaks_from"]
    pairs: Table = {}
    for row in rows("companion_pairs"):
        pairs.setdefault(row["torch"], {})[row["package"]] = tuple(sorted(row["versions"], key=version_key))
    kind = "tuple[str, str | None, str | None, tuple[str, ...] | None, str | None]"
    return {
        f"COMPANIONS: dict[str, dict[str, {kind}]]": companions,
        "BREAKS: dict[str, dict[str, str]]": breaks,
        "PAIRS: dict[str, dict[str, tuple[str, ...]]]": pairs,
    }


def _publishing(rows: Rows) -> Table:
    found = {row["package"]: (tuple(row["elsewhere"]), row["last"]) for row in rows("publishing")}
    return {"PACKAGES: dict[str, tuple[tuple[str, ...], str | None]]": found}


def _early_releases(rows: Rows) -> Table:
    found = {row["package"]: (tuple(row["versions"]), tuple(row["pythons"])) for row in rows("early_releases")}
    return {"PACKAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]": found}


def _ended_indexes(rows: Rows) -> Table:
    found = [row for row in rows("ended_indexes") if row["verified"]]
    return {
        "LAST": {row["variant"]: row["last"] for row in found if "variant" in row},
        "STABLE_PAGE": "".join(row["last"] for row in found if "page" in row),
    }


def _conda_pytorch(rows: Rows) -> Table:
    fields = {
        "last": "LAST: str",
        "last in images": "LAST_IN_IMAGES: str",
        "first with pytorch-cuda": "CHOSEN_FROM: str",
        "pytorch-cuda": "PYTORCH_CUDA",
    }
    found = {fields[row["what"]]: tuple(row["versions"]) for row in rows("conda_pytorch") if row["verified"]}
    return {name: versions[0] if name.endswith("str") else versions for name, versions in found.items()}


def _extensions(rows: Rows) -> Table:
    found = rows("extensions")
    fields = "switch flag exact imports_torch architectures sdist_from"
    kind = "tuple[str | None, str | None, bool, bool, str | None, str | None]"
    return {
        f"EXTENSIONS: dict[str, {kind}]": {
            row["package"]: pick({"exact": False, "imports_torch": False, **row}, fields)
            for row in found
            if row["verified"]
        },
        "REPOSITORIES: dict[str, str]": {
            row["repository"].casefold(): row["package"] for row in reversed(found) if row["verified"]
        },
    }


def _drivers(rows: Rows) -> Table:
    found = rows("drivers")
    return {
        "CUDA: dict[str, tuple[str, bool]]": {
            row["cuda"]: (row["min_driver"], row["verified"]) for row in found if "cuda" in row
        },
        "VARIANTS: dict[str, tuple[str, bool]]": {
            row["variant"]: (row["min_driver"], row["verified"]) for row in found if "variant" in row
        },
    }


def _gpu_code(rows: Rows) -> Table:
    code: Table = {}
    for row in rows("gpu_code"):
        if row["verified"]:
            code[f"{row['torch']} {row['variant']} {row['machine']}"] = (*row["sm"], *row["ptx"])
    return {"CODE: dict[str, tuple[str, ...]]": code}


def _gpus(rows: Rows) -> Table:
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


def _torch_symbols(rows: Rows) -> Table:
    series = [row for row in rows("torch_symbols") if "series" in row]
    companions = (row for row in rows("torch_symbols") if "companion" in row)
    return {
        "LACKING": tuple(version_key(row["series"]) for row in series if row["lacks"]),
        "ADDING": tuple(version_key(row["series"]) for row in series if row["adds"]),
        "COMPANIONS": {row["companion"]: (version_key(row["since"]), version_key(row["until"])) for row in companions},
    }


TOPICS: dict[str, Callable[[Rows], Table]] = {
    "torch_releases": _torch_releases,
    "torch_pins": _torch_pins,
    "torch_abi": _torch_abi,
    "torch_dependents": _torch_dependents,
    "torch_symbols": _torch_symbols,
    "companions": _companions,
    "publishing": _publishing,
    "early_releases": _early_releases,
    "ended_indexes": _ended_indexes,
    "conda_pytorch": _conda_pytorch,
    "extensions": _extensions,
    "drivers": _drivers,
    "gpu_code": _gpu_code,
    "gpus": _gpus,
}
