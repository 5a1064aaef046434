"""Where an image will run, as far as the configuration says."""

from __future__ import annotations

from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.world import World


class Target(NamedTuple):
    """`gpus`: names or compute capabilities as written; `driver`: the version of the host's NVIDIA driver."""

    gpus: tuple[str, ...]
    driver: str | None

    def capabilities(self, world: World) -> dict[str, str]:
        """The compute capability of each GPU, as "8.6"; those that nobody knows left out."""
        told = ((name, _capability(name) or world.gpu(name)) for name in self.gpus)
        return {name: capability for name, capability in told if capability is not None}

    def driver_below(self, version: str) -> bool | None:
        """Whether the driver there is older than a version; None when it is not known."""
        own, other = _numbers(self.driver), _numbers(version)
        return None if own is None or other is None else own < other

    @staticmethod
    def runs(codes: tuple[str, ...], capability: str) -> bool:
        """Whether GPU code as in ("sm_80", "sm_90a", "compute_90") runs on a GPU: that of its major version up to its
        minor one, and what the driver can compile for it from older intermediate code.

        Source: the check of torch/cuda/__init__.py.
        """
        major, minor = (int(part) for part in capability.split("."))
        for code in codes:
            kind, _, digits = code.partition("_")
            number = digits.rstrip("abcdefghijklmnopqrstuvwxyz")
            made = int(number[:-1]), int(number[-1])
            if number != digits:
                # Code with a letter is for that one GPU alone.
                fits = made == (major, minor)
            else:
                fits = made <= (major, minor) if kind == "compute" else made[0] == major and made[1] <= minor
            if fits:
                return True
        return False


def _capability(text: str) -> str | None:
    """ "8.6" or "sm_86"."""
    digits = text.removeprefix("sm_")
    if digits != text and digits.isdecimal() and len(digits) in (2, 3):
        return f"{digits[:-1]}.{digits[-1]}"
    major, dot, minor = text.partition(".")
    return text if dot and major.isdecimal() and minor.isdecimal() else None


def _numbers(version: str | None) -> tuple[int, ...] | None:
    parts = (version or "").split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else None
