"""How a stage starts TorchServe, and what it is told: options, the properties file, the release."""

from __future__ import annotations

from torchlint.model.reading import Reading
from torchlint.record import NamedTuple
from torchlint.syntax import properties

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.build import Stage
    from torchlint.model.command import Argument
    from torchlint.model.environment import Distribution
    from torchlint.model.snapshot import Launch, Snapshot
    from torchlint.syntax.properties import Properties

SCRIPT = "dockerd-entrypoint.sh"
"""The entrypoint of TorchServe's own image: it evaluates the words that it gets, and then goes on for ever."""

OWN_CONFIG = "/home/model-server/config.properties"
"""What TorchServe's own image starts with when it gets the word `serve`."""


class TorchServe(NamedTuple):
    """One start of the server.

    `words`: `torchserve` and its options, or `serve` alone where the image's script makes the rest. `alone`: nothing
    else keeps the container alive. `config`: the properties file, None when it is unknown or not there to read.
    `version`: the release as numbers, None when unknown.
    """

    words: tuple[Argument, ...]
    alone: bool
    config: Properties | None
    version: tuple[int, ...] | None
    state: Snapshot

    def option(self, name: str) -> Argument | None:
        """The value of an option; None when it is not given or not known."""
        for number, word in enumerate(self.words):
            if word.value == name and number + 1 < len(self.words):
                return self.words[number + 1]
            if word.value is not None and word.value.startswith(f"{name}="):
                return word._replace(value=word.value[len(name) + 1 :])
        return None

    def has(self, *names: str) -> bool | None:
        """Whether one of these options is given; None when a word is not known."""
        if any(word.value in names for word in self.words):
            return True
        return None if any(word.value is None for word in self.words) else False

    @property
    def store(self) -> str | None:
        """The folder of archives, as its option says or else the properties file; None when unknown."""
        told = self.option("--model-store")
        if told is not None:
            return told.value
        return self.config.get("model_store") if self.config is not None else None

    @property
    def asks_for_tokens(self) -> bool | None:
        """Whether a request needs a token: from 0.11.1 on unless that is turned off. None when unknown."""
        own = self.words[0].value == "serve"
        if own or self.has("--disable-token-auth", "--dt") or self._says("disable_token_authorization"):
            # The image's own start turns them off where there are any.
            return False
        if self.version is None or self.has("--disable-token-auth") is None or self.config is None:
            return None
        return self.version >= (0, 11, 1)

    @property
    def loads_on_request(self) -> bool | None:
        """Whether models can be registered over the management API: before 0.11.1 always, then if that is enabled."""
        if self.has("--enable-model-api") or self._says("enable_model_api"):
            return True
        if self.version is None or self.has("--enable-model-api") is None:
            return None
        return self.version < (0, 11, 1)

    def _says(self, key: str) -> bool:
        value = None if self.config is None else self.config.get(key)
        return value is not None and value.lower() == "true"


def torchserve(stage: Stage) -> TorchServe | None:
    """How a container of the stage starts TorchServe; None when it does not, or nobody knows."""
    state, entry = stage.final, stage.entry
    if entry is not None:
        found = [command for command in entry.commands if command.name == "torchserve"]
        if len(found) != 1:
            return None
        return _told(found[0].words, found[0] is entry.main, found[0].cwd, state)
    words = [*_words(state.entrypoint), *_words(state.cmd)]
    if not words or not (words[0].value or "").endswith(f"/{SCRIPT}"):
        return None
    rest = tuple(words[1:])
    if rest and rest[0].value in ("serve", "torchserve"):
        return _told(rest, False, state.workdir.value, state)
    return None


def properties_at(stage: Stage, path: str) -> Properties | None:
    """A properties file that lies in the stage in the end; None when it does not, or its text is unknown."""
    return _read(stage.final, stage.final.absolute(path))


def _read(state: Snapshot, where: str | None) -> Properties | None:
    source = None if where is None else Reading.text(state.find(where))
    return None if source is None else properties.parse(source)


def _words(launch: Launch | None) -> tuple[Argument, ...]:
    return () if launch is None or launch.words is None else launch.words


def _told(words: tuple[Argument, ...], alone: bool, cwd: str | None, state: Snapshot) -> TorchServe:
    start = TorchServe(words, alone, None, _version(state), state)
    variable = state.variable("TS_CONFIG_FILE")
    option = start.option("--ts-config")
    if variable is not None:
        path = variable.value
    elif option is not None:
        path = option.value
    else:
        path = OWN_CONFIG if words[0].value == "serve" else "config.properties"
    return start._replace(config=_read(state, None if path is None else state.absolute(path, cwd)))


def _version(state: Snapshot) -> tuple[int, ...] | None:
    """From the image's tag, or from the one environment that has it."""
    reference = state.base.reference
    installed = [one.packages["torchserve"] for one in state.environments.values() if "torchserve" in one.packages]
    if len(installed) == 1:
        return _numbers(installed[0])
    if reference is None or reference.repository.rpartition("/")[2] != "torchserve" or installed:
        return None
    return _parts((reference.tag or "").split("-", 1)[0])


def _numbers(one: Distribution) -> tuple[int, ...] | None:
    return None if one.version is None else _parts(one.version)


def _parts(version: str) -> tuple[int, ...] | None:
    parts = version.split(".")
    return tuple(map(int, parts)) if len(parts) == 3 and all(part.isdecimal() for part in parts) else None
