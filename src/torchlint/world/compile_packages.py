"""The tables of packages, of the programs in them, and of secrets."""

from __future__ import annotations

from torchlint.world.compile_rows import lines, pick

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.world.compile_rows import Rows, Table


def _apt(rows: Rows) -> Table:
    packages: Table = {}
    for row in rows("apt"):
        plain, full = row["plain"], row["full"]
        packages[row["package"]] = (
            " ".join(plain["programs"]),
            plain["megabytes"],
            " ".join(full["programs"]),
            full["megabytes"],
            plain["packages"],
            full["packages"],
        )
    return {
        "PACKAGES": lines(packages),
        "IN_IMAGES": tuple(row["package"] for row in rows("image_packages") if "of" not in row),
        "NOT_IN": tuple(f"{row['not_of']} {row['package']}" for row in rows("image_packages") if "not_of" in row),
        "IN_FLAVOURS": tuple(f"{row['of']} {row['package']}" for row in rows("image_packages") if "of" in row),
    }


def _apt_libraries(rows: Rows) -> Table:
    found = {row["package"]: " ".join(row["libraries"]) for row in rows("apt_libraries") if row["verified"]}
    return {"LIBRARIES": lines(found)}


def _apt_runtime(rows: Rows) -> Table:
    return {
        "RUNTIME: dict[str, str]": {row["package"]: row["runtime"] for row in rows("apt_runtime") if row["verified"]}
    }


def _apt_gone(rows: Rows) -> Table:
    found = {
        row["package"]: (" ".join(row["absent"]), row.get("instead")) for row in rows("apt_gone") if row["verified"]
    }
    return {"GONE": lines(found)}


def _apt_pythons(rows: Rows) -> Table:
    found = {
        row["os"]: (tuple(row["minors"]), row["deadsnakes_gone"], row.get("pip"))
        for row in rows("apt_pythons")
        if row["verified"]
    }
    return {"PYTHONS: dict[str, tuple[tuple[str, ...], str | None, str | None]]": found}


def _get_pip(rows: Rows) -> Table:
    return {"SCRIPTS: dict[str, str]": {row["python"]: row["script"] for row in rows("get_pip") if row["verified"]}}


def _opencv(rows: Rows) -> Table:
    found = {row["package"]: row["since"] for row in rows("opencv") if row["verified"]}
    return {"NEEDING_GL: dict[str, str]": found}


def _index_gaps(rows: Rows) -> Table:
    return {"GAPS: dict[str, None]": {row["package"]: None for row in rows("index_gaps")}}


def _small_packages(rows: Rows) -> Table:
    return {"SMALL: dict[str, None]": {row["package"]: None for row in rows("small_packages")}}


def _release_ranges(rows: Rows) -> Table:
    found = {row["package"]: pick(row, "ranges last") for row in rows("release_ranges") if row["verified"]}
    return {"RANGES": lines(found)}


def _dependencies(rows: Rows) -> Table:
    found = {
        row["package"]: (
            row.get("since"),
            " ".join(
                f"{one}~{row['until'][one]}" if one in row.get("until", ()) else one for one in row["needs"].split()
            ),
            ";".join(f"{extra}:{listed}" for extra, listed in row["extras"].items()),
        )
        for row in rows("dependencies")
    }
    return {"NEEDS": lines(found)}


def _numpy_needs(rows: Rows) -> Table:
    return {"PACKAGES": lines({row["package"]: pick(row, "ranges last newest") for row in rows("numpy_needs")})}


def _outgrown(rows: Rows) -> Table:
    found: Table = {}
    for row in rows("outgrown"):
        if row["verified"]:
            found.setdefault(row["package"], []).append(
                pick(row, "since until dependency dropped python module said needs")
            )
    kind = "tuple[tuple[str, str, str, str, str, str, str, str], ...]"
    return {f"ROWS: dict[str, {kind}]": {package: tuple(told) for package, told in sorted(found.items())}}


def _dropped_commands(rows: Rows) -> Table:
    found: Table = {}
    for row in rows("dropped_commands"):
        if row["verified"]:
            told = pick(row, "package verb word since python instead alone unless needs")
            found.setdefault(row["program"], []).append(told)
    kind = "tuple[tuple[str, str, str, str, str, str, bool, str, str], ...]"
    return {f"PROGRAMS: dict[str, {kind}]": {program: tuple(told) for program, told in sorted(found.items())}}


def _caps(rows: Rows) -> Table:
    found = {
        row["package"]: (";".join(f"{name}:{told}" for name, told in row["caps"].items()), *pick(row, "last newest"))
        for row in rows("caps")
    }
    return {"CAPS": lines(found)}


def _torch_floors(rows: Rows) -> Table:
    (row,) = (one for one in rows("torch_floors") if "package" in one)
    return {
        "FLOORS: tuple[str, ...]": tuple(row["floors"].split(", ")),
        "LAST": row["last"],
        "NEWEST: dict[str, str]": dict(one.split(":") for one in row["newest"].split(" ")),
        "WANTS: dict[str, str]": row["needs"],
        "BESIDE: dict[str, tuple[str, bool, str]]": {
            one["beside"]: pick(one, "torch brings not") for one in rows("torch_floors") if "beside" in one
        },
    }


def _makers(rows: Rows) -> Table:
    return {
        f"{kind.upper()}: dict[str, str]": {row["name"]: row["packages"] for row in rows(f"makers_of_{kind}")}
        for kind in ("modules", "programs")
    }


def _lookalikes(rows: Rows) -> Table:
    fields = "what instead open_only refuses allowed_by"
    kind = "tuple[str, str, bool, str | None, str | None]"
    return {f"NAMES: dict[str, {kind}]": {row["name"]: pick(row, fields) for row in rows("lookalikes")}}


def _library_names(rows: Rows) -> Table:
    return {"FATES": {row["name"]: row["fate"] for row in rows("library_names")}}


def _source_only(rows: Rows) -> Table:
    fields = "wheeled packages instead"
    return {
        "PACKAGES: dict[str, tuple[str, str, str]]": {
            row["package"]: pick(row, fields) for row in rows("source_only") if row["verified"]
        }
    }


def _compiled(rows: Rows) -> Table:
    return {"PACKAGES": lines({row["package"]: pick(row, "releases needs") for row in rows("compiled")})}


def _unbuildable(rows: Rows) -> Table:
    failing: Table = {}
    for row in rows("unbuildable"):
        if row["verified"]:
            failing.setdefault(row["package"], []).append(pick(row, "first last pythons why held alone"))
    kind = "tuple[tuple[str, str, str, str, bool, bool], ...]"
    return {f"FAILING: dict[str, {kind}]": {package: tuple(found) for package, found in sorted(failing.items())}}


def _build_needs(rows: Rows) -> Table:
    found = {row["package"]: (row["versions"], row["open"]) for row in rows("build_needs") if row["verified"]}
    return {"PACKAGES: dict[str, tuple[str, bool]]": found}


def _torch_sources(rows: Rows) -> Table:
    kind = "dict[str, tuple[str, str, str, str | None]]"
    found = {row["repository"].casefold(): pick(row, "package folder refs unless") for row in rows("torch_sources")}
    return {f"SOURCES: {kind}": found}


def _advisories(rows: Rows) -> Table:
    flaws: Table = {}
    for row in rows("advisories"):
        if row["verified"]:
            flaws.setdefault(row["package"], []).append(pick(row, "id since below what"))
    kind = "tuple[tuple[str, str, str, str], ...]"
    return {f"ADVISORIES: dict[str, {kind}]": {package: tuple(found) for package, found in flaws.items()}}


def _accounts(rows: Rows) -> Table:
    kinds = ("image", "package")
    return {kind.upper(): tuple(row["name"] for row in rows("accounts") if row["of"] == kind) for kind in kinds}


def _servers(rows: Rows) -> Table:
    fields = "host port bind default_host default_port env elsewhere files configured"
    empty = {"host": "", "port": "", "bind": "", "env": "", "elsewhere": "", "files": "", "configured": False}
    kind = "tuple[str, str, str, str, int, str, str, str, bool]"
    return {f"SERVERS: dict[str, {kind}]": {row["program"]: pick({**empty, **row}, fields) for row in rows("servers")}}


def _repository_needs(rows: Rows) -> Table:
    found = {
        row["repository"].casefold(): (row["name"], row["listed"], row.get("needs", ""), row.get("ever", ""))
        for row in rows("repository_needs")
        if row["verified"]
    }
    return {"PROJECTS: dict[str, tuple[str, bool, str, str]]": found}


def _downloaders(rows: Rows) -> Table:
    return {
        f"{kind.upper()}S": " ".join(row[kind] for row in rows("downloaders") if kind in row and row["verified"])
        for kind in ("call", "home", "variable")
    }


def _daemons(rows: Rows) -> Table:
    kind = "tuple[str, str, bool]"
    return {
        f"DAEMONS: dict[str, {kind}]": {
            row["program"]: pick(row, "words unless configured") for row in rows("daemons")
        },
        "KEEPS_PARENT": tuple(row["os"] for row in rows("shells") if row["verified"] and not row["execs"]),
    }


def _token_shapes(rows: Rows) -> Table:
    return {"SHAPES": {row["prefix"]: (row["kind"], row["set"], row["least"]) for row in rows("token_shapes")}}


def _pip_options(rows: Rows) -> Table:
    return {
        "GONE: dict[str, tuple[str, str]]": {row["option"]: pick(row, "gone instead") for row in rows("pip_options")},
        "BUNDLED: dict[str, str]": {row["python"]: row["pip"] for row in rows("pip_bundled")},
        "LATER: dict[str, tuple[int, str, str]]": {
            row["python"]: pick(row["later"], "patch listed pip") for row in rows("pip_bundled") if "later" in row
        },
    }


def _refused_metadata(rows: Rows) -> Table:
    found: Table = {}
    for row in rows("refused_metadata"):
        if row["verified"]:
            refs = ("", *row.get("refs", "").split())
            sources = tuple(f"{one}@{ref}" for one in row.get("repositories", "").split() for ref in refs)
            found.setdefault(row["package"], []).append((*pick(row, "before releases after what through"), sources))
    kind = "tuple[tuple[str, str, str, str, str, tuple[str, ...]], ...]"
    return {f"REFUSED: dict[str, {kind}]": {package: tuple(runs) for package, runs in sorted(found.items())}}


def _broken_setups(rows: Rows) -> Table:
    found: Table = {}
    for row in rows("broken_setups"):
        if row["verified"]:
            told = pick(row, "releases since why kind limit after through")
            found.setdefault(row["package"], []).append(told)
    kind = "tuple[tuple[str, int, str, str, str, str, str], ...]"
    return {f"BROKEN: dict[str, {kind}]": {package: tuple(told) for package, told in sorted(found.items())}}


def _gone_repositories(rows: Rows) -> Table:
    found = {
        row["repository"]: (row["since"], row["instead"] or "") for row in rows("gone_repositories") if row["verified"]
    }
    return {"GONE: dict[str, tuple[str, str]]": found}


def _redirects(rows: Rows) -> Table:
    found: Table = {}
    for row in rows("redirects"):
        if row["verified"]:
            host, _, path = row["address"].partition("/")
            found.setdefault(host, []).append((f"/{path}", tuple(row.get("ends", ())), row.get("scheme", "")))
    kind = "tuple[tuple[str, tuple[str, ...], str], ...]"
    return {f"REDIRECTS: dict[str, {kind}]": {host: tuple(told) for host, told in found.items()}}


def _pkg_resources(rows: Rows) -> Table:
    found = {row["name"]: (" ".join(row["versions"]), *pick(row, "newest after")) for row in rows("pkg_resources")}
    return {"IMPORTING: dict[str, tuple[str, bool, str]]": found}


TOPICS: dict[str, Callable[[Rows], Table]] = {
    "pkg_resources": _pkg_resources,
    "refused_metadata": _refused_metadata,
    "broken_setups": _broken_setups,
    "pip_options": _pip_options,
    "apt": _apt,
    "gone_repositories": _gone_repositories,
    "redirects": _redirects,
    "apt_libraries": _apt_libraries,
    "apt_runtime": _apt_runtime,
    "apt_gone": _apt_gone,
    "apt_pythons": _apt_pythons,
    "get_pip": _get_pip,
    "opencv": _opencv,
    "index_gaps": _index_gaps,
    "release_ranges": _release_ranges,
    "small_packages": _small_packages,
    "dependencies": _dependencies,
    "numpy_needs": _numpy_needs,
    "torch_floors": _torch_floors,
    "outgrown": _outgrown,
    "caps": _caps,
    "dropped_commands": _dropped_commands,
    "makers": _makers,
    "lookalikes": _lookalikes,
    "library_names": _library_names,
    "build_needs": _build_needs,
    "source_only": _source_only,
    "compiled": _compiled,
    "unbuildable": _unbuildable,
    "torch_sources": _torch_sources,
    "advisories": _advisories,
    "accounts": _accounts,
    "servers": _servers,
    "downloaders": _downloaders,
    "repository_needs": _repository_needs,
    "daemons": _daemons,
    "token_shapes": _token_shapes,
}
