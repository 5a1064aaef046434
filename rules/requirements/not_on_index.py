from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Safety, Severity, Span, rule

KEPT = ("--no-cache-dir", "--no-cache", "--upgrade", "-U", "-q", "--quiet", "--system", "--no-input", "--user")

SHOWN = 4


@rule(Install, Severity.ERROR, Outcome.BUILD, when=("pytorch-index",))
def check(install: Install, on: Context) -> Iterator[Problem]:
    shelf = install.shelf
    if shelf is None or shelf.public or not install.stops_build or install.indexes is None:
        return
    missing = [
        one
        for one in install.requested
        if one.requirement.kind == "named"
        and not one.constraint
        and install.applies(one)
        and on.world.pytorch_index_lacks(one.requirement.name)
        and not install.has(one.requirement.name)
    ]
    index = next((one for one in install.indexes if one.kind == "index"), None)
    if not missing or index is None:
        return
    names = list(dict.fromkeys(one.requirement.name for one in missing))
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    sure = any(install.has(name) is False for name in names)
    yield Problem(
        missing[0].at,
        f"{', '.join(names[:SHOWN])}{more} not on the PyTorch index, and it is the only one {install.tool} asks here: "
        "the install stops",
        "install torch by a command of its own with that index, and the rest by another without it",
        _fix(install, index.at, [one.at for one in missing], Safety.SAFE if sure else Safety.UNSAFE, on),
        related=(Related(index.at, "this index holds for every package of the install"),) if index.at else (),
        severity=None if sure else Severity.WARNING,
    )


def _fix(install: Install, index: Place | None, missing: list[Place], safety: Safety, on: Context) -> Fix | None:
    """What the index lacks in a command of its own; in a file, the index beside the public one."""
    if index is None:
        return None
    source, (start, _) = index
    if source is not install.at.source:
        pin = install.pin("torch")
        own = source.text.startswith(("--index-url", "-i "), start)
        if not own or pin is None or install.tool != "pip":
            return None
        old = "--index-url" if source.text.startswith("--index-url", start) else "-i"
        # With an exact version pip prefers the build that has a label.
        return Fix(
            "ask this index beside the public one",
            (Edit(source, Span(start, start + len(old)), "--extra-index-url"),),
            safety,
        )
    words, command = [word.written for word in install.command.words], install.command
    lacking = [word for word in command.arguments if any(word.at.span.contains(one.span) for one in missing)]
    verb = words.index("install") + 1 if "install" in words else 0
    own = all(one.source is source and command.at.span.contains(one.span) for one in missing)
    if (
        not verb
        or not own
        or len(lacking) != len(missing)
        or len(missing) == len(install.requested)
        or command.redirects
    ):
        return None
    if any(
        word.startswith("-") and word not in KEPT for word in words[verb:] if not word.startswith(("--index-url", "-i"))
    ):
        return None
    gone = [on.without(word.at) for word in lacking]
    flags = [word for word in words[verb:] if word in KEPT]
    second = " ".join([*words[:verb], *flags, *(word.written for word in lacking)])
    end = command.at.span.end
    edits = [edit for edit in gone if edit is not None]
    # The last word and what is put behind it are one edit.
    last = next((edit for edit in edits if edit.span.end == end), None)
    if len(edits) != len(gone) or source.text[end : end + 1] == '"':
        return None
    if last is not None:
        edits.remove(last)
    edits.append(Edit(source, Span(end if last is None else last.span.start, end), f" && {second}"))
    return Fix("install the rest by a command of its own", tuple(edits), safety)
