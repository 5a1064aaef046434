# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

RUNTIME: dict[str, str] = {
    'libc6-dev': '',
    'libgl-dev': 'libgl1',
    'libopenblas-dev': 'libopenblas0',
    'libpq-dev': 'libpq5',
    'libsm-dev': 'libsm6',
    'libsndfile1-dev': 'libsndfile1',
    'libsqlite3-dev': 'libsqlite3-0',
    'libxext-dev': 'libxext6',
    'libxrender-dev': 'libxrender1',
    'libxslt1-dev': 'libxslt1.1',
    'linux-libc-dev': '',
    'portaudio19-dev': 'libportaudio2',
    'zlib1g-dev': '',
}
