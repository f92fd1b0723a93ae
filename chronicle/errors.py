"""Every error that a user can cause.

ChronicleError                exit status 1, one line on stderr
├── UsageError                exit status 2: the command's words are off
│   ├── BadFilter             a filter's value means nothing
│   └── UnknownName           no such actor, venue, document or event; or several
├── ReadError                 a file that cannot be read as a document
│   └── NoChronology          a document without a chronology: nothing is stored
├── GazetteerError            a reference table that is missing or malformed
└── DatabaseError             a database that cannot be opened, read or written
    └── WrongRevision         a database of an older or a newer schema
"""

from collections.abc import Collection, Iterable


class ChronicleError(Exception):
    """What went wrong, where, and what to do: `subject: what; remedy`, lower case, no full stop."""

    exit_status = 1


class UsageError(ChronicleError):
    exit_status = 2


class BadFilter(UsageError):
    pass


class UnknownName(UsageError):
    pass


class ReadError(ChronicleError):
    pass


class NoChronology(ReadError):
    pass


class GazetteerError(ChronicleError):
    pass


class DatabaseError(ChronicleError):
    pass


class WrongRevision(DatabaseError):
    pass


def fault_told(error: Exception) -> str:
    """An error that nobody foresaw, in one line."""
    return f"{type(error).__name__}: {first_line(error)}; a fault in chronicle, CHRONICLE_TRACEBACK=1 shows where"


def first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "without a message")


# Two words that are this much alike may be one with a slip: `tpye` and `type` are, `rename` and `same` are not.
_NEAR = 0.65


def nearest(word: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=_NEAR)), None)


def remedy(word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """For a word that nothing is called by: the nearest that is known, or else what is said, or all that are known."""
    names = list(known)
    near = nearest(word, names)
    return f"did you mean {near}?" if near else otherwise or f"one of {', '.join(names)}"


def one_of(word: str, known: Collection[str], what: str) -> str:
    """The word if it is known; UsageError names the nearest, or all."""
    if word in known:
        return word
    raise UsageError(f"{word or repr(word)}: no such {what}; {remedy(word, known)}")


def is_of_database(error: Exception) -> bool:
    """By the module's name, because neither library may be loaded for the question alone."""
    return any(kind.__module__.partition(".")[0] in ("sqlite3", "sqlalchemy") for kind in type(error).__mro__)
