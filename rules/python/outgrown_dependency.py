from __future__ import annotations

import re
from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Safety, Severity, listed, rule


@rule(
    Install,
    Severity.WARNING,
    Outcome.IMPORT,
    when=(
        "datasets==",
        "diffusers==",
        "environs==",
        "flask==",
        "flask-babel==",
        "flask-login==",
        "flask-restx==",
        "flask-socketio==",
        "flask-sqlalchemy==",
        "gensim==",
        "gradio==",
        "h5py==",
        "imgaug==",
        "jinja2==",
        "matplotlib==",
        "onnx==",
        "opencv-contrib-python==",
        "opencv-python==",
        "opencv-python-headless==",
        "pandas==",
        "pyarrow==",
        "pytorch-lightning==",
        "scikit-image==",
        "scikit-learn==",
        "sentence-transformers==",
        "streamlit==",
        "tensorboardx==",
        "trl==",
        "wandb==",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    # What has to be built has its own rules: it may not come so far, or is built for what is there.
    built = {one.requested.requirement.name for one in on.from_source(install)}
    for one in on.broken(install):
        if one.requested.requirement.name in built:
            continue
        first, name = one.by[0], f"{one.requested.requirement.name} {one.version}"
        caps = [f"{row.dependency}<{short(row.dropped)}" for row in one.by]
        where = imported(install, first.module, one.requested.requirement.name, on)
        yield Problem(
            one.requested.at,
            f"{name} fails at its import, as nothing keeps {first.dependency} below {short(first.dropped)}: "
            f"{first.error}",
            f"install {listed(caps)} with it" + (f", or {first.package} {one.fixed} or newer" if one.fixed else ""),
            fix(install, one.requested.at, caps) if one.free else None,
            related=() if where is None else (Related(where, f"imports {first.module}"),),
            severity=None if where is None else Severity.ERROR,
        )


def imported(install: Install, module: str, package: str, on: Context) -> Place | None:
    """What a container starts with that install's Python, if it surely imports a module."""
    build, environment = on.build, install.environment
    if build is None or environment is None:
        return None
    for stage in build.stages:
        if build.stages[install.stage] not in build.lineage(stage.index):
            continue
        entry = stage.entry
        if entry is None or entry.main is None or entry.environment is None or not entry.main.certain:
            continue
        if entry.environment.prefix != environment.prefix:
            continue
        if module in (entry.imports() or ()) or package in on.world.makers_of(entry.main.name or ""):
            return entry.main.words[0].at
    return None


def fix(install: Install, at: Place, caps: list[str]) -> Fix | None:
    """The caps behind the requirement, or on lines of their own below it."""
    source, span = at
    end = source.text.find("\n", span.end)
    end = len(source.text) if end < 0 else end
    if source is install.at.source:
        text, end = (
            "".join(f' "{cap}"' for cap in caps),
            span.end + (source.text[span.end : span.end + 1] in ("'", '"')),
        )
        alone = source.text[end : end + 1] in ("", " ", "\n", "\t")
    else:
        end -= source.text[end - 1 : end] == "\r"
        text = "".join(f"{source.newline}{cap}" for cap in caps)
        alone = "\\" not in source.text[span.start : end] and source.path.endswith((".txt", ".in"))
    return (
        Fix(f"add {listed(caps)}", (Edit(source, span._replace(start=end, end=end), text),), Safety.UNSAFE)
        if alone
        else None
    )


def short(version: str) -> str:
    """A version without the zeros at its end: "3.0.0" is "3"."""
    return re.sub(r"(\.0)+$", "", version)
