"""An image that machines boot from is told by its base, a label or a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.bootable import bootable

if TYPE_CHECKING:
    from tests.model.asking import Predict

PLAIN = "FROM registry.example.com/a:1 AS a\nRUN dnf install -y b\n"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("FROM quay.io/centos-bootc/centos-bootc:stream9\n", 0),
        ("FROM registry.redhat.io/rhel9/rhel-bootc\n", 0),
        ("ARG BASE=quay.io/fedora/fedora-bootc:42\nFROM $BASE\n", 0),
        ("FROM ghcr.io/ublue-os/bazzite:stable\n", 0),
        ("FROM quay.io/fedora/fedora-coreos:stable\n", 0),
        (f"{PLAIN}LABEL containers.bootc 1\n", 0),
        (f'{PLAIN}LABEL "ostree.bootable"="true"\n', 0),
        (f"{PLAIN}RUN bootc container lint --fatal-warnings\n", 0),
        (f"{PLAIN}RUN rm -rf /var/cache && ostree container commit\n", 0),
        (f"{PLAIN}FROM a\nLABEL containers.bootc=1\n", 0),
        (f"{PLAIN}LABEL containers.bootc=1\nFROM a\n", 1),
    ],
)
def test_it_is_told_by_base_label_or_command(predicted: Predict, text: str, stage: int) -> None:
    assert bootable(predicted(text).build, stage)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "FROM registry.example.com/bootcamp:1\n",
        "FROM registry.example.com/ml-bootcamp/ubuntu\n",
        f"{PLAIN}LABEL containers.bootc.note=1 team=ostree.bootable\n",
        f"{PLAIN}ENV containers.bootc=1\n",
        f"{PLAIN}RUN bootc status && echo bootc container lint\n",
        f"{PLAIN}FROM quay.io/centos-bootc/centos-bootc:stream9 AS b\nFROM a\nCOPY --from=b /etc/os-release /r\n",
    ],
)
def test_all_others_are_for_containers(predicted: Predict, text: str) -> None:
    assert not bootable(predicted(text).build, 0)
