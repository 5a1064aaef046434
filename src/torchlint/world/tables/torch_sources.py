# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

SOURCES: dict[str, tuple[str, str, str, str | None]] = {
    'nvlabs/tiny-cuda-nn': ('tinycudann', 'bindings/torch', '|master|v1\\.[4-6]|v2\\.0', None),
    'nvlabs/nvdiffrast': ('nvdiffrast', '', '|main|v0\\.4\\.0', None),
    'nerfstudio-project/nerfacc': ('nerfacc', '', '|master|v0\\.3\\.[45]|v0\\.4\\.[01]|v0\\.5\\.[0-3]', 'BUILD_NO_CUDA'),
    'kair-bair/nerfacc': ('nerfacc', '', '|master|v0\\.3\\.[45]|v0\\.4\\.[01]|v0\\.5\\.[0-3]', 'BUILD_NO_CUDA'),
    'nerfstudio-project/gsplat': ('gsplat', '', 'v1\\.[0-4]\\.0|v1\\.5\\.[0-3]', 'BUILD_NO_CUDA'),
}
