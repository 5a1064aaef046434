"""Users and groups: which there are after a stage's steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.users import home_of

if TYPE_CHECKING:
    from tests.model.asking import Predict

MADE = [
    ("true", False, False),
    ("useradd app", True, None),
    ("useradd --create-home --uid 1000 app", True, None),
    ("groupadd app", False, True),
    ("groupadd app && useradd -g app app", True, True),
    ("adduser --disabled-password --gecos '' app", True, None),
    ("adduser -S app -G app", True, None),
    ("adduser app staff", None, None),
    ("useradd other", False, False),
    ("usermod -aG sudo app", False, False),
    ("usermod --uid 1000 app", False, False),
    ("usermod -l app other", None, None),
    ("usermod --login=app other", None, None),
    ("groupmod -g 1000 app", False, False),
    ("groupmod -n app other", False, None),
    ("gpasswd -a app sudo", False, False),
    ("useradd app && usermod -aG sudo app", True, None),
    ("useradd $NAME", None, None),
    ("echo app:x:1000:1000::/:/bin/sh >> /etc/passwd", None, False),
    ("./setup", None, None),
    ("apt-get install -y git", False, False),
    ("if true; then useradd app; fi", None, None),
]


@pytest.mark.parametrize(("line", "user", "group"), MADE)
def test_a_user_is_there_when_something_made_it(
    predicted: Predict, line: str, user: bool | None, group: bool | None
) -> None:
    state = predicted(f"FROM debian:12\nARG NAME\nRUN {line}\n").final
    assert (state.account("app"), state.account("app", group=True)) == (user, group)


@pytest.mark.parametrize(
    ("line", "home"),
    [
        ("useradd app", "/home/app"),
        ("useradd -d /srv/app app && usermod -aG sudo app", "/srv/app"),
        ("useradd app && usermod -d /srv/app app", "/srv/app"),
        ("useradd app && usermod --home /srv/app --move-home app", "/srv/app"),
        ("usermod -d /srv/app app", None),
    ],
)
def test_a_change_of_a_user_keeps_the_home_folder_or_names_another(
    predicted: Predict, line: str, home: str | None
) -> None:
    assert home_of(predicted(f"FROM debian:12\nRUN {line}\n").final, "app") == home


@pytest.mark.parametrize("name", ["root", "0", "1000", "nobody", "www-data"])
def test_numbers_and_the_distributions_own_are_there(predicted: Predict, name: str) -> None:
    assert predicted("FROM debian:12\nRUN true\n").final.account(name) is True


def test_a_service_brings_its_user(predicted: Predict) -> None:
    state = predicted("FROM debian:12\nRUN apt-get update && apt-get install -y git openssh-server postgresql\n").final
    assert state.account("postgres") is None


def test_unknown_images_may_have_any(predicted: Predict) -> None:
    assert predicted("FROM corp.example/base:1\nRUN true\n").final.account("app") is None


def test_accounts_come_along_with_the_files_that_hold_them(predicted: Predict) -> None:
    files = "FROM debian:12 AS a\nRUN useradd app\nFROM debian:12\nCOPY --from=a /etc/passwd /etc/passwd\n"
    assert predicted(files).final.account("app") is True
    assert predicted("FROM debian:12 AS a\nRUN useradd app\nFROM debian:12\n").final.account("app") is False
