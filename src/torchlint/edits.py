"""The changes that a rule may ask for, where they take more than its own words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Build, Stage, Step
    from torchlint.model.command import Command, Install
    from torchlint.model.entry import Entry
    from torchlint.model.shared_lists import Shared
    from torchlint.project import Project
    from torchlint.text import Edit, Place, Source
    from torchlint.world import World


class Edits:
    """Asked through Context, which has the other questions."""

    __slots__ = ()

    build: Build | None
    project: Project
    world: World

    def without(self, word: Place) -> Edit | None:
        """The edit that takes a word out of its command; None where more than the word would have to change."""
        from torchlint.model.removing import without

        return without(word)

    def added(self, word: Place, *words: str, before: bool = False) -> Edit | None:
        """The edit that puts words behind a word of a command, or before it, as its form has them; None where that
        cannot be."""
        from torchlint.model.adding import added

        return added(word, words, before=before)

    def of_python(self, install: Install, minor: int) -> Edit | None:
        """The edit after which the official image of Python whose own Python an install is for is the same one with
        that minor version; None where there is none, or another Python is used."""
        if self.build is None:
            return None
        base, environment = self.build.stages[install.stage].base, install.environment
        if base.kind != "python" or environment is None or environment.at != base.at:
            return None
        _, *variant = ((base.reference.tag if base.reference is not None else None) or "").split("-")
        tag = "-".join((f"3.{minor}", *variant))
        return base.retagged(tag) if self.world.python_tag_exists(tag) else None

    def behind(self, command: Command, words: str) -> Edit | None:
        """The edit that puts these words behind a command of a RUN; None where no list of commands goes on there."""
        if self.build is None:
            return None
        from torchlint.model.appending import behind

        step = self.build.stages[command.stage].steps[command.step]
        return behind(step, command, words, self.build.dockerfile.escape)

    def shared_lists(self, stage: Stage) -> tuple[Shared, ...]:
        """The RUNs of a stage that bring apt's package lists, each with the later ones that need these."""
        from torchlint.model.shared_lists import shared_lists

        return tuple(shared_lists(stage))

    def own_lists(self, stage: Stage) -> tuple[Edit, ...] | None:
        """The edits after which every RUN of a stage brings the package lists that it needs, if there are any."""
        from torchlint.model.shared_lists import own_lists

        assert self.build is not None, "only a Dockerfile has stages"
        return own_lists(self.build, stage)

    def option_line(self, source: Source, option: str) -> Edit:
        """The edit that gives a requirements file an option of its own line, above the first requirement."""
        from torchlint.model.option_line import option_line

        return option_line(source, option)

    def split(self, stage: Stage) -> tuple[Edit, ...] | str:
        """The edits that make a builder and a lean stage of a stage, as the same Python, packages and start are
        predicted of the result; or why there are none, as a clause."""
        from torchlint.model.splitting import split

        assert self.build is not None, "only a Dockerfile has stages"
        return split(self.build, stage, self.project, self.world)

    def brought(self, entry: Entry, origin: Stage) -> tuple[Edit, ...] | None:
        """The edits after which the entry surely finds the packages that another stage installs, if there are any."""
        from torchlint.model.bringing import brought

        assert self.build is not None, "only a Dockerfile has stages"
        return brought(self.build, entry, origin, self.project, self.world)

    def made_here(self, step: Step, prefix: str) -> tuple[Edit, ...] | None:
        """The edits after which a stage installs into its own environment at `prefix` what a builder puts into the one
        that `step` copies over it; None if there surely are none."""
        from torchlint.model.made_here import made_here

        assert self.build is not None, "only a Dockerfile has steps"
        return made_here(self.build, step, prefix, self.project, self.world)

    def written(self, entry: Entry) -> tuple[str, ...] | None:
        """The folders that the Dockerfile makes or names for what the program writes, as a shell in its folder calls
        them; None where one cannot be known."""
        from torchlint.model.as_root import written

        return None if self.build is None else written(entry, self.build)

    def apart(self, install: Install) -> tuple[Edit, ...] | None:
        """The edits after which it installs into a virtual environment and not into the distribution's Python; None
        where something may need what that one has."""
        from torchlint.model.apart import apart

        assert self.build is not None, "only a Dockerfile has installs"
        return apart(self.build, install, self.project, self.world)
