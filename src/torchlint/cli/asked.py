"""What `torchlint check` can be asked, by the names of its options."""

from __future__ import annotations

from torchlint.record import NamedTuple


class Check(NamedTuple):
    """What `torchlint check` was asked for. None: not said, the configuration decides."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    profile: str | None = None
    min_severity: str = "info"
    min_confidence: str = "low"
    pack: tuple[str, ...] = ()
    fail_on: str | None = None
    exit_zero: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    diff_against: str | None = None
    add_ignore: str | None = None
    fix: bool = False
    diff: bool = False
    fix_only: bool = False
    unsafe_fixes: bool | None = None
    fixable: tuple[str, ...] | None = None
    unfixable: tuple[str, ...] | None = None
    exit_non_zero_on_fix: bool = False
    pin: bool = False
    lock: bool = False
    verify: str | None = None
    engine: str | None = None
    network: str = "default"
    pull: str = "missing"
    timeout: str = "1800"
    watch: str = "10"
    no_ignores: bool = False
    show_suppressed: bool = False
    output_format: tuple[str, ...] = ()
    output_file: str | None = None
    statistics: bool = False
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    affected: bool = False
    respect_gitignore: bool | None = None
    stdin_filename: str | None = None
    strict_inputs: bool = False
    context: str | None = None
    context_partial: bool = False
    target_stage: str | None = None
    build_arg: tuple[str, ...] = ()
    as_of: str | None = None
    shell: bool | None = None
    config: tuple[str, ...] = ()
    isolated: bool = False
