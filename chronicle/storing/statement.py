"""A statement of SQL that somebody typed: it only reads, and stops when it is told to.

On SQLite the database itself asks about everything that the statement would do, so whatever its words are, it
can do nothing but read. On a server it is the one statement of a transaction that only reads.
"""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from chronicle.errors import UsageError
from chronicle.storing.database import Database, Row

if TYPE_CHECKING:
    from chronicle.storing.server import Server
    from chronicle.storing.sqlite import SQLite

OPENINGS = ("SELECT", "WITH", "VALUES", "EXPLAIN")
VIEWS = ("event_view", "participation_view")

_READING = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
# What a search in the full-text index asks for: it declares itself, and looks whether somebody else has written.
_SEARCHING = {(sqlite3.SQLITE_UPDATE, "sqlite_master"), (sqlite3.SQLITE_PRAGMA, "data_version")}
_FORBIDDEN_FUNCTIONS = {"load_extension", "fts3_tokenizer"}
# How many of SQLite's steps pass between two looks for Ctrl-C: some milliseconds.
_STEPS = 100_000


class Answer(NamedTuple):
    """The names of the columns, each once, and the rows, which are read as they are taken."""

    names: tuple[str, ...]
    rows: Iterator[Row]


def ask(db: Database, statement: str) -> Answer:
    """What a statement answers; UsageError for one that is wrong or would do more than read."""
    check_opening(statement)
    if db.dialect == "sqlite":
        return _ask_sqlite(db, statement)  # type: ignore[arg-type]
    return _ask_server(db, statement)  # type: ignore[arg-type]


def check_opening(statement: str) -> None:
    """Says in plain words what the database would say in its own."""
    word = _first_word(statement)
    if not word:
        raise UsageError("sql: nothing to ask; write a statement that begins with SELECT")
    if word.upper() not in OPENINGS:
        raise UsageError(f"sql: {word}: here one only asks; begin with one of {', '.join(OPENINGS)}")


def _first_word(statement: str) -> str:
    """Behind blanks, comments and brackets."""
    rest = statement.strip()
    while rest.startswith(("--", "/*", "(")):
        end = {"--": "\n", "/*": "*/"}.get(rest[:2], "(")
        rest = rest.partition(end)[2].strip()
    length = next((at for at, sign in enumerate(rest) if not sign.isalpha()), len(rest))
    return rest[:length] or rest[:1]


def _unique(names: list[str]) -> tuple[str, ...]:
    """The names of columns; one that is there already gets a number."""
    found: dict[str, None] = {}
    for name in names:
        new, counted = name, 2
        while new in found:
            new, counted = f"{name}_{counted}", counted + 1
        found[new] = None
    return tuple(found)


# --- SQLite


def _ask_sqlite(db: "SQLite", statement: str) -> Answer:
    refused: list[str] = []

    def may(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action in _READING and second not in _FORBIDDEN_FUNCTIONS:
            return sqlite3.SQLITE_OK
        if (action, first) in _SEARCHING:
            return sqlite3.SQLITE_OK
        refused.append(str(second if action == sqlite3.SQLITE_FUNCTION else _ACTIONS.get(action, "writing")))
        return sqlite3.SQLITE_DENY

    connection = db.connection
    connection.set_authorizer(may)
    connection.set_progress_handler(lambda: 0, _STEPS)
    try:
        cursor = connection.execute(statement)
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        raise _told(error, refused) from error
    names = [column[0] for column in cursor.description or ()]
    return Answer(_unique(names), _rows(cursor, refused))


_ACTIONS = {sqlite3.SQLITE_PRAGMA: "PRAGMA", sqlite3.SQLITE_ATTACH: "ATTACH"}


def _rows(cursor: sqlite3.Cursor, refused: list[str]) -> Iterator[Row]:
    try:
        # Not `yield from`: who leaves early would close the cursor, perhaps after its database.
        for row in cursor:  # noqa: UP028
            yield row
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise _told(error, refused) from error


def _told(error: Exception, refused: list[str]) -> BaseException:
    """What to raise for an error of SQLite's; Ctrl-C within a statement comes as one."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_INTERRUPT:
        return KeyboardInterrupt()
    if refused:
        return UsageError(f"sql: {refused[0]}: here one only asks; write a SELECT")
    if code is not None and code & 0xFF not in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG):
        return error
    return UsageError(f"sql: {str(error).rstrip('.')}; {_remedy(str(error))}")


def _remedy(message: str) -> str:
    if "one statement" in message:
        return "ask one after the other"
    if message.removeprefix("no such table: ") in VIEWS:
        return "the database was made before there was one; run `chronicle db upgrade`"
    if "no such table" in message:
        return f"take {' or '.join(VIEWS)} (`chronicle docs sql`)"
    return "`chronicle docs sql` has the columns, and examples"


# --- a server


def _ask_server(db: "Server", statement: str) -> Answer:
    """As one row after the other, by the protocol that takes one statement and no more.

    The transaction has read before the statement comes, so the statement cannot make it one that writes.
    """
    db.write("BEGIN READ ONLY")
    next(db.rows("SELECT 1"))
    driver: Any = db.connection.connection.driver_connection
    cursor = driver.cursor()
    rows = _streamed(cursor.stream(statement), db.connection.dialect.loaded_dbapi.Error)
    first = next(rows, None)
    names = [column.name for column in cursor.description or ()]
    return Answer(_unique(names), _with_first(first, rows))


def _with_first(first: Row | None, rows: Iterator[Row]) -> Iterator[Row]:
    if first is not None:
        yield first
        yield from rows


def _streamed(rows: Iterator[Row], errors: type[Exception]) -> Iterator[Row]:
    try:
        yield from rows
    except errors as error:
        message = next(iter(str(error).splitlines()), "cannot be answered")
        raise UsageError(f"sql: {message}; {_remedy(message)}") from error
