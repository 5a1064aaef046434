"""Where the server that a container starts listens: what its words, its variables and its own defaults say."""

from __future__ import annotations

from torchlint.model.files import Found
from torchlint.model.users import home_of
from torchlint.record import NamedTuple
from torchlint.world.servers import server

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Argument
    from torchlint.model.entry import Entry
    from torchlint.text import Place
    from torchlint.world.servers import Server

RUNNERS = {"uv": ("run",), "poetry": ("run",), "pdm": ("run",), "pipenv": ("run",), "hatch": ("run",), "rye": ("run",)}
"""Programs that start the program in their words, with what stands between; options in between are not followed."""


class Listening(NamedTuple):
    """Where a server listens. `program`: what serves. `host`, `port`: None when they cannot be known.

    `host_at`, `port_at`: the words that say it; None where the program's own default holds.
    `host_option`: how the address is told to the program.
    """

    program: str
    host: str | None
    port: str | None
    host_at: Place | None
    port_at: Place | None
    host_option: str


def listening(entry: Entry) -> Listening | None:
    """Where the last command listens; None when it is no server that is known."""
    main = entry.main
    if main is None or not main.certain:
        return None
    words = list(main.words)
    name = (words[0].value or "").rpartition("/")[2] if words else ""
    if name in RUNNERS and len(words) > 2 and words[1].value in RUNNERS[name]:
        words = words[2:]
        name = (words[0].value or "").rpartition("/")[2]
    if name.startswith("python") and len(words) > 2 and words[1].value == "-m":
        words = words[2:]
        name = words[0].value or ""
    operands = [word.value or "" for word in words[1:] if not (word.value or "-").startswith("-")]
    known = server(name, operands[0] if operands else "")
    return None if known is None else _Words(known, words[1:], entry).said()


class _Words:
    """The words of a server that is known."""

    def __init__(self, server: Server, words: list[Argument], entry: Entry) -> None:
        self.server = server
        self.words = words
        self.entry = entry

    def said(self) -> Listening:
        """What they say."""
        server = self.server
        bound = self._option(server.bind)
        if bound is not None:
            folder, _, number = (bound.value or "").rpartition(":")
            if bound.value is None or not number.isdigit() or "," in folder or bound.value.startswith(("unix:", "fd:")):
                return Listening(server.name, None, None, bound.at, bound.at, server.bind[-1])
            address = folder.strip("[] ") or "0.0.0.0"
            return Listening(server.name, address, number, bound.at, bound.at, server.bind[-1])
        host_word, port_word = self._option(server.host), self._option(server.port)
        settled = not self._unsettled()
        host = host_word.value if host_word is not None else server.default_host if settled else None
        port = port_word.value if port_word is not None else str(server.default_port) if settled else None
        option = (server.host or server.bind)[-1 if server.bind or server.name.startswith(("flask", "mlflow")) else 0]
        at = host_word.at if host_word is not None else None
        return Listening(server.name, host, port, at, port_word.at if port_word is not None else None, option)

    def _option(self, names: tuple[str, ...]) -> Argument | None:
        """The value of the last of these options, with its place."""
        found: Argument | None = None
        for number, word in enumerate(self.words):
            value = word.value
            if value is None:
                continue
            if value in names:
                found = self.words[number + 1] if number + 1 < len(self.words) else None
            elif value.partition("=")[0] in names and "=" in value:
                found = word._replace(value=value.partition("=")[2])
            elif value[:2] in names and value[1:2] != "-" and len(value) > 2:
                found = word._replace(value=value[2:])
        return found

    def _unsettled(self) -> bool:
        """Whether something beside these options may say where it listens."""
        server, state, main = self.server, self.entry.state, self.entry.main
        if any(word.value is None for word in self.words) or server.configured and self._configures():
            return True
        options = {(word.value or "").partition("=")[0] for word in self.words}
        if not options.isdisjoint(server.elsewhere):
            return True
        set_here = main.env if main is not None else {}
        if any(state.variable(name) is not None or set_here.get(name) for name in server.env):
            return True
        folder = main.cwd if main is not None else None
        paths = [state.absolute(name, folder) for name in server.files]
        return any(path is None or state.find(path) is not False for path in paths)

    def _configures(self) -> bool:
        """Whether a file with settings may be in the home folder or in the system's."""
        state = self.entry.state
        user = (state.user.value or "root").partition(":")[0]
        home = home_of(state, user) or f"/home/{user}"
        places = ["/etc/jupyter", "/usr/local/etc/jupyter", "/.streamlit"]
        places += [f"{folder}/{name}" for folder in (home, "/root") for name in (".jupyter", ".streamlit")]
        return any(isinstance(state.find(place), Found) for place in places) or state.base.kind in (None, "ngc", "tool")
