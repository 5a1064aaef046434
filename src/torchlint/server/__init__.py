"""`torchlint server`: a language server over standard input and output. It reads, and neither writes nor runs anything
of the project; what runs of others are the packs that its command line names."""

from __future__ import annotations

import os
import sys

from torchlint.cli.arguments import UsageError


def run(packs: tuple[str, ...]) -> int:
    """Serve until the editor says `exit` or leaves; 0 if it said `shutdown` before. `packs` are folders of further
    rules. Raises UsageError."""
    try:
        import pygls.lsp.server  # noqa: F401  whether it is there, and of the right age
    except ImportError as error:
        raise UsageError('torchlint server needs pygls 2: pip install "torchlint[lsp]"') from error
    from torchlint.server.app import serve

    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    # What anybody prints would be taken for a message of the protocol.
    sys.stdout = sys.stderr
    # Where it runs follows the editor's folder.
    return serve(stdin, stdout, tuple(map(os.path.abspath, packs)))
