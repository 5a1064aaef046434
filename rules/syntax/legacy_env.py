from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Problem, Safety, Severity, Step, rule


@rule(Step, Severity.INFO, Outcome.RISK, when=("ENV",), strict=True)
def check(step: Step, on: Context) -> Iterator[Problem]:
    pair = step.without_equals
    if pair is None:
        return
    name, value = pair.name.text, pair.value.text
    fix = None
    source = step.at.source
    # Quotes and escapes mean the same in both forms only outside of further quotes.
    if (
        not any(sign in value for sign in "\"'\\\n")
        and source.text[pair.span.end - len(value) : pair.span.end] == value
    ):
        written = f'{name}="{value}"' if " " in value or "\t" in value else f"{name}={value}"
        fix = Fix("write it with an equals sign", (Edit(source, pair.span, written),), Safety.SAFE)
    yield Problem(
        step.at,
        f"ENV {name} without an equals sign is the old form, which takes the whole line for one value",
        f"write ENV {name}=...",
        fix,
    )
