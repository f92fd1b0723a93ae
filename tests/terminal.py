"""Runs commands as a user does: in a shell, on a terminal of a given width."""

import errno
import os
import pty
import re
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# What progress on stderr wrote and took back.
OVERWRITTEN = re.compile(r"[^\n]*\r\x1b\[K")


def command_folder(folder: Path) -> Path:
    """A folder with a command `chronicle` that runs this checkout's package."""
    folder.mkdir()
    command = folder / "chronicle"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m chronicle "$@"\n')
    command.chmod(0o755)
    return folder


def shown(line: str, folder: Path, width: int, env: Mapping[str, str] = os.environ) -> str:
    """What a shell command leaves on a terminal, without colour."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, width))
    attributes = termios.tcgetattr(theirs)
    attributes[1] &= ~termios.OPOST
    termios.tcsetattr(theirs, termios.TCSANOW, attributes)
    with subprocess.Popen(
        ["sh", "-c", line],
        cwd=folder,
        env={**env, "NO_COLOR": "1", "TERM": "xterm", "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        printed = b"".join(_chunks(ours))
    os.close(ours)
    return OVERWRITTEN.sub("", printed.decode())


def _chunks(terminal: int) -> Iterator[bytes]:
    """All that is written until the last writer has closed the terminal, which Linux tells by EIO."""
    try:
        while chunk := os.read(terminal, 65536):
            yield chunk
    except OSError as error:
        if error.errno != errno.EIO:
            raise
