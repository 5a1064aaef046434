from __future__ import annotations

from collections.abc import Iterator

from torchlint import Build, Context, Outcome, Problem, Severity, Stage, rule


@rule(Build, Severity.ERROR, Outcome.RUN, when=("target",))
def check(build: Build, on: Context) -> Iterator[Problem]:
    gpus = on.target.capabilities(on.world)
    for index in sorted(build.shipped):
        machine = build.machine(index)
        if gpus and machine is not None:
            yield from _of_stage(build.stages[index], on, gpus, machine)


def _of_stage(stage: Stage, on: Context, gpus: dict[str, str], machine: str) -> Iterator[Problem]:
    for torch in on.torch_held(stage).values():
        version = (torch.version or "").partition("+")[0]
        if not torch.exact or torch.source not in ("pip", "uv", "lock") or not (torch.cuda or "?")[0].isdigit():
            continue
        codes = on.world.arch_list(version, "cu" + (torch.cuda or "").replace(".", ""), machine)
        for name, capability in gpus.items() if codes is not None else ():
            if codes is not None and not on.target.runs(codes, capability):
                yield Problem(
                    stage.base.at if torch.at is None else torch.at,
                    f"torch {version} for CUDA {torch.cuda} has no code for {name} (compute capability {capability}): "
                    "the first kernel fails",
                    "take a build that has it: one for CUDA 12.8 or later for new cards, one for CUDA 12.6 for cards "
                    "before 7.5",
                )
