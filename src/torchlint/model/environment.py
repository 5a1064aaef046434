"""Pythons and what is installed for them."""

from __future__ import annotations

from torchlint.record import NamedTuple
from torchlint.text import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from torchlint.text import Place


class Program(NamedTuple):
    """A program whose nature is known.

    `kind`: "python", "pip", "uv", "conda", "script" (a console script of an environment), "shell" or "other".
    `prefix`: the environment it belongs to, where it belongs to one.
    """

    kind: str
    prefix: str | None = None


class Distribution(NamedTuple):
    """An installed distribution.

    `version`: exact public version, None when not known. `specifier`: what was asked for ("" = anything).
    `variant`: the build of a torch-family wheel: "cpu", "cu121", …; None when not known.
    `source`: "base", "pip", "uv", "apt", "conda", "lock", "git" (of a well-known repository).
    `extras`: those that were asked for; None when it is not a release of an index, so that nobody knows what it needs.
    `sure`: False if only what nobody here knows of Python or machine tells whether it is there. `asks`: what it brings
    where its name does not tell, as of a well-known repository.
    """

    name: str
    version: str | None
    specifier: str
    variant: str | None
    source: str
    at: Place | None
    extras: tuple[str, ...] | None = ()
    sure: bool = True
    asks: tuple[str, ...] | None = None


class Environment(NamedTuple):
    """One Python prefix.

    `kind`: "system" (of the distribution's packages), "image" (brought by the image's maker), "venv", "conda", "uv" (a
    Python that uv manages), "user" (`pip install --user`: seen by every Python of that version).
    `python`: minor version as "3.11", value None when unknown. `packages`: by normalised name.
    `complete`: it holds no distributions but `packages` (and what they depend on); False when others may be there.
    `managed`: marked externally managed (PEP 668); None unknown.
    `home`: for a venv the absolute path of the interpreter it links to, None otherwise or unknown.
    `made_in`: the prefix it was created at, when it was moved since. `rewritten`: its scripts may have got other first
    lines than the one that names its Python there. `asked`: what ever was asked for here and brings what it needs,
    "fastapi[standard]==0.112.0" with its extras and the newest release that may be taken.
    """

    prefix: str
    kind: str
    python: Fact[str | None]
    packages: Mapping[str, Distribution]
    complete: bool = True
    managed: bool | None = False
    home: str | None = None
    made_in: str | None = None
    at: Place | None = None
    rewritten: bool = False
    asked: frozenset[str] = frozenset()

    def has(self, name: str) -> bool | None:
        """True if the distribution is installed, False if it surely is not, None when that cannot be known."""
        if name in self.packages:
            return True
        return False if self.complete and not self.packages else None

    def with_packages(self, *more: Distribution) -> Environment:
        """This environment with distributions added or replaced."""
        packages = dict(self.packages)
        packages.update((one.name, one) for one in more)
        return self._replace(packages=packages, asked=self.asked | asked(more))

    @property
    def root(self) -> str:
        """The folder it lies in; Pythons of a distribution share one."""
        return self.prefix.split("@", 1)[0]

    @property
    def site_packages(self) -> str | None:
        """The folder that pip installs into, None when the Python version is unknown."""
        if self.python.value is None:
            return None
        if self.kind == "system":
            return f"/usr/local/lib/python{self.python.value}/dist-packages"
        return f"{self.prefix}/lib/python{self.python.value}/site-packages"


UNKNOWN = "?"
"""Stands for a distribution of which nobody knows what it needs."""


def asked(packages: Iterable[Distribution]) -> frozenset[str]:
    """What of these brings what it needs, with its extras and the newest release that may be taken: what a lock lists
    needs nothing but what it lists."""
    return frozenset(told for one in packages if one.source != "lock" for told in _asked(one))


def _asked(one: Distribution) -> tuple[str, ...]:
    if one.asks is not None:
        return one.asks
    if one.extras is None:
        return (UNKNOWN,)
    bounds = [clause.lstrip("<=~ ") for clause in one.specifier.split(",") if clause.strip()[:1] in ("<", "~", "=")]
    release = f"=={one.version}" if one.version else f"<={bounds[0]}" if bounds else ""
    return (one.name + (f"[{','.join(one.extras)}]" if one.extras else "") + release,)


NOWHERE: Fact[str | None] = Fact(None)
"""The Python version of an environment of which nothing is known."""
