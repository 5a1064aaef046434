"""Where the users live that commands create."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from torchlint.model.users import home_of

if TYPE_CHECKING:
    from tests.model.asking import Predict


@pytest.mark.parametrize(
    ("text", "user", "home"),
    [
        ("RUN useradd -m app", "app", "/home/app"),
        ("RUN useradd -m --system --uid 999 app -g sudo", "app", "/home/app"),
        ("RUN useradd --create-home --uid 10001 app", "app:users", "/home/app"),
        ("RUN useradd -d /srv/app app", "app", "/srv/app"),
        ("RUN useradd --home-dir=/srv/app app", "app", "/srv/app"),
        ("RUN useradd -b /srv app", "app", None),
        ("ARG UID\nRUN useradd -m --uid ${UID} app", "app", "/home/app"),
        ("ARG NAME\nRUN useradd -m $NAME", "app", None),
        ("RUN adduser --disabled-password --gecos '' app", "app", "/home/app"),
        ("RUN adduser --system app", "app", None),
        ("RUN true", "app", None),
        ("RUN true", "root", "/root"),
        ("RUN true", "0:0", "/root"),
        ("RUN true", None, None),
    ],
)
def test_home_of_a_user(text: str, user: str | None, home: str | None, predicted: Predict) -> None:
    assert home_of(predicted(f"FROM python:3.11-slim\n{text}\n").final, user) == home


def test_a_user_s_own_packages_are_found(predicted: Predict) -> None:
    build = predicted("FROM python:3.11-slim\nRUN useradd -m app\nUSER app\nRUN pip install --user torch==2.4.1\n")
    assert "torch" in build.environment("/home/app/.local").packages
    assert build.install.indexes == ()
