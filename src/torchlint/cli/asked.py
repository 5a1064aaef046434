"""What `torchlint check` and `torchlint inspect` can be asked, by the names of their options."""

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


class Inspect(NamedTuple):
    """What `torchlint inspect` was asked for. None: not said, the configuration decides."""

    path: str = "Dockerfile"
    output_format: str = "text"
    output_file: str | None = None
    color: str = "auto"
    stdin_filename: str | None = None
    context: str | None = None
    context_partial: bool = False
    target_stage: str | None = None
    build_arg: tuple[str, ...] = ()
    platform: str | None = None
    installed: bool = False
    config: tuple[str, ...] = ()
    isolated: bool = False


class Verify(NamedTuple):
    """What `torchlint verify` was asked for. None: not said, the configuration decides."""

    path: str = "Dockerfile"
    level: str = "ran"
    engine: str | None = None
    platform: str | None = None
    network: str = "default"
    pull: str = "missing"
    timeout: str = "1800"
    watch: str = "10"
    gpus: bool = False
    keep_image: bool = False
    output_format: str = "text"
    output_file: str | None = None
    color: str = "auto"
    context: str | None = None
    target_stage: str | None = None
    build_arg: tuple[str, ...] = ()
    pack: tuple[str, ...] = ()
    config: tuple[str, ...] = ()
    isolated: bool = False
