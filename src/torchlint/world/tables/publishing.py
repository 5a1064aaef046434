# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PACKAGES: dict[str, tuple[tuple[str, ...], str | None]] = {
    'torch': (('1.8.2',), None),
    'torchvision': (('0.9.2',), None),
    'torchaudio': (('0.8.2',), '2.11.0'),
    'torchtext': (('0.15.0',), '0.18.0'),
}
