"""The command `chronicle`: words in, the floors below, words and an exit status out.

`main` is the entry point. One file per command; their bodies import what they need, so that the command
starts light (tests/test_light_start.py).
"""

import gc
import sys


def main() -> None:
    """Runs the command and leaves with its exit status (docs/using.md).

    What is loaded at the start stays until the end: looking through it for garbage, while it is loaded and
    when the command leaves, is 7 % of the instructions of `chronicle events --limit 20`.
    """
    gc.disable()
    try:
        from chronicle.cli.app import app
    except KeyboardInterrupt:
        sys.exit(130)
    gc.freeze()
    gc.enable()
    app(prog_name="chronicle")
