"""ShellCheck's codes, which are the names of rules here. There is no list of them: each has a page of its own."""

from __future__ import annotations

import re

from torchlint.catalog import Entry

FAMILY = "shell"
"""The family of all of them."""

SEVERITIES = {"error": "error", "warning": "warning", "info": "info", "style": "info"}
"""ShellCheck's levels in our words."""


def is_code(name: str) -> bool:
    """Whether a name is one of a code, such as SC2086; nobody knows here whether ShellCheck has that one."""
    return re.fullmatch(r"SC[0-9]{4}", name) is not None


def is_name(name: str) -> bool:
    """Whether a name means one of ShellCheck's codes, or all of them."""
    return name == FAMILY or is_code(name)


def url(code: str) -> str:
    """Where ShellCheck explains a code."""
    return f"https://www.shellcheck.net/wiki/{code}"


def entry(code: str, level: str = "warning") -> Entry:
    """The rule of a code. ShellCheck gives each a level; without a finding at hand nobody knows which."""
    return Entry(
        name=code,
        family=FAMILY,
        module="",
        subject="",
        when=(),
        mentions=(),
        severity=SEVERITIES.get(level, "warning"),
        outcome="risk",
        confidence="high" if level == "error" else "medium",
        by_date=False,
        strict=False,
        title="what ShellCheck finds wrong with a shell command",
        fixable=False,
        same_as=(code,),
        formerly=(),
    )


def page(code: str) -> str:
    """What there is to say of a code without its own page, in the form of a rule's page."""
    return f"""\
# {code}: {entry(code).title}

ShellCheck reads the shell commands of RUN, and those of CMD, ENTRYPOINT and HEALTHCHECK that are not in exec form.
It is asked with `--shell` or `shell = true`, and comes with `pip install "torchlint[shell]"`.
What {code} means, with examples and exceptions, is on its own page: {url(code)}

`# torchlint: ignore[{code}] reason` above an instruction silences it there, and so does `# hadolint ignore={code}`;
`ignore[{FAMILY}]` silences all that ShellCheck says there.
"""
