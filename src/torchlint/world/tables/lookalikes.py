# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

NAMES: dict[str, tuple[str, str, bool, str | None, str | None]] = {
    'pytorch': ('refuses', 'torch', False, None, None),
    'sklearn': ('refuses', 'scikit-learn', True, '0.0.post', 'SKLEARN_ALLOW_DEPRECATED_SKLEARN_PACKAGE_INSTALL'),
    'tensorflow-gpu': ('refuses', 'tensorflow', True, '2.12', None),
    'detectron2': ('absent', 'git+https://github.com/facebookresearch/detectron2.git@TAG', False, None, None),
    'apex': ('another', 'git+https://github.com/NVIDIA/apex.git@TAG', False, None, None),
}
