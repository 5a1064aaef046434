# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

GONE: dict[str, tuple[str, str]] = {
    '--global-option': ('25.3', '--config-settings=--build-option=...'),
    '--install-option': ('23.1', ''),
    '--no-use-pep517': ('25.3', ''),
    '--build-option': ('22.3.1', '--config-settings=--build-option=...'),
    '--egg': ('22.3.1', ''),
    '--process-dependency-links': ('22.3.1', ''),
    '--allow-external': ('22.3.1', ''),
    '--allow-unverified': ('22.3.1', ''),
    '--allow-all-external': ('22.3.1', ''),
    '--use-wheel': ('22.3.1', ''),
    '--no-use-wheel': ('22.3.1', ''),
    '--use-mirrors': ('22.3.1', ''),
    '--download-cache': ('22.3.1', ''),
    '--always-unzip': ('22.3.1', ''),
    '--use-feature=2020-resolver': ('22.3.1', ''),
    '--use-feature=in-tree-build': ('22.3.1', ''),
    '--use-deprecated=out-of-tree-build': ('22.3.1', ''),
    '-y': ('0', ''),
    '--yes': ('0', ''),
    '--assume-yes': ('0', ''),
    '--no-install-recommends': ('0', ''),
    '-Y': ('0', ''),
    '--silent': ('0', '--quiet'),
    '--no-cached-dir': ('0', '--no-cache-dir'),
    '--no-cache-dirs': ('0', '--no-cache-dir'),
    '--quite': ('0', '--quiet'),
    '--reinstall': ('0', '--force-reinstall'),
    '--fix-missing': ('0', ''),
    '--no-confirm': ('0', ''),
}

BUNDLED: dict[str, str] = {
    '3.12': '23.2.1',
    '3.13': '24.2',
    '3.14': '25.2',
}

LATER: dict[str, tuple[int, str, str]] = {
    '3.12': (5, '2024-08-07', '24.2'),
}
