# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

FATES = {
    'sqlite3': 'absent',
    'time': 'absent',
    'os': 'absent',
    'sys': 'absent',
    'json': 'absent',
    'tkinter': 'absent',
    'pickle': 'absent',
    'shutil': 'absent',
    're': 'absent',
    'random': 'absent',
    'argparse': 'useless',
    'pathlib': 'useless',
    'asyncio': 'useless',
    'typing': 'useless',
    'uuid': 'useless',
    'dataclasses': 'useless',
    'contextvars': 'useless',
    'unittest2': 'useless',
}
