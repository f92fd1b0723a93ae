"""A table that is longer than the screen, shown by a pager, where somebody is there to turn the pages."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO, TextIOWrapper
from shutil import get_terminal_size
from typing import TextIO

from chronicle.config import in_force
from chronicle.placing import for_drawing

_NONE = ("", "cat")


@contextmanager
def paged(file: TextIO) -> Iterator[TextIO]:
    """What to draw on in place of the terminal `file`: itself where no pager is wanted."""
    file = for_drawing(file)
    command = pager()
    if not command:
        yield file
        return
    kept = TextIOWrapper(BytesIO(), encoding=file.encoding, errors="replace", newline="")
    yield kept
    kept.seek(0)
    text = kept.read()
    if text.count("\n") < get_terminal_size().lines or not shown(text, command, kept.encoding):
        file.write(text)


def pager() -> list[str]:
    """The words that start it; none where nobody turns pages: in a pipe, or from a script."""
    if not (sys.stdout.isatty() and sys.stdin.isatty()) or os.environ.get("TERM") == "dumb":
        return []
    wanted = str(in_force("pager").value).strip()
    if wanted in _NONE:
        return []
    import shlex

    try:
        return shlex.split(wanted)
    except ValueError:
        return []


def without_pager() -> None:
    """From now on none, as long as this command runs."""
    os.environ["CHRONICLE_PAGER"] = "cat"


def shown(text: str, command: list[str], encoding: str) -> bool:
    """Whether the pager could be started; this waits until the reader has enough.

    `less` is told to pass colours on and to leave what was read on the screen, unless `LESS` says how it is to be.
    """
    import subprocess

    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    sys.stdout.flush()
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    # Ctrl-C is for the pager, and who leaves it early has not read all.
    with suppress(KeyboardInterrupt, BrokenPipeError), process.stdin or BytesIO() as pages:
        pages.write(text.encode(encoding, "replace"))
    while process.poll() is None:
        with suppress(KeyboardInterrupt):
            process.wait()
    return True
