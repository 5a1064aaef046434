"""A Dockerfile's text and a few files, predicted as the command line would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.model.asking import Predicted
from torchlint.config.settings import Settings
from torchlint.model.build import predict
from torchlint.project import read
from torchlint.world import World

if TYPE_CHECKING:
    from pathlib import Path

    from tests.model.asking import Predict


@pytest.fixture
def predicted(tmp_path: Path) -> Predict:
    """Predict a Dockerfile with these files in its context; `settings` as the configuration names them."""
    made = 0

    def predicted(text: str, files: dict[str, str] | None = None, **settings: Any) -> Predicted:
        nonlocal made
        made += 1
        folder = tmp_path / str(made)
        for name, content in {"Dockerfile": text, **(files or {})}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        told = Settings(**settings)
        project = read([str(folder / "Dockerfile")], settings_for=lambda _: told)
        return Predicted(predict(project.dockerfiles[0], project, World()))

    return predicted
