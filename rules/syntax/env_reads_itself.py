from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Related, Severity, Step, rule


@rule(Step, Severity.WARNING, Outcome.RISK, when=("ENV $own",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    assert on.build is not None
    source = step.at.source
    for one in on.build.variables.stale(step):
        what = "empty" if one.unset else f"the old {one.name}"
        fix = None
        if one.gap is not None:
            fix = Fix("begin another ENV", (Edit(source, one.gap, f"{source.newline}ENV "),))
        yield Problem(
            one.at,
            f"this is {what}, not what is set beside it: an ENV reads all its values before it sets any",
            f"begin another ENV with {one.target}",
            fix,
            (Related(one.set_at, f"{one.name} is set here"),),
        )
