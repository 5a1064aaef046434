# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

REDIRECTS: dict[str, tuple[tuple[str, tuple[str, ...], str], ...]] = {
    'repo.continuum.io': (('/', (), ''),),
    'github.com': (('/*/*/releases/download/', (), ''), ('/*/*/releases/latest/download/', (), ''), ('/*/*/archive/', (), ''), ('/*/*/tarball/', (), ''), ('/*/*/raw/', (), '')),
    'api.github.com': (('/repos/*/*/tarball', (), ''), ('/repos/*/*/zipball', (), '')),
    'raw.github.com': (('/', (), ''),),
    'git.io': (('/', (), ''),),
    'bit.ly': (('/', (), ''),),
    'aka.ms': (('/', (), ''),),
    'huggingface.co': (('/*/*/resolve/', ('.7z', '.arrow', '.bin', '.bz2', '.ckpt', '.ftz', '.gguf', '.gz', '.h5', '.model', '.msgpack', '.npy', '.npz', '.onnx', '.parquet', '.pb', '.pkl', '.pt', '.pth', '.rar', '.safetensors', '.tar', '.tflite', '.tgz', '.xz', '.zip', '.zst'), ''), ('/datasets/*/*/resolve/', ('.7z', '.arrow', '.bin', '.bz2', '.gz', '.h5', '.npy', '.npz', '.parquet', '.pkl', '.pt', '.pth', '.rar', '.tar', '.tgz', '.xz', '.zip', '.zst'), '')),
    'micro.mamba.pm': (('/api/micromamba/', (), ''), ('/install.sh', (), '')),
    'astral.sh': (('/uv/', ('/install.sh',), ''),),
    'go.dev': (('/dl/', ('.tar.gz', '.zip'), ''),),
    'golang.org': (('/dl/', ('.tar.gz', '.zip'), ''),),
    'nixos.org': (('/nix/install', (), ''),),
    'sourceforge.net': (('/projects/*/files/', ('/download', '.bz2', '.gz', '.jar', '.tgz', '.xz', '.zip'), ''),),
    'zenodo.org': (('/record/*/files/', (), ''),),
    'ndownloader.figshare.com': (('/files/', (), ''),),
    'www.openssl.org': (('/source/', ('.tar.gz',), ''),),
    'www.kernel.org': (('/pub/', ('.bz2', '.gz', '.xz'), ''),),
    'www.cmake.org': (('/files/', (), ''),),
    'dotnet.microsoft.com': (('/download/dotnet-core/scripts/', (), ''),),
    'download.blender.org': (('/', (), 'http'),),
    'get.docker.com': (('/', (), 'http'),),
}
