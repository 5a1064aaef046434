"""What a rule may ask about what an installer finds and does not find."""

from __future__ import annotations

from torchlint.edits import Edits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command, Install
    from torchlint.model.entry import Entry
    from torchlint.model.outgrown import Broken
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

    def broken(self, install: Install) -> tuple[Broken, ...]:
        """Its exact versions that cannot be imported any more, as what they depend on surely is too new for them."""
        from torchlint.model.outgrown import broken

        return () if self.build is None else tuple(broken(self.build, install, self.world))

    def builds(self, install: Install) -> bool:
        """Whether it builds what the public index has as source only, and stops the build where that fails."""
        from torchlint.model.building import builds

        return builds(install)

    def held(self, install: Install) -> bool:
        """Whether something may keep the tools of a build, such as setuptools, at an older release."""
        from torchlint.model.building import held

        return held(install)

    def without_fastapi_cli(self, entry: Entry) -> Place | None:
        """Where the fastapi was installed whose `fastapi run` cannot serve, as fastapi-cli surely is not there."""
        from torchlint.model.web_app import without_cli

        return without_cli(entry, self.world)

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
