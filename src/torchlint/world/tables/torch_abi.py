# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

RANGES: tuple[tuple[str, str | None, bool], ...] = (('1.4.0', '2.5.1', False), ('2.7.0', None, True))
