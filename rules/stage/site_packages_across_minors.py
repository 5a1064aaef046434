from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Related, Severity, Step, rule

COMPILED = frozenset({"numpy", "pandas", "pillow", "scikit-learn", "scipy"})


@rule(
    Step,
    Severity.ERROR,
    Outcome.IMPORT,
    when=("COPY --from & copies site-packages", "COPY --from & copies dist-packages"),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied, build = step.copied, on.build
    if copied is None or copied.origin is None or copied.target is None or build is None:
        return
    stage, target = on.stage_of(step), step.before.absolute(copied.target)
    if target is None or not build.in_shipped(step.stage) or len(copied.sources) != 1:
        return
    source = copied.sources[0]
    path = "/" + (source.name or "").strip("/")
    maker = next((one for one in copied.origin.environments.values() if one.site_packages == path), None)
    if maker is None or maker.python.value is None or not maker.packages:
        return
    made = maker.python.value
    there = [one for one in stage.final.environments.values() if one.kind not in ("venv", "user")]
    pythons = {one.python.value for one in there}
    if not there or None in pythons or made in pythons or stage.final.variable("PYTHONPATH") is not None:
        return
    # The folder of another version is one that no Python here looks into; its own holds modules that cannot be loaded.
    own = next((one for one in there if one.site_packages == target), None)
    compiled = [name for name in maker.packages if name in COMPILED or on.world.is_torch_family(name)]
    if not compiled if own is not None else f"/python{made}/" not in f"{target}/":
        return
    python = ", ".join(sorted(version for version in pythons if version))
    fate = "looks into no folder of that version" if own is None else f"cannot load {compiled[0]}, which is compiled"
    yield Problem(
        source.at,
        f"these packages are for Python {made}, and the Python {python} of this stage {fate}",
        f"begin both stages from images with the same Python: {made} or {python}",
        related=(Related(stage.base.at, f"brings Python {python}"),),
    )
