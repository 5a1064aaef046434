# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

EXTENSIONS: dict[str, tuple[str | None, str | None, bool, bool, str | None, str | None]] = {
    'detectron2': ('FORCE_CUDA', None, False, True, 'TORCH_CUDA_ARCH_LIST', None),
    'pytorch3d': ('FORCE_CUDA', None, False, True, 'TORCH_CUDA_ARCH_LIST', None),
    'mmcv': ('FORCE_CUDA', None, False, False, 'TORCH_CUDA_ARCH_LIST', '2'),
    'mmcv-full': ('FORCE_CUDA', None, False, False, 'TORCH_CUDA_ARCH_LIST', '0'),
    'torch-scatter': ('FORCE_CUDA', None, False, False, 'TORCH_CUDA_ARCH_LIST', '0'),
    'torch-sparse': ('FORCE_CUDA', None, False, False, 'TORCH_CUDA_ARCH_LIST', '0'),
    'torch-cluster': ('FORCE_CUDA', None, False, False, 'TORCH_CUDA_ARCH_LIST', '0'),
    'torch-spline-conv': ('FORCE_CUDA', None, False, False, 'TORCH_CUDA_ARCH_LIST', '0'),
    'torchsparse': ('FORCE_CUDA', None, False, True, 'TORCH_CUDA_ARCH_LIST', None),
    'groundingdino': ('TORCH_CUDA_ARCH_LIST', None, False, False, None, None),
    'diff-gaussian-rasterization': (None, None, False, True, 'TORCH_CUDA_ARCH_LIST', None),
    'tinycudann': (None, None, False, False, 'TCNN_CUDA_ARCHITECTURES', None),
    'apex': (None, '--cuda_ext', True, True, None, None),
}

REPOSITORIES: dict[str, str] = {
    'nvidia/apex': 'apex',
    'nvlabs/tiny-cuda-nn': 'tinycudann',
    'graphdeco-inria/diff-gaussian-rasterization': 'diff-gaussian-rasterization',
    'idea-research/groundingdino': 'groundingdino',
    'mit-han-lab/torchsparse': 'torchsparse',
    'rusty1s/pytorch_spline_conv': 'torch-spline-conv',
    'rusty1s/pytorch_cluster': 'torch-cluster',
    'rusty1s/pytorch_sparse': 'torch-sparse',
    'rusty1s/pytorch_scatter': 'torch-scatter',
    'open-mmlab/mmcv': 'mmcv',
    'facebookresearch/pytorch3d': 'pytorch3d',
    'facebookresearch/detectron2': 'detectron2',
}
