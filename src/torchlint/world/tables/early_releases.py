# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PACKAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    'torch': (('1.0.0', '1.0.1', '1.1.0', '1.2.0', '1.3.0', '1.3.1'), ('2.7', '3.5', '3.6', '3.7')),
    'torchaudio': (('0.3.0', '0.3.1', '0.3.2'), ('2.7', '3.5', '3.6', '3.7')),
    'torchvision': (('0.3.0', '0.4.0', '0.4.1', '0.4.2'), ('2.7', '3.5', '3.6', '3.7')),
}
