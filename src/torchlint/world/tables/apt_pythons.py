# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PYTHONS: dict[str, tuple[tuple[str, ...], str | None, str | None]] = {
    'ubuntu16.04': (('3.5',), '2022-01-15', None),
    'ubuntu18.04': (('3.6', '3.7', '3.8'), '2023-06-05', '9.0.1'),
    'ubuntu20.04': (('3.8', '3.9'), '2025-10-16', '20.0.2'),
    'ubuntu22.04': (('3.10', '3.11'), None, '22.0.2'),
    'ubuntu24.04': (('3.12',), None, '24.0'),
    'ubuntu26.04': (('3.14',), None, '25.1.1'),
    'debian11': (('3.9',), None, '20.3.4'),
    'debian12': (('3.11',), None, '23.0.1'),
    'debian13': (('3.13',), None, '25.1.1'),
}
