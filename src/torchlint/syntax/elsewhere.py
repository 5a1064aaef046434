"""Requirements that lie elsewhere than in an index: at a URL, in a repository, in a folder."""

from __future__ import annotations

import re

from torchlint.syntax.link import file_name, match_scheme, path_end, path_like, vcs_ref
from torchlint.syntax.requirement import BLANKS, HEAD, Requirement, extras_of, marker_behind
from torchlint.syntax.wheelname import normalize, wheel_name
from torchlint.text import Span

# `name @` in front of what is no URL: pip does not fall back to a path then.
_DIRECT = r"(?a)[A-Za-z0-9][\w.-]*[ \t]*(?:\[[^\[\]/]*\][ \t]*)?@"


def direct(
    text: str,
    offset: int,
    position: int,
    name: str,
    name_span: Span,
    extras: tuple[str, ...],
    extras_span: Span | None,
) -> Requirement | None:
    """`name @ url; marker`, with `position` behind the `@`. pip cuts at the first semicolon, also without a blank."""
    cut = text.find(";", position)
    stop = len(text) if cut < 0 else cut
    url = text[position:stop].strip(BLANKS)
    if not url or " " in url or "\t" in url:
        return None
    marker = marker_span = None
    if cut >= 0:
        marker, marker_span = marker_behind(text, cut + 1, offset)
        if marker is None and marker_span is not None:
            return None
    start = offset + text.index(url, position)
    scheme = match_scheme(url)
    vcs = scheme is not None and scheme[2] is not None
    return Requirement(
        Span(offset, offset + len(text)),
        name,
        name_span,
        "vcs" if vcs else "url",
        extras,
        marker=marker,
        marker_span=marker_span,
        url=url,
        url_span=Span(start, start + len(url)),
        ref=vcs_ref(url) if vcs else None,
        wheel=None if vcs else wheel_name(file_name(url)),
        extras_span=extras_span,
    )


def elsewhere(text: str, offset: int, editable: bool) -> Requirement | None:
    """`text` as a URL, a VCS URL or a path, with extras behind it."""
    scheme = match_scheme(text)
    # pip takes `git://…` for a VCS URL only behind -e.
    vcs = scheme is not None and (scheme[2] is not None or (scheme[1] is not None and editable))
    is_url = vcs or (scheme is not None and scheme[3] is not None)
    if scheme is not None and not is_url:
        return None
    target = text
    marker = marker_span = None
    cut = -1 if editable else text.find("; " if is_url else ";")
    if cut >= 0:
        target = text[:cut].rstrip(BLANKS)
        marker, marker_span = marker_behind(text, cut + 1, offset)
        if marker is None and marker_span is not None:
            return None
    extras: tuple[str, ...] = ()
    extras_span = None
    bracket = target.rfind("[") if target.endswith("]") and not is_url else -1
    if bracket > 0:
        found = extras_of(target[bracket + 1 : -1])
        if found is None:
            return None
        extras = found
        extras_span = Span(offset + bracket, offset + len(target))
        target = target[:bracket]
    if not target or not (is_url or editable or (path_like(target) and not re.match(_DIRECT, target))):
        return None
    url_span = Span(offset, offset + len(target))
    name, name_span = "", url_span
    wheel = None
    egg = target.find("egg=", target.find("#") + 1) if "#" in target else -1
    if egg >= 0:
        head = re.compile(HEAD).match(target, egg + 4)
        if head is not None:
            name, name_span = normalize(head[1]), Span(offset + head.start(1), offset + head.end(1))
            if head[2] is not None:
                extras = extras_of(head[2]) or ()
    elif not vcs:
        filename = file_name(target)
        wheel = wheel_name(filename)
        if wheel is not None:
            name = wheel.name
            start = offset + target.rfind("/", 0, path_end(target)) + 1
            name_span = Span(start, start + filename.index("-"))
    return Requirement(
        Span(offset, offset + len(text)),
        name,
        name_span,
        "vcs" if vcs else "url" if is_url else "path",
        extras,
        marker=marker,
        marker_span=marker_span,
        url=target,
        url_span=url_span,
        ref=vcs_ref(target) if vcs else None,
        wheel=wheel,
        editable=editable,
        extras_span=extras_span,
    )
