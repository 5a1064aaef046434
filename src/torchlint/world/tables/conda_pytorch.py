# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

LAST: str = '2.5.1'

LAST_IN_IMAGES: str = '2.4.1'

PYTORCH_CUDA = ('11.6', '11.7', '11.8', '12.1', '12.4')

CHOSEN_FROM: str = '1.13.0'
