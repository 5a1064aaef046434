"""The arguments of each instruction, split as BuildKit splits them."""

from __future__ import annotations

import re

from torchlint.syntax.blanks import skipped
from torchlint.syntax.dockerfile.reading import FIELD
from torchlint.syntax.dockerfile.remarks import note_remark, note_remark_in, refuse_remark
from torchlint.syntax.dockerfile.shapes import (
    Arg,
    ArgItem,
    Copy,
    Exec,
    From,
    Healthcheck,
    Many,
    Pair,
    Pairs,
    Single,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from torchlint.syntax.dockerfile.reading import Reading
    from torchlint.syntax.dockerfile.shapes import Value, Word

# Kept as texts, which `re` compiles and remembers: many files need neither.
_TYPE = r"[^\t-\r \x85\xa0]+"
_STAGE_NAME = r"[a-z][a-z0-9_.-]*\Z"


def read_from(reading: Reading) -> From | None:
    words = reading.fields()
    if len(words) not in (1, 3) or (len(words) == 3 and words[1].text not in ("AS", "as", "As", "aS")):
        remark = next((word.span for word in words[1:] if word.text.startswith("#")), None)
        if remark:
            refuse_remark(reading, remark)
        elif words:
            reading.refuse("from-arguments", "FROM takes an image, or an image, AS and a name", reading.rest.whole)
        else:
            reading.refuse("missing-arguments", "FROM needs an image")
        return None
    alias = words[2] if len(words) == 3 else None
    if alias and not (alias.text.isascii() and re.match(_STAGE_NAME, alias.text.lower())):
        message = "a stage name starts with a letter and holds letters, digits, - _ and . only"
        reading.refuse("stage-name", message, alias.span)
        return None
    platform = next((flag for flag in reading.flags if flag.name == "platform"), None)
    return From(words[0], platform, alias)


def read_copy(reading: Reading) -> Copy | None:
    if not reading.read_array():
        return None
    words = reading.fields() if reading.array is None else list(reading.array)
    if len(words) < 2:
        if words:
            message = f"{reading.keyword} needs a source and a destination"
            reading.refuse("missing-destination", message, reading.rest.whole)
        else:
            reading.refuse("missing-arguments", f"{reading.keyword} needs a source and a destination")
        return None
    if reading.array is None and "#" in reading.rest.text:
        note_remark(reading, [word.span for word in words], 2)
    target = words[-1]
    if "<<" in target.text and _is_marker(target):
        reading.refuse("heredoc-destination", f"{reading.keyword} cannot write to a heredoc", target.span)
        return None
    return Copy(tuple(words[:-1]), target, reading.keyword == "ADD")


def _is_marker(word: Word) -> bool:
    from torchlint.syntax.dockerfile.heredocs import read_marker

    return read_marker(word.text, word.span) is not None


def read_pairs(reading: Reading) -> Pairs | None:
    words = reading.words()
    if not words:
        reading.refuse("missing-arguments", f"{reading.keyword} needs a name and a value")
        return None
    rest = reading.rest
    if "=" not in words[0][0]:
        name = FIELD.match(rest.text)
        value = FIELD.search(rest.text, name.end()) if name else None
        if name is None or value is None:
            reading.refuse("missing-value", f"{reading.keyword} needs a name and a value", rest.whole)
            return None
        note_remark_in(reading, value.start())
        pair = Pair(reading.word(0, name.end()), reading.word(value.start(), len(rest.text)), rest.whole)
        return Pairs((pair,), True)
    items: list[Pair] = []
    for text, start, end in words:
        middle = text.find("=")
        if middle < 0 and items and text.startswith("#"):
            refuse_remark(reading, rest.span(start, end))
            break
        if middle < 0:
            reading.refuse("missing-value", f"{reading.keyword} needs name=value here", rest.span(start, end))
        elif middle == 0:
            reading.refuse("blank-name", f"{reading.keyword} needs a name before the =", rest.span(start, end))
        else:
            middle += start
            items.append(Pair(reading.word(start, middle), reading.word(middle + 1, end), rest.span(start, end)))
    return Pairs(tuple(items), False) if len(items) == len(words) else None


def read_arg(reading: Reading) -> Arg | None:
    items: list[ArgItem] = []
    rest = reading.rest
    words = reading.words()
    for text, start, end in words:
        name, equals, _ = text.partition("=")
        if equals and not name:
            reading.refuse("blank-name", "ARG needs a name before the =", rest.span(start, end))
            continue
        middle = start + len(name)
        default = reading.word(middle + 1, end) if equals else None
        items.append(ArgItem(name, rest.span(start, middle), default, rest.span(start, end)))
    if not words:
        reading.refuse("missing-arguments", "ARG needs a name")
    note_remark(reading, [item.span for item in items], 1)
    return Arg(tuple(items)) if items and len(items) == len(words) else None


def read_exec(reading: Reading) -> Exec | None:
    if not reading.read_array():
        return None
    return Exec(None, reading.rest) if reading.array is None else Exec(reading.array, None)


def read_shell(reading: Reading) -> Exec | None:
    if not reading.read_array():
        return None
    if reading.array:
        return Exec(reading.array, None)
    if not reading.rest.text or reading.array is not None:
        reading.refuse("missing-arguments", "SHELL needs a program")
    else:
        reading.refuse("shell-form", "SHELL takes a JSON array only", reading.rest.whole)
    return None


def read_single(reading: Reading) -> Single | None:
    if not reading.rest.text:
        reading.refuse("missing-arguments", f"{reading.keyword} needs an argument")
        return None
    if reading.keyword != "MAINTAINER":
        note_remark_in(reading, 0)
    return Single(reading.word(0, len(reading.rest.text)))


def read_expose(reading: Reading) -> Many | None:
    words = reading.fields()
    if not words:
        reading.refuse("missing-arguments", "EXPOSE needs a port")
        return None
    note_remark(reading, [word.span for word in words], 1)
    return Many(tuple(words))


def read_volume(reading: Reading) -> Many | None:
    if not reading.read_array():
        return None
    words = reading.fields() if reading.array is None else list(reading.array)
    if not words:
        reading.refuse("missing-arguments", "VOLUME needs a path")
        return None
    for word in words:
        if skipped(word.text, 0, len(word.text)) == len(word.text):
            reading.refuse("empty-volume", "VOLUME needs a path here", word.span)
            return None
    if reading.array is None:
        note_remark(reading, [word.span for word in words], 1)
    return Many(tuple(words))


def read_healthcheck(reading: Reading) -> Healthcheck | None:
    rest = reading.rest
    kind = re.match(_TYPE, rest.text)
    if kind is None:
        reading.refuse("missing-arguments", "HEALTHCHECK needs CMD or NONE")
        return None
    from torchlint.syntax.dockerfile.flags import after_blanks

    start = kind.end()
    start = after_blanks(rest.text, start, len(rest.text))
    if not reading.read_array(skipped(rest.text, start, len(rest.text))):
        return None
    name = kind[0].upper() if kind[0].isascii() else kind[0]
    given = bool(reading.array) or (reading.array is None and start < len(rest.text))
    if name not in ("NONE", "CMD"):
        reading.refuse("healthcheck-type", "HEALTHCHECK is followed by CMD or NONE", rest.span(*kind.span()))
    elif given != (name == "CMD"):
        message = "HEALTHCHECK NONE takes no arguments" if given else "HEALTHCHECK CMD needs a command"
        reading.refuse("healthcheck-arguments", message, rest.whole)
    elif not given:
        return Healthcheck(True, None)
    elif reading.array is not None:
        return Healthcheck(False, Exec(reading.array, None))
    else:
        return Healthcheck(False, Exec(None, rest.part(start, len(rest.text))))
    return None


READERS: dict[str, Callable[[Reading], Value | None]] = {
    "ADD": read_copy,
    "ARG": read_arg,
    "CMD": read_exec,
    "COPY": read_copy,
    "ENTRYPOINT": read_exec,
    "ENV": read_pairs,
    "EXPOSE": read_expose,
    "FROM": read_from,
    "HEALTHCHECK": read_healthcheck,
    "LABEL": read_pairs,
    "MAINTAINER": read_single,
    "RUN": read_exec,
    "SHELL": read_shell,
    "STOPSIGNAL": read_single,
    "USER": read_single,
    "VOLUME": read_volume,
    "WORKDIR": read_single,
}
