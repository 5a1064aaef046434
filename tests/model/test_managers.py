"""What a command asks of apt, dnf and apk, and whether it answers the question that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN
from torchlint.model.base_files import APT_ANSWERS, APT_LISTS

if TYPE_CHECKING:
    from tests.model.asking import Predict

ANSWERS = [
    ("apt-get install git", False),
    ("apt-get install --no-install-recommends git", False),
    ("apt-get -q install git", False),
    ("apt-get -f install git", False),
    ("apt-get install -y git", True),
    ("apt-get install -yq git", True),
    ("apt-get -qq install git", True),
    ("apt-get -q=2 install git", True),
    ("apt-get install --assume-yes git", True),
    ("apt-get -o APT::Get::Assume-Yes=true install git", True),
    ("apt-get install --dry-run git", True),
    ("yes | apt-get install git", True),
    ("apt-get install git < answers", True),
    ("apt-get install ${OPTIONS} git", None),
    ("dnf install gcc", False),
    ("yum -y install gcc", True),
    ("microdnf install --assumeyes gcc", True),
    ("dnf install --setopt=assumeyes=1 gcc", True),
    ("apk add bash", True),
]


@pytest.mark.parametrize(("line", "agrees"), ANSWERS)
def test_a_manager_asks_unless_it_is_answered(predicted: Predict, line: str, agrees: bool | None) -> None:
    prediction = predicted(f"FROM ubuntu:24.04\nARG OPTIONS\nRUN {line}\n")
    asked = prediction.commands[-1].asked
    assert asked is not None
    assert (asked.verb, asked.agrees) == ("install", agrees)


def test_other_commands_ask_nothing(predicted: Predict) -> None:
    assert predicted("FROM ubuntu:24.04\nRUN apt-cache search git && echo install\n").commands[0].asked is None


LISTS = [
    ("true", ABSENT),
    ("apt-get update", "file"),
    ("apt-get update && rm -rf /var/lib/apt/lists/*", ABSENT),
    ("apt install --update -y git", "file"),
    ("apt-get update && rm -rf /var/lib/apt/lists/* && add-apt-repository -y ppa:x/y", UNKNOWN),
    ("./fetch", UNKNOWN),
]


@pytest.mark.parametrize(("line", "there"), LISTS)
def test_package_lists_are_there_after_an_update_only(predicted: Predict, line: str, there: str) -> None:
    assert predicted(f"FROM ubuntu:24.04\nRUN {line}\n").there(APT_LISTS) == there


def test_lists_of_unknown_images_are_unknown(predicted: Predict) -> None:
    assert predicted("FROM corp.example/base:1\nRUN true\n").there(APT_LISTS) == UNKNOWN


def test_only_an_unknown_program_may_answer_for_apt(predicted: Predict) -> None:
    assert predicted("FROM ubuntu:24.04\nRUN apt-get update\n").there(APT_ANSWERS) == ABSENT
    assert predicted("FROM ubuntu:24.04\nRUN ./setup\n").there(APT_ANSWERS) == UNKNOWN
