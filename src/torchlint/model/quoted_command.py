"""A whole command in quotes, which make one word of it for the shell."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.argument import Argument
    from torchlint.model.entry import Entry

SHELLS = frozenset({"sh", "bash", "dash", "ash", "zsh"})


def quoted_command(entry: Entry) -> Argument | None:
    """The word of a shell form that is looked up as one program although it is a command with its arguments."""
    main, shell = entry.main, (entry.argv[0].value or "").rpartition("/")[2]
    if not entry.shell_form or main is None or not main.certain or shell not in SHELLS:
        return None
    word = main.words[0]
    value, written = word.value, word.written
    if value is None or " " not in value.strip(" ") or word.at.source is not entry.at.source:
        return None
    # Part of a word may be quoted, as in "/srv/model server"/start: that is how a path is written.
    if written != f"{written[0]}{value}{written[0]}" or written[0] not in "'\"":
        return None
    first, there = value.split(" ", 1)[0], main.program()
    if there is True or (first.startswith(("/", ".")) and there is not False and not entry.state.which(first)):
        return None
    return word
