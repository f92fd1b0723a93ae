"""A database behind a URL, through SQLAlchemy (PostgreSQL: the `postgresql` extra)."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from chronicle.errors import DatabaseError
from chronicle.storing.database import Parameters, Row

# One number for the lock that makes writers wait for each other, as SQLite's write lock does.
WRITE_LOCK = 7_205_759


@contextmanager
def explained(target: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise DatabaseError(f"{target}: {_first_line(error)}; check the address and the server") from error


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0]


_SUPPORTED = "a path is SQLite, an address is postgresql://user@host/name"
_DRIVER = "postgresql+psycopg"


def _url(target: str) -> URL:
    """The address with the driver that the extra installs. DatabaseError for another program's."""
    try:
        url = make_url(target)
    except ArgumentError as error:
        raise DatabaseError(f"the address of the database cannot be read; {_SUPPORTED}") from error
    if url.drivername not in ("postgresql", _DRIVER):
        told = url.render_as_string(hide_password=True)
        raise DatabaseError(f"{told}: {url.drivername} is not supported; {_SUPPORTED}")
    return url.set(drivername=_DRIVER)


def shown(target: str) -> str:
    """The address without its password: it goes into messages."""
    return _url(target).set(drivername="postgresql").render_as_string(hide_password=True)


def engine_of(target: str) -> Engine:
    try:
        return create_engine(_url(target))
    except (ImportError, NoSuchModuleError) as error:
        raise DatabaseError(
            f"{shown(target)}: has no driver here; pip install 'chronicle-of-states[postgresql]'"
        ) from error


class Server:
    def __init__(self, target: str, *, readonly: bool, patience: float) -> None:
        engine = engine_of(target)
        self.target = shown(target)
        self.dialect = engine.dialect.name
        with explained(self.target):
            self.connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            self.write(f"SET lock_timeout = {int(patience * 1000)}")
            self.write(f"SET default_transaction_read_only = {'on' if readonly else 'off'}")

    def rows(self, sql: str, parameters: Parameters = {}) -> Iterator[Row]:  # noqa: B006
        with explained(self.target):
            for row in self.connection.execute(text(sql), dict(parameters)):
                yield tuple(row)

    def write(self, sql: str, parameters: Parameters = {}) -> None:  # noqa: B006
        with explained(self.target):
            self.connection.execute(text(sql), dict(parameters))

    def write_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        listed = [dict(row) for row in rows]
        if listed:
            with explained(self.target):
                self.connection.execute(text(sql), listed)

    def insert_many(self, sql: str, rows: Sequence[Parameters]) -> None:
        self.write_many(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.write("BEGIN")
        try:
            self.write(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
            yield
            self.write("COMMIT")
        except BaseException:
            self.write("ROLLBACK")
            raise

    def revision(self) -> str | None:
        if not inspect(self.connection).has_table("alembic_version"):
            return None
        found = next(self.rows("SELECT version_num FROM alembic_version"), None)
        return str(found[0]) if found else None

    def is_empty(self) -> bool:
        return not inspect(self.connection).get_table_names()

    def close(self) -> None:
        self.connection.close()
        self.connection.engine.dispose()
