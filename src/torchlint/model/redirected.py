"""Which addresses curl asks for and gets no more of than where to look instead."""

from __future__ import annotations

from torchlint.model.files import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.argument import Argument
    from torchlint.model.command import Command

LETTERS = "AbcCDdeEFHKmoPQrtTuUwxXyYz"
"""curl's options of one letter whose value is the next word."""

VALUED = frozenset(
    f"--{name}"
    for name in (
        "cacert capath cert cert-type ciphers connect-timeout continue-at cookie cookie-jar create-file-mode curves "
        "dns-servers doh-url engine etag-compare etag-save happy-eyeballs-timeout-ms header hsts interface "
        "keepalive-time key key-type limit-rate local-port max-filesize max-redirs max-time netrc-file noproxy "
        "oauth2-bearer output output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir proxy "
        "proxy-header proxy-user proxy1.0 range rate referer retry retry-delay retry-max-time socks4 socks4a socks5 "
        "socks5-hostname speed-limit speed-time stderr tls-max tls13-ciphers trace trace-ascii unix-socket url-query "
        "user user-agent"
    ).split()
)
"""The same of its long ones. Source: curl's manual."""

FOLLOWING = ("--loc", "--follow")
"""How the long options begin that have it follow; curl takes them shortened."""

ANOTHER = "GIiwDXdFTK:zVhM"
"""Options of one letter with which it is asked for something else than the file: the headers, the status, an upload."""

OTHERS = (
    *("--include", "--show-headers", "--write-out", "--dump-header", "--request", "--data", "--json"),
    *("--form", "--upload-file", "--config", "--next", "--time-cond", "--version", "--help", "--manual"),
    *("--resolve", "--connect-to", "--get", "--aws-sigv4", "--variable"),
)
"""How the long ones of these begin, and those with which another address may be asked."""

SETTINGS = ("CURL_HOME", "XDG_CONFIG_HOME")
"""Variables that name a folder in which curl finds its settings."""


def redirected(command: Command) -> tuple[Argument, ...]:
    """The addresses of which a curl surely gets no more than a redirect."""
    addresses = [word for word in _plain(command) or () if host_of(word)] if command.name == "curl" else []
    return tuple(addresses) if addresses and not _settings(command) else ()


def host_of(word: Argument) -> str | None:
    """The host of an address that only points elsewhere; None of any other."""
    from torchlint.model.effects.downloads import address_in
    from torchlint.world.redirects import redirecting

    return redirecting(address_in(word))


def _plain(command: Command) -> tuple[Argument, ...] | None:
    """The addresses that a curl fetches as they are; None where it follows, does something else, or nobody knows."""
    found: list[Argument] = []
    words = iter(command.arguments)
    for word in words:
        text = word.value if word.value is not None else word.written.strip("\"'")
        if text[:1] != "-" or text == "-":
            if "://" in text:
                found.append(word)
            elif word.value is None:
                # It may stand for -L.
                return None
        elif text[1:2] == "-":
            if word.value is None or text == "--head" or text.startswith((*FOLLOWING, *OTHERS)):
                return None
            if text in VALUED:
                next(words, None)
        else:
            for number, letter in enumerate(text[1:], 2):
                if letter in ANOTHER or letter in "L$`":
                    return None
                if letter in LETTERS:
                    if number == len(text):
                        next(words, None)
                    break
    return tuple(found)


def _settings(command: Command) -> bool:
    """Whether curl may find settings that have it follow."""
    state = command.before
    if any(name in command.env or state.variable(name) is not None for name in SETTINGS):
        return True
    from torchlint.model.users import home_of

    told = state.variable("HOME")
    home = told.value if told is not None else home_of(state, state.user.value)
    return home is not None and isinstance(state.find(f"{home}/.curlrc"), Found)
