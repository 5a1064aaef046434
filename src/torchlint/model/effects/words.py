"""The words of an installer's command line: which are options, which are their values, and what is asked for."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from torchlint.model.command import Argument

PIP_VALUED = {
    "-r": "--requirement",
    "-c": "--constraint",
    "-e": "--editable",
    "-i": "--index-url",
    "-f": "--find-links",
    "-t": "--target",
    "-b": "--build",
    "-C": "--config-settings",
    "-d": "--dest",
    "-w": "--wheel-dir",
    "--config-setting": "--config-settings",
    "--default-timeout": "--timeout",
    "--destination-dir": "--dest",
    "--destination-directory": "--dest",
    "--local-log": "--log",
    "--log-file": "--log",
    "--pypi-url": "--index-url",
    "--source": "--src",
    "--source-dir": "--src",
    "--source-directory": "--src",
} | {
    name: name
    for name in (
        "--requirement --constraint --editable --index-url --extra-index-url --find-links --target --prefix --root "
        "--src --python --platform --python-version --implementation --abi --only-binary --no-binary --only-final "
        "--all-releases --upgrade-strategy --progress-bar --cache-dir --trusted-host --proxy --retries --timeout "
        "--exists-action --cert --client-cert --log --global-option --install-option --build-option --build "
        "--build-constraint --config-settings --report --use-feature --use-deprecated --group --root-user-action "
        "--keyring-provider --resume-retries --refresh-package --requirements-from-script --uploaded-prior-to "
        "--dest --wheel-dir"
    ).split()
}
"""pip's options that take a value, by the name rules see. Source: the parsers of pip 20 to 26."""

UV_VALUED = (
    PIP_VALUED
    | {
        "-b": "--build-constraints",
        "-m": "--marker",
        "-o": "--output-file",
        "-p": "--python",
        "-P": "--upgrade-package",
        "-w": "--with",
        "--requirements": "--requirement",
        "--constraints": "--constraint",
    }
    | {
        name: name
        for name in (
            "--torch-backend --index --default-index --index-strategy --link-mode --exclude-newer "
            "--exclude-newer-package --overrides --override --excludes --build-constraints --extra --no-extra "
            "--optional --package --directory --project --config-file --config-settings-package --resolution "
            "--prerelease --prerelease-package --prompt --no-build-isolation-package --no-build-package "
            "--no-binary-package --no-editable-package --bounds --branch --no-sources-package --upgrade-package "
            "--upgrade-group --reinstall-package --refresh-package --env-file --allow-insecure-host --output-file "
            "--output-format --with --with-editable --with-requirements --marker --no-group --only-group "
            "--no-install-package --python-platform --color --fork-strategy --rev --script --tag --install-dir "
            "--mirror --pypy-mirror --graalpy-mirror --pyodide-mirror --python-downloads-json-url --python-preference"
        ).split()
    }
)
"""uv's options that take a value. Source: the help of uv 0.13."""

SHORT = {
    "-U": "--upgrade",
    "-I": "--ignore-installed",
    "-q": "--quiet",
    "-v": "--verbose",
    "-h": "--help",
    "-V": "--version",
}
"""pip's options of one letter that take no value."""

SAME = {"--no-dependencies": "--no-deps"}
"""Second names of options without a value."""


class Words:
    """The words of an install, sorted. `known`: every word is."""

    def __init__(self, arguments: tuple[Argument, ...], valued: Mapping[str, str]) -> None:
        self.options: dict[str, Argument] = {}
        self.several: list[tuple[str, Argument]] = []
        self.plain: list[Argument] = []
        self.known = True
        following: str | None = None
        for word in arguments:
            value = word.value
            if following is not None:
                self._option(following, word)
                following = None
            elif value is None:
                self.known = False
            elif value.startswith("--") and "=" in value:
                name, _, content = value.partition("=")
                self._option(valued.get(name, name), word._replace(value=content))
            elif value in valued:
                following = valued[value]
            elif value.startswith("--"):
                self._option(SAME.get(value, value), word)
            elif value.startswith("-") and len(value) > 1:
                following = self._letters(word, value[1:], valued)
            elif value:
                self.plain.append(word)

    def _letters(self, word: Argument, letters: str, valued: Mapping[str, str]) -> str | None:
        """Options of one letter, joined as in `-qr file`; the name of the one whose value is the next word."""
        for number, letter in enumerate(letters, 1):
            name = valued.get(f"-{letter}")
            if name is None:
                self._option(SHORT.get(f"-{letter}", f"-{letter}"), word)
            elif letters[number:]:
                self._option(name, word._replace(value=letters[number:]))
                return None
            else:
                return name
        return None

    def _option(self, name: str, word: Argument) -> None:
        self.options[name] = word
        self.several.append((name, word))

    def all(self, name: str) -> list[Argument]:
        """Every use of an option that may be repeated."""
        return [word for one, word in self.several if one == name]
