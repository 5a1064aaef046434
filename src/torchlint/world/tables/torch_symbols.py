# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

LACKING = ((1, 11), (1, 12), (1, 13), (2, 0), (2, 1), (2, 2), (2, 4), (2, 6), (2, 10), (2, 12))

ADDING = ((1, 11), (1, 12), (1, 13), (2, 0), (2, 1), (2, 2), (2, 4), (2, 5), (2, 6), (2, 7), (2, 9), (2, 10), (2, 12), (2, 13))

COMPANIONS = {
    'torchvision': ((1, 1), (2, 14)),
    'torchaudio': ((1, 7), (2, 10)),
    'torchtext': ((1, 7), (2, 4)),
    'xformers': ((1, 12), (2, 10)),
}
