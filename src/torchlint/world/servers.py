"""Programs that serve over the network: where they listen, and which options say so."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Server(NamedTuple):
    """A server as its documentation has it. `name`: the program, with its subcommand if that is what serves.

    `host`, `port`, `bind`: the options that say where (`bind` as host:port). `env`: variables that change it;
    `elsewhere`: options after which nothing is known; `files`: settings read from the working directory;
    `configured`: there may be settings elsewhere too.
    """

    name: str
    host: tuple[str, ...]
    port: tuple[str, ...]
    bind: tuple[str, ...]
    default_host: str
    default_port: int
    env: tuple[str, ...]
    elsewhere: tuple[str, ...]
    files: tuple[str, ...]
    configured: bool


def server(program: str, subcommand: str) -> Server | None:
    """The server that a program is, alone or with the subcommand behind it; None for what is not in the table."""
    from torchlint.world.tables.servers import SERVERS

    for name in (program, f"{program} {subcommand}"):
        row = SERVERS.get(name)
        if row is not None:
            host, port, bind, default_host, default_port, env, elsewhere, files, configured = row
            return Server(
                name,
                tuple(host.split()),
                tuple(port.split()),
                tuple(bind.split()),
                default_host,
                default_port,
                tuple(env.split()),
                tuple(elsewhere.split()),
                tuple(files.split()),
                configured,
            )
    return None
