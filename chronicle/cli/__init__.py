"""The command `chronicle`: words in, the floors below, words and an exit status out.

`main` is the entry point. One file per command; their bodies import what they need, so that the command
starts light (tests/test_light_start.py).
"""

import gc
import os
import sys


def main() -> None:
    """Runs the command and leaves with its exit status (docs/using.md).

    What is loaded at the start stays until the end: looking through it for garbage, while it is loaded and
    when the command leaves, is 7 % of the instructions of `chronicle events --limit 20`.
    """
    gc.disable()
    _open_streams()
    try:
        from chronicle.cli.app import app
        from chronicle.cli.edge import failed
    except KeyboardInterrupt:
        sys.exit(130)
    gc.freeze()
    gc.enable()
    try:
        app(prog_name="chronicle")
    except OSError as error:  # of a help page or the version, which are printed before a command begins
        sys.exit(failed(error))


def _open_streams() -> None:
    """What was closed by the caller leads nowhere; the first file to be opened would take its number.

    Data that nothing takes is an error: what is written to stdout is refused, as the system does for what is closed.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull)  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
