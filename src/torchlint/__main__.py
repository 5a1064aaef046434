"""`python -m torchlint`."""

import os
import sys

# Python looks first in the folder that this is run in, which may be that of a stranger's project.
if not sys.flags.safe_path and sys.path and sys.path[0] in ("", os.getcwd()):
    del sys.path[0]

from torchlint.cli import main

sys.exit(main())
