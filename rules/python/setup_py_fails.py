from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Install, Outcome, Problem, Related, Severity, rule

KNOWN = (
    "absl-py==",
    "amqp==",
    "anyjson",
    "audioread==",
    "bokeh==",
    "boto==",
    "celery==",
    "chumpy",
    "crepe==",
    "demjson",
    "docutils==",
    "dominate==",
    "feedparser==",
    "flask==",
    "gunicorn==",
    "gym==",
    "jinja2==",
    "kombu==",
    "librosa==",
    "lightfm",
    "madmom",
    "markdown==",
    "mlflow==",
    "pathtools",
    "pyparsing==",
    "redis==",
    "requests==",
    "resampy==",
    "simplejson==",
    "sphinx==",
    "toolz==",
    "wai-pycocotools==",
    "wandb==",
)
"""What World knows of this kind."""


@rule(Install, Severity.ERROR, Outcome.BUILD, when=KNOWN)
def check(install: Install, on: Context) -> Iterator[Problem]:
    python, environment = install.python, install.environment
    if python is None or environment is None or not on.builds(install):
        return
    seen = set()
    for one in install.requested:
        requirement = one.requirement
        name = requirement.name
        if one.constraint or name in seen or requirement.kind != "named" or not install.applies(one):
            continue
        seen.add(name)
        pin = install.pin(name)
        if pin is None and requirement.specifier:
            continue
        broken = on.world.broken_setup(name, pin.version if pin is not None else None, python)
        if broken is None or install.has(name) is not False or (broken.through and "--no-deps" in install.options):
            continue
        if broken.kind != "python" and (on.isolated(install) is not True or on.held(install)):
            continue
        shown = f"{name} {pin.version}" if pin is not None else name
        taken = f" needs {broken.through}, which" if broken.through else ""
        ways = [f"take {name} {broken.after} or newer" if broken.after else "", _way(broken.kind, broken.limit, python)]
        yield Problem(
            one.at,
            f"{shown}{taken} is built from source, and {broken.why}: the build stops",
            ", or ".join(way for way in ways if way) or f"do without {name}, of which no release can be built",
            related=(Related(environment.at or on.stage_of(install).base.at, f"Python {python} comes from here"),),
        )


def _way(kind: str, limit: str, python: str) -> str:
    if kind == "never" or limit.startswith("2."):
        return ""
    if kind == "python":
        return f"begin from Python {limit} or older"
    if kind == "alone":
        return f"install setuptools, wheel and {limit} before and give it --no-build-isolation"
    # What setuptools was before that cannot run on Python 3.12.
    older = "begin from Python 3.11 and " if int(limit) < 66 and int(python.partition(".")[2]) > 11 else ""
    return f"{older}hold setuptools below {limit} with a build constraint"
