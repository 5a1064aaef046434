"""What `torchlint check` can be asked, by the names of its options."""

from __future__ import annotations

from typing import NamedTuple


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
