"""What COPY and ADD do to a snapshot: links to the context or to another stage, and the Pythons that come along."""

from __future__ import annotations

from torchlint.model.environment import Program
from torchlint.model.files import Anything, Found, FromContext, FromStage, Made, inside, normal
from torchlint.model.snapshot import merged
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Snapshot
    from torchlint.project import Context
    from torchlint.text import Place


class Source(NamedTuple):
    """One source of a COPY after variables. `name` None: it cannot be known."""

    name: str | None
    at: Place
    heredoc: bool = False
    remote: bool = False


ARCHIVES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst")


FILES = tuple(
    ".sh .bash .py .txt .in .json .yml .yaml .toml .cfg .ini .conf .lock .whl .pt .pth .onnx .ipynb .env .patch .deb "
    ".md .so .c .cpp .h .xml .csv .pub .key .crt .pem .service .list .sql .html .css .js .ts".split()
)
"""How files are called, and folders are not."""


def _is_file(address: str) -> bool:
    """True if an address that ADD fetches is a file's, not a repository's."""
    return address.startswith(("http://", "https://")) and ".git" not in address and not address.endswith("/")


def target_of(snapshot: Snapshot, target: str, source: str, *, folder: bool | None, several: bool) -> str | None:
    """Where the file or folder `source` ends up; None when that depends on what is unknown.

    `folder`: whether the source is one, whose content is copied, not itself.
    """
    where = snapshot.absolute(target)
    if where is None or folder is None:
        return None
    if folder:
        return where
    name = source.rstrip("/").rsplit("/", 1)[-1]
    if several or target in (".", "..") or target.endswith(("/", "/.", "/..")):
        return normal(f"{where}/{name}")
    found = snapshot.find(where)
    if isinstance(found, Found) and found.kind == "dir":
        return normal(f"{where}/{name}")
    if found is False or (isinstance(found, Found) and found.kind == "file"):
        return where
    return where if "." in where.rsplit("/", 1)[-1] else None


def from_context(
    snapshot: Snapshot, context: Context, sources: tuple[Source, ...], target: str | None, *, add: bool
) -> Snapshot:
    """The snapshot after COPY or ADD from the build context."""
    if target is None:
        return _somewhere(snapshot)
    for source in sources:
        if source.heredoc:
            snapshot = _one(snapshot, target, source.name or "", source.at)
            continue
        if source.remote and source.name is not None and _is_file(source.name):
            snapshot = _one(snapshot, target, source.name.partition("?")[0], source.at)
            continue
        if source.name is None or source.remote:
            snapshot = _below(snapshot, target)
            continue
        names = context.matches(source.name) if any(mark in source.name for mark in "*?[") else (source.name,)
        if names is None:
            snapshot = _below(snapshot, target)
            continue
        for name in names:
            if add and name.endswith(ARCHIVES):
                snapshot = _below(snapshot, target)
                continue
            kind = context.kind(name)
            folder = None if not isinstance(kind, str) else kind == "dir"
            if kind is None and (name.endswith("/") or name in (".", "")):
                folder = True
            elif folder is None and name.endswith(FILES):
                folder = False
            where = target_of(snapshot, target, name, folder=folder, several=len(sources) > 1 or len(names) > 1)
            if where is None:
                snapshot = _below(snapshot, target)
            elif kind is False:
                # That is said of the COPY: what would come to lie there is not missing for a second reason.
                snapshot = snapshot._replace(files=snapshot.files.then(Anything((where,))))
            else:
                event = FromContext(context, normal("/" + name)[1:], where, source.at)
                snapshot = snapshot._replace(files=snapshot.files.then(event))
                snapshot = _filled(snapshot, event)
    return snapshot


def _filled(snapshot: Snapshot, event: FromContext) -> Snapshot:
    """Environments into whose site-packages the context's files go may hold more than is known."""
    environments = {
        prefix: one._replace(complete=False)
        if one.site_packages is not None
        and (inside(event.target, one.site_packages) or event.brings(one.site_packages))
        else one
        for prefix, one in snapshot.environments.items()
    }
    return snapshot._replace(environments=environments)


def from_snapshot(
    snapshot: Snapshot, other: Snapshot | None, sources: tuple[Source, ...], target: str | None
) -> Snapshot:
    """The snapshot after COPY --from: of another stage's last state, or of an image that is not known (None)."""
    if target is None:
        return _somewhere(snapshot)
    for source in sources:
        if other is None or source.name is None or any(mark in source.name for mark in "*?["):
            snapshot = _below(snapshot, target)
            continue
        origin = merged(normal("/" + source.name))
        found = other.find(origin)
        folder = found.kind == "dir" if isinstance(found, Found) and found.kind is not None else None
        if folder is None and (source.name.endswith("/") or _is_prefix(other, origin)):
            folder = True
        where = target_of(snapshot, target, source.name, folder=folder, several=len(sources) > 1)
        if where is None:
            snapshot = _below(snapshot, target)
            continue
        snapshot = snapshot._replace(files=snapshot.files.then(FromStage(other.files, origin, where, source.at)))
        snapshot = _environments(snapshot, other, origin, where, source.at)
    return snapshot


def _is_prefix(other: Snapshot, path: str) -> bool:
    return any(
        inside(prefix, path) or (environment.site_packages is not None and inside(environment.site_packages, path))
        for prefix, environment in other.environments.items()
    )


def _environments(snapshot: Snapshot, other: Snapshot, origin: str, where: str, at: Place) -> Snapshot:
    """Environments whose prefix or site-packages lie in what was copied come along."""
    known: set[str] = set()
    for environment in other.environments.values():
        if inside(environment.prefix, origin):
            prefix = normal(where + environment.prefix[len(origin.rstrip("/")) :])
            moved = environment.made_in or (environment.prefix if prefix != environment.prefix else None)
            copied = _over(environment, snapshot.environments.get(prefix))
            snapshot = snapshot.with_environment(copied._replace(prefix=prefix, made_in=moved, at=at))
            known.add(prefix)
            if prefix != environment.prefix:
                snapshot = _reprogrammed(snapshot, prefix, at)
        elif environment.site_packages is not None and inside(environment.site_packages, origin):
            site = normal(where + environment.site_packages[len(origin.rstrip("/")) :])
            for own in tuple(snapshot.environments.values()):
                if own.site_packages == site:
                    filled = own.with_packages(*environment.packages.values())
                    complete = own.complete and environment.complete
                    asked = own.asked | environment.asked
                    snapshot = snapshot.with_environment(filled._replace(complete=complete, asked=asked))
                    known.add(own.prefix)
    return _disturbed(snapshot, where, known)


def _over(environment: Environment, there: Environment | None) -> Environment:
    """An environment that is copied over another one, whose packages stay."""
    if there is None:
        return environment
    complete = environment.complete and there.complete and there.packages.keys() <= environment.packages.keys()
    return environment._replace(complete=complete, asked=environment.asked | there.asked)


def _disturbed(snapshot: Snapshot, where: str, but: set[str]) -> Snapshot:
    """Environments into which something unknown was copied may hold more than is known."""
    environments = {
        key: one._replace(complete=False) if one.prefix not in but and _reaches(one, where) else one
        for key, one in snapshot.environments.items()
    }
    return snapshot._replace(environments=environments)


def _reaches(environment: Environment, where: str) -> bool:
    """True if what lies at `where` may be among the distributions of an environment."""
    site = environment.site_packages
    if site is None:
        return inside(environment.prefix, where) or inside(where, environment.prefix)
    return inside(site, where) or inside(where, site)


def _reprogrammed(snapshot: Snapshot, prefix: str, at: Place) -> Snapshot:
    """The programs of an environment that was moved belong to the new prefix."""
    files = snapshot.files
    for kind, names in (("python", ("python", "python3")), ("pip", ("pip", "pip3"))):
        for name in names:
            if isinstance(files.find(f"{prefix}/bin/{name}"), Found):
                files = files.then(Made(f"{prefix}/bin/{name}", Found("file", Program(kind, prefix), at)))
    return snapshot._replace(files=files)


def _one(snapshot: Snapshot, target: str, name: str, at: Place) -> Snapshot:
    where = target_of(snapshot, target, name, folder=False, several=False)
    if where is None:
        return _below(snapshot, target)
    return snapshot._replace(files=snapshot.files.then(Made(where, Found("file", None, at))))


def _below(snapshot: Snapshot, target: str) -> Snapshot:
    """Something came to lie at or below `target`; what, nobody knows."""
    where = snapshot.absolute(target)
    if where is None:
        return _somewhere(snapshot)
    snapshot = _disturbed(snapshot, where, set())
    return snapshot._replace(files=snapshot.files.then(Anything((where,))))


def _somewhere(snapshot: Snapshot) -> Snapshot:
    return _below(snapshot, "/")
