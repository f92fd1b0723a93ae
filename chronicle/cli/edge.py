"""The edge: every error becomes one line on stderr and an exit status, here and nowhere else."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import NoReturn

import typer

from chronicle.config import wants_traceback
from chronicle.errors import ChronicleError, fault_told, first_line, is_of_database


class Status(IntEnum):
    """The exit status of the command."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    NOTHING_FOUND = 3
    INTERRUPTED = 130


MEANINGS = {
    Status.DONE: "done; also if the reader of a pipe had enough",
    Status.FAILED: "something failed: a file, the database, the disk",
    Status.WRONG_USE: "wrong use: an option, a filter, a name that is not known",
    Status.NOTHING_FOUND: "nothing found",
    Status.INTERRUPTED: "interrupted by Ctrl-C",
}


def leave(status: Status) -> NoReturn:
    raise typer.Exit(status)


def say(line: str) -> None:
    """One line for the user, beside the data: on stderr. What it quotes of the data does not steer the terminal."""
    from chronicle.presenting.cells import plain

    typer.echo(plain(line), err=True)


def nothing_found() -> NoReturn:
    say("nothing found")
    leave(Status.NOTHING_FOUND)


@contextmanager
def errors_told() -> Iterator[None]:
    """Runs a command; what it raises is told in one line, and stdout is flushed while errors can be told."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        leave(Status.DONE)
    except KeyboardInterrupt:
        say("interrupted")
        leave(Status.INTERRUPTED)
    except ChronicleError as error:
        say(f"error: {_brief(str(error))}")
        leave(Status(error.exit_status))
    except OSError as error:
        leave(failed(error))
    except Exception as error:
        if hasattr(error, "exit_code"):
            _tell_misuse(error)
        if wants_traceback() or not is_fault(error):
            raise
        say(f"error: {told(error)}")
        leave(Status.FAILED)


def _tell_misuse(error: Exception) -> None:
    """What Typer says of an option, in one line; its other ways of leaving stay its own."""
    from chronicle.cli import misuse

    if misuse.is_misuse(error):
        say(f"error: {_brief(misuse.told(error))}")
        leave(Status.WRONG_USE)


# Longer than any message of ours; what makes one longer was typed.
_LONGEST = 2000


def _brief(message: str) -> str:
    """A message that quotes very much, without the middle: its ends say what it is about and what to do."""
    if len(message) <= _LONGEST:
        return message
    return f"{message[: _LONGEST // 4]} […] {message[-_LONGEST // 4 :]}"


def failed(error: OSError) -> Status:
    """Tells what the system refused, as a full disk."""
    _let_go_of_stdout()
    say(f"error: {os_error(error)}")
    return Status.FAILED


def is_fault(error: Exception) -> bool:
    """Whether an error is a fault of ours, and not Typer's way to leave or to print a help page."""
    return not hasattr(error, "exit_code") and not isinstance(error, typer.Abort)


def told(error: Exception) -> str:
    if is_of_database(error):
        return f"database: {first_line(error)}; `chronicle db check` looks for damage"
    return fault_told(error)


_NO_ROOM = "make room and run it again, or name a file elsewhere"
_NO_RIGHT = "change its permissions, or name another file"
REMEDIES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _NO_ROOM),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _NO_RIGHT),
    errno.EBADF: "standard output is closed, lead it to a file or a pipe",
    errno.EIO: "see whether the disk has room and is sound, or name a file elsewhere",
}


def os_error(error: OSError) -> str:
    subject = error.filename if error.filename is not None else "output"
    what = (error.strerror or str(error) or type(error).__name__).lower()
    told = f"{os.fsdecode(subject) if isinstance(subject, bytes) else subject}: {what}"
    return f"{told}; {REMEDIES[error.errno]}" if error.errno in REMEDIES else told


def _let_go_of_stdout() -> None:
    """Nobody reads it or nothing takes it: what is still buffered goes nowhere, silently."""
    try:
        stdout = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stdout)
    os.close(nowhere)
