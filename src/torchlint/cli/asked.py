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
    fail_on: str | None = None
    no_ignores: bool = False
    show_suppressed: bool = False
    output_format: str = "full"
    output_file: str | None = None
    statistics: bool = False
    exit_zero: bool = False
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
    config: tuple[str, ...] = ()
    isolated: bool = False
