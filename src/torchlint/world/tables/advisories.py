# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

ADVISORIES: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    'torch': (('CVE-2025-32434', '1.13.0', '2.6.0', 'torch.load runs code from a model file even with weights_only=True'), ('CVE-2026-24747', '1.13.0', '2.10.0', 'a model file can corrupt memory in torch.load, which may run its code, even with weights_only=True')),
}
