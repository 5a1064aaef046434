# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PACKAGES: dict[str, tuple[str, bool]] = {
    'flash-attn': ('>=2.0', True),
    'torch-scatter': ('', True),
    'torch-sparse': ('', True),
    'torch-cluster': ('', True),
    'torch-spline-conv': ('', True),
    'causal-conv1d': ('<=1.4.0', False),
    'mamba-ssm': ('<=1.2.0.post1', False),
    'xformers': ('<=0.0.30', False),
}
