"""Where programs of others lie that torchlint may start."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig


def find(name: str) -> str | None:
    """The program that an extra of torchlint installs beside this Python, or the one on PATH."""
    folders = [os.path.dirname(sys.executable), sysconfig.get_path("scripts")]
    # A relative entry of PATH would be a folder of the project that is looked at.
    folders += [one for one in os.environ.get("PATH", "").split(os.pathsep) if os.path.isabs(one)]
    return shutil.which(name, path=os.pathsep.join(folders))
