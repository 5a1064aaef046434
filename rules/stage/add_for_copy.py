from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Edit, Fix, Outcome, Place, Problem, Safety, Severity, Step, rule

ARCHIVES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".gz", ".bz2", ".xz", ".zst")


@rule(Step, Severity.INFO, Outcome.RISK, when=("ADD",), strict=True)
def check(step: Step, on: Context) -> Iterator[Problem]:
    copied = step.copied
    if copied is None or on.build is None or not copied.sources or copied.remark:
        return
    context = on.build.context
    for source in copied.sources:
        name = source.name
        if name is None or source.remote or name.endswith(ARCHIVES) or "*" in name or "$" in name:
            return
        # A file without a suffix may be an archive: ADD looks into it.
        if context.kind(name) != "dir" and "." not in name.rpartition("/")[2].lstrip("."):
            return
    span = step.instruction.keyword_span
    written = step.at.source.text[span.start : span.end]
    copy = "COPY" if written.isupper() else "copy"
    fix = None
    if not step.instruction.flags:
        fix = Fix("use COPY", (Edit(step.at.source, span, copy),), Safety.SAFE)
    yield Problem(
        Place(step.at.source, span),
        "ADD unpacks archives and fetches addresses, and here is nothing of the kind: COPY says what is meant",
        "write COPY",
        fix,
    )
