"""What a rule may ask about what an installer finds and does not find."""

from __future__ import annotations

from torchlint.edits import Edits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command, Install, Requested
    from torchlint.model.dropped import Gone
    from torchlint.model.entry import Entry
    from torchlint.model.left_behind import Harm
    from torchlint.model.outgrown import Broken
    from torchlint.model.refused_source import RefusedSource
    from torchlint.model.unfollowed import Unfollowed
    from torchlint.model.uv_refusal import Fetched, NoPython
    from torchlint.model.wheelless import Wheelless
    from torchlint.text import Place


class Installing(Edits):
    """Asked through Context, which has the other questions."""

    __slots__ = ()

    def wheelless(self, install: Install, name: str) -> Wheelless | None:
        """What it asks for of torch or a companion, if that surely has no wheel for its Python."""
        from torchlint.model.wheelless import wheelless

        return wheelless(install, name, self.world)

    def lacks(self, install: Install, name: str, version: str) -> bool:
        """Whether a release that has no wheel for an install surely is not there above it."""
        from torchlint.model.wheelless import lacks

        return lacks(install, name, version)

    def harm(self, name: str, made_for: str, torch: str) -> Harm | None:
        """What surely fails of torchvision or its kin, made for one torch, beside another; None if nothing surely
        does."""
        from torchlint.model.left_behind import harm

        return harm(name, made_for, torch)

    def broken(self, install: Install) -> tuple[Broken, ...]:
        """Its exact versions that cannot be imported any more, as what they depend on surely is too new for them."""
        from torchlint.model.outgrown import broken

        return () if self.build is None else tuple(broken(self.build, install, self.world))

    def gone(self, command: Command) -> Gone | None:
        """What a command asks for that the release of its program, which surely is there, has no more."""
        from torchlint.model.dropped import gone

        return None if self.build is None else gone(self.build, command, self.world)

    def bootable(self, command: Command) -> bool:
        """Whether a command's image surely is a machine's own system, which boots from it, and no container's."""
        from torchlint.model.bootable import bootable

        return self.build is not None and bootable(self.build, command.stage)

    def builds(self, install: Install) -> bool:
        """Whether it builds what the public index has as source only, and stops the build where that fails."""
        from torchlint.model.building import builds

        return builds(install)

    def isolated(self, install: Install) -> bool | None:
        """Whether a source without pyproject.toml is built apart from the environment; None if that is unknown."""
        from torchlint.model.building import isolated

        return None if self.build is None else isolated(self.build, install)

    def pip_of_system(self, install: Install) -> str | None:
        """The pip that runs an install where that surely is the python3-pip of a known release, "9.0.1"."""
        from torchlint.model.pip_release import of_system

        return of_system(install, self.world)

    def refused_source(self, install: Install, one: Requested) -> RefusedSource | None:
        """What pip 24.1 and newer surely refuse of what a requirement takes from a repository or a clone of one."""
        from torchlint.model.refused_source import refused_source

        return None if self.build is None else refused_source(self.build, install, one, self.world)

    def held(self, install: Install) -> bool:
        """Whether something may keep the tools of a build, such as setuptools, at an older release."""
        from torchlint.model.building import held

        return held(install)

    def without_fastapi_cli(self, entry: Entry) -> Place | None:
        """Where the fastapi was installed whose `fastapi run` cannot serve, as fastapi-cli surely is not there."""
        from torchlint.model.web_app import without_cli

        return without_cli(entry, self.world)

    def unfollowed(self, command: Command) -> Unfollowed | None:
        """What comes of a redirect that a curl surely gets and does not follow; None where it harms nothing or nobody
        knows."""
        from torchlint.model.unfollowed import unfollowed

        return None if self.build is None else unfollowed(self.build, command)

    def bare_file(self, install: Install, one: Requested) -> str | None:
        """What becomes of a list of requirements that an install names without -r: "refused", "absent", as no index has
        a package of that name, or "another", as one may; None for what is no such list."""
        from torchlint.model.bare_file import bare_file

        return bare_file(install, one)

    def no_python(self, command: Command) -> NoPython | None:
        """Why a uv command surely finds no Python for the project; None when it finds one or that cannot be known."""
        from torchlint.model.uv_refusal import no_python

        return no_python(command, self.world)

    def fetched_python(self, command: Command) -> Fetched | None:
        """The Python that a uv command surely fetches for the project; None when it does not or nobody knows."""
        from torchlint.model.uv_refusal import fetched

        return fetched(command, self.world)

    def no_environment(self, command: Command) -> bool:
        """Whether a `uv pip` surely finds no virtual environment, and is not told to do without."""
        from torchlint.model.uv_refusal import no_environment

        return no_environment(command, self.world)
