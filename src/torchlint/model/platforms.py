"""The arguments that the builder itself gives to every build: which platform it is for and runs on."""

from __future__ import annotations

_SAME = {"x86_64": "amd64", "x86-64": "amd64", "aarch64": "arm64", "armhf": "arm"}
_VARIANTS = {"arm64": ("", "v8"), "arm": ("v7", "")}


def arguments(platform: str | None) -> dict[str, str]:
    """The values of TARGETARCH and its like, for a build for `platform` on a machine of the same; the usual one is
    linux/amd64. Source: Dockerfile reference, "Automatic platform ARGs in the global scope"; containerd/platforms."""
    os, _, rest = (platform or "linux/amd64").lower().partition("/")
    told, _, variant = rest.partition("/")
    arch = _SAME.get(told, told)
    usual, dropped = _VARIANTS.get(arch, ("", ""))
    variant = (variant or usual) if variant != dropped or arch == "arm" else ""
    whole = "/".join(one for one in (os, arch, variant) if one)
    values = {"PLATFORM": whole, "OS": os, "ARCH": arch, "VARIANT": variant}
    return {f"{side}{name}": value for side in ("TARGET", "BUILD") for name, value in values.items()}
