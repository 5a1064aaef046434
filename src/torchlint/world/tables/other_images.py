# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

IMAGES: dict[str, tuple[tuple[str, None, bool, bool, str | None, str | None, bool, bool, None, str | None, str | None, tuple[str, ...] | None, tuple[str, ...] | None, tuple[int, ...], str | None, bool], ...]] = {
    'pytorch/torchserve': (('[0-9A-Za-z._-]+', None, True, True, '/home/venv/bin', '/home/venv', False, True, None, 'model-server', '/home/model-server', ('/usr/local/bin/dockerd-entrypoint.sh',), ('serve',), (7070, 7071, 8080, 8081, 8082), 'its repository says that TorchServe is no longer actively maintained; the last release is 0.12.0 of 2024-09-30', True),),
    'condaforge/miniforge3': (('[0-9A-Za-z._-]+', None, True, True, '/opt/conda/bin', None, True, True, None, None, None, None, None, (), None, True),),
    'continuumio/miniconda3': (('[0-9A-Za-z._-]+', None, True, True, '/opt/conda/bin', None, True, True, None, None, None, None, None, (), None, True),),
    'mambaorg/micromamba': (('[0-9A-Za-z._-]+', None, False, False, None, None, False, True, None, 'mambauser', None, None, None, (), None, True),),
    'ghcr.io/astral-sh/uv': (('latest|[0-9]+(?:\\.[0-9]+){0,2}', None, False, False, None, None, False, False, None, None, None, None, None, (), None, True), ('(?:[0-9.]+-)?python(?P<python>3\\.[0-9]+)-(?P<codename>[a-z]+)(?:-slim)?', None, True, True, '/usr/local/bin', None, False, True, None, None, None, None, None, (), None, True), ('(?:[0-9.]+-)?python(?P<python>3\\.[0-9]+)-(?P<codename>alpine[0-9.]+)', None, True, True, '/usr/local/bin', None, False, True, None, None, None, None, None, (), None, True), ('(?:[0-9.]+-)?(?P<codename>trixie|bookworm|bullseye|debian|alpine[0-9.]*)(?:-slim)?', None, False, False, None, None, False, True, None, None, None, None, None, (), None, True)),
}
