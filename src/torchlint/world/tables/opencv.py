# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

NEEDING_GL: dict[str, str] = {
    'opencv-python': '4.3.0.38',
    'opencv-contrib-python': '4.3.0.38',
    'ultralytics': '8.0.0',
}
