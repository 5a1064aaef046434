"""What a project's own scripts make before they build an image, the folder that they build it with, and what they lay
over a container's folders."""

from __future__ import annotations

import os
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from torchlint.project.files import Files
    from torchlint.text import Source

_SCRIPTS = (".sh", ".bash", "makefile", "justfile")
_WORKFLOWS = (".yml", ".yaml")
_MOST_SCRIPTS = 16
_LONGEST = 64 * 1024
_BUILDERS = ("docker", "podman", "buildah", "nerdctl")
_MAKERS = (
    r"(?a)(?<![\w./-])(?:cp|mv|mkdir|ln|rsync|scp|wget|curl|tar|unzip|touch|tee|install|git (?:clone|submodule|archive)"
    r"|uv (?:lock|export)|(?:poetry|pipenv|pdm) (?:lock|export)|pip freeze|pip-compile|gsutil|aws s3)(?![\w.-])|>"
)

_BRINGING = (
    r"(?ai)(?<![\w./-])(?:download|place|put|copy|move|obtain|save|store|unzip|extract|export|generate|train|request"
    r"|licen[cs]e|provide|supply)(?:s|d|ed|ing)?(?!\w)"
)
"""Words with which a text asks its readers to bring something."""

_BUILD = r"(?<![\w./-])(?:docker|podman|nerdctl)[ \t]+(?:(?:buildx|image)[ \t]+)?build[ \t]([^\n;&|]*)"
_VOLUME = (
    r"(?:-v|--volume)(?:[ \t]+|=)[\"']?[^\s:\"']+:(/[^\s:\"']*)"
    r"|--mount[ \t=][^\n]*?\b(?:target|destination|dst)=(/[^\s,\"']*)"
)
_VALUED = frozenset(
    "-f --file -t --tag -o --output -m --memory --add-host --build-arg --build-context --builder --cache-from "
    "--cache-to --label --network --platform --progress --secret --shm-size --ssh --target --ulimit --iidfile "
    "--metadata-file".split()
)
"""Options of `docker build` that take the next word."""


def maker(name: str, folders: Iterable[str], files: Files) -> Source | None:
    """The first script in these folders that makes or fetches a file or folder of that name and builds images."""
    named = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)", re.ASCII)
    makes = re.compile(_MAKERS)
    for source in _scripts(folders, files):
        if any(builder in source.text for builder in _BUILDERS):
            lines = (line for line in source.text.split("\n") if not line.lstrip(" \t").startswith("#"))
            if any(named.search(line) and makes.search(line) for line in lines):
                return source
    return None


def bringer(name: str, folders: Iterable[str], files: Files) -> Source | None:
    """The first README in these folders that asks to bring a file or folder of that name, in a sentence about it."""
    from torchlint.project.files import Failure

    named = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)", re.ASCII)
    brings = re.compile(_BRINGING)
    for folder in dict.fromkeys(folders):
        try:
            names = sorted(one for one in os.listdir(folder) if one.lower().startswith("readme"))
        except OSError:
            continue
        for one in names:
            source = files.source(os.path.join(folder, one), _LONGEST)
            if isinstance(source, Failure):
                continue
            # What a README shows of the Dockerfile itself asks for nothing.
            lines = [line for line in source.text.split("\n") if not line.lstrip(" \t").startswith(("COPY ", "ADD "))]
            if any(named.search(line) and brings.search(line) for line in lines):
                return source
    return None


def builder(dockerfile: str, context: str, folders: Iterable[str], files: Files) -> Source | None:
    """The first script in these folders that builds this Dockerfile, named with -f, with another folder than `context`
    and those above the Dockerfile, or with one that only a variable names."""
    build = re.compile(_BUILD, re.ASCII)
    for source in _scripts(folders, files):
        for match in build.finditer(source.text.replace("\\\n", "  ")):
            file, folder = _named(match[1])
            if file.rpartition("/")[2] != os.path.basename(dockerfile) or not folder:
                continue
            # Where the command runs follows from how it names the Dockerfile.
            start = dockerfile.removesuffix(os.path.normpath(file)) if dockerfile.endswith(f"/{file}") else ""
            places = [os.path.normpath(os.path.join(place, folder)) for place in ([start] if start else folders)]
            seen = any(place == context or dockerfile.startswith(place.rstrip(os.sep) + os.sep) for place in places)
            if "$" in folder or (not seen and any(map(os.path.isdir, places))):
                return source
    return None


def mounter(path: str, folders: Iterable[str], files: Files) -> Source | None:
    """The first script in these folders that runs containers with a folder of the machine at `path` or above it."""
    laid = re.compile(_VOLUME, re.ASCII)
    for source in _scripts(folders, files):
        for match in laid.finditer(source.text.replace("\\\n", "  ")):
            target = (match[1] or match[2]).rstrip("/")
            if target and (path == target or path.startswith(f"{target}/")):
                return source
    return None


def _named(words: str) -> tuple[str, str]:
    """The Dockerfile and the folder in the words behind `docker build`; "" where they name none."""
    file, folder, option = "", "", ""
    for word in filter(None, (word.strip("\"'\t\r") for word in words.split(" "))):
        if option:
            file, option = word if option in ("-f", "--file") else file, ""
        elif word.startswith("-"):
            name, sign, value = word.partition("=")
            file = value if name == "--file" else file
            option = name if not sign and name in _VALUED else ""
        else:
            folder = word
    return file, folder


def _scripts(folders: Iterable[str], files: Files) -> Iterable[Source]:
    from torchlint.project.files import Failure

    for folder in dict.fromkeys(folders):
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue
        endings = _WORKFLOWS if os.path.basename(folder) == "workflows" else _SCRIPTS
        scripts = [name for name in names if name.lower().endswith(endings)]
        for name in scripts[:_MOST_SCRIPTS]:
            source = files.source(os.path.join(folder, name), _LONGEST)
            if not isinstance(source, Failure):
                yield source
