from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Fix, Outcome, Problem, Severity, Step, rule

COMPILING = frozenset(
    "vllm sglang triton deepspeed flashinfer-python torch-tensorrt tensorrt-llm cupy numba pycuda nvfuser lightseq "
    "torch-geometric diffusers ray jupyter jupyterlab notebook cffi unsloth xformers tensorflow jax".split()
)
"""Distributions that compile while they run, or that are installed where people work."""

SHELLS = frozenset("bash sh zsh tail sleep jupyter jupyter-lab jupyter-notebook sshd supervisord code-server".split())
LARGE = 200


@rule(
    Step,
    Severity.INFO,
    Outcome.WASTE,
    when=(
        "adds build-essential",
        "adds cargo",
        "adds clang",
        "adds g++",
        "adds gcc",
        "adds gfortran",
        "adds libtool",
        "adds libtool-bin",
        "adds r-base-dev",
        "adds rustc",
    ),
)
def check(step: Step, on: Context) -> Iterator[Problem]:
    added = [one for one in step.adds if on.world.apt_kind(one.name) in ("compiler", "headers") and one.at is not None]
    brought = {one.name: on.world.apt_brings(one.name, recommends=False) for one in added}
    compilers = [one for one in added if (known := brought[one.name]) is not None and known.compiler]
    if not compilers or _has_compiler(step) or not _serves(step, on):
        return
    at = compilers[0].at
    assert at is not None, "packages without a place were left out"
    names = ", ".join(one.name for one in added[:5]) + (f" and {len(added) - 5} more" if len(added) > 5 else "")
    megabytes = max(known.megabytes for known in brought.values() if known is not None)
    made = on.split(on.stage_of(step))
    fix = None if isinstance(made, str) else Fix("build in a stage of its own, and ship what it made", made)
    again = next((one for one in step.adds if _recommends(one.name, step, on)), None)
    also = (
        "" if again is None else f", and give apt-get --no-install-recommends: {again.name} brings a compiler as well"
    )
    why = f" (no fix is offered: {made})" if isinstance(made, str) else ""
    yield Problem(
        at,
        f"the image ships what only builds need: {names}, about {megabytes} MB",
        "install and build in a stage of its own and copy the result: COPY --from=builder /opt/venv /opt/venv"
        f"{also}{why}",
        fix,
        severity=Severity.WARNING if megabytes > LARGE else None,
        estimate_bytes=megabytes * 1_000_000,
    )


def _recommends(package: str, step: Step, on: Context) -> bool:
    """Whether a package brings a compiler only as one that it recommends, and they are wanted."""
    lean, full = on.world.apt_brings(package, recommends=False), on.world.apt_brings(package)
    if lean is None or full is None or lean.compiler or not full.compiler:
        return False
    asking = [one for one in step.commands if one.asked is not None and one.asked.verb == "install"]
    return any(package in one.values and not one.has("--no-install-recommends") for one in asking)


def _has_compiler(step: Step) -> bool:
    """Whether a compiler is there before, or may be: then the step adds little."""
    base = step.before.base
    kept = base.kind in (None, "ngc", "tool") or base.flavour == "devel"
    return kept or isinstance(step.before.find("/usr/bin/gcc"), tuple)


def _serves(step: Step, on: Context) -> bool:
    """Whether the step is part of shipped images only that start a program of their own, and nothing compiles there."""
    build = on.build
    if build is None:
        return False
    above = [build.stages[index] for index in sorted(build.shipped)]
    above = [stage for stage in above if step.stage in {one.index for one in build.lineage(stage.index)}]
    for stage in above:
        main = stage.entry.main if stage.entry is not None else None
        if main is None or main.name is None or main.name in SHELLS:
            return False
        own = {one.index for one in build.lineage(stage.index)}
        installs = [install for install in build.installs() if install.stage in own]
        if any(not install.complete for install in installs) or any(
            True for one in installs for _ in one.asks(*COMPILING)
        ):
            return False
        words = stage.entry.words() if stage.entry is not None else None
        if words is None or words & {"compile", "cpp_extension", "load_inline", "triton", "subprocess", "notebook"}:
            return False
    return bool(above)
