# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PACKAGES: dict[str, tuple[str, bool]] = {
    'flash-attn': ('>=2.0', True),
    'torch-scatter': ('', True),
    'torch-sparse': ('', True),
    'torch-cluster': ('', True),
    'torch-spline-conv': ('', True),
    'causal-conv1d': ('<=1.5.0.post8', False),
    'mamba-ssm': ('!=2.2.3.post2,!=2.2.4,!=2.2.5,!=2.2.6.post3,!=2.3.0,!=2.3.1,<=2.3.2.post1', True),
    'xformers': ('<=0.0.30', False),
}
