"""`torchlint server`: a language server over standard input and output. It reads, and neither writes nor runs anything
of the project."""

from __future__ import annotations

import sys

from torchlint.cli.arguments import UsageError


def run() -> int:
    """Serve until the editor says `exit` or leaves; 0 if it said `shutdown` before. Raises UsageError."""
    try:
        import pygls.lsp.server  # noqa: F401  whether it is there, and of the right age
    except ImportError as error:
        raise UsageError('torchlint server needs pygls 2: pip install "torchlint[lsp]"') from error
    from torchlint.server.app import serve

    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    # What anybody prints would be taken for a message of the protocol.
    sys.stdout = sys.stderr
    return serve(stdin, stdout)
