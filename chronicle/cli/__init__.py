"""The command `chronicle`: words in, the floors below, words and an exit status out.

`main` is the entry point. One file per group of commands; their bodies import what they need, so that
the command starts light (tests/test_light_start.py).
"""

import sys


def main() -> None:
    """Runs the command and leaves with its exit status (docs/commands.md)."""
    try:
        from chronicle.cli.app import app
    except KeyboardInterrupt:
        sys.exit(130)
    app(prog_name="chronicle")
