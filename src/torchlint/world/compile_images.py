"""The tables of images, of the systems in them, and of when these end."""

from __future__ import annotations

from torchlint.world.compile_rows import pick, version_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.world.compile_rows import Rows, Table


def _eol(rows: Rows) -> Table:
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


def _distros(rows: Rows) -> Table:
    distros: Table = {}
    codenames: Table = {}
    fields = "family release codename libc glibc python3 python3_verified externally_managed apt_works apt_verified"
    for row in rows("distros"):
        os = row["family"] + row["release"]
        distros[os] = pick({"python3_verified": False, "apt_verified": False, **row}, fields)
        if "codename" in row:
            codenames[row["codename"]] = os
    kind = "tuple[str, str, str | None, str, str | None, str | None, bool, bool, bool | None, bool]"
    return {f"DISTROS: dict[str, {kind}]": distros, "CODENAMES: dict[str, str]": codenames}


def _python_tags(rows: Rows) -> Table:
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


def _cuda_images(rows: Rows) -> Table:
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


def _pytorch_images(rows: Rows) -> Table:
    fields = "verified python python_verified os os_verified torch"
    images = {row["tag"]: pick({"os_verified": False, **row}, fields) for row in rows("pytorch_images")}
    kind = "tuple[bool, str, bool, str | None, bool, str | None]"
    doubtful = {row["tag"]: row["why"] for row in rows("doubtful_pytorch_tags")}
    return {f"IMAGES: dict[str, {kind}]": images, "DOUBTFUL: dict[str, str]": doubtful}


def _ngc_images(rows: Rows) -> Table:
    fields = "torch torch_verified cuda cuda_verified python os conda verified min_driver pip_constraint_file"
    kind = "tuple[str | None, bool, str | None, bool, str | None, str | None, bool, bool, str | None, str | None]"
    return {f"IMAGES: dict[str, {kind}]": {row["tag"]: pick(row, fields) for row in rows("ngc_images")}}


def _other_images(rows: Rows) -> Table:
    images: Table = {}
    fields = "tag python has_python has_pip python_path venv conda has_shell os user workdir entrypoint cmd ports"
    fields += " unmaintained packages env names shell variant verified"
    for row in rows("other_images"):
        packages, env = tuple(row.get("packages", {}).items()), tuple(row.get("env", {}).items())
        whole = {"conda": False, "ports": [], **row, "packages": packages, "env": env}
        images.setdefault(row["repository"], []).append(pick(whole, fields))
    text, known, texts = "str | None", "bool | None", "tuple[str, ...] | None"
    kind = f"str, {text}, {known}, {known}, {text}, {text}, bool, bool, {text}, {text}, {text}, {texts}, {texts}"
    pairs = f"tuple[tuple[str, {text}], ...]"
    kind += f", tuple[int, ...], {text}, {pairs}, {pairs}, {texts}, {texts}, {text}, bool"
    return {
        f"IMAGES: dict[str, tuple[tuple[{kind}], ...]]": {
            repository: tuple(found) for repository, found in images.items()
        }
    }


def _image_sizes(rows: Rows) -> Table:
    sizes: Table = {}
    for row in rows("image_sizes"):
        sizes[f"{row['kind']} {row['key']}"] = row["unpacked_bytes"]
    return {"SIZES: dict[str, int]": sizes}


def _conda_installers(rows: Rows) -> Table:
    makers: Table = {}
    for row in rows("conda_installers"):
        known = version_key(row["first"]), version_key(row["last"]), row["python"]
        makers[row["maker"]] = (*makers.get(row["maker"], ()), known)
    return {"PYTHONS: dict[str, tuple[tuple[tuple[int, ...], tuple[int, ...], str], ...]]": makers}


def _moving_images(rows: Rows) -> Table:
    return {"LATEST: dict[str, str]": {row["image"]: row["latest"] for row in rows("moving_images")}}


def _official_images(rows: Rows) -> Table:
    return {"NAMES": tuple(row["name"] for row in rows("official_images"))}


def _official_systems(rows: Rows) -> Table:
    releases: Table = {}
    tags: Table = {}
    for row in rows("official_systems"):
        spans = ((version_key(first), version_key(last), os) for first, last, os in row["releases"])
        releases[row["image"]] = tuple(spans)
        tags[row["image"]] = dict(row["tags"])
    return {
        "RELEASES: dict[str, tuple[tuple[tuple[int, ...], tuple[int, ...], str], ...]]": releases,
        "TAGS: dict[str, dict[str, str]]": tags,
    }


def _nvidia_keys(rows: Rows) -> Table:
    return {"TAGS": tuple(row["tag"] for row in rows("nvidia_keys") if row["verified"])}


TOPICS: dict[str, Callable[[Rows], Table]] = {
    "eol": _eol,
    "distros": _distros,
    "python_tags": _python_tags,
    "cuda_images": _cuda_images,
    "pytorch_images": _pytorch_images,
    "ngc_images": _ngc_images,
    "other_images": _other_images,
    "image_sizes": _image_sizes,
    "conda_installers": _conda_installers,
    "moving_images": _moving_images,
    "official_images": _official_images,
    "official_systems": _official_systems,
    "nvidia_keys": _nvidia_keys,
}
