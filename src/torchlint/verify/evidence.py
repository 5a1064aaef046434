"""How sure one may be of a file: each level proves what those below it say, and more."""

from __future__ import annotations

from enum import IntEnum


class Evidence(IntEnum):
    """SEEN: read and predicted. RESOLVED: an installer found every package. BUILT: an engine built the image. RAN: the
    image was asked what it holds, and its container was started."""

    SEEN = 1
    RESOLVED = 2
    BUILT = 3
    RAN = 4

    @property
    def word(self) -> str:
        """As options and sentences say it: "ran"."""
        return self.name.lower()
