"""Users and groups by name: those of official images, and those that packages make."""

from __future__ import annotations


def system_account(name: str) -> bool:
    """True for a user or group that an official image may have."""
    from torchlint.world.tables.accounts import IMAGE

    return name in IMAGE


def service_account(name: str) -> bool:
    """True for a user or group that the package of a service may make."""
    from torchlint.world.tables.accounts import PACKAGE

    return name in PACKAGE or system_account(name)
