"""Which program a built image really starts, and which Python that program runs on."""

from __future__ import annotations

import posixpath

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.command import Command
    from torchlint.verify.port import Engine, Image

DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_HEAD = 4096


class Program(NamedTuple):
    """`path`: where it was found; None if it is in none of the places. `python`: the interpreter it is or is run by;
    None if that is no Python or cannot be told."""

    word: str
    path: str | None
    python: str | None


def program(engine: Engine, image: str, run: str, about: Image) -> Program | None:
    """The first word that the container executes; None if it has none."""
    words = (*about.entrypoint, *about.cmd)
    if not words:
        return None
    found = engine.fetch(image, run, _places(words[0], about), _HEAD)
    if found is None:
        return Program(words[0], None, None)
    path, head = found
    if posixpath.basename(path).startswith("python"):
        return Program(words[0], path, path)
    return Program(words[0], path, _interpreter(head))


def python_on_path(engine: Engine, image: str, run: str, about: Image) -> str | None:
    """The first `python3` or `python` that PATH finds."""
    places = tuple(place for name in ("python3", "python") for place in _places(name, about))
    found = engine.fetch(image, run, places, 1)
    return None if found is None else found[0]


def python_of(engine: Engine, image: str, run: str, about: Image, command: Command) -> str | None:
    """The Python that a command of a shell is, found where that shell looks by then; None if it is none or unknown."""
    word, path = command.words[0].value or "", command.env.get("PATH", "")
    if not posixpath.basename(word).startswith("python") or path is None or command.cwd is None:
        return None
    found = engine.fetch(image, run, _places(word, about, command.cwd, path), 1)
    return None if found is None else found[0]


def _places(word: str, about: Image, folder: str = "", path: str = "") -> tuple[str, ...]:
    """Where a word is looked for from a working directory and with a PATH; "": those of the image."""
    folder = folder or about.workdir or "/"
    if "/" in word:
        return (posixpath.normpath(posixpath.join(folder, word)),)
    path = path or dict(about.environment).get("PATH") or DEFAULT_PATH
    return tuple(posixpath.normpath(posixpath.join(folder, one, word)) for one in path.split(":"))


def _interpreter(head: bytes) -> str | None:
    """The Python of a console script: `#!/venv/bin/python`, or behind the `exec` of a long path's two-line form."""
    if not head.startswith(b"#!"):
        return None
    lines = head.decode("utf-8", "replace").splitlines()
    words = lines[0][2:].split()
    if words and posixpath.basename(words[0]) == "sh" and len(lines) > 1 and "exec" in lines[1]:
        words = lines[1].replace("'''", "").replace('"', " ").replace("'", " ").split()[1:]
    if words and posixpath.basename(words[0]) == "env":
        words = words[1:]
    return words[0] if words and posixpath.basename(words[0]).startswith("python") else None
