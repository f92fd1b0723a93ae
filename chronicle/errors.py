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
