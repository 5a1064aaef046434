"""`torchlint fix --pin` and `--lock`: who is asked, and what becomes of the answers."""

from __future__ import annotations

import signal

from torchlint.cli.streams import say
from torchlint.cli.verifying import Asking, interrupted, uv_of
from torchlint.project import WriteRefused
from torchlint.verify import locks, pins, registry, remotes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from torchlint.cli.looking import View
    from torchlint.findings import Finding
    from torchlint.fix.shapes import Mended, Refused
    from torchlint.syntax.reference import Reference
    from torchlint.verify.before_after import Plan
    from torchlint.verify.locks import Lock


class LookUp:
    """Everything that is looked up in one run, each thing once. Use as a context. Raises UsageError without uv."""

    def __init__(self) -> None:
        self._uv = uv_of("nothing was written")
        self._asking = Asking(self._uv)
        self._digests: dict[str, str | registry.Unknown] = {}
        self._commits: dict[tuple[str, str | None], str | remotes.Unknown] = {}
        self._said: set[str] = set()

    def __enter__(self) -> Self:
        # What a job runner sends must leave as little behind as what a keyboard does.
        signal.signal(signal.SIGTERM, interrupted)
        self._uv.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._uv.__exit__(kind, error, trace)

    def pinning(self, view: View, plan: Plan) -> Plan:
        """`plan`, and then the pins."""

        def pinned(wanted: Callable[[Finding], bool]) -> Mended:
            mended = plan(wanted)
            found = [
                *pins.packages(mended.last, self._uv, self._asking),
                *pins.images(mended.last, self._digest),
                *pins.repositories(mended.last, self._commit),
            ]
            closed = view.wishes().closed
            return pins.pinned(view.look, mended, found, lambda one: not closed(one.at.source) and wanted(one))

        return pinned

    def write_locks(self, mended: Mended, *, only_tell: bool) -> tuple[bool, tuple[Refused, ...]]:
        """Write the locks, and say so; whether all that there are could be written, and what could not be locked."""
        found = list(locks.locks(mended.last, self._uv, self._asking))
        left = [pins.refused(one) for one in found if not isinstance(one, locks.Lock)]
        whole = True
        for one in (one for one in found if isinstance(one, locks.Lock)):
            whole = _write(one, only_tell=only_tell) and whole
        if not found:
            say("there is nothing to lock: no Dockerfile here installs a requirements file")
        return whole, tuple(left)

    def _announce(self, host: str, what: str) -> None:
        if host not in self._said:
            self._said.add(host)
            say(f"asking {host} for {what}")

    def _digest(self, reference: Reference) -> str:
        name = f"{registry.host_of(reference)}/{reference.repository}:{reference.tag or 'latest'}"
        if name not in self._digests:
            self._announce(registry.host_of(reference), "the digests of base images")
            try:
                self._digests[name] = registry.digest_of(reference)
            except registry.Unknown as error:
                self._digests[name] = (registry.digest_with_account(name) if error.private else None) or error
        return _or_raise(self._digests[name])

    def _commit(self, url: str, ref: str | None) -> str:
        if (url, ref) not in self._commits:
            self._announce(url.partition("://")[2].partition("/")[0].rpartition("@")[2], "commits")
            try:
                self._commits[url, ref] = remotes.commit_of(url, ref)
            except remotes.Unknown as error:
                self._commits[url, ref] = error
            except OSError as error:
                self._commits[url, ref] = remotes.Unknown(f"git: {error.strerror or error}")
        return _or_raise(self._commits[url, ref])


def _or_raise(found: str | Exception) -> str:
    if isinstance(found, Exception):
        raise found
    return found


def _write(lock: Lock, *, only_tell: bool) -> bool:
    if only_tell:
        say(f"would write {lock.shown}, with {lock.packages} packages")
        return True
    try:
        locks.write(lock)
    except WriteRefused as error:
        say(f"{lock.shown}: not written: {error.why}")
        return False
    say(f"wrote {lock.shown}, with {lock.packages} packages")
    return True
