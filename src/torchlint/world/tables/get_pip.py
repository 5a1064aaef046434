# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

SCRIPTS: dict[str, str] = {
    '2.6': 'pip/2.6/get-pip.py',
    '2.7': 'pip/2.7/get-pip.py',
    '3.2': 'pip/3.2/get-pip.py',
    '3.3': 'pip/3.3/get-pip.py',
    '3.4': 'pip/3.4/get-pip.py',
    '3.5': 'pip/3.5/get-pip.py',
    '3.6': 'pip/3.6/get-pip.py',
    '3.7': 'pip/3.7/get-pip.py',
    '3.8': 'pip/3.8/get-pip.py',
    '3.9': 'pip/3.9/get-pip.py',
}
