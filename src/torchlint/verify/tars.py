"""One file out of the archive that an engine writes."""

from __future__ import annotations

import subprocess
import tarfile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def first_file(command: Sequence[str], most: int) -> bytes | None:
    """The first `most` bytes of the regular file with which the archive begins; None if there is none."""
    with subprocess.Popen(
        list(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        try:
            with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
                member = archive.next()
                held = archive.extractfile(member) if member is not None and member.isfile() else None
                return None if held is None else held.read(most)
        except (tarfile.TarError, OSError):
            return None
        finally:
            process.kill()
