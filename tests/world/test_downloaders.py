"""Functions that fetch: by their full names."""

from __future__ import annotations

import pytest

from torchlint.world.downloaders import fetches, homes, modules, variables


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("nltk.download", True),
        ("nltk.downloads", False),
        ("nltk", False),
        ("download", False),
        ("transformers.AutoModel.from_pretrained", True),
        ("transformers.from_pretrained", False),
        ("others.AutoModel.from_pretrained", False),
        ("transformers.AutoModel.from_pretrained.x", False),
        ("torchvision.models.resnet18", True),
        ("torchvision.models.", False),
        ("os.system", False),
        ("os.makedirs", True),
        ("", False),
    ],
)
def test_what_fetches_is_known_by_its_full_name(name: str, known: bool) -> None:
    assert fetches(name) is known


def test_what_they_belong_to_may_be_imported() -> None:
    assert {"nltk", "transformers", "torch", "os"} <= modules()
    assert not {"", "subprocess", "shutil", "app"} & modules()


def test_folders_are_below_home_and_variables_are_names() -> None:
    assert ".cache" in homes()
    assert not [folder for folder in homes() if folder.startswith(("/", "~")) or ".." in folder]
    assert {"HF_HOME", "TORCH_HOME", "NLTK_DATA"} <= set(variables())
    assert all(name.replace("_", "").isalnum() and name.isupper() for name in variables())
